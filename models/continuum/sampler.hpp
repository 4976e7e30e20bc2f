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
  /// The same at something other than a node, by its word.
  double draw_under(const Quantity& quantity, const Person& person, std::uint32_t word,
                    Decision decision, std::uint32_t occasion) const {
    if (quantity.changes.empty() && quantity.distribution.is_constant())
      return quantity.distribution.value();
    return quantity.draw(draws_.under(person, word, decision, occasion), time_.when());
  }
  /// The factor by which the help that goes on beside the way of a youth scales what is drawn.
  double help_scale(const Youth& youth, Number Helps::*what) const {
    double scale = 1;
    for (const HelpBeside& one : youth.help)
      if (one.left == never) scale *= value(scenario_.nodes[one.node].helps.*what);
    return scale;
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
