#pragma once
/// Tables: named columns of one length, each with a type, units and a description. A worker
/// fills tables, the parent writes them to the result file, and readers load them from it.

#include <cstddef>
#include <cstdint>
#include <ranges>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "engine/error.hpp"
#include "engine/id.hpp"
#include "results/table/description.hpp"

namespace doorstroom {

enum class ColumnType : std::uint8_t {
  float64,
  int32,
  int64,
  category,  ///< int32 code with a name for each; in the file an enum
  text,
};

/// Code of a category that does not apply; its name in the file is `none`.
inline constexpr std::int32_t none_code = -1;

/// The code of what an id identifies. Categories number their names as ids do.
template <class Tag>
constexpr std::int32_t code_of(Id<Tag> id) {
  return id ? id.number() : none_code;
}

template <class IdType, class Stored>
constexpr std::int32_t code_of(PackedId<IdType, Stored> id) {
  return code_of(IdType(id));
}

struct ColumnSpec {
  std::string name;
  ColumnType type = ColumnType::float64;
  std::string units;  ///< "day", "youth/year", "EUR"; "1" without a unit
  Description description;
  std::vector<std::string>
      names;  ///< of a category: name of code 0, 1, ...; `none` = -1 is not listed
};

struct TableSpec {
  std::string path;  ///< of the group, such as "/by_year"
  std::vector<ColumnSpec> columns;

  /// Index of a column; columns.size() if there is none of that name.
  std::size_t index_of(std::string_view name) const;
};

/// The values of one column; a category is int32.
using ColumnValues = std::variant<std::vector<double>, std::vector<std::int32_t>,
                                  std::vector<std::int64_t>, std::vector<std::string>>;

std::size_t length(const ColumnValues& values);
/// An empty vector of the type that a column of this type holds.
ColumnValues empty_values(ColumnType type);

/// The values of a table, column by column.
struct TableData {
  std::vector<ColumnValues> columns;

  TableData() = default;
  explicit TableData(const TableSpec& spec);

  std::size_t rows() const { return columns.empty() ? 0 : length(columns.front()); }

  /// Adds a row: one value for each column, in order. A number is converted to the column's type.
  /// @throws ContractError for text in a column of numbers, and for a number in a column of text
  template <class... Values>
  void add(const Values&... values) {
    DOORSTROOM_EXPECT(sizeof...(values) == columns.size());
    std::size_t column = 0;
    (add_value(column++, values), ...);
  }

  /// Adds a row for each record, column by column: of thousands of records that takes half the time
  /// of adding row by row.
  /// @param value_of  for each column, in order, its value as a function of a record
  template <class RecordRange, class... ValueOf>
  void add_rows(const RecordRange& records, const ValueOf&... value_of) {
    DOORSTROOM_EXPECT(sizeof...(value_of) == columns.size());
    std::size_t column = 0;
    (add_values(column++, records, value_of), ...);
  }

  /// Adds a value to one column. Every column must get one before the row is complete.
  template <class Value>
  void add_value(std::size_t column, const Value& value) {
    std::visit(
        [&value](auto& held) {
          held.push_back(as<typename std::decay_t<decltype(held)>::value_type>(value));
        },
        columns[column]);
  }

  /// Adds a value to one column for each record. @param value_of  the value, of a record
  template <class RecordRange, class ValueOf>
  void add_values(std::size_t column, const RecordRange& records, const ValueOf& value_of) {
    std::visit(
        [&](auto& held) {
          using Held = typename std::decay_t<decltype(held)>::value_type;
          std::size_t row = held.size();
          held.resize(row + static_cast<std::size_t>(std::ranges::distance(records)));
          for (const auto& record : records) held[row++] = as<Held>(value_of(record));
        },
        columns[column]);
  }

 private:
  /// A value as its column holds it; of an id its code.
  template <class Held, class Value>
  static Held as(const Value& value) {
    if constexpr (requires { code_of(value); }) {
      return as<Held>(code_of(value));
    } else if constexpr (std::is_same_v<Held, std::string> == !std::is_arithmetic_v<Value>) {
      return static_cast<Held>(value);
    } else {
      contract_broken("the value is of the column's type", __FILE__, __LINE__);
    }
  }
};

/// Appends `more` to `rows`, which has the same columns.
void append(TableData& rows, const TableData& more);

/// Columns with their values.
struct Table {
  TableSpec spec;
  TableData data;

  std::size_t rows() const { return data.rows(); }
  bool has(std::string_view column) const;
  /// The column of that name. @throws InputError if the table has none, or one of another type
  const std::vector<double>& numbers(std::string_view column) const;       ///< float64
  const std::vector<std::int32_t>& codes(std::string_view column) const;   ///< int32, category
  const std::vector<std::int64_t>& counts(std::string_view column) const;  ///< int64
  const std::vector<std::string>& texts(std::string_view column) const;
  /// A column as numbers; codes of a category. @throws InputError if it holds text
  std::vector<double> as_numbers(std::string_view column) const;
  /// The same of some rows. @param rows  their indices
  std::vector<double> as_numbers(std::string_view column,
                                 const std::vector<std::size_t>& rows) const;
  /// Code of a name in a category column; none_code if it has no such name.
  std::int32_t code_of(std::string_view column, std::string_view name) const;

 private:
  std::size_t find(std::string_view column) const;
  template <class Values>
  const Values& get(std::string_view column, const char* type) const;
};

}  // namespace doorstroom
