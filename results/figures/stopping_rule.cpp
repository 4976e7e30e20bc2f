#include "results/figures/stopping_rule.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/error.hpp"
#include "models/yaml/issues.hpp"
#include "results/figures/kpi_values.hpp"
#include "results/figures/targets.hpp"

namespace doorstroom {

StoppingRule::StoppingRule(const Scenario& scenario, const std::vector<Precision>& asked,
                           std::uint32_t least)
    : least_(least) {
  Issues issues;
  for (const Precision& each : asked)
    check_kpi_name(scenario, "--until", each.kpi.text(), {}, issues);
  issues.throw_if_errors(scenario.documents);
  for (const Precision& each : asked)
    figures_.push_back({each, {}, HalfWidthRule(each.half_width)});
}

void StoppingRule::add(const TableSpec& spec, const TableData& rows) {
  for (Figure& figure : figures_) {
    if (table_of(figure.asked.kpi) != spec.path) continue;
    const std::vector<double> more = kpi_values(Table{spec, rows}, figure.asked.kpi);
    figure.values.insert(figure.values.end(), more.begin(), more.end());
  }
}

bool StoppingRule::enough(std::uint32_t replications) {
  for (; !enough_ && looked_at_ < replications; ++looked_at_) {
    for (Figure& figure : figures_) {
      DOORSTROOM_EXPECT(looked_at_ < figure.values.size());
      figure.precise.add(figure.values[looked_at_]);
    }
    enough_ = looked_at_ + 1 >= least_ &&
              std::ranges::all_of(figures_, [](const Figure& each) { return each.precise.done(); });
  }
  return enough_;
}

std::vector<Reached> StoppingRule::reached() const {
  std::vector<Reached> reached;
  for (const Figure& figure : figures_) {
    const Interval& now = figure.precise.interval();
    const double half = now.count > 1 ? now.half_width() : std::numeric_limits<double>::quiet_NaN();
    const double ratio = half / figure.asked.half_width;
    reached.push_back({figure.asked, now, std::ceil(looked_at_ * ratio * ratio)});
  }
  return reached;
}

}  // namespace doorstroom
