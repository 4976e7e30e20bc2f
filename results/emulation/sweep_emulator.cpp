#include "results/emulation/sweep_emulator.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/error.hpp"
#include "models/messages/message.hpp"
#include "results/experiment/constraint.hpp"
#include "results/figures/outcome_scale.hpp"
#include "results/file/digest.hpp"
#include "results/stats/design_points.hpp"
#include "results/stats/intervals.hpp"
#include "results/sweep/response.hpp"

namespace doorstroom {
namespace {

constexpr std::size_t points_for_each_factor = 10;
constexpr std::size_t least_replications = 5;
constexpr std::uint32_t fresh_points = 60;
/// The hypercubes that fresh points come from: no sweep extends so often.
constexpr std::uint32_t first_fresh_hypercube = (1U << 24U) - 100;
constexpr std::uint32_t most_hypercubes = 10;
/// A node is near full load between these.
constexpr double near_load_from = 0.9;
constexpr double near_load_to = 1.1;
/// A step of capacity, as a share of its range; and the share of the smallest relevant difference
/// below which nothing gets worse.
constexpr double capacity_step = 0.05;
constexpr double negligible = 0.05;

/// The outcomes of the replications that all points have.
/// @throws InputError when some have no data, or they are too few
std::vector<std::vector<double>> common_outcomes(ResultReader& sweep, const KpiName& kpi) {
  std::vector<std::vector<double>> outcomes = outcomes_by_point(sweep, kpi.text());
  const std::size_t common =
      std::ranges::min(outcomes, {}, [](const auto& of_point) { return of_point.size(); }).size();
  if (common < least_replications)
    throw input_error(
        message("{0}: some points have {1} replications, and an emulator takes at least {2} of "
                "each\n  `doorstroom sweep extend --replications` adds some",
                sweep.path(), common, least_replications));
  for (std::vector<double>& of_point : outcomes) {
    of_point.resize(common);
    if (std::ranges::any_of(of_point, [](double outcome) { return std::isnan(outcome); }))
      throw input_error(
          message("{0}: {1} has no value in some replications, so it cannot be emulated\n  take "
                  "another key figure, or one of a year in which somebody comes",
                  sweep.path(), kpi.text()));
  }
  return outcomes;
}

/// Points of the sweep's space that are neither of its design nor twice among these.
DesignValues unfitted_points(const SweepEmulator& emulator) {
  DesignValues found;
  for (std::uint32_t cube = 0; cube < most_hypercubes && found.size() < fresh_points; ++cube)
    for (const DesignPoint& place : latin_hypercube(fresh_points, emulator.space.factors.size(),
                                                    emulator.seed, first_fresh_hypercube + cube)) {
      std::vector<double> values;
      for (std::size_t i = 0; i < place.size(); ++i)
        values.push_back(emulator.space.factors[i].value(place[i]));
      const auto is_among = [&](const DesignValues& others) {
        return std::ranges::find(others, values) != others.end();
      };
      if (found.size() < fresh_points && !is_among(emulator.design) && !is_among(found))
        found.push_back(std::move(values));
    }
  return found;
}

bool is_near_full_load(const SweptSpace& space, std::span<const double> values) {
  const std::vector<double> loads = space.loads_at(values);
  for (std::size_t i = 0; i < loads.size(); ++i)
    if (space.loads[i].known && near_load_from <= loads[i] && loads[i] <= near_load_to) return true;
  return false;
}

class Tally {
 public:
  void add(const FreshPoint& point) {
    ++found_.points;
    if (point.agrees) ++found_.agree;
    const double off = point.simulated - point.emulated.mean;
    squares_ += off * off;
  }
  double squares() const { return squares_; }
  Agreement agreement() const {
    Agreement found = found_;
    found.error = std::sqrt(squares_ / found.points);  // 0 / 0 without points
    return found;
  }

