#include "models/continuum/attendance_book.hpp"

#include <algorithm>

namespace doorstroom {
namespace {

constexpr Days four_weeks{28};
constexpr Days thirteen_weeks{91};
constexpr std::int64_t ticks_per_week = 7 * Instant::ticks_per_day;

std::int64_t divide_up(std::int64_t value, std::int64_t by) {
  const std::int64_t quotient = value / by;
  return quotient + (value % by > 0 ? 1 : 0);
}

/// The first moment at which a spell is longer than `length`.
Instant beyond(Instant since, Days length) {
  return {(since + length).ticks + 1};
}

/// When the youth is of compulsory school age.
std::pair<Instant, Instant> school_age(const Scenario& scenario, const Youth& youth) {
  return {youth.person.born + Days{scenario.compulsory_from * days_per_year},
          youth.person.born + Days{scenario.compulsory_to * days_per_year}};
}

}  // namespace

std::optional<SchoolAt> school_at(const Node& node) {
  switch (node.education) {
    case Education::share:
      return SchoolAt{Attendance::attending, node.education_share};
    case Education::none:
      return SchoolAt{Attendance::absent, 0};
    case Education::exempt:
      return SchoolAt{Attendance::exempt, 0};
    case Education::unchanged:
      break;
  }
  return std::nullopt;
}

CensusWeeks::CensusWeeks(const Period& period)
    : first(divide_up(period.first_day(), 7)), end(divide_up(period.end_day(), 7)) {}

void AttendanceBook::WeeklyCount::add(Instant from, Instant to) {
  const auto week_at_or_after = [this](Instant at) {
    const std::int64_t week = divide_up(at.ticks, ticks_per_week) - first_week_;
    return static_cast<std::size_t>(
        std::clamp<std::int64_t>(week, 0, static_cast<std::int64_t>(changes_.size()) - 1));
  };
  if (to <= from) return;
  ++changes_[week_at_or_after(from)];
  --changes_[week_at_or_after(to)];
}

std::vector<std::int32_t> AttendanceBook::WeeklyCount::counts() const {
  std::vector<std::int32_t> counts;
  counts.reserve(changes_.size() - 1);
  std::int32_t count = 0;
  for (std::size_t week = 0; week + 1 < changes_.size(); ++week)
    counts.push_back(count += changes_[week]);
  return counts;
}

AttendanceBook::AttendanceBook(const Scenario& scenario, Records& records)
    : scenario_(scenario),
      records_(records),
      absent_(CensusWeeks(scenario.period).first, CensusWeeks(scenario.period).count()),
      absent_4w_(absent_),
      absent_13w_(absent_) {}

void AttendanceBook::note(Youth& youth, Instant now, Attendance attendance, double education) {
  const bool same = youth.schooling.attendance == attendance &&
                    (attendance != Attendance::attending || youth.schooling.education == education);
  if (same) return;

  close(youth, now);
  if (attendance == Attendance::absent) youth.schooling.absent_since = now;
  youth.schooling.attendance = attendance;
  youth.schooling.education = education;
  youth.schooling.unchanged_since = now;
}

void AttendanceBook::close(Youth& youth, Instant now) {
  switch (youth.schooling.attendance) {
    case Attendance::attending:
      lose_education(youth, youth.schooling.unchanged_since, now, 1 - youth.schooling.education);
      break;
    case Attendance::absent:
      lose_education(youth, youth.schooling.unchanged_since, now, 1);
      end_spell(youth, now);
      break;
    case Attendance::exempt:
      break;
  }
}

void AttendanceBook::end_spell(Youth& youth, Instant now) {
  youth.schooling.absent_days_before += (now - youth.schooling.absent_since).count;

  const auto [from_age, to_age] = school_age(scenario_, youth);
  const Instant to = std::min(now, to_age);
  const Instant since = youth.schooling.absent_since;
  const Instant over_4w = beyond(since, four_weeks);
  const Instant over_13w = beyond(since, thirteen_weeks);

  // Who was found absent was not there before.
  const Instant counts = std::max(from_age, youth.person.arrived);
  absent_.add(std::max(since, counts), to);
  absent_4w_.add(std::max(over_4w, counts), to);
  absent_13w_.add(std::max(over_13w, counts), to);
  add_days(youth, std::max(since + four_weeks, from_age), to, &YearRecord::absent_4w_days, 1);
  add_days(youth, std::max(since + thirteen_weeks, from_age), to, &YearRecord::absent_13w_days, 1);

  const std::optional<Instant> dropout = dropout_in_spell(youth, now);
  if (!dropout) return;
  note_first(youth, *dropout, SignalEnd::dropped_out);
  youth.schooling.dropped_out = true;
  const int year = scenario_.period.year_of(*dropout);
  records_.tally(youth.person.groups, year, [](YearRecord& of) { ++of.dropouts; });
}

/// When the present spell of absence exceeded 4 weeks and made the youth a dropout, if it has.
std::optional<Instant> AttendanceBook::dropout_in_spell(const Youth& youth, Instant now) const {
  const auto [from_age, to_age] = school_age(scenario_, youth);
  const Instant over_4w = beyond(youth.schooling.absent_since, four_weeks);
  if (youth.schooling.dropped_out || over_4w > now || over_4w < from_age || over_4w >= to_age)
    return std::nullopt;
  return youth.schooling.absent_since + four_weeks;
}

void AttendanceBook::follow(Youth& youth, Instant now) const {
  youth.schooling.followed = youth.person.year >= 0 && !youth.schooling.dropped_out &&
                             now < school_age(scenario_, youth).second;
}

void AttendanceBook::end_following(Youth& youth, Instant now, SignalEnd end) {
  if (!youth.schooling.followed) return;
  const Instant too_old = school_age(scenario_, youth).second;
  const auto dropout = youth.schooling.attendance == Attendance::absent
                           ? dropout_in_spell(youth, now)
                           : std::nullopt;
  if (dropout)
    note_first(youth, *dropout, SignalEnd::dropped_out);
  else if (too_old < now)
    note_first(youth, too_old, SignalEnd::left);
  else
    note_first(youth, now, end);
}

void AttendanceBook::note_first(Youth& youth, Instant at, SignalEnd end) {
  if (youth.schooling.followed) records_.first_ends.push_back({youth.person.arrived, at, end});
  youth.schooling.followed = false;
}

void AttendanceBook::lose_education(const Youth& youth, Instant from, Instant to, double missing) {
  if (missing <= 0) return;
  const auto [from_age, to_age] = school_age(scenario_, youth);
  add_days(youth, std::max(from, from_age), std::min(to, to_age), &YearRecord::education_days_lost,
           missing);
}

void AttendanceBook::add_days(const Youth& youth, Instant from, Instant to, double YearRecord::*sum,
                              double weight) {
  const std::vector<Instant>& edges = scenario_.period.year_edges();
  from = std::max(from, edges.front());
  to = std::min(to, edges.back());
  if (to <= from) return;
  for (const std::int16_t group : youth.person.groups)
    records_.groups[static_cast<std::size_t>(group)].*sum += (to - from).count * weight;
  for (auto year = static_cast<std::size_t>(scenario_.period.year_of(from));
       year + 1 < edges.size() && edges[year] < to; ++year) {
    const Days part = std::min(to, edges[year + 1]) - std::max(from, edges[year]);
    records_.years[year].*sum += part.count * weight;
  }
}

void AttendanceBook::fill(CensusRecord& census) const {
  census.absent = absent_.counts();
  census.absent_4w = absent_4w_.counts();
  census.absent_13w = absent_13w_.counts();
}

}  // namespace doorstroom
