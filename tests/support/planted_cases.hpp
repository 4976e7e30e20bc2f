#pragma once
/// Calibrations of which the answer is known: one future of a small region is simulated with inputs
/// that are planted within their ranges, what is seen in it becomes the targets, and the
/// calibration must keep the planted inputs.

#include <fmt/format.h>

#include <string>
#include <vector>

#include "engine/random.hpp"
#include "results/calibration/calibration.hpp"
#include "results/sweep/sample.hpp"
#include "tests/support/scenario_files.hpp"

namespace doorstroom {

/// Help with places, after which some get more help, of which there is enough.
inline std::string planted_region(const std::string& targets) {
  return R"(doorstroom: 1
name: planted
period: {start: 2026-08-01, years: 3, warm_up: 1 year, follow_up: 0 days}
seed: 1
sources: {arrivals: {per_year: 100, to: help}}
arrangements:
  help:
    education: full
    places: 16
    stay: {exponential: {mean: 40 days}}
    routes: {more: 30%, done: rest}
  more:
    education: full
    places: unlimited
    stay: {exponential: {mean: 60 days}}
    routes: {done: 100%}
exits: {done: {education: full}}
evidence:
  sources.arrivals.per_year: {basis: assumed, range: [60, 140]}
  arrangements.help.stay: {basis: assumed, range: [25 days, 40 days, 60 days]}
  arrangements.help.routes.more.share: {basis: assumed, range: [10%, 60%]}
)" + targets;
}

struct PlantedCase {
  DesignPoint place;  ///< of the planted inputs
  std::string scenario;

  explicit PlantedCase(std::uint32_t number) {
    for (std::uint32_t input = 0; input < 3; ++input)
      place.push_back(0.1 +
                      0.8 * uniform({number, 0}, {.source = hash32("planted"), .node = input}));
    const ScenarioFiles files;
    const ScenarioTree tree(files.write(planted_region("")), std::vector<std::string>{});
    const Assumptions assumptions = assumptions_of({tree});
    Scenario truth = tree.with(assumptions.sets_of(0, assumptions.values_at(place))).scenario;
    truth.seed = 1000 + number;
    const std::vector<std::string> names{"help.entered_per_year", "help.occupied_mean",
                                         "more.entered_per_year", "help.waiting_mean",
                                         "more.occupied_mean"};
    std::vector<KpiName> kpis;
    for (const std::string& name : names) kpis.push_back(KpiName::parse(name));
    const TableData seen = sample(truth, {0, 1}, kpis);
    std::string targets = "targets:\n";
    for (std::size_t i = 0; i < names.size(); ++i)
      targets += fmt::format("  {}: {{value: {:.4f}, tolerance: 10%, use: {}, basis: measured}}\n",
                             names[i], std::get<std::vector<double>>(seen.columns[i + 1]).front(),
                             i + 1 < names.size() ? "tune" : "check");
    scenario = planted_region(targets);
  }

  Calibration calibrated(CalibrationQuestion question = {}) const {
    const ScenarioFiles files;
    const ScenarioTree tree(files.write(scenario), std::vector<std::string>{});
    Simulations simulations({tree}, CalibrationQuestion::kpis(tree.load().scenario),
                            {.seed = 1, .pool = {.jobs = 2}});
    return calibrate(question, simulations);
  }
};

}  // namespace doorstroom
