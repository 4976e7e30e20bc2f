#pragma once
/// The tables of a file as a spreadsheet: a sheet that explains the others, then one sheet a table.
/// Numbers are those of the file to 16 digits, as libxlsxwriter writes them (CSV has them all);
/// what is no number (NaN) and `none` are empty cells; a category is its word.

#include <string>
#include <vector>

#include "results/export/export_choice.hpp"

namespace doorstroom {

/// @param path   of the spreadsheet; it gets its name when it is whole
/// @param force  whether a file that is there may be replaced
/// @throws InputError when a file is there, or the result is damaged; RunError when the disk
///         refuses
void export_xlsx(const ResultReader& file, const std::vector<TableSpec>& tables,
                 const std::string& path, bool force, Language language = Language::en);

}  // namespace doorstroom
