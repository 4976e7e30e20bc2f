#pragma once
/// Where one more place, or a little more staff, helps most: `doorstroom bottlenecks`.
///
/// Each desk and each arrangement with limited capacity gets a little more, everything else alike,
/// and a key figure is compared with the base, replication by replication. One place is often too
/// little to be seen, so the step is 1 place or 0.1 fte, or two or four times that, but no more
/// than 10% of the capacity: the smallest whose effect pilot replications show, else the largest.
/// The effect is then estimated on fresh replications, as a step that was chosen because its effect
/// was seen flatters itself on those that chose it.
///
/// Effects are divided by what the step costs only where they are shown, and twice the effect of a
/// step is shown to be that of the double step: where 2 D(h) - D(2h) is equivalent to nil, by two
/// one-sided tests against the smallest relevant difference of the key figure. So the double step
/// is simulated only where the step itself has an effect. A step costs what the scenario says
/// of a place or an fte that is in use all the time, and for as many stays or cases as one in use
/// has.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "results/decisions/seek.hpp"
#include "results/experiment/simulations.hpp"
#include "results/stats/paired.hpp"
#include "results/stats/ranks.hpp"

namespace doorstroom {

struct BottleneckQuestion {
  KpiName kpi;                     ///< has a preferred direction
  std::uint32_t pilot = 10;        ///< replications that choose the step
  std::uint32_t fresh = 50;        ///< replications that estimate its effect
  std::uint32_t at_most = 20'000;  ///< replications

  /// The key figures that bottlenecks() needs: kpi, and the lists.
  std::vector<KpiName> kpis(const Scenario& base) const;
};

/// A capacity, and what a little more of it does.
struct BottleneckRow {
  std::string node;
  std::string lever;         ///< path of the parameter
  std::string unit;          ///< "fte"; "" for places
  double capacity = 0;       ///< now
  double step = 0;           ///< more of it
  PairedDifference effect;   ///< of the step; its bounds hold together over all rows
  double euro_per_year = 0;  ///< what the step costs when it is used in full; 0: no price
  PairedDifference bill;     ///< change of everybody's costs [EUR/year]
  /// Whether the step is shown to have an effect, and the double step twice as much.
  bool proportional = false;
  std::optional<Interval> per_100k_euro;  ///< none: no price, or not shown to be proportional
  RankRange rank;  ///< by the effect for its money; without prices by the effect
};

struct Bottlenecks {
  std::vector<BottleneckRow> rows;          ///< the most helpful first
  std::vector<std::string> without_list;    ///< nodes with limited capacity that nobody waits for
  std::vector<std::string> not_one_number;  ///< nodes whose capacity changes on dates, left out
  bool by_money = true;                     ///< whether ranks are of the effect for 100,000 euro
  double smallest_relevant = 0;             ///< of the key figure
};

/// @param simulations  of one plan, that keep question.kpis()
/// @throws InputError when no capacity of the scenario is limited, or the budget is too small
/// @throws RunError, Interrupted as run_replications()
Bottlenecks bottlenecks(const BottleneckQuestion& question, Simulations& simulations,
                        const OnEstimate& on_estimate = {});

}  // namespace doorstroom
