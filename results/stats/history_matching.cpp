#include "results/stats/history_matching.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/error.hpp"
#include "engine/random.hpp"

namespace doorstroom {
namespace {

constexpr double fewest_by_rejection = 0.001;  ///< share of a hypercube
constexpr double kept_of_level = 0.2;
constexpr double no_limit = std::numeric_limits<double>::infinity();

double squared_distance(const DesignPoint& a, const DesignPoint& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
  return sum;
}

/// Points with their implausibility.
struct Population {
  std::vector<DesignPoint> points;
  std::vector<double> implausibility;

  std::size_t size() const { return points.size(); }
  void add(DesignPoint point, double value) {
    points.push_back(std::move(point));
    implausibility.push_back(value);
  }
};

class Refocus {
 public:
  Refocus(std::size_t inputs, std::uint32_t wanted, const ImplausibilityAt& at,
          const RefocusPlan& plan)
      : inputs_(inputs), wanted_(wanted), at_(at), plan_(plan) {}

  RemainingSpace run() {
    const double found = by_rejection();
    if (found >= fewest_by_rejection) {
      space_.share = found;
      while (space_.points.size() < wanted_ && !space_.points.empty()) go_on_from_survivors();
    } else {
      close_in();
    }
    return std::move(space_);
  }

 private:
  std::vector<DesignPoint> hypercube(std::uint32_t number) const {
    return latin_hypercube(plan_.hypercube, inputs_, plan_.seed, plan_.first_hypercube + number);
  }

  /// @return the share of the points looked at that are left
  double by_rejection() {
    std::size_t looked_at = 0;
    for (std::uint32_t h = 0; h < plan_.hypercubes && space_.points.size() < wanted_; ++h) {
      for (DesignPoint& point : hypercube(h))
        if (at_(point, ruled_out_from) < ruled_out_from) space_.points.push_back(std::move(point));
      looked_at += plan_.hypercube;
      if (static_cast<double>(space_.points.size()) <
          fewest_by_rejection * static_cast<double>(looked_at))
        break;
    }
    return static_cast<double>(space_.points.size()) / static_cast<double>(looked_at);
  }

  void go_on_from_survivors() {
    Population here;
    for (const DesignPoint& point : space_.points) here.add(point, 0);
    const auto more = static_cast<std::uint32_t>(wanted_ - space_.points.size());
    Population walked = walk(here, std::min(more, plan_.walkers), ruled_out_from);
    std::ranges::move(walked.points, std::back_inserter(space_.points));
  }

  /// From the whole cube to what is left, by levels of implausibility, of which each holds a fifth
  /// of the one before it.
  void close_in() {
    Population here;
    for (DesignPoint& point : hypercube(0)) {
      const double value = at_(point, no_limit);
      here.add(std::move(point), value);
    }
    space_ = {{}, 1};
    for (std::uint32_t level = 0; level < plan_.levels; ++level) {
      std::vector<double> sorted = here.implausibility;
      std::ranges::sort(sorted);
      const auto last =
          static_cast<std::size_t>(kept_of_level * static_cast<double>(sorted.size()));
      const double limit = std::max(sorted[last], std::nextafter(ruled_out_from, 0.0));
      Population kept;
      for (std::size_t i = 0; i < here.size(); ++i)
        if (here.implausibility[i] <= limit) kept.add(here.points[i], here.implausibility[i]);
      const bool stalls = level > 0 && kept.size() == here.size();
      if (kept.size() == 0 || !std::isfinite(limit) || stalls) break;
      space_.share *= static_cast<double>(kept.size()) / static_cast<double>(here.size());
      if (limit < ruled_out_from) {
        space_.points = std::move(kept.points);
        while (space_.points.size() < wanted_) go_on_from_survivors();
        return;
      }
      here = walk(kept, plan_.walkers, limit);
    }
    space_ = {};
  }

  double draw(std::uint32_t walker, std::uint32_t step, std::uint8_t which) const {
    return uniform({plan_.seed, plan_.first_hypercube}, {.source = hash32("history_walk"),
                                                         .person = walker,
                                                         .node = step,
                                                         .decision = which,
                                                         .occasion = walks_});
  }

