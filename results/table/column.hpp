#pragma once
/// Columns by what they hold, with what they mean in English and Dutch: for the tables of results.

#include <string>
#include <utility>
#include <vector>

#include "results/table/table.hpp"

namespace doorstroom::column {

/// A measured or reckoned number. @param units  "day", "EUR"; "1" without a unit
inline ColumnSpec number(std::string name, std::string units, std::string en, std::string nl) {
  return {std::move(name), ColumnType::float64, std::move(units), std::move(en), std::move(nl), {}};
}
/// A number that names something.
inline ColumnSpec id(std::string name, std::string en, std::string nl) {
  return {std::move(name), ColumnType::int32, "1", std::move(en), std::move(nl), {}};
}
/// How many. @param units  "youth", "EUR"; "1" without a unit
inline ColumnSpec count(std::string name, std::string units, std::string en, std::string nl) {
  return {std::move(name), ColumnType::int64, std::move(units), std::move(en), std::move(nl), {}};
}
/// One of some names, or none of them.
inline ColumnSpec category(std::string name, std::vector<std::string> names, std::string en,
                           std::string nl) {
  return {std::move(name), ColumnType::category, "1",
          std::move(en),   std::move(nl),        std::move(names)};
}
inline ColumnSpec text(std::string name, std::string en, std::string nl) {
  return {std::move(name), ColumnType::text, "1", std::move(en), std::move(nl), {}};
}

}  // namespace doorstroom::column
