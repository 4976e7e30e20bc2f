#pragma once
/// Makes columns of the result tables: a name, and what it means in English and Dutch; the function
/// gives the type.

#include <string>
#include <utility>
#include <vector>

#include "models/messages/message.hpp"
#include "results/table/table.hpp"

namespace doorstroom::column {

/// For the files, whose descriptions are in English and Dutch.
inline std::string in_dutch(const LocalizedText& text) {
  return text.in(Language::of_code("nl").value_or(Language::en));
}

/// A measured or computed number. @param units  "day", "EUR"; "1" without a unit
inline ColumnSpec number(std::string name, std::string units, std::string en, std::string nl) {
  return {std::move(name), ColumnType::float64, std::move(units), std::move(en), std::move(nl), {}};
}
/// A number that names something.
inline ColumnSpec id(std::string name, std::string en, std::string nl) {
  return {std::move(name), ColumnType::int32, "1", std::move(en), std::move(nl), {}};
}
/// A count of things. @param units  "youth", "EUR"; "1" without a unit
inline ColumnSpec count(std::string name, std::string units, std::string en, std::string nl) {
  return {std::move(name), ColumnType::int64, std::move(units), std::move(en), std::move(nl), {}};
}
/// One of the given names, or none of them.
inline ColumnSpec category(std::string name, std::vector<std::string> names, std::string en,
                           std::string nl) {
  return {std::move(name), ColumnType::category, "1",
          std::move(en),   std::move(nl),        std::move(names)};
}
inline ColumnSpec text(std::string name, std::string en, std::string nl) {
  return {std::move(name), ColumnType::text, "1", std::move(en), std::move(nl), {}};
}

/// The lower bound of the mean in the column before it.
inline ColumnSpec low_of_mean(std::string name) {
  return number(std::move(name), "1", "Lower end of the 95% interval of that mean",
                "Ondergrens van het 95%-interval van dat gemiddelde");
}
/// The upper bound of that mean.
inline ColumnSpec high_of_mean(std::string name) {
  return number(std::move(name), "1", "Upper end of the 95% interval of that mean",
                "Bovengrens van het 95%-interval van dat gemiddelde");
}

}  // namespace doorstroom::column