 private:
  Agreement found_;
  double squares_ = 0;
};

/// Counts where more capacity of a node makes its own figure worse, which it never does.
void count_worse_steps(SweepEmulator& emulator, const Emulator& surface) {
  const PreferredDirection preferred = emulator.kpi.definition().preferred;
  if (preferred == PreferredDirection::neither) return;
  const double sign = preferred == PreferredDirection::higher ? 1 : -1;
  for (const OfferedLoad& load : emulator.space.loads) {
    if (load.node != emulator.kpi.node) continue;
    const SweptFactor& capacity = emulator.space.factors[load.factor];
    for (const FreshPoint& point : emulator.fresh) {
      std::vector<double> more = point.values;
      more[load.factor] = capacity.value(capacity.place(more[load.factor]) + capacity_step);
      if (!(more[load.factor] > point.values[load.factor])) continue;
      const double change = surface.at(emulator.space.inputs_at(more)).mean - point.emulated.mean;
      ++emulator.check.steps;
      if (sign * change < -negligible * emulator.smallest_relevant.value_or(0))
        ++emulator.check.worse_steps;
    }
  }
}

}  // namespace

std::string hash_of(const Manifest& manifest) {
  return sha256(to_json(manifest));
}

SweepEmulator fit_sweep(ResultReader& sweep, const Manifest& manifest, const KpiName& kpi) {
  SweepEmulator emulator;
  emulator.sweep = manifest.name;
  emulator.sweep_hash = hash_of(manifest);
  emulator.seed = manifest.seed;
  emulator.kpi = kpi;
  EmulatorData data{{}, common_outcomes(sweep, kpi), outcome_scale(kpi.definition())};
  emulator.design = design_values(sweep);
  const std::size_t factors = manifest.factors.size();
  if (emulator.design.size() < points_for_each_factor * factors)
    throw input_error(
        message("{0}: {1} points are too few for an emulator of {2} parameters, which takes {3}\n  "
                "`doorstroom sweep extend --points` adds some to a design that is no grid",
                sweep.path(), emulator.design.size(), factors, points_for_each_factor * factors));
  emulator.space = swept_space(sweep, manifest.factors, emulator.design);
  for (const std::vector<double>& values : emulator.design)
    data.points.push_back(emulator.space.inputs_at(values));
  emulator.model = fit_emulator(data);
  return emulator;
}

void test_on_fresh_points(SweepEmulator& emulator, Simulations& simulations,
                          const std::function<void(std::uint32_t)>& on_plan) {
  emulator.smallest_relevant = smallest_relevant(simulations.scenario(0), emulator.kpi);
  const auto kpi = static_cast<std::size_t>(std::ranges::find(simulations.kpis(), emulator.kpi) -
                                            simulations.kpis().begin());
  const DesignValues points = unfitted_points(emulator);
  const ReplicationRange replications{0, emulator.model.replications};
  std::vector<SimulationRequest> requests;
  for (const std::vector<double>& values : points)
    requests.push_back({{0, emulator.space.sets(values)}, replications});
  const std::uint32_t missing = simulations.missing(requests);
  simulations.run({requests.front()});
  if (on_plan) on_plan(missing);
  simulations.expect(missing);
  simulations.run(requests);

  const Emulator surface(emulator.model);
  Tally all, near;
  Welford simulated;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const std::vector<double> inputs = emulator.space.inputs_at(points[i]);
    const double mean =
        t_interval(simulations.values(requests[i].alternative, kpi, replications)).mean;
    const FreshPoint& point = emulator.fresh.emplace_back(
        FreshPoint{points[i], mean, surface.at(inputs), surface.agrees(inputs, mean),
                   is_near_full_load(emulator.space, points[i])});
    all.add(point);
    if (point.near_full_load) near.add(point);
    simulated.add(mean);
  }
  emulator.check.all = all.agreement();
  emulator.check.near_full_load = near.agreement();
  emulator.check.q2 = 1 - all.squares() / simulated.m2();
  count_worse_steps(emulator, surface);
}

}  // namespace doorstroom
