#pragma once
/// A target that a plan must meet: `oza.entered_within_6w@3 >= 90%`.

#include <optional>
#include <string>

#include "models/scenario/scenario.hpp"
#include "results/figures/kpi_values.hpp"

namespace doorstroom {

struct Constraint {
  KpiName kpi;
  bool at_least = true;  ///< >=; else <=
  double target = 0;     ///< in the unit of the key figure
  /// Values that lie within it on either side of the target count as meeting it; > 0.
  double indifference = 0;

  /// @param where  what mistakes are told of, such as `--so-that "oza.wait_p90 <= 6 weeks"`
  /// @param text  as the user writes it, the amount as read_amount_of()
  /// @param scenario  of the key figure. Its headline may say the smallest difference that matters,
  ///                  which is then the indifference; else it is 1% of the target
  /// @throws InputError when the text has another form, or the scenario has no such key figure
  static Constraint parse(const std::string& where, const std::string& text,
                          const Scenario& scenario);

  /// How far a value lies on the good side of the target; below nil on the bad side.
  double margin(double value) const { return at_least ? value - target : target - value; }
};

/// The smallest difference of a key figure that the headline of a scenario calls relevant, of
/// whatever year; none: it says nothing of it.
std::optional<double> smallest_relevant(const Scenario& scenario, const KpiName& kpi);

/// The name of a key figure as the user wrote it on the command line.
/// @param where  what mistakes are told of: the option, such as "--kpi"
/// @throws InputError when the scenario has no such key figure, or no such year
KpiName kpi_of(const std::string& where, const std::string& text, const Scenario& scenario);

}  // namespace doorstroom
