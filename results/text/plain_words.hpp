#pragma once
/// Formats dates, lengths of time and money in English and Dutch.

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "engine/units.hpp"
#include "models/messages/language.hpp"
#include "models/scenario/period.hpp"

namespace doorstroom {

/// The text in the given language, with the values filled in.
template <class... Values>
std::string in_words(Language language, std::string_view english, std::string_view dutch,
                     const Values&... values) {
  return fmt::vformat(in(language, english, dutch), fmt::make_format_args(values...));
}

/// "3 March 2027", "3 maart 2027"
std::string date_in_words(Date date, Language language);
/// "1 August", "1 augustus"
std::string day_in_words(DayOfYear day, Language language);
/// A length of time, rounded to the unit that people would use: "less than a day", "3 days", "6
/// weeks", "11 months", "2 years and 3 months".
std::string length_in_words(Days length, Language language);
/// "€1,250", "€ 1.250"
std::string euro_in_words(double euro, Language language);
/// "1 place", "3 places"
std::string count_in_words(std::int64_t count, std::string_view one, std::string_view several);
/// "a, b and c", "a, b en c"
std::string all_of(const std::vector<std::string>& parts, Language language);

/// Wraps a text into lines of at most `width` characters, each indented by so many spaces.
std::string in_paragraph(const std::string& text, std::size_t width, std::size_t indent);

}  // namespace doorstroom
