#pragma once
/// Which tables of a file are exported. Any file of the program can be exported: a table is a group
/// with the attribute `columns`.

#include <string>
#include <vector>

#include "results/file/result_reader.hpp"

namespace doorstroom {

struct ExportChoice {
  std::vector<std::string> tables;  ///< "/waiting" or "waiting"; empty: all but the longest
  bool all = false;                 ///< the longest too: /visits, /youths and /census
};

/// The chosen tables in order of their names.
/// @throws InputError when the file has no such table, and lists those that it has; when the name
///         of one can be no name of a file
std::vector<TableSpec> chosen_tables(const ResultReader& file, const ExportChoice& choice);

}  // namespace doorstroom
