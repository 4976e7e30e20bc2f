#pragma once
/// Dates, lengths of time, money and enumerations in words.

#include <cstddef>
#include <string>
#include <vector>

#include "engine/units.hpp"
#include "models/messages/message.hpp"
#include "models/scenario/period.hpp"

namespace doorstroom {

/// "3 March 2027"
LocalizedText date_in_words(Date date);
/// "1 August"
LocalizedText day_in_words(DayOfYear day);
/// A length of time, rounded to the unit that people would use: "less than a day", "3 days", "6
/// weeks", "11 months", "2 years and 3 months".
LocalizedText length_in_words(Days length);
/// "€1,250"
LocalizedText euro_in_words(double euro);
/// "a, b and c"
LocalizedText all_of(const std::vector<LocalizedText>& parts);

/// Wraps a text into lines of at most `width` characters, each indented by so many spaces.
std::string in_paragraph(const std::string& text, std::size_t width, std::size_t indent);

/// Breaks lines longer than `width` characters between words. What goes on from an indented line is
/// indented by two more. A longer word stays whole.
std::string fitted(const std::string& text, std::size_t width);

}  // namespace doorstroom
