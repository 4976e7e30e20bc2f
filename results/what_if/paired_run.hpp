#pragma once
/// Replications of a variant, each beside the same replication of the scenario, and what the pairs
/// say after every few of them. The figures, intervals and verdicts are those of
/// `doorstroom compare` with so many replications.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "results/comparison/comparison.hpp"
#include "results/stats/intervals.hpp"
#include "results/what_if/baseline_rows.hpp"

namespace doorstroom {

/// From so many pairs on an interval is more than a first impression.
inline constexpr std::uint32_t enough_pairs = 20;

struct PairedRunOrder {
  const Scenario& base;
  const Scenario&
      variant;  ///< with the seed of the base; of a variant without changes, `base` itself
  std::uint32_t pairs = 2;  ///< >= 2
  int jobs = 1;             ///< worker processes, >= 1
};

/// What one funder pays [EUR/year].
struct PaidSoFar {
  std::string funder;       ///< id, or `nobody`
  PairedDifference paired;  ///< exploratory
  Interval base;            ///< as it is now
};

/// What is known after some pairs.
struct PairsSoFar {
  std::uint32_t pairs = 0;
  const ComparedVariant& comparison;   ///< verdicts, whole system, years and phases
  const KpiSource& base;               ///< values of the scenario
  const std::vector<PaidSoFar>& paid;  ///< by funders that both have and that pay something
  bool base_alone = false;             ///< the variant changes nothing
};

/// The numbers of pairs after which something is told: 5, 10, 20, 50, 100 and so on, and the last.
bool is_told_after(std::uint32_t pairs, std::uint32_t last);

/// Runs the pairs. @param told  called after some of them, and after the last
/// @throws InputError when the variant has no such key figure
/// @throws RunError when a worker dies twice at one replication
void run_pairs(const PairedRunOrder& order, BaselineRows& baseline,
               const std::function<void(const PairsSoFar&)>& told);

/// Simulates replications of the scenario alone, so that they are there when pairs are asked for.
void run_baseline(const Scenario& base, std::uint32_t replications, int jobs,
                  BaselineRows& baseline);

}  // namespace doorstroom
