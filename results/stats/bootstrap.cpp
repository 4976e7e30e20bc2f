#include "results/stats/bootstrap.hpp"

#include <utility>

#include "engine/random.hpp"
#include "engine/sample.hpp"
#include "results/stats/intervals.hpp"

namespace doorstroom {

std::vector<Bounds> percentile_bootstrap(std::uint32_t units, const FiguresOfUnits& figures,
                                         const BootstrapPlan& plan) {
  std::vector<std::vector<double>> found;  // by figure, by resample
  if (units == 0) return {};
  std::vector<std::uint32_t> drawn(units);
  Address address{.source = hash32("bootstrap")};
  for (address.person = 0; address.person < plan.resamples; ++address.person) {
    for (address.node = 0; address.node < units; ++address.node)
      drawn[address.node] = static_cast<std::uint32_t>(uniform({plan.seed, 0}, address) * units);
    const std::vector<double> of_these = figures(drawn);
    found.resize(of_these.size());
    for (std::size_t i = 0; i < of_these.size(); ++i) found[i].push_back(of_these[i]);
  }
  std::vector<Bounds> bounds;
  const double beyond = (1 - plan.confidence) / 2;
  for (std::vector<double>& values : found) {
    const std::vector<double> sorted = sorted_numbers(std::move(values));
    bounds.push_back({quantile(sorted, beyond), quantile(sorted, 1 - beyond)});
  }
  return bounds;
}

}  // namespace doorstroom
