#include "results/drawing/axis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "models/messages/month_names.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

using std::chrono::month;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month_day;

/// "2026-08-01"; the first day of 1970 when it is no such date.
year_month_day date_of_text(const std::string& text) {
  const int first = std::atoi(text.c_str());
  const int second = text.size() > 5 ? std::atoi(text.c_str() + 5) : 0;
  const int third = text.size() > 8 ? std::atoi(text.c_str() + 8) : 0;
  const year_month_day date{std::chrono::year(first), month(static_cast<unsigned>(second)),
                            std::chrono::day(static_cast<unsigned>(third))};
  return date.ok() ? date : year_month_day{sys_days{}};
}

/// Counted on the calendar; the last day of the month where it has no such day.
sys_days months_after(const year_month_day& date, int count) {
  const year_month_day later = date + months(count);
  return later.ok() ? sys_days(later) : sys_days(later.year() / later.month() / std::chrono::last);
}

std::string name_of_year(const year_month_day& begins) {
  const int year = static_cast<int>(begins.year());
  const bool of_calendar =
      begins.month() == std::chrono::January && begins.day() == std::chrono::day{1};
  return of_calendar ? fmt::format("{}", year) : fmt::format("{}-{:02}", year, (year + 1) % 100);
}

}  // namespace

std::string NiceTicks::text(double value, Language language) const {
  return grouped(std::abs(value) < 1e-12 ? 0 : value, decimals).in(language);
}

NiceTicks nice_ticks(double low, double high, int about) {
  if (!std::isfinite(low) || !std::isfinite(high) || !(high > low)) {
    low = std::isfinite(low) ? std::min(low, 0.0) : 0;
    high = low + 1;
  }
  const double wanted = (high - low) / std::max(about, 1);
  const double power = std::pow(10, std::floor(std::log10(wanted)));
  double step = 10 * power;
  for (const double factor : {5.0, 2.5, 2.0, 1.0})
    if (factor * power >= wanted * (1 - 1e-9) && (factor != 2.5 || power >= 10))
      step = factor * power;
  NiceTicks ticks;
  ticks.decimals = std::max(0, -static_cast<int>(std::floor(std::log10(step) + 1e-9)));
  const std::int64_t first = std::llround(std::floor(low / step + 1e-9));
  const std::int64_t last = std::llround(std::ceil(high / step - 1e-9));
  for (std::int64_t each = first; each <= last; ++each)
    ticks.values.push_back(static_cast<double>(each) * step);
  return ticks;
}

std::vector<TimeSegment> time_segments(const std::string& start_date, double first_day,
                                       double last_day, Language language) {
  const year_month_day start = date_of_text(start_date);
  constexpr double year_days = 365.25;
  const bool by_month = last_day - first_day <= 1.5 * year_days;
  const int step = by_month ? 1 : 12;
  int at = static_cast<int>(std::floor(first_day / (year_days / 12) / step) - 1) * step;
  const auto day_at = [&](int count) {
    return static_cast<double>((months_after(start, count) - sys_days(start)).count());
  };
  std::vector<TimeSegment> segments;
  for (double from = day_at(at); from < last_day; at += step) {
    const double to = day_at(at + step);
    const year_month_day begins{months_after(start, at)};
    if (to > first_day)
      segments.push_back({std::max(from, first_day), std::min(to, last_day),
                          by_month
                              ? month_names[static_cast<unsigned>(begins.month()) - 1].in(language)
                              : name_of_year(begins)});
    from = to;
  }
  return segments;
}

}  // namespace doorstroom
