#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

#include "results/rows/kpi_lists.hpp"
#include "results/rows/kpi_table.hpp"
#include "results/rows/table_definition.hpp"

/// Key figures of waiting at desks and arrangements: the table /waiting.

namespace doorstroom {
namespace {

/// Share of requests that entered within 6 and within 10 weeks of asking, from the cumulative
/// incidence; NaN without requests.
struct EnteredWithin {
  double weeks_6;
  double weeks_10;
};

constexpr std::array limits_days{42.0, 70.0};

/// Of the requests of one year.
EnteredWithin entered_within(const KeptWaits& waits) {
  const Incidences shares =
      incidences_of(cause_of(WaitEnd::entered), limits_days, [&waits](auto add) {
        for (const Wait& wait : waits) add(episode_of(wait));
      });
  return {shares.back()[0], shares.back()[1]};
}

/// Of the whole period, from its curves.
EnteredWithin entered_within(const Curves& curves) {
  const std::span<const double> days = curve_days();
  const std::vector<double>& entered = curves.front();
  const auto share_at = [&](double limit) {
    return entered[static_cast<std::size_t>(std::ranges::find(days, limit) - days.begin())];
  };
  return {share_at(limits_days[0]), share_at(limits_days[1])};
}

/// The requests made in one span of time at one desk or arrangement, and how their waits ended
/// within the follow-up of each.
struct Requests {
  std::size_t count = 0;
  std::array<std::size_t, 5> ended_by{};

  std::size_t ended(WaitEnd end) const { return ended_by[static_cast<std::size_t>(end)]; }
  Requests& operator+=(const Requests& more) {
    count += more.count;
    for (std::size_t end = 0; end < ended_by.size(); ++end) ended_by[end] += more.ended_by[end];
    return *this;
  }
};

/// All requests at one desk or arrangement. The waits of those who entered lie in one buffer, year
/// after year, where the quantiles of each year are found, and then those of the whole.
class NodeRequests {
 public:
  NodeRequests(const Period& period, const NodeRecord& record) : period_(period) {
    std::size_t asked = record.earlier.size();
    for (const KeptWaits& waits : record.waits) asked += waits.size();
    wait_days_.reserve(asked);
    std::vector<std::size_t> ends;
    for (const KeptWaits& waits : record.waits) {
      Requests& year = years_.emplace_back();
      for (const Wait& wait : waits) add(wait, year);
      ends.push_back(wait_days_.size());
      whole_ += year;
    }
    for (const EarlierWait& earlier : record.earlier) add(earlier.wait, whole_);
    const double mean_days = mean_of(wait_days_);
    std::size_t first = 0;
    for (const std::size_t end : ends) {
      days_of_years_.emplace_back(std::span(wait_days_).subspan(first, end - first));
      first = end;
    }
    days_of_whole_.emplace(mean_days, wait_days_);
  }

  const Requests& whole() const { return whole_; }
  const Requests& of_year(std::size_t year) const { return years_[year]; }
  /// Whole waits of those who entered.
  const DaysSummary& days_of_whole() const { return *days_of_whole_; }
  const DaysSummary& days_of_year(std::size_t year) const { return days_of_years_[year]; }

 private:
  /// The follow-up of the period cuts the wait off.
  void add(const Wait& wait, Requests& requests) {
    const WaitEnd end = period_.follows(wait.length()) ? wait.end() : WaitEnd::still_waiting;
    ++requests.count;
    ++requests.ended_by[static_cast<std::size_t>(end)];
    if (end == WaitEnd::entered) wait_days_.push_back(wait.length().count);
  }

