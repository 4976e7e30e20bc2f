#include "results/table/table.hpp"

#include <algorithm>
#include <numeric>

#include "models/messages/message.hpp"

namespace doorstroom {

std::size_t TableSpec::index_of(std::string_view name) const {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const ColumnSpec& column) { return column.name == name; });
  return static_cast<std::size_t>(found - columns.begin());
}

std::size_t length(const ColumnValues& values) {
  return std::visit([](const auto& held) { return held.size(); }, values);
}

ColumnValues empty_values(ColumnType type) {
  switch (type) {
    case ColumnType::float64:
      return std::vector<double>{};
    case ColumnType::int64:
      return std::vector<std::int64_t>{};
    case ColumnType::text:
      return std::vector<std::string>{};
    case ColumnType::int32:
    case ColumnType::category:
      break;
  }
  return std::vector<std::int32_t>{};
}

TableData::TableData(const TableSpec& spec) {
  columns.reserve(spec.columns.size());
  for (const ColumnSpec& column : spec.columns) columns.push_back(empty_values(column.type));
}

void append(TableData& rows, const TableData& more) {
  DOORSTROOM_EXPECT(rows.columns.size() == more.columns.size());
  for (std::size_t i = 0; i < rows.columns.size(); ++i)
    std::visit(
        [&](auto& held) {
          const auto& added = std::get<std::decay_t<decltype(held)>>(more.columns[i]);
          held.insert(held.end(), added.begin(), added.end());
        },
        rows.columns[i]);
}

bool Table::has(std::string_view column) const {
  return spec.index_of(column) < spec.columns.size();
}

std::size_t Table::find(std::string_view column) const {
  const std::size_t index = spec.index_of(column);
  if (index == spec.columns.size())
    throw input_error(message("{0} has no column `{1}`", spec.path, column));
  return index;
}

template <class Values>
const Values& Table::get(std::string_view column, const char* type) const {
  const auto* values = std::get_if<Values>(&data.columns[find(column)]);
  if (values == nullptr)
    throw input_error(message("column `{0}` of {1} is not of type {2}", column, spec.path, type));
  return *values;
}

const std::vector<double>& Table::numbers(std::string_view column) const {
  return get<std::vector<double>>(column, "float64");
}

const std::vector<std::int32_t>& Table::codes(std::string_view column) const {
  return get<std::vector<std::int32_t>>(column, "int32");
}

const std::vector<std::int64_t>& Table::counts(std::string_view column) const {
  return get<std::vector<std::int64_t>>(column, "int64");
}

const std::vector<std::string>& Table::texts(std::string_view column) const {
  return get<std::vector<std::string>>(column, "string");
}

std::vector<double> Table::as_numbers(std::string_view column) const {
  std::vector<std::size_t> every(rows());
  std::iota(every.begin(), every.end(), std::size_t{0});
  return as_numbers(column, every);
}

std::vector<double> Table::as_numbers(std::string_view column,
                                      const std::vector<std::size_t>& some) const {
  return std::visit(
      [&](const auto& held) -> std::vector<double> {
        if constexpr (std::is_arithmetic_v<typename std::decay_t<decltype(held)>::value_type>) {
          std::vector<double> numbers(some.size());
          std::ranges::transform(some, numbers.begin(),
                                 [&](std::size_t row) { return static_cast<double>(held[row]); });
          return numbers;
        } else {
          throw input_error(message("column `{0}` of {1} holds text", column, spec.path));
        }
      },
      data.columns[find(column)]);
}

std::int32_t Table::code_of(std::string_view column, std::string_view name) const {
  const std::vector<std::string>& names = spec.columns[find(column)].names;
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? none_code : static_cast<std::int32_t>(found - names.begin());
}

}  // namespace doorstroom
