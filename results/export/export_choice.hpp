#pragma once
/// Which tables of a file are exported. Any file of the program will do: a table is a group with a
/// list of its columns.

#include <string>
#include <vector>

#include "results/file/result_reader.hpp"

namespace doorstroom {

struct ExportChoice {
  std::vector<std::string> tables;  ///< "/waiting" or "waiting"; empty: all but the longest
  bool all = false;                 ///< those, too: /visits, /youths and /census
};

/// Tables in order of their names.
/// @throws InputError when the file has no table of a name, with the names that it has
std::vector<TableSpec> chosen_tables(const ResultReader& file, const ExportChoice& choice);

}  // namespace doorstroom
