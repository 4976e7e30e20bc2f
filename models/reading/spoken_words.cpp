#include "models/reading/spoken_words.hpp"

#include <algorithm>
#include <boost/algorithm/string.hpp>
#include <charconv>
#include <vector>

#include "models/messages/month_names.hpp"

namespace doorstroom {
namespace {

/// A word of units, and how a language says it: one and several, with commas between.
struct UnitWord {
  std::string_view singular;
  std::string_view plural;
  TranslatableText said;
};

constexpr UnitWord unit_words[] = {
    {"day", "days", translatable_in("unit: one, several", "day,days")},
    {"week", "weeks", translatable_in("unit: one, several", "week,weeks")},
    {"month", "months", translatable_in("unit: one, several", "month,months")},
    {"year", "years", translatable_in("unit: one, several", "year,years")},
    {"hour", "hours", translatable_in("unit: one, several", "hour,hours")},
    {"EUR", "EUR", translatable_in("unit: one, several", "euro,euros")},
};

std::vector<std::string> words_of(std::string_view text, const char* separators) {
  std::vector<std::string> words;
  boost::split(words, text, boost::is_any_of(separators), boost::token_compress_on);
  return words;
}

bool is_said_as(std::string_view word, const UnitWord& unit) {
  return std::ranges::any_of(Language::all(), [&](Language language) {
    return std::ranges::count(words_of(unit.said.in(language), ","), word) > 0;
  });
}

/// From 1; 0 for what is no month in any language. Three letters and more are enough.
unsigned month_of(std::string_view word) {
  if (word.size() < 3) return 0;
  const std::string lower = boost::to_lower_copy(std::string(word));
  for (const Language language : Language::all())
    for (std::size_t i = 0; i < month_names.size(); ++i)
      if (boost::to_lower_copy(month_names.at(i).in(language)).starts_with(lower))
        return static_cast<unsigned>(i) + 1;
  return 0;
}

int whole_number(std::string_view text) {
  int value = -1;
  const auto [stop, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  return failure == std::errc{} && stop == text.data() + text.size() ? value : -1;
}

}  // namespace

std::string unit_in_file_words(std::string_view unit) {
  std::vector<std::string> words = words_of(unit, " ");
  for (std::size_t i = 0; i < words.size(); ++i)
    for (const UnitWord& known : unit_words)
      if (is_said_as(boost::to_lower_copy(words[i]), known)) {
        words[i] = i > 0 && words[i - 1] == "per" ? known.singular : known.plural;
        break;
      }
  return boost::join(words, " ");
}

std::optional<Date> spoken_date(std::string_view text) {
  const std::vector<std::string> words = words_of(text, " -/.");
  if (words.size() != 3) return std::nullopt;
  const int named = static_cast<int>(month_of(words[1]));
  const int month = named > 0 ? named : whole_number(words[1]);
  const int day = whole_number(words[0]);
  const int year = whole_number(words[2]);
  if (day < 1 || month < 1 || year < 1900 || year > 9999) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  return date.ok() ? std::optional(Date(date)) : std::nullopt;
}

}  // namespace doorstroom
