#include "results/text/plain_words.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <sstream>

#include "models/messages/utf8.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

constexpr std::array<std::string_view, 12> months_en{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 12> months_nl{
    "januari", "februari", "maart",     "april",   "mei",      "juni",
    "juli",    "augustus", "september", "oktober", "november", "december"};

}  // namespace

std::string day_in_words(DayOfYear day, Language language) {
  const std::size_t month = static_cast<unsigned>(day.month()) - 1;
  return fmt::format("{} {}", static_cast<unsigned>(day.day()),
                     in(language, months_en.at(month), months_nl.at(month)));
}

std::string date_in_words(Date date, Language language) {
  const std::chrono::year_month_day day(date);
  return fmt::format("{} {}", day_in_words(day_of_year(date), language),
                     static_cast<int>(day.year()));
}

std::string count_in_words(std::int64_t count, std::string_view one, std::string_view several) {
  return fmt::format("{} {}", count, count == 1 ? one : several);
}

std::string length_in_words(Days length, Language language) {
  const auto words = [language](std::int64_t count, std::array<std::string_view, 4> names) {
    return language.code() == "nl" ? count_in_words(count, names[2], names[3])
                                   : count_in_words(count, names[0], names[1]);
  };
  const auto years_in_words = [&](std::int64_t count) {
    return words(count, {"year", "years", "jaar", "jaar"});
  };
  const auto months_in_words = [&](std::int64_t count) {
    return words(count, {"month", "months", "maand", "maanden"});
  };
  constexpr double days_up_to = 14, weeks_up_to = 26 * days_per_week;
  const double days = length.count;
  if (days < 0.5) return std::string(in(language, "less than a day", "minder dan een dag"));
  if (days < days_up_to) return words(std::llround(days), {"day", "days", "dag", "dagen"});
  if (days < weeks_up_to)
    return words(std::llround(days / days_per_week), {"week", "weeks", "week", "weken"});
  const std::int64_t months = std::llround(days / days_per_month);
  if (months < 24) return months_in_words(months);
  if (months % 12 == 0) return years_in_words(months / 12);
  return fmt::format("{} {} {}", years_in_words(months / 12), in(language, "and", "en"),
                     months_in_words(months % 12));
}

std::string euro_in_words(double euro, Language language) {
  return std::string(in(language, "€", "€ ")) + grouped(euro, 0).in(language);
}

std::string all_of(const std::vector<std::string>& parts, Language language) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool last = i + 1 == parts.size();
    if (i > 0) text += last ? fmt::format(" {} ", in(language, "and", "en")) : ", ";
    text += parts[i];
  }
  return text;
}

std::string in_paragraph(const std::string& text, std::size_t width, std::size_t indent) {
  const std::string margin(indent, ' ');
  std::string lines;
  std::size_t room = 0;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    const std::size_t length = characters(word).size();
    if (lines.empty() || length + 1 > room) {
      lines += (lines.empty() ? "" : "\n") + margin + word;
      room = width > indent + length ? width - indent - length : 0;
    } else {
      lines += " " + word;
      room -= length + 1;
    }
  }
  return lines + "\n";
}

}  // namespace doorstroom
