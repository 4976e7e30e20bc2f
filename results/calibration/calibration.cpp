#include "results/calibration/calibration.hpp"
#include "results/experiment/states_of_world.hpp"

#include <algorithm>
#include <cmath>

#include "engine/error.hpp"
#include "models/messages/message.hpp"
#include "results/calibration/matched_target.hpp"

namespace doorstroom {
namespace {

constexpr std::uint32_t replications_of_set = 10;
constexpr std::uint32_t candidates_of_set = 6;  ///< so many are tried for each set, at most

class CalibrationExperiment {
 public:
  CalibrationExperiment(const CalibrationQuestion& question, Simulations& simulations)
      : question_(question), simulations_(simulations) {
    const Scenario& scenario = simulations.scenario(0);
    for (const Target& target : scenario.targets)
      found_.targets.push_back({target, KpiName::parse(target.kpi), 0, 0, {}});
    if (found_.tuned() == 0)
      throw input_error(
          message("{0}: no target is marked `use: tune`, so there is nothing to agree with\n  mark "
                  "those that inputs should agree with, as in oza.entered_per_year: {{value: 250, "
                  "tolerance: 10%, use: tune, basis: measured}}",
                  scenario.name));
    found_.assumptions = assumptions_of(simulations.plans());
    inputs_ = found_.assumptions.inputs();
    check_anything_varies(found_.assumptions, scenario.name);
    points_of_wave_ = affordable();
    found_.replications_each = replications_of_set;
  }

  Calibration run(const OnEstimate& on_estimate) {
    const std::vector<DesignPoint> first =
        latin_hypercube(points_of_wave_, inputs_.size(), simulations_.seed());
    estimate(first.front(), on_estimate);
    run_waves(first);
    find_sets();
    judge();
    return std::move(found_);
  }

 private:
  std::uint32_t cost_of_sets() const { return question_.sets * replications_of_set; }
  std::uint32_t cost_of_wave() const { return points_of_wave_ * question_.replications; }

  /// Ten points for each input, or as many as one wave may have beside the sets.
  std::uint32_t affordable() const {
    constexpr std::size_t points_of_input = 10;
    const auto inputs = static_cast<std::uint32_t>(inputs_.size());
    const std::uint32_t aim = question_.points > 0 ? question_.points : points_of_input * inputs;
    const std::uint32_t fewest = std::max(2 * inputs + 2, inputs + 4);
    const std::uint32_t least = fewest * question_.replications + cost_of_sets();
    if (question_.points > 0 && question_.points < fewest)
      throw input_error(
          message("--points {0} is too few for {1} inputs\n  give {2} or more; ten "
                  "for each input is what is customary",
                  question_.points, inputs, fewest));
    if (question_.at_most < least)
      throw input_error(
          message("--at-most {0} is too few: {1} points with {2} replications, and {3} sets with "
                  "{4}, are {5}\n  allow more, or ask for fewer --sets",
                  question_.at_most, fewest, question_.replications, question_.sets,
                  replications_of_set, least));
    return std::min(aim, (question_.at_most - cost_of_sets()) / question_.replications);
  }

  void estimate(const DesignPoint& first, const OnEstimate& on_estimate) {
    constexpr std::uint32_t customary_waves = 3;
    simulations_.run({{alternative(first), {0, question_.replications}}});
    const std::uint32_t planned = std::min(
        question_.at_most, customary_waves * cost_of_wave() + cost_of_sets() + cost_of_sets() / 4);
    simulations_.expect(planned);
    if (on_estimate) on_estimate(planned, question_.at_most);
  }

  Alternative alternative(const DesignPoint& place) const {
    const Assumptions& assumptions = found_.assumptions;
    return {0, assumptions.sets_of(0, assumptions.values_at(place))};
  }

  /// Simulates points with replications of their own, and adds them to those that are known.
  void simulate(const std::vector<DesignPoint>& places, std::uint32_t first_replication,
                std::uint32_t replications) {
    std::vector<SimulationRequest> requests;
    for (std::uint32_t i = 0; i < places.size(); ++i)
      requests.push_back(
          {alternative(places[i]), {first_replication + i * replications, replications}});
    simulations_.run(requests);
    for (std::size_t i = 0; i < places.size(); ++i) {
      CalibrationPoint& point = points_.emplace_back(CalibrationPoint{places[i], {}});
      for (std::size_t target = 0; target < found_.targets.size(); ++target)
        point.outcomes.push_back(
            simulations_.values(requests[i].alternative, target, requests[i].replications));
    }
  }

  bool can_afford(std::uint32_t replications) const {
    return simulations_.replications() + replications + cost_of_sets() <= question_.at_most;
  }

  void run_waves(std::vector<DesignPoint> design) {
    double share = 1;
    for (std::uint32_t wave = 0; wave < question_.waves; ++wave) {
      const std::size_t first = points_.size();
      simulate(design, static_cast<std::uint32_t>(first) * question_.replications,
               question_.replications);
      targets_ = matched_targets();
      found_.space.add_wave(targets_, points_, first);
      remaining_ = found_.space.remaining(inputs_.size(), sample_size(), simulations_.seed());
      found_.waves.push_back({static_cast<std::uint32_t>(design.size()), remaining_.share});
      found_.has_settled = !still_shrinks(share, remaining_.share);
      share = remaining_.share;
      if (found_.has_settled || remaining_.points.empty() || !can_afford(cost_of_wave())) break;
      design.clear();
      for (const std::size_t i : space_filling(remaining_.points, points_of_wave_))
        design.push_back(remaining_.points[i]);
    }
    for (std::size_t i = 0, tuned = 0; i < found_.targets.size(); ++i)
      if (found_.targets[i].target.tune) found_.targets[i].covered = found_.space.covered(tuned++);
  }

