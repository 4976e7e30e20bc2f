#pragma once
/// Makes columns of the result tables: a name, and what it means; the function gives the type.

#include <string>
#include <utility>
#include <vector>

#include "results/table/table.hpp"

namespace doorstroom::column {

/// A measured or computed number. @param units  "day", "EUR"; "1" without a unit
inline ColumnSpec number(std::string name, std::string units, Description description) {
  return {std::move(name), ColumnType::float64, std::move(units), std::move(description), {}};
}
/// A number that names something.
inline ColumnSpec id(std::string name, Description description) {
  return {std::move(name), ColumnType::int32, "1", std::move(description), {}};
}
/// A count of things. @param units  "youth", "EUR"; "1" without a unit
inline ColumnSpec count(std::string name, std::string units, Description description) {
  return {std::move(name), ColumnType::int64, std::move(units), std::move(description), {}};
}
/// One of the given names, or none of them.
inline ColumnSpec category(std::string name, std::vector<std::string> names,
                           Description description) {
  return {std::move(name), ColumnType::category, "1", std::move(description), std::move(names)};
}
inline ColumnSpec text(std::string name, Description description) {
  return {std::move(name), ColumnType::text, "1", std::move(description), {}};
}

/// The lower bound of the mean in the column before it.
inline ColumnSpec low_of_mean(std::string name) {
  return number(std::move(name), "1", translatable("Lower end of the 95% interval of that mean"));
}
/// The upper bound of that mean.
inline ColumnSpec high_of_mean(std::string name) {
  return number(std::move(name), "1", translatable("Upper end of the 95% interval of that mean"));
}

}  // namespace doorstroom::column
