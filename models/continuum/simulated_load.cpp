#include "models/continuum/simulated_load.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "models/continuum/continuum.hpp"
#include "models/continuum/inflows.hpp"

namespace doorstroom {
namespace {

/// So many arrivals, warm-up included, take about a second.
constexpr double enough_arrivals = 150'000;
constexpr std::uint32_t most_replications = 5;
/// A list grows without end when it grows by more than this share of a year's requests a year, at
/// a node that is used nearly in full.
constexpr double growth_without_end = 0.03;
constexpr double nearly_full = 0.95;

double arrivals_per_year(const Scenario& scenario) {
  double sum = 0;
  for (const Source& source : scenario.sources) {
    const auto listed = static_cast<double>(source.arrivals.size());
    sum += listed > 0 ? listed / scenario.period.years()
                      : source.per_year.at(scenario.period, {Instant{}});
  }
  return sum;
}

/// The scenario, with fewer years when it has very many arrivals.
Scenario shortened(const Scenario& scenario, double per_year) {
  Scenario shorter = scenario;
  const Period& period = scenario.period;
  const double warm_up = static_cast<double>(-period.first_day()) / days_per_year;
  const double years =
      std::max(1.0, std::floor(enough_arrivals / std::max(per_year, 1.0) - warm_up));
  if (years < period.years())
    shorter.period = Period(period.start(), static_cast<int>(years),
                            CalendarSpan{0, static_cast<int>(-period.first_day())});
  return shorter;
}

/// What was used of a node, per year, summed over the replications.
struct NodeUse {
  std::uint64_t asked = 0;
  std::vector<NodeRecord::Usage> years;
};

double used_share(const NodeRecord::Usage& used, bool is_desk) {
  const double given = is_desk ? used.available_hours : used.places_days;
  const double taken = is_desk ? used.worked_hours : used.occupied_days;
  return given > 0 ? taken / given : std::numeric_limits<double>::quiet_NaN();
}

bool can_leave(const Scenario& scenario, NodeId id) {
  const Node& node = scenario.nodes[id];
  if (node.waiting.leaves_after) return true;
  if (node.limit) return true;
  return std::ranges::any_of(scenario.choices, [&](const Choice& choice) {
    return std::ranges::find(choice.among, id) != choice.among.end();
  });
}

NodeLoad load_of(const Scenario& scenario, NodeId id, const NodeUse& use,
                 std::uint32_t replications) {
  const Period& period = scenario.period;
  const std::vector<Instant>& edges = period.year_edges();
  const auto length_of = [&](std::size_t year) { return (edges[year + 1] - edges[year]).count; };
  const bool is_desk = scenario.nodes[id].kind == NodeKind::desk;
  const std::size_t last = use.years.size() - 1;
  NodeLoad load{.node = id, .can_leave = can_leave(scenario, id)};
  load.asked_per_year = static_cast<double>(use.asked) / replications / period.years();
  load.first_year = used_share(use.years.front(), is_desk);
  load.last_year = used_share(use.years[last], is_desk);
  load.waiting_first_year = use.years.front().waiting_days / length_of(0) / replications;
  load.waiting_last_year = use.years[last].waiting_days / length_of(last) / replications;
  constexpr std::size_t least_years = 3;
  const double growth = (load.waiting_last_year - load.waiting_first_year) /
                        std::max<double>(1, static_cast<double>(last));
  const bool full = !(load.last_year < nearly_full);  // also where there is nothing to be had
  load.grows_without_end = use.years.size() >= least_years && full &&
                           growth > growth_without_end * load.asked_per_year && growth > 0;
  return load;
}

}  // namespace

SimulatedLoads simulated_loads(const Scenario& scenario) {
  const double per_year = arrivals_per_year(scenario);
  const Scenario shorter = shortened(scenario, per_year);
  const Period& period = shorter.period;
  const double run_years =
      static_cast<double>(period.horizon_day() - period.first_day()) / days_per_year;
  const double affordable = enough_arrivals / std::max(1.0, per_year * run_years);
  SimulatedLoads loads;
  loads.years = period.years();
  loads.replications = static_cast<std::uint32_t>(
      std::clamp<double>(affordable, 1, std::min(most_replications, scenario.replications)));

  loads.arrivals = expected_arrivals(shorter) * loads.replications;

  IdVector<NodeId, NodeUse> uses(shorter.nodes.size());
  for (NodeUse& use : uses) use.years.resize(static_cast<std::size_t>(period.years()));
  for (std::uint32_t i = 0; i < loads.replications; ++i) {
    const Records records = simulate(shorter, i, false);
    for (const NodeId id : shorter.nodes.ids()) {
      const NodeRecord& record = records.nodes[id];
      for (const KeptWaits& waits : record.waits) uses[id].asked += waits.size();
      for (std::size_t segment = 0; segment < record.segments.size(); ++segment)
        uses[id].years[static_cast<std::size_t>(period.segments()[segment].year)] +=
            record.segments[segment];
    }
  }
  for (const NodeId id : shorter.nodes.ids())
    if (const NodeKind kind = shorter.nodes[id].kind;
        kind == NodeKind::desk || kind == NodeKind::arrangement)
      loads.nodes.push_back(load_of(shorter, id, uses[id], loads.replications));
  return loads;
}

}  // namespace doorstroom