  /// So many walkers that start from members of a population and stay within a limit. A step draws
  /// one input anew, or goes along the line between two members; both are as likely either way, so
  /// walkers spread evenly over what lies within the limit.
  Population walk(const Population& from, std::uint32_t walkers, double limit) {
    Population arrived;
    const auto steps = static_cast<std::uint32_t>(inputs_ + 10);
    const auto members = static_cast<double>(from.size());
    const double stride = 2.38 / std::sqrt(2 * static_cast<double>(inputs_));
    for (std::uint32_t w = 0; w < walkers; ++w) {
      const auto start = static_cast<std::size_t>(draw(w, steps, 0) * members);
      DesignPoint here = from.points[start];
      double value = from.implausibility[start];
      for (std::uint32_t step = 0; step < steps; ++step) {
        DesignPoint next = here;
        if (draw(w, step, 0) < 0.5) {
          const auto input =
              static_cast<std::size_t>(draw(w, step, 1) * static_cast<double>(inputs_));
          next[input] = draw(w, step, 2);
        } else {
          const DesignPoint& a = from.points[static_cast<std::size_t>(draw(w, step, 1) * members)];
          const DesignPoint& b = from.points[static_cast<std::size_t>(draw(w, step, 2) * members)];
          const double far = stride * draw(w, step, 3);
          for (std::size_t i = 0; i < inputs_; ++i) next[i] += far * (a[i] - b[i]);
        }
        if (std::ranges::any_of(next, [](double input) { return input <= 0 || 1 <= input; }))
          continue;
        const double there = at_(next, limit);
        if (there > limit || (limit == ruled_out_from && there >= ruled_out_from)) continue;
        here = std::move(next);
        value = there;
      }
      arrived.add(std::move(here), value);
    }
    ++walks_;
    return arrived;
  }

  std::size_t inputs_;
  std::uint32_t wanted_;
  const ImplausibilityAt& at_;
  const RefocusPlan& plan_;
  RemainingSpace space_;
  std::uint32_t walks_ = 0;
};

}  // namespace

double implausibility(const Observation& target, double mean, double variance) {
  if (std::isnan(mean)) return no_limit;
  const double all = target.variance + target.discrepancy_variance + target.future_variance +
                     std::fmax(0.0, variance);
  const double distance = std::abs(target.value - mean);
  if (distance == 0) return 0;
  return all > 0 ? distance / std::sqrt(all) : no_limit;
}

Implausibility implausibility_over(std::span<const double> by_target) {
  DOORSTROOM_EXPECT(!by_target.empty());
  std::vector<double> sorted(by_target.begin(), by_target.end());
  std::ranges::sort(sorted, std::ranges::greater{});
  return {sorted[sorted.size() < 3 ? 0 : 1], sorted[0]};
}

RemainingSpace remaining_space(std::size_t inputs, std::uint32_t wanted, const ImplausibilityAt& at,
                               const RefocusPlan& plan) {
  DOORSTROOM_EXPECT(inputs > 0 && wanted > 0);
  return Refocus(inputs, wanted, at, plan).run();
}

bool still_shrinks(double share_before, double share_now) {
  constexpr double worth_a_wave = 0.9;
  return share_now < worth_a_wave * share_before;
}

std::vector<std::size_t> space_filling(std::span<const DesignPoint> points, std::size_t wanted) {
  std::vector<std::size_t> chosen;
  if (points.empty() || wanted == 0) return chosen;
  DesignPoint middle(points.front().size(), 0.0);
  for (const DesignPoint& point : points)
    for (std::size_t i = 0; i < middle.size(); ++i)
      middle[i] += point[i] / static_cast<double>(points.size());
  std::vector<double> nearest;  // by point: to the middle; then to those chosen
  for (const DesignPoint& point : points) nearest.push_back(-squared_distance(point, middle));
  for (std::size_t n = 0; n < std::min(wanted, points.size()); ++n) {
    const auto next = static_cast<std::size_t>(std::ranges::max_element(nearest) - nearest.begin());
    chosen.push_back(next);
    for (std::size_t i = 0; i < points.size(); ++i) {
      const double distance = squared_distance(points[i], points[next]);
      nearest[i] = n == 0 ? distance : std::min(nearest[i], distance);
    }
    for (const std::size_t taken : chosen) nearest[taken] = -1;
  }
  return chosen;
}

}  // namespace doorstroom
