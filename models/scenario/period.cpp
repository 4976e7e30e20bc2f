#include "models/scenario/period.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

namespace chrono = std::chrono;

constexpr std::int64_t last_year = 32767;  // std::chrono::year ends there

std::int64_t year_number(chrono::year_month_day date) {
  return static_cast<int>(date.year());
}

[[noreturn]] void beyond_the_calendar() {
  throw input_error(
      message("a date lies outside the years {0} to {1}\n  use fewer years, or a start date nearer "
              "to now\n",
              -last_year, last_year));
}

/// The same day of another month, else its last day. Counted in int64: chrono's own arithmetic
/// wraps silently at its last year.
Date plus_months(Date date, std::int64_t months) {
  const chrono::year_month_day from{date};
  const std::int64_t month_of_time =
      year_number(from) * 12 + static_cast<unsigned>(from.month()) - 1 + months;
  const std::int64_t month = ((month_of_time % 12) + 12) % 12;
  const std::int64_t year = (month_of_time - month) / 12;
  if (year < -last_year || year > last_year) beyond_the_calendar();
  const chrono::year_month to{chrono::year{static_cast<int>(year)},
                              chrono::month{static_cast<unsigned>(month + 1)}};
  const chrono::year_month_day same_day = to / from.day();
  return same_day.ok() ? Date{same_day} : Date{to / chrono::last};
}

Date plus_days(Date date, std::int64_t days) {
  const Date result = date + chrono::days(days);
  if (result < Date{chrono::year{-last_year} / 1 / 1} ||
      result > Date{chrono::year{last_year} / 12 / 31}) {
    beyond_the_calendar();
  }
  return result;
}

/// Index of the span between ascending edges in which a moment lies; -1 outside the edges.
int span_of(const std::vector<Instant>& edges, Instant at) {
  if (at >= edges.back()) return -1;
  const auto next = std::ranges::upper_bound(edges, at);
  return static_cast<int>(next - edges.begin()) - 1;
}

/// The fewest days that a calendar span can have, whatever the date on which it begins.
std::int64_t fewest_days(CalendarSpan span) {
  constexpr int days_of_four_years = 4 * 365 + 1;
  const Date first = chrono::year{2001} / 1 / 1;
  std::int64_t fewest = std::numeric_limits<std::int64_t>::max();
  for (int day = 0; day < days_of_four_years; ++day) {
    const Date from = first + chrono::days(day);
    fewest = std::min<std::int64_t>(fewest, (from + span - from).count());
  }
  return fewest;
}

}  // namespace

std::string to_text(Date date) {
  const chrono::year_month_day day{date};
  return fmt::format("{:04}-{:02}-{:02}", year_number(day), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

DayOfYear day_of_year(Date date) {
  const chrono::year_month_day day{date};
  return {day.month(), day.day()};
}

Date operator+(Date date, CalendarSpan span) {
  return plus_days(plus_months(date, span.months), span.days);
}

Date operator-(Date date, CalendarSpan span) {
  return plus_days(plus_months(date, -std::int64_t{span.months}), -std::int64_t{span.days});
}

Period::Period(Date start, int years, CalendarSpan warm_up, CalendarSpan follow_up)
    : start_(start), years_(years) {
  DOORSTROOM_EXPECT(years >= 1);
  DOORSTROOM_EXPECT(warm_up.months >= 0 && warm_up.days >= 0);
  DOORSTROOM_EXPECT(follow_up.months >= 0 && follow_up.days >= 0);
  if (years > last_year) beyond_the_calendar();
  first_day_ = day_of(start - warm_up);

  // Counted from the start date each time: 29 February comes back in every leap year.
  std::vector<Date> turns;
  for (int year = 0; year <= years; ++year) turns.push_back(start + CalendarSpan{year * 12, 0});
  for (const Date turn : turns) year_edges_.push_back(at(turn));
  const Date end = turns.back();
  end_day_ = day_of(end);
  horizon_day_ = day_of(end + follow_up);
  const bool follows_equally = follow_up != CalendarSpan{};
  follow_up_ = Days{follows_equally ? static_cast<double>(fewest_days(follow_up))
                                    : std::numeric_limits<double>::infinity()};

  for (chrono::year year = chrono::year_month_day{start}.year();; ++year) {
    const Date new_year = year / 1 / 1;
    if (new_year > end) break;
    if (new_year >= start) turns.push_back(new_year);
    if (year == chrono::year{last_year}) break;
  }
  std::ranges::sort(turns);
  const auto repeated = std::ranges::unique(turns);
  turns.erase(repeated.begin(), repeated.end());
  for (const Date turn : turns) segment_edges_.push_back(at(turn));
  for (std::size_t i = 0; i + 1 < turns.size(); ++i) {
    const auto calendar_year = static_cast<int>(year_number(turns[i]));
    segments_.push_back({year_of(segment_edges_[i]), calendar_year});
  }
}

Date Period::date_of(Instant at) const {
  const std::int64_t ticks = at.ticks;
  const std::int64_t whole = ticks / Instant::ticks_per_day;
  return date_at(ticks % Instant::ticks_per_day < 0 ? whole - 1 : whole);
}

int Period::year_of(Instant at) const {
  return span_of(year_edges_, at);
}

int Period::segment_of(Instant at) const {
  return span_of(segment_edges_, at);
}

std::vector<std::int64_t> Period::days_on(DayOfYear day) const {
  std::vector<std::int64_t> days;
  const auto year_of_day = [this](std::int64_t one) {
    return chrono::year_month_day{date_at(one)}.year();
  };
  for (chrono::year year = year_of_day(first_day_); year <= year_of_day(horizon_day_); ++year)
    if (const std::int64_t one = day_of(year / day); one >= first_day_ && one < horizon_day_)
      days.push_back(one);
  return days;
}

Date Period::last_first_of_august(Date date) {
  const chrono::year year = chrono::year_month_day{date}.year();
  const Date this_year = year / chrono::August / 1;
  return this_year <= date ? this_year : Date{(year - chrono::years(1)) / chrono::August / 1};
}

int Period::first_of_augusts_between(Date a, Date b) {
  const auto school_year = [](Date date) {
    return static_cast<int>(year_number(last_first_of_august(date)));
  };
  return school_year(b) - school_year(a);
}

}  // namespace doorstroom
