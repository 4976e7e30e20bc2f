#include "results/calibration/calibration_waves.hpp"

#include <algorithm>

namespace doorstroom {

void UnruledSpace::add_wave(const std::vector<IndexedTarget>& targets,
                            const std::vector<CalibrationPoint>& points, std::size_t first) {
  std::vector<DesignPoint> places;
  std::vector<const CalibrationPoint*> used;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (i < first && implausibility_at(points[i].place, ruled_out_from) >= ruled_out_from) continue;
    places.push_back(points[i].place);
    used.push_back(&points[i]);
  }
  std::vector<std::optional<TargetEmulator>>& wave = waves_.emplace_back();
  for (const IndexedTarget& each : targets) {
    std::vector<PointMoments> moments;
    for (const CalibrationPoint* point : used)
      moments.push_back(moments_of(point->outcomes[each.index]));
    wave.push_back(TargetEmulator::fit(each.target, places, moments));
  }
}

double UnruledSpace::implausibility_at(std::span<const double> point, double exact_to) const {
  double most = 0;
  for (auto wave = waves_.rbegin(); wave != waves_.rend() && most <= exact_to; ++wave) {
    std::vector<double> by_target;
    for (const std::optional<TargetEmulator>& emulator : *wave) {
      if (!emulator) continue;
      by_target.push_back(emulator->implausibility_at(point));
      if (by_target.size() < 3) continue;
      const double second = implausibility_over(by_target).second;
      if (second > exact_to) return second;  // further targets can only raise it
    }
    if (!by_target.empty()) most = std::max(most, implausibility_over(by_target).second);
  }
  return most;
}

RemainingSpace UnruledSpace::remaining(std::size_t inputs, std::uint32_t wanted,
                                       std::uint32_t seed) const {
  constexpr std::uint32_t hypercubes_of_wave = 1'000;  // the first is the design of the first wave
  const RefocusPlan plan{
      .seed = seed,
      .first_hypercube = static_cast<std::uint32_t>(waves_.size()) * hypercubes_of_wave};
  return remaining_space(
      inputs, wanted,
      [this](std::span<const double> point, double exact_to) {
        return implausibility_at(point, exact_to);
      },
      plan);
}

std::optional<double> UnruledSpace::covered(std::size_t target) const {
  if (waves_.empty() || !waves_.back()[target]) return std::nullopt;
  return waves_.back()[target]->covered();
}

std::vector<std::vector<std::size_t>> never_together(const std::vector<std::vector<bool>>& met,
                                                     const std::vector<std::size_t>& among) {
  const auto some_point_met = [&](std::initializer_list<std::size_t> targets) {
    return std::ranges::any_of(met, [&](const std::vector<bool>& of_point) {
      return std::ranges::all_of(targets, [&](std::size_t target) { return of_point[target]; });
    });
  };
  std::vector<std::vector<std::size_t>> found;
  for (std::size_t a = 0; a < among.size(); ++a)
    for (std::size_t b = a + 1; b < among.size(); ++b)
      if (some_point_met({among[a]}) && some_point_met({among[b]}) &&
          !some_point_met({among[a], among[b]}))
        found.push_back({among[a], among[b]});
  for (std::size_t a = 0; a < among.size(); ++a)
    for (std::size_t b = a + 1; b < among.size(); ++b)
      for (std::size_t c = b + 1; c < among.size(); ++c)
        if (some_point_met({among[a], among[b]}) && some_point_met({among[a], among[c]}) &&
            some_point_met({among[b], among[c]}) && !some_point_met({among[a], among[b], among[c]}))
          found.push_back({among[a], among[b], among[c]});
  return found;
}

}  // namespace doorstroom
