#include <algorithm>
#include <array>
#include <numeric>

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
  const std::vector<double> shares =
      cumulative_incidence(episodes_of(waits), cause_of(WaitEnd::entered), limits_days);
  return {shares[0], shares[1]};
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
class Requests {
 public:
  /// @param period  by whose follow-up the wait is cut off
  Requests(const Period& period) : period_(period) {}

  void add(const Wait& wait) {
    const WaitEnd end = period_.follows(wait.length()) ? wait.end() : WaitEnd::still_waiting;
    ++count_;
    ++ended_[static_cast<std::size_t>(end)];
    if (end == WaitEnd::entered) wait_days_.push_back(wait.length().count);
  }
  void add_all(const KeptWaits& waits) {
    for (const Wait& wait : waits) add(wait);
  }

  std::size_t count() const { return count_; }
  std::size_t ended(WaitEnd end) const { return ended_[static_cast<std::size_t>(end)]; }
  /// Whole waits of those who entered [day].
  const std::vector<double>& wait_days() const { return wait_days_; }

 private:
  const Period& period_;
  std::size_t count_ = 0;
  std::array<std::size_t, 5> ended_{};
  std::vector<double> wait_days_;
};

/// What the figures of one span of time at one desk or arrangement are computed from.
struct WaitingSpan {
  const Requests& requests;
  std::size_t asked_before_start;  ///< of these requests: made before the start date
  double entries_per_year;         ///< by the moment of entry, whenever asked
  double calendar_wait_days;       ///< waited with a place free but no start date, in all
  EnteredWithin entered_within;
  const std::vector<double>& so_far;  ///< of those listed when the span ends [day]
  DaysSummary wait_days{requests.wait_days()};
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
                 return as_double(span.requests.count() - span.asked_before_start);
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
                         const Curves& curves, Requests& requests) {
  for (const KeptWaits& waits : record.waits) requests.add_all(waits);
  for (const EarlierWait& earlier : record.earlier) requests.add(earlier.wait);
  const auto entries =
      std::accumulate(record.entries.begin(), record.entries.end(), std::uint64_t{0});
  const double calendar_wait_days =
      std::accumulate(record.calendar_wait_days.begin(), record.calendar_wait_days.end(), 0.0);
  return {requests,           record.earlier.size(),  as_double(entries) / replication.years_in(-1),
          calendar_wait_days, entered_within(curves), record.waited_at_year_end.back()};
}

WaitingSpan one_year(const NodeRecord& record, std::size_t year, Requests& requests) {
  requests.add_all(record.waits[year]);
  return {requests,
          0,
          as_double(record.entries[year]),
          record.calendar_wait_days[year],
          entered_within(record.waits[year]),
          record.waited_at_year_end[year]};
}

std::vector<ColumnSpec> waiting_columns(const Scenario&, const KeyColumns& keys) {
  return with_kpis({keys.replication(), keys.year_or_all(), keys.node()}, waiting_definitions);
}

void add_waiting_rows(const Replication& replication, TableData& rows) {
  auto curves = replication.waits.begin();
  for_each_list(replication, [&](NodeId node, const NodeRecord& record) {
    const auto years = static_cast<std::size_t>(replication.years());
    DOORSTROOM_EXPECT(record.waits.size() == years && record.entries.size() == years);
    const Period& period = replication.scenario.period;
    Requests all(period);
    add_kpi_row(rows, waiting_list, whole_period(replication, record, *curves++, all),
                replication.number, -1, node);
    for (std::size_t year = 0; year < years; ++year) {
      Requests asked(period);
      add_kpi_row(rows, waiting_list, one_year(record, year, asked), replication.number, year,
                  node);
    }
  });
}

}  // namespace

std::span<const KpiDefinition> waiting_kpis() {
  return waiting_definitions;
}

constinit const TableDefinition waiting_table{"/waiting", waiting_columns, add_waiting_rows};

}  // namespace doorstroom
