#include "results/text/plain_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>

#include "models/messages/month_names.hpp"
#include "models/messages/utf8.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

LocalizedText years_in_words(std::int64_t count) {
  return message_plural("{0} year", "{0} years", count);
}

LocalizedText months_in_words(std::int64_t count) {
  return message_plural("{0} month", "{0} months", count);
}

}  // namespace

LocalizedText day_in_words(DayOfYear day) {
  const std::size_t month = static_cast<unsigned>(day.month()) - 1;
  return message_in("day and month", "{0} {1}", static_cast<unsigned>(day.day()),
                    month_names.at(month));
}

LocalizedText date_in_words(Date date) {
  const std::chrono::year_month_day day(date);
  return message_in("day with its month, and year", "{0} {1}", day_in_words(day_of_year(date)),
                    static_cast<int>(day.year()));
}

LocalizedText length_in_words(Days length) {
  constexpr double days_up_to = 14, weeks_up_to = 26 * days_per_week;
  const double days = length.count;
  if (days < 0.5) return message("less than a day");
  if (days < days_up_to) return message_plural("{0} day", "{0} days", std::llround(days));
  if (days < weeks_up_to)
    return message_plural("{0} week", "{0} weeks", std::llround(days / days_per_week));
  const std::int64_t months = std::llround(days / days_per_month);
  if (months < 24) return months_in_words(months);
  if (months % 12 == 0) return years_in_words(months / 12);
  return message("{0} and {1}", years_in_words(months / 12), months_in_words(months % 12));
}

LocalizedText euro_in_words(double euro) {
  return message("€{0}", grouped(euro, 0));
}

LocalizedText all_of(const std::vector<LocalizedText>& parts) {
  LocalizedText all;
  for (const LocalizedText& part : parts)
    all = all.empty()              ? part
          : &part == &parts.back() ? message("{0} and {1}", all, part)
                                   : message("{0}, {1}", all, part);
  return all;
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

std::string fitted(const std::string& text, std::size_t width) {
  std::string fitting;
  std::size_t end = 0;
  for (std::size_t begin = 0; begin < text.size(); begin = end + 1) {
    end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    if (characters(line).size() <= width || indent == line.size()) {
      fitting += line;
    } else {
      std::string margin(indent, ' ');
      std::size_t used = 0;
      std::istringstream words(line);
      for (std::string word; words >> word;) {
        const std::size_t length = characters(word).size();
        if (used > 0 && used + 1 + length > width) {
          if (indent > 0) margin = std::string(indent + 2, ' ');
          fitting += "\n";
          used = 0;
        }
        fitting += (used == 0 ? margin : " ") + word;
        used += (used == 0 ? margin.size() : 1) + length;
      }
    }
    if (end < text.size()) fitting += '\n';
  }
  return fitting;
}

}  // namespace doorstroom
