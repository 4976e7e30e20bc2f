#pragma once
/// The tables of a file as CSV, one file each, for spreadsheets and statistics: RFC 4180 (commas,
/// CRLF, quotes where a field needs them), UTF-8. A number is the shortest text that reads back as
/// the same number; what is no number (NaN) and `none` are an empty field; a category is its word.
/// What each column means stands in columns.csv.

#include <string>
#include <vector>

#include "results/export/export_choice.hpp"

namespace doorstroom {

/// A field as it stands in a row.
std::string csv_field(const std::string& text);

/// Writes FOLDER/TABLE.csv for each table, and FOLDER/columns.csv. Each gets its name when it is
/// whole.
/// @param folder  made if it is not there
/// @param force   whether files that are there may be replaced
/// @return the names of what was written
/// @throws InputError when a file is there, or the result is damaged; RunError when the disk
/// refuses
std::vector<std::string> export_csv(const ResultReader& file, const std::vector<TableSpec>& tables,
                                    const std::string& folder, bool force,
                                    Language language = Language::en);

}  // namespace doorstroom