  const Period& period_;
  std::vector<Requests> years_;
  Requests whole_;
  std::vector<double> wait_days_;
  std::vector<DaysSummary> days_of_years_;
  std::optional<DaysSummary> days_of_whole_;
};

/// What the figures of one span of time at one desk or arrangement are computed from.
struct WaitingSpan {
  const Requests& requests;
  const DaysSummary& wait_days;
  std::size_t asked_before_start;  ///< of these requests: made before the start date
  double entries_per_year;         ///< by the moment of entry, whenever asked
  double calendar_wait_days;       ///< waited with a place free but no start date, in all
  EnteredWithin entered_within;
  std::vector<double> so_far;  ///< of those listed when the span ends [day]
  DaysSummary so_far_days{so_far};
};

/// A key figure, and how it is computed from one span of time.
struct WaitingKpi {
  KpiDefinition definition;
  double (*value)(const WaitingSpan&) = nullptr;
};

constexpr std::array waiting_list{
    WaitingKpi{{"asked", whole_number, "youth", translatable("Asked"),
                translatable("Requests made in the span; bounced ones not counted")},
               [](const WaitingSpan& span) {
                 return as_double(span.requests.count - span.asked_before_start);
               }},
    WaitingKpi{{"asked_before_start", whole_number, "youth", translatable("Listed at the start"),
                translatable("Requests made before the start date by those still listed then; they "
                             "count in the columns below of the whole period")},
               [](const WaitingSpan& span) { return as_double(span.asked_before_start); }},
    WaitingKpi{
        {"entered", whole_number, "youth", translatable("Entered"),
         translatable("Of these requests: entered, or work begun, within the follow-up")},
        [](const WaitingSpan& span) { return as_double(span.requests.ended(WaitEnd::entered)); }},
    WaitingKpi{{"entered_per_year", real_number, "youth/year", translatable("Entered a year"),
                translatable("Entries by the moment of entry, whenever asked, per year")},
               [](const WaitingSpan& span) { return span.entries_per_year; }},
    WaitingKpi{
        {"left_list", whole_number, "youth", translatable("Gave up the list"),
         translatable("Of these requests: gave up, or left while waiting, within the follow-up"),
         PreferredDirection::lower},
        [](const WaitingSpan& span) { return as_double(span.requests.ended(WaitEnd::left_list)); }},
    WaitingKpi{{"still_waiting", whole_number, "youth", translatable("Still waiting"),
                translatable("Of these requests: still listed when their follow-up ended"),
                PreferredDirection::lower},
               [](const WaitingSpan& span) {
                 return as_double(span.requests.ended(WaitEnd::still_waiting));
               }},
    WaitingKpi{{"wait_mean", real_number, "day", translatable("Waited, mean"),
                translatable("Mean wait of those who entered within the follow-up"),
                PreferredDirection::lower},
               [](const WaitingSpan& span) { return span.wait_days.mean; }},
    WaitingKpi{{"wait_p50", real_number, "day", translatable("Waited, median"),
                translatable("Median wait of those who entered within the follow-up"),
                PreferredDirection::lower},
               [](const WaitingSpan& span) { return span.wait_days.p50; }},
    WaitingKpi{
        {"wait_p90", real_number, "day", translatable("Waited, 90% within"),
         translatable("Wait within which 90% of those who entered within the follow-up did so; "
                      "gets better when people give up, so never a verdict"),
         PreferredDirection::lower},
        [](const WaitingSpan& span) { return span.wait_days.p90; }},
    WaitingKpi{{"entered_within_6w", real_number, "1", translatable("Entered within 6 weeks"),
                translatable("Share of all who asked that entered within 6 weeks (Aalen-Johansen "
                             "cumulative incidence at 42 days)"),
                PreferredDirection::higher},
               [](const WaitingSpan& span) { return span.entered_within.weeks_6; }},
    WaitingKpi{{"entered_within_10w", real_number, "1", translatable("Entered within 10 weeks"),
                translatable("Share of all who asked that entered within 10 weeks (Aalen-Johansen "
                             "cumulative incidence at 70 days)"),
                PreferredDirection::higher, is_headline},
               [](const WaitingSpan& span) { return span.entered_within.weeks_10; }},
    WaitingKpi{{"so_far_p50", real_number, "day", translatable("Waiting so far, median"),
                translatable("Median time waited so far by those on the list when the span ends"),
                PreferredDirection::lower},
               [](const WaitingSpan& span) { return span.so_far_days.p50; }},
    WaitingKpi{
        {"so_far_p90", real_number, "day", translatable("Waiting so far, 90% within"),
         translatable("Time waited so far that 90% of those on the list when the span ends do "
                      "not exceed"),
         PreferredDirection::lower},
        [](const WaitingSpan& span) { return span.so_far_days.p90; }},
    WaitingKpi{
        {"calendar_wait_mean", real_number, "day", translatable("Waited for a start date"),
         translatable(
             "Mean part of the wait with a place free but no start date, of those who entered"),
         PreferredDirection::lower},
        [](const WaitingSpan& span) {
          return share(span.calendar_wait_days, as_double(span.requests.ended(WaitEnd::entered)));
        }},
};
static_assert(is_complete(waiting_list));
constexpr auto waiting_definitions = definitions_of(waiting_list);

/// @param curves  wait_curves() of the node
WaitingSpan whole_period(const Replication& replication, const NodeRecord& record,
                         const Curves& curves, const NodeRequests& requests) {
  const auto entries =
      std::accumulate(record.entries.begin(), record.entries.end(), std::uint64_t{0});
  return {.requests = requests.whole(),
          .wait_days = requests.days_of_whole(),
          .asked_before_start = record.earlier.size(),
          .entries_per_year = as_double(entries) / replication.years_in(-1),
          .calendar_wait_days = std::accumulate(record.calendar_wait_days.begin(),
                                                record.calendar_wait_days.end(), 0.0),
          .entered_within = entered_within(curves),
          .so_far = record.waited_at_year_end.back()};
}

WaitingSpan one_year(const NodeRecord& record, std::size_t year, const NodeRequests& requests) {
  return {.requests = requests.of_year(year),
          .wait_days = requests.days_of_year(year),
          .asked_before_start = 0,
          .entries_per_year = as_double(record.entries[year]),
          .calendar_wait_days = record.calendar_wait_days[year],
          .entered_within = entered_within(record.waits[year]),
          .so_far = record.waited_at_year_end[year]};
}

std::vector<ColumnSpec> waiting_columns(const Scenario&, const KeyColumns& keys) {
  return with_kpis({keys.replication(), keys.year_or_all(), keys.node()}, waiting_definitions);
}

void add_waiting_rows(const Replication& replication, TableData& rows) {
  auto curves = replication.waits.begin();
  for_each_list(replication, [&](NodeId node, const NodeRecord& record) {
    const auto years = static_cast<std::size_t>(replication.years());
    DOORSTROOM_EXPECT(record.waits.size() == years && record.entries.size() == years);
    const NodeRequests requests(replication.scenario.period, record);
    add_kpi_row(rows, waiting_list, whole_period(replication, record, *curves++, requests),
                replication.number, -1, node);
    for (std::size_t year = 0; year < years; ++year)
      add_kpi_row(rows, waiting_list, one_year(record, year, requests), replication.number, year,
                  node);
  });
}

}  // namespace

std::span<const KpiDefinition> waiting_kpis() {
  return waiting_definitions;
}

constinit const TableDefinition waiting_table{"/waiting", waiting_columns, add_waiting_rows};

}  // namespace doorstroom
