#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <utility>

#include "results/rows/kpi_rows.hpp"
#include "results/stats/intervals.hpp"
#include "results/table/schema.hpp"

namespace doorstroom {
namespace {

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
constexpr std::array within_days{42.0, 70.0};

/// Shares that entered within these days.
using Within = std::array<double, 2>;

/// Of the requests of one year.
Within within_of(const KeptWaits& waits) {
  const std::vector<double> shares =
      cumulative_incidence(episodes_of(waits), cause_of(WaitEnd::entered), within_days);
  return {shares[0], shares[1]};
}

/// Of the whole period, from its curves.
Within within_of(const Curves& curves) {
  const std::span<const double> days = curve_days();
  Within within;
  std::ranges::transform(within_days, within.begin(), [&](double day) {
    const auto at = std::ranges::find(days, day) - days.begin();
    return curves.front()[static_cast<std::size_t>(at)];
  });
  return within;
}

/// All waits of one span at one node.
class Waits {
 public:
  void add_calendar_wait(double days) { calendar_wait_days_ += days; }
  void add(const Wait& wait) {
    const double days = wait.length().count;
    ++count_;
    ++ends_[static_cast<std::size_t>(wait.end())];
    if (wait.end() == WaitEnd::entered) waited_.push_back(days);
    if (wait.end() == WaitEnd::still_waiting) so_far_.push_back(days);
  }

  void add_row(const Replication& replication, int year, NodeId node, std::size_t asked_before,
               double entered_per_year, const Within& within, TableData& rows) && {
    const double waited_mean = mean_of(waited_);
    const double entered = static_cast<double>(waited_.size());
    const std::vector<double> waited = quantiles(std::move(waited_), {0.5, 0.9});
    const std::vector<double> so_far = quantiles(std::move(so_far_), {0.5, 0.9});
    rows.add(replication.number, year, node, count_ - asked_before, asked_before,
             count(WaitEnd::entered), entered_per_year, count(WaitEnd::left_list),
             count(WaitEnd::still_waiting), waited_mean, waited[0], waited[1], within[0], within[1],
             so_far[0], so_far[1], entered > 0 ? calendar_wait_days_ / entered : no_number);
  }

 private:
  std::size_t count(WaitEnd end) const { return ends_[static_cast<std::size_t>(end)]; }

  std::vector<double> waited_;
  std::vector<double> so_far_;
  std::size_t count_ = 0;
  std::array<std::size_t, 5> ends_{};
  double calendar_wait_days_ = 0;
};

/// Calls visit(node, record) for every desk and arrangement.
template <class Visit>
void for_each_list(const Replication& replication, Visit visit) {
  NodeId id = 0;
  for (const Node& node : replication.scenario.nodes) {
    if (has_list(node)) visit(id, node, replication.records.nodes[static_cast<std::size_t>(id)]);
    ++id;
  }
}

NodeRecord::Usage use_of(const Replication& replication,
                         const std::vector<NodeRecord::Usage>& spans, int year) {
  const std::vector<Period::Segment>& segments = replication.scenario.period.segments();
  NodeRecord::Usage sum;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (year >= 0 && segments[i].year != year) continue;
    sum += spans[i];
  }
  return sum;
}

}  // namespace

void add_waiting_rows(const Replication& replication, TableData& rows) {
  auto curves = replication.waits.begin();
  for_each_list(replication, [&](NodeId id, const Node&, const NodeRecord& record) {
    const auto years = static_cast<std::size_t>(replication.years());
    DOORSTROOM_EXPECT(record.waits.size() == years && record.entries.size() == years);
    Waits whole;
    for (const KeptWaits& year : record.waits)
      for (const Wait& wait : year) whole.add(wait);
    for (const EarlierWait& earlier : record.earlier) whole.add(earlier.wait);
    for (const double days : record.calendar_wait_days) whole.add_calendar_wait(days);
    const auto entries =
        std::accumulate(record.entries.begin(), record.entries.end(), std::uint64_t{0});
    std::move(whole).add_row(replication, -1, id, record.earlier.size(),
                             static_cast<double>(entries) / replication.years_in(-1),
                             within_of(*curves++), rows);
    for (std::size_t year = 0; year < years; ++year) {
      Waits asked;
      for (const Wait& wait : record.waits[year]) asked.add(wait);
      asked.add_calendar_wait(record.calendar_wait_days[year]);
      std::move(asked).add_row(replication, static_cast<int>(year), id, 0,
                               static_cast<double>(record.entries[year]),
                               within_of(record.waits[year]), rows);
    }
  });
}

void add_use_rows(const Replication& replication, TableData& rows) {
  constexpr std::int32_t all_units = -1;
  const Scenario& scenario = replication.scenario;
  for_each_list(replication, [&](NodeId id, const Node& node, const NodeRecord& record) {
    DOORSTROOM_EXPECT(record.segments.size() == scenario.period.segments().size());
    const bool is_desk = node.kind == NodeKind::desk;
    const bool unlimited = is_unlimited(scenario, node);
    const auto add_row = [&](int year, std::int32_t unit,
                             const std::vector<NodeRecord::Usage>& segments) {
      const NodeRecord::Usage use = use_of(replication, segments, year);
      const double days = replication.days_of(year);
      const double used = is_desk ? use.worked_hours : use.occupied_days;
      const double there = is_desk ? use.available_hours : use.places_days;
      rows.add(replication.number, year, id, unit, use.occupied_days / days,
               unlimited ? -1.0 : use.places_days / days,
               unlimited || there <= 0 ? no_number : used / there, use.waiting_days / days,
               use.blocked_days / days, is_desk ? use.worked_hours : no_number);
    };
    for (int year = -1; year < replication.years(); ++year) {
      add_row(year, all_units, record.segments);
      std::int32_t unit = 0;
      for (const std::vector<NodeRecord::Usage>& segments : record.units)
        add_row(year, unit++, segments);
    }
  });
}

void add_census_rows(const Replication& replication, TableData& rows) {
  const CensusRecord& census = replication.records.census;
  std::size_t at = 0;
  for (const std::int32_t week : census.weeks)
    for_each_list(replication, [&](NodeId id, const Node&, const NodeRecord&) {
      rows.add(replication.number, week, days_per_week * week, id, census.occupied.at(at),
               census.waiting.at(at), census.places.at(at));
      ++at;
    });
  DOORSTROOM_EXPECT(at == census.occupied.size());
}

}  // namespace doorstroom
