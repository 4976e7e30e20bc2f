#pragma once
/// What a simulation would tell at points that were not simulated: a smooth surface through the
/// means of those that were (gaussian_process.hpp), with the uncertainty of both.
///
/// All points are simulated with the same seeds. That makes their differences precise, and their
/// errors alike: a mean that is too high at one point is too high at its neighbours as well, which
/// a smoother that takes errors to be independent mistakes for the surface (Chen, Ankenman and
/// Nelson, ACM Transactions on Modeling and Computer Simulation 22:7, 2012). So the noise of
/// replication r at the point x is taken apart:
///
///     noise_r(x) = c_r + s_r' x + own noise
///
/// c_r and s_r, what luck does to the whole surface, are found by least squares over the points.
/// They move the trend of the surface and nothing else: they leave its bends and the weights of the
/// points as they are, and no point is too far from its neighbours because of them. What they
/// contribute, h C h' at h = (1, x) with C their covariance over replications, is told apart, as
/// the interval of noise. The own noise of the points is independent; its variance is smoothed, by
/// a regression of its logarithm on the inputs and their squares. With s_r = 0 this is the
/// covariance a 11' + diag(v) of differences from one point.
///
/// Means are smoothed on a line of their own (outcome_line.hpp).

#include <cstdint>
#include <span>
#include <vector>

#include "results/stats/bootstrap.hpp"
#include "results/stats/gaussian_process.hpp"
#include "results/stats/outcome_line.hpp"

namespace doorstroom {

/// Simulated points.
struct EmulatorData {
  std::vector<std::vector<double>> points;    ///< [point][input], inputs scaled to [0, 1]
  std::vector<std::vector<double>> outcomes;  ///< [point][replication], the same seeds at each
  OutcomeScale scale = OutcomeScale::plain;
};

/// A fitted emulator, as numbers that can be kept.
struct EmulatorModel {
  OutcomeLine line;
  GaussianProcessData data;  ///< means on the line, and variances of their own noise
  Kernel kernel;
  std::uint32_t replications = 0;  ///< of each point
  /// C: [term][term], terms 1 and the inputs.
  std::vector<std::vector<double>> common_noise;
  /// Logarithms of variances, as coefficients of 1, the inputs, and (if so many) their squares; of
  /// outcomes that never vary, minus infinity alone. Of a mean's own noise, on the line; and of the
  /// outcomes of single replications.
  std::vector<double> own_noise;
  std::vector<double> single;
  double single_p10 = 0;  ///< of single replications, in standard deviations from the mean
  double single_p90 = 0;
};

/// @pre at least three replications at each point, no NaN, and more points than inputs + 2
EmulatorModel fit_emulator(const EmulatorData& data);

/// A mean on the line, and the variances of what may be wrong with it.
struct LinePrediction {
  double mean = 0;
  double emulator = 0;  ///< that the points do not tell how the surface runs between them
  double common = 0;    ///< what luck did to the whole surface
  double own = 0;       ///< of a mean that would be simulated here with the same seeds
};

/// What the emulator says of a point, in the unit of the outcome. All intervals are of 95%.
struct Emulated {
  double mean = 0;
  Bounds noise;     ///< of simulating
  Bounds emulator;  ///< of emulating
  double p10 = 0;   ///< what single replications may bring
  double p90 = 0;
};

class Emulator {
 public:
  explicit Emulator(EmulatorModel model);

  LinePrediction on_line(std::span<const double> point) const;
  Emulated at(std::span<const double> point) const;
  /// Whether a mean simulated with the same seeds agrees: it lies in the interval of the emulator
  /// and its own noise.
  bool agrees(std::span<const double> point, double simulated) const;

  const EmulatorModel& model() const { return model_; }

 private:
  EmulatorModel model_;
  GaussianProcess surface_;
};

}  // namespace doorstroom
