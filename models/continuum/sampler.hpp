#pragma once
/// Parameters and quantities of the scenario, as they hold at the present moment.

#include "models/continuum/draws.hpp"
#include "models/continuum/simulation_time.hpp"
#include "models/continuum/youth.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

class Sampler {
 public:
  /// All three must outlive it.
  Sampler(const Scenario& scenario, const Draws& draws, const SimulationTime& time)
      : scenario_(scenario), draws_(draws), time_(time) {}

  double value(const Number& number) const {
    return number.is_constant() ? number.value : number.at(scenario_.period, time_.when());
  }
  /// Draws a quantity for a youth at a node. A constant takes no draw.
  double draw(const Quantity& quantity, const Person& person, NodeId at, Decision decision,
              std::uint32_t visit, std::uint32_t times = 0) const {
    const bool changes = !quantity.changes.empty();
    const Distribution& drawn = quantity.distribution;
    if (!changes && drawn.is_constant()) return drawn.value();
    const double u = draws_.at(person, at, decision, visit, times);
    return changes ? quantity.draw(u, time_.when()) : drawn.quantile(u);
  }
  /// The factor by which the present severity of a youth scales a stay, work or patience.
  double severity_scale(const Person& person, Number SeverityScale::*what) const {
    return scenario_.scales.empty() ? 1.0 : value(scenario_.scales[person.severity].*what);
  }

 private:
  const Scenario& scenario_;
  const Draws& draws_;
  const SimulationTime& time_;
};

}  // namespace doorstroom
