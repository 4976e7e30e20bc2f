#pragma once
/// Which inputs an outcome goes along with, from points that were not designed for the question:
/// such as sets of inputs that agree with what is known, in which inputs depend on each other.
///
/// By input, the points are sorted and cut into bins of as many points each. The share of the
/// outcome's variance that lies between the means of the bins is the first-order index of the input
/// (Plischke, Borgonovo and Smith, European Journal of Operational Research 226:536, 2013). Chance
/// makes the means of few points differ, which is taken off (epsilon squared: Kelley, Proceedings
/// of the National Academy of Sciences 21:554, 1935):
///
///     1 - variance within bins, with n - bins / variance in all, with n - 1
///
/// Where inputs depend on each other, an input that does nothing goes along with the outcome when
/// it goes along with one that does. So shares overlap, and do not add up; there is no total index,
/// which would need inputs that can be varied one at a time.
///
/// Outcomes that are dealt out at random show which share chance makes: the floor is what the
/// largest share over the inputs stays below in 95% of the deals.
///
/// Draws have addresses (see random.hpp): seed; `given_data`; number of the deal; point.

#include <span>
#include <vector>

#include "results/stats/bootstrap.hpp"
#include "results/stats/design_points.hpp"

namespace doorstroom {

struct GivenDataShare {
  double share = 0;  ///< of the variance; may be a little below 0 where there is none
  Bounds bounds;     ///< by bootstrap over points
};

struct GivenDataShares {
  std::vector<GivenDataShare> inputs;  ///< NaN of an input that has one value only
  double floor = 0;                    ///< a share below it is not told from none
};

/// @param points    [point][input]
/// @param outcomes  by point; points with NaN are left out
/// @return shares of NaN when fewer than 15 points are left, or nothing varies
GivenDataShares given_data_shares(std::span<const DesignPoint> points,
                                  std::span<const double> outcomes, const BootstrapPlan& plan = {});

}  // namespace doorstroom
