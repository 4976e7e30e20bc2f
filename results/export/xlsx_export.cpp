#include "results/export/xlsx_export.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/messages/message.hpp"
#include "results/export/xlsx_file.hpp"
#include "results/file/kept_inputs.hpp"
#include "results/file/output_file.hpp"
#include "results/file/result_format.hpp"

namespace doorstroom {
namespace {

constexpr std::size_t longest_name = 31;

/// The name of a table's sheet: its path without the slash.
std::string sheet_name(const std::string& path) {
  return path.substr(1, longest_name);
}

/// Rows that fit below the row of names.
bool fits(const ResultReader& file, const TableSpec& table) {
  return file.rows(table) < XlsxFile::most_rows;
}

class Export {
 public:
  Export(const ResultReader& file, const std::vector<TableSpec>& tables, const OutputFile& out,
         Language language)
      : file_(file), tables_(tables), sheet_(out), language_(language) {}

  void write() {
    add_explanation();
    for (const TableSpec& table : tables_)
      if (fits(file_, table)) add_table(table);
    sheet_.close();
  }

 private:
  std::string localized(const LocalizedText& text) const { return text.in(language_); }

  void line(const std::string& first, const std::string& second = {}) {
    sheet_.write(row_, 0, first);
    if (!second.empty()) sheet_.write(row_, 1, second);
    ++row_;
  }

  void add_explanation() {
    sheet_.add_sheet(localized(message("Read me")));
    for (const auto& [column, width] : {std::pair{0, 26.0}, {1, 32.0}, {2, 16.0}, {3, 100.0}})
      sheet_.set_width(static_cast<std::uint16_t>(column), width);
    line(localized(message("File")), file_.path());
    for (const TranslatableText name :
         {translatable("sweep_name"), translatable("scenario_name"), translatable("start_date"),
          translatable("program_version")})
      if (file_.has_attribute(name.english)) line(localized(name), file_.text(name.english));
    for (const TranslatableText name :
         {translatable("seed"), translatable("replications"), translatable("points")})
      if (file_.has_attribute(name.english))
        line(localized(name), fmt::format("{}", file_.integer(name.english)));
    line(localized(message("Numbers are in the units that are given; an empty cell has no data.")));
    for (const TableSpec& table : tables_)
      if (!fits(file_, table))
        line(localized(message(
            "{0} has more rows than a sheet can hold, and is left out; export it with --csv",
            sheet_name(table.path))));
    ++row_;
    std::uint16_t column = 0;
    for (const LocalizedText& head :
         {message("Sheet"), message("Column"), message("Units"), message("Meaning")})
      sheet_.write(row_, column++, localized(head), true);
    ++row_;
    for (const TableSpec& table : tables_)
      if (fits(file_, table)) explain(table);
  }

  void explain(const TableSpec& table) {
    for (const ColumnSpec& column : table.columns) {
      sheet_.write(row_, 0, sheet_name(table.path));
      sheet_.write(row_, 1, column.name);
      sheet_.write(row_, 2, column.units == "1" ? "" : column.units);
      sheet_.write(row_, 3, column.description.in(language_));
      ++row_;
    }
  }

  void add_table(const TableSpec& table) {
    sheet_.add_sheet(sheet_name(table.path));
    sheet_.freeze_above(1);
    constexpr std::size_t narrowest = 10;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const std::string& name = table.columns[i].name;
      const auto column = static_cast<std::uint16_t>(i);
      sheet_.set_width(column, static_cast<double>(std::max(narrowest, name.size() + 2)));
      sheet_.write(0, column, name, true);
    }
    const std::size_t rows = file_.rows(table);
    for (std::size_t first = 0; first < rows; first += chunk_rows) {
      const TableData block = as_input([&] { return file_.block(table, first, chunk_rows); });
      for (std::size_t row = 0; row < block.rows(); ++row)
        for (std::size_t i = 0; i < table.columns.size(); ++i)
          add_cell(static_cast<std::uint32_t>(1 + first + row), static_cast<std::uint16_t>(i),
                   table.columns[i], block.columns[i], row);
    }
  }

  void add_cell(std::uint32_t row, std::uint16_t column, const ColumnSpec& spec,
                const ColumnValues& values, std::size_t index) {
    std::visit(
        [&](const auto& held) {
          using Value = typename std::decay_t<decltype(held)>::value_type;
          if constexpr (std::is_same_v<Value, std::string>) {
            sheet_.write(row, column, held[index]);
          } else if (spec.type == ColumnType::category) {
            const auto code = static_cast<std::size_t>(held[index]);
            if (code < spec.names.size()) sheet_.write(row, column, spec.names[code]);
          } else if (const auto number = static_cast<double>(held[index]); std::isfinite(number)) {
            sheet_.write(row, column, number);
          }
        },
        values);
  }

  const ResultReader& file_;
  const std::vector<TableSpec>& tables_;
  XlsxFile sheet_;
  Language language_;
  std::uint32_t row_ = 0;  ///< of the explanation
};

}  // namespace

void export_xlsx(const ResultReader& file, const std::vector<TableSpec>& tables,
                 const std::string& path, bool force, Language language) {
  refuse_to_replace(path, {file.path()});
  OutputFile out(path, force);
  Export(file, tables, out, language).write();
  out.publish();
}

}  // namespace doorstroom