  std::uint32_t sample_size() const {
    return std::max(points_of_wave_ * 3, question_.sets * candidates_of_set * 2);
  }

  /// Those marked `tune`, with what all points together say of how they vary.
  std::vector<IndexedTarget> matched_targets() const {
    std::vector<IndexedTarget> matched;
    for (std::size_t i = 0; i < found_.targets.size(); ++i) {
      if (!found_.targets[i].target.tune) continue;
      std::vector<std::vector<double>> outcomes;
      for (const CalibrationPoint& point : points_) outcomes.push_back(point.outcomes[i]);
      matched.push_back(
          {i, MatchedTarget(found_.targets[i].target, found_.targets[i].kpi, outcomes)});
    }
    return matched;
  }

  void find_sets() {
    const std::vector<std::size_t> order =
        space_filling(remaining_.points, std::size_t{question_.sets} * candidates_of_set);
    std::size_t next = 0;
    while (found_.sets.size() < question_.sets && next < order.size()) {
      const std::uint32_t left =
          (question_.at_most - std::min(question_.at_most, simulations_.replications())) /
          replications_of_set;
      const std::size_t missing = question_.sets - found_.sets.size();
      const std::size_t count =
          std::min({missing + missing / 8, order.size() - next, std::size_t{left}});
      if (count == 0) break;
      std::vector<DesignPoint> places;
      for (std::size_t i = 0; i < count; ++i) places.push_back(remaining_.points[order[next++]]);
      const std::size_t first = points_.size();
      simulate(places, first_fresh + found_.tried_sets * replications_of_set, replications_of_set);
      found_.tried_sets += static_cast<std::uint32_t>(count);
      for (std::size_t i = first; i < points_.size(); ++i) add_if_it_agrees(points_[i]);
    }
  }

  void add_if_it_agrees(const CalibrationPoint& point) {
    std::vector<double> by_target;
    for (const IndexedTarget& each : targets_)
      by_target.push_back(each.target.implausibility_of(moments_of(point.outcomes[each.index])));
    const Implausibility over = implausibility_over(by_target);
    if (over.rules_out()) return;
    CalibratedSet set{found_.assumptions.values_at(point.place), point.place, over, {}};
    for (const std::vector<double>& outcomes : point.outcomes)
      set.figures.push_back(t_interval(outcomes));
    found_.sets.push_back(std::move(set));
  }

  void judge() {
    found_.points = points_.size();
    std::vector<std::vector<bool>> met;  // by point, by target
    for (const CalibrationPoint& point : points_) {
      std::vector<bool>& of_point = met.emplace_back();
      std::size_t tuned_met = 0;
      for (std::size_t i = 0; i < found_.targets.size(); ++i) {
        of_point.push_back(meets(found_.targets[i].target, moments_of(point.outcomes[i]).mean));
        found_.targets[i].points_met += of_point.back() ? 1 : 0;
        tuned_met += of_point.back() && found_.targets[i].target.tune ? 1 : 0;
      }
      found_.most_met_by_point = std::max(found_.most_met_by_point, tuned_met);
    }
    for (const CalibratedSet& set : found_.sets) {
      std::size_t tuned_met = 0;
      for (std::size_t i = 0; i < found_.targets.size(); ++i) {
        const bool is_met = meets(found_.targets[i].target, set.figures[i].mean);
        found_.targets[i].sets_met += is_met ? 1 : 0;
        tuned_met += is_met && found_.targets[i].target.tune ? 1 : 0;
      }
      if (tuned_met > found_.most_met) found_.sets_with_most = 0;
      found_.most_met = std::max(found_.most_met, tuned_met);
      found_.sets_with_most += tuned_met == found_.most_met ? 1 : 0;
    }
    std::vector<std::size_t> tuned;
    for (std::size_t i = 0; i < found_.targets.size(); ++i)
      if (found_.targets[i].target.tune) tuned.push_back(i);
    found_.not_together = never_together(met, tuned);
    for (std::size_t input = 0; input < inputs_.size(); ++input) {
      std::vector<double> places;
      for (const DesignPoint& point : remaining_.points) places.push_back(point[input]);
      std::ranges::sort(places);
      found_.inputs.push_back({inputs_[input].name, quantile(places, 0.1), quantile(places, 0.9)});
    }
  }

  const CalibrationQuestion& question_;
  Simulations& simulations_;
  std::vector<UncertainInput> inputs_;
  std::uint32_t points_of_wave_ = 0;
  Calibration found_;
  std::vector<CalibrationPoint> points_;  ///< of all waves, then of the sets
  std::vector<IndexedTarget> targets_;    ///< marked `tune`
  RemainingSpace remaining_;
};

}  // namespace

std::vector<KpiName> CalibrationQuestion::kpis(const Scenario& scenario) {
  std::vector<KpiName> kpis;
  for (const Target& target : scenario.targets) kpis.push_back(KpiName::parse(target.kpi));
  return kpis;
}

std::size_t Calibration::tuned() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(targets, [](const TargetMatch& match) { return match.target.tune; }));
}

bool meets(const Target& target, double mean) {
  return target.low <= mean && mean <= target.high;
}

Calibration calibrate(const CalibrationQuestion& question, Simulations& simulations,
                      const OnEstimate& on_estimate) {
  DOORSTROOM_EXPECT(question.replications >= 2 && question.sets >= 1 && question.waves >= 1);
  return CalibrationExperiment(question, simulations).run(on_estimate);
}

}  // namespace doorstroom
