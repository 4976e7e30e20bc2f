#include "results/text/parameter_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/algorithm/string.hpp>
#include <string_view>
#include <vector>

#include "models/messages/message.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

struct UnitWord {
  std::string_view key;
  TranslatableText text;
};

/// Words of units, as files write the plural; the singular and the plural in the language.
constexpr std::array unit_words{
    UnitWord{"day", translatable_in("unit: one, several", "day,days")},
    UnitWord{"week", translatable_in("unit: one, several", "week,weeks")},
    UnitWord{"month", translatable_in("unit: one, several", "month,months")},
    UnitWord{"year", translatable_in("unit: one, several", "year,years")},
    UnitWord{"hour", translatable_in("unit: one, several", "hour,hours")},
};

std::vector<std::string> parts_of(const std::string& text, const char* separator) {
  std::vector<std::string> parts;
  boost::split(parts, text, boost::is_any_of(separator));
  return parts;
}

std::string unit_word(const std::string& word, Language language) {
  for (const UnitWord& unit : unit_words) {
    const bool several = word == std::string(unit.key) + "s";
    if (several || word == unit.key)
      return parts_of(unit.text.in(language), ",").at(several ? 1 : 0);
  }
  return word;
}

}  // namespace

std::string parameter_unit(const std::string& unit, Language language) {
  std::vector<std::string> words = parts_of(unit, " ");
  for (std::string& word : words) word = unit_word(word, language);
  return boost::join(words, " ");
}

std::string parameter_text(double value, const std::string& unit, Language language) {
  constexpr int most_decimals = 4;
  const std::string digits = fmt::format("{:.10g}", value);
  const std::size_t point = digits.find('.');
  const int decimals = point == std::string::npos
                           ? 0
                           : std::min(static_cast<int>(digits.size() - point - 1), most_decimals);
  const std::string number = grouped(value, decimals).in(language);
  return unit.empty() ? number : number + " " + parameter_unit(unit, language);
}

}  // namespace doorstroom
