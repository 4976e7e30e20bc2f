#pragma once
/// Writes the tables of a file as CSV, one file per table, for spreadsheets and statistics: RFC
/// 4180 (commas, CRLF, quotes where a field needs them), UTF-8. A number is written as the shortest
/// text that reads back as the same number, NaN and `none` as an empty field, a category as its
/// name. columns.csv describes each column. A text that a spreadsheet would take for a formula, as
/// it begins with = + - @, a tab or a carriage return, gets an apostrophe before it; numbers do
/// not.

#include <string>
#include <vector>

#include "results/export/export_choice.hpp"

namespace doorstroom {

/// A text as a field of a row, quoted if it has to be, and never a formula.
std::string csv_field(const std::string& text);

/// Writes FOLDER/TABLE.csv for each table, and FOLDER/columns.csv, which get their names when all
/// are complete (results/file/output_folder.hpp).
/// @param folder  created if it does not exist
/// @param force   whether existing files may be replaced
/// @return the names of the files
/// @throws InputError when a file exists, or the result is damaged; RunError when the disk is full
///         or cannot be written
std::vector<std::string> export_csv(const ResultReader& file, const std::vector<TableSpec>& tables,
                                    const std::string& folder, bool force,
                                    Language language = Language::en);

}  // namespace doorstroom
