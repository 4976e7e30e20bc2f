#pragma once
/// What the waves of a calibration have not ruled out.

#include <optional>
#include <vector>

#include "results/calibration/matched_target.hpp"
#include "results/stats/history_matching.hpp"

namespace doorstroom {

/// A point that was simulated.
struct CalibrationPoint {
  DesignPoint place;                          ///< by input
  std::vector<std::vector<double>> outcomes;  ///< [target][replication]
};

/// A target marked `tune`. @ref index is that among all targets
struct IndexedTarget {
  std::size_t index = 0;
  MatchedTarget target;
};

class UnruledSpace {
 public:
  /// Fits the emulators of a wave, to its points and the earlier ones that are not ruled out.
  /// @param targets  those marked `tune`
  /// @param points   of all waves so far
  /// @param first    of this wave among them
  void add_wave(const std::vector<IndexedTarget>& targets,
                const std::vector<CalibrationPoint>& points, std::size_t first);

  /// The second largest implausibility by the emulators of whichever wave finds most.
  /// @param exact_to  above that any number will do
  double implausibility_at(std::span<const double> point, double exact_to) const;

  /// @param wanted  points
  RemainingSpace remaining(std::size_t inputs, std::uint32_t wanted, std::uint32_t seed) const;

  /// Of a target marked `tune`, by its order: share of points in the interval of the last wave's
  /// emulator that leaves them out; none: it has no emulator.
  std::optional<double> covered(std::size_t target) const;

 private:
  std::vector<std::vector<std::optional<TargetEmulator>>> waves_;  ///< [wave][target]
};

/// Two or three targets that no point met together, though some point met any fewer of them.
/// @param met    [point][target]
/// @param among  targets that count
std::vector<std::vector<std::size_t>> never_together(const std::vector<std::vector<bool>>& met,
                                                     const std::vector<std::size_t>& among);

}  // namespace doorstroom
