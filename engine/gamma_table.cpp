#include "engine/gamma_table.hpp"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <cstddef>
#include <map>

#include "engine/error.hpp"

namespace doorstroom {
namespace {

/// Without long double, which is slow and differs between processors; a value too small for a
/// double is zero.
using Policy = boost::math::policies::policy<
    boost::math::policies::promote_double<false>,
    boost::math::policies::underflow_error<boost::math::policies::ignore_error>,
    boost::math::policies::overflow_error<boost::math::policies::ignore_error>>;

/// The table covers probabilities from 1e-9 to 1 - 1e-9; what lies beyond is left to Boost.
constexpr double last_logit = 20.72326583594641;  // ln((1 - 1e-9) / 1e-9)

/// As many as the error asks for: it falls with the fourth power of their number, and grows as the
/// shape gets smaller. Large shapes make Boost slow, but need few.
int intervals_for(double shape) {
  if (shape < 0.1) return 2048;
  return shape < 1e6 ? 512 : 32;
}

/// Between nodes, in logits.
double step_for(double shape) {
  return 2 * last_logit / intervals_for(shape);
}

/// @param u  probability, @param rest  1 - u, each as precise as can be
double exact_log_quantile(double shape, double log_gamma, double u, double rest) {
  const Policy policy;
  const double value = u < 0.5 ? boost::math::gamma_p_inv(shape, u, policy)
                               : boost::math::gamma_q_inv(shape, rest, policy);
  if (value > 1e-290) return std::log(value);
  // P(a, x) -> x^a / Gamma(a + 1) as x -> 0 (DLMF 8.7.1).
  return (std::log(u) + log_gamma + std::log(shape)) / shape;
}

/// d log x / d logit u = u (1 - u) / (x f(x)).
double exact_slope(double shape, double log_value, double u, double rest) {
  if (log_value < std::log(1e-290)) return rest / shape;
  const double value = std::exp(log_value);
  return u * rest / (value * boost::math::gamma_p_derivative(shape, value, Policy()));
}

}  // namespace

GammaTable::GammaTable(double shape) : shape_(shape) {
  DOORSTROOM_EXPECT(shape > 0 && std::isfinite(shape));
  log_gamma_ = boost::math::lgamma(shape, Policy());
  steps_per_logit_ = 1 / step_for(shape);
  shared_ = nodes_of(shape, log_gamma_);
  nodes_ = *shared_;
}

std::vector<GammaTable::Node> GammaTable::make_nodes(double shape, double log_gamma) {
  const int intervals = intervals_for(shape);
  const double step = step_for(shape);
  std::vector<Node> nodes(static_cast<std::size_t>(intervals) + 1);
  for (int i = 0; i <= intervals; ++i) {
    const double logit = -last_logit + step * i;
    const double u = 1 / (1 + std::exp(-logit));
    const double rest = 1 / (1 + std::exp(logit));
    Node& node = nodes[static_cast<std::size_t>(i)];
    node.log_value = exact_log_quantile(shape, log_gamma, u, rest);
    node.slope = step * exact_slope(shape, node.log_value, u, rest);
  }
  // A slope of at most three times both neighbouring differences keeps a cubic monotone.
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    double most = nodes[i].slope;
    if (i > 0) most = std::min(most, 3 * (nodes[i].log_value - nodes[i - 1].log_value));
    if (i + 1 < nodes.size()) {
      most = std::min(most, 3 * (nodes[i + 1].log_value - nodes[i].log_value));
    }
    nodes[i].slope = std::max(most, 0.0);
  }
  return nodes;
}

/// Those that some distribution has already, or new ones.
std::shared_ptr<const std::vector<GammaTable::Node>> GammaTable::nodes_of(double shape,
                                                                          double log_gamma) {
  static std::map<double, std::weak_ptr<const std::vector<Node>>> known;
  if (auto nodes = known[shape].lock()) return nodes;
  std::erase_if(known, [](const auto& one) { return one.second.expired(); });
  auto nodes = std::make_shared<const std::vector<Node>>(make_nodes(shape, log_gamma));
  known[shape] = nodes;
  return nodes;
}

double GammaTable::log_quantile(double u) const {
  const double at = (std::log(u / (1 - u)) + last_logit) * steps_per_logit_;
  if (!(at >= 0 && at < static_cast<double>(nodes_.size() - 1))) {
    return exact_log_quantile(shape_, log_gamma_, u, 1 - u);
  }
  const auto i = static_cast<std::size_t>(at);
  const Node& left = nodes_[i];
  const Node& right = nodes_[i + 1];
  const double t = at - static_cast<double>(i);
  const double rise = right.log_value - left.log_value;
  // The cubic with these values and slopes at both ends, as the left value plus what is added.
  return left.log_value + t * (left.slope + t * (3 * rise - 2 * left.slope - right.slope +
                                                 t * (left.slope + right.slope - 2 * rise)));
}

}  // namespace doorstroom
