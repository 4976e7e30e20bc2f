#pragma once
/// Writes the tables of a file as a spreadsheet: a sheet that explains the others, then one sheet
/// per table. Numbers have 16 digits, as libxlsxwriter writes them (CSV has all digits); NaN and
/// `none` are empty cells; a category is its name.

#include <string>
#include <vector>

#include "results/export/export_choice.hpp"

namespace doorstroom {

/// @param path   of the spreadsheet, which is renamed to it when it is complete
/// @param force  whether an existing file may be replaced
/// @throws InputError when a file exists, or the result is damaged; RunError when the disk is full
///         or cannot be written
void export_xlsx(const ResultReader& file, const std::vector<TableSpec>& tables,
                 const std::string& path, bool force, Language language = Language::en);

}  // namespace doorstroom
