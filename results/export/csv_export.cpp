#include "results/export/csv_export.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string_view>

#include "engine/system_error.hpp"
#include "models/messages/message.hpp"
#include "results/file/part_file.hpp"
#include "results/file/result_format.hpp"

namespace doorstroom {
namespace {

constexpr std::string_view line_end = "\r\n";

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

/// A CSV file that is renamed to its name when it is complete.
class CsvFile {
 public:
  CsvFile(const std::string& path, bool force) : part_(path, force), path_(path) {}

  void open() {
    stream_.open(part_.part_path(), std::ios::binary | std::ios::trunc);
    check();
  }
  void write(std::string_view text) {
    stream_.write(text.data(), static_cast<std::streamsize>(text.size()));
    check();
  }
  void close() {
    stream_.close();
    check();
  }
  void publish() { part_.publish(); }
  const std::string& path() const { return path_; }

 private:
  void check() {
    if (!stream_)
      throw run_error(message("cannot write {0}.part: {1}", path_, system_error(errno)));
  }

  PartFile part_;
  std::string path_;
  std::ofstream stream_;
};

void write_rows(CsvFile& csv, const ResultReader& file, const TableSpec& spec) {
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

void write_columns(CsvFile& csv, const std::vector<TableSpec>& tables, Language language) {
  csv.write("table,column,units,description\r\n");
  for (const TableSpec& table : tables)
    for (const ColumnSpec& column : table.columns)
      csv.write(fmt::format("{},{},{},{}\r\n", csv_field(table.path.substr(1)),
                            csv_field(column.name), csv_field(column.units),
                            csv_field(column.description.in(language))));
}

}  // namespace

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char letter : text) {
    if (letter == '"') quoted += '"';
    quoted += letter;
  }
  return quoted + '"';
}

std::vector<std::string> export_csv(const ResultReader& file, const std::vector<TableSpec>& tables,
                                    const std::string& folder, bool force, Language language) {
  std::error_code trouble;
  std::filesystem::create_directories(folder, trouble);
  if (trouble)
    throw run_error(message("cannot make {0}: {1}", folder, system_error(trouble.value())));
  // Opens all files first, so that an obstacle is reported before anything is written.
  std::vector<std::unique_ptr<CsvFile>> files;
  const auto add = [&](const std::string& name) {
    files.push_back(
        std::make_unique<CsvFile>((std::filesystem::path(folder) / name).string(), force));
  };
  for (const TableSpec& table : tables) add(table.path.substr(1) + ".csv");
  add("columns.csv");
  for (std::size_t i = 0; i < tables.size(); ++i) {
    files[i]->open();
    write_rows(*files[i], file, tables[i]);
    files[i]->close();
  }
  // Of all tables in the folder, earlier exports included.
  std::vector<TableSpec> there;
  for (const std::string& path : file.tables()) {
    const std::filesystem::path name = std::filesystem::path(folder) / (path.substr(1) + ".csv");
    const auto exported = std::ranges::find(tables, path, &TableSpec::path);
    if (exported != tables.end())
      there.push_back(*exported);
    else if (std::filesystem::exists(name, trouble))
      there.push_back(file.spec(path));
  }
  files.back()->open();
  write_columns(*files.back(), there, language);
  files.back()->close();
  std::vector<std::string> written;
  for (const auto& each : files) {
    each->publish();
    written.push_back(each->path());
  }
  return written;
}

}  // namespace doorstroom
