#pragma once
/// Units and dates as people say them in the languages that the program speaks. Files write them in
/// one way, so a message offers that: 3 weeks and 2026-09-01 for what a language has instead.

#include <optional>
#include <string>
#include <string_view>

#include "models/scenario/period.hpp"

namespace doorstroom {

/// The unit with its words as files write them, in the plural, behind `per` in the singular. Words
/// that no language has stay.
std::string unit_in_file_words(std::string_view unit);

/// The date that is meant by day, month and year, in this order: with the month's name, or three
/// numbers with dashes, slashes or points between.
std::optional<Date> spoken_date(std::string_view text);

}  // namespace doorstroom
