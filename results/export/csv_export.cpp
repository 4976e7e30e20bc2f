#include "results/export/csv_export.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string_view>

#include "models/messages/message.hpp"
#include "results/file/kept_inputs.hpp"
#include "results/file/output_folder.hpp"
#include "results/file/result_format.hpp"

namespace doorstroom {
namespace {

constexpr std::string_view line_end = "\r\n";

/// The file of a table.
std::string csv_name(const std::string& table) {
  return table.substr(1) + ".csv";
}

/// One value of a column as a field.
std::string field(const ColumnSpec& spec, const ColumnValues& values, std::size_t row) {
  return std::visit(
      [&](const auto& held) -> std::string {
        using Value = typename std::decay_t<decltype(held)>::value_type;
        if constexpr (std::is_same_v<Value, std::string>) {
          return csv_field(held[row]);
        } else if constexpr (std::is_same_v<Value, double>) {
          return std::isnan(held[row]) ? "" : fmt::format("{}", held[row]);
        } else {
          if (spec.type != ColumnType::category) return fmt::format("{}", held[row]);
          const auto code = static_cast<std::size_t>(held[row]);
          return code < spec.names.size() ? csv_field(spec.names[code]) : "";  // none = -1
        }
      },
      values);
}

void write_rows(OutputFile& csv, const ResultReader& file, const TableSpec& spec) {
  std::string text;
  const auto end_line = [&] { text.replace(text.size() - 1, 1, line_end); };
  for (const ColumnSpec& column : spec.columns) text += csv_field(column.name) + ',';
  end_line();
  csv.write(text);
  const std::size_t rows = file.rows(spec);
  for (std::size_t first = 0; first < rows; first += chunk_rows) {
    const TableData block = as_input([&] { return file.block(spec, first, chunk_rows); });
    text.clear();
    for (std::size_t row = 0; row < block.rows(); ++row) {
      for (std::size_t i = 0; i < spec.columns.size(); ++i)
        text += field(spec.columns[i], block.columns[i], row) + ',';
      end_line();
    }
    csv.write(text);
  }
}

void write_columns(OutputFile& csv, const std::vector<TableSpec>& tables, Language language) {
  csv.write("table,column,units,description\r\n");
  for (const TableSpec& table : tables)
    for (const ColumnSpec& column : table.columns)
      csv.write(fmt::format("{},{},{},{}\r\n", csv_field(table.path.substr(1)),
                            csv_field(column.name), csv_field(column.units),
                            csv_field(column.description.in(language))));
}

}  // namespace

std::string csv_field(const std::string& text) {
  constexpr std::string_view begins_formula = "=+-@\t\r";
  const bool formula = !text.empty() && begins_formula.find(text.front()) != std::string_view::npos;
  const std::string shown = formula ? "'" + text : text;
  if (shown.find_first_of(",\"\r\n") == std::string::npos) return shown;
  std::string quoted = "\"";
  for (const char letter : shown) {
    if (letter == '"') quoted += '"';
    quoted += letter;
  }
  return quoted + '"';
}

std::vector<std::string> export_csv(const ResultReader& file, const std::vector<TableSpec>& tables,
                                    const std::string& folder, bool force, Language language) {
  OutputFolder out(folder, force);
  // Opens all files first, so that an obstacle is reported before anything is written.
  std::vector<OutputFile*> files;
  for (const TableSpec& table : tables) files.push_back(&out.add(csv_name(table.path)));
  OutputFile& columns = out.add("columns.csv");
  for (const OutputFile* each : files) refuse_to_replace(each->path(), {file.path()});
  refuse_to_replace(columns.path(), {file.path()});
  for (std::size_t i = 0; i < tables.size(); ++i) write_rows(*files[i], file, tables[i]);
  // Of all tables in the folder, earlier exports included.
  std::vector<TableSpec> there;
  for (const std::string& path : file.tables()) {
    std::error_code ignored;
    const auto exported = std::ranges::find(tables, path, &TableSpec::path);
    if (exported != tables.end())
      there.push_back(*exported);
    else if (std::filesystem::exists(std::filesystem::path(folder) / csv_name(path), ignored))
      there.push_back(file.spec(path));
  }
  write_columns(columns, there, language);
  return out.publish();
}

}  // namespace doorstroom
