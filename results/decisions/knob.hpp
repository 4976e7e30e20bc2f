#pragma once
/// A capacity that a search may choose: `arrangements.oza.places=150..300`, or with a step,
/// `desks.rbl.staff=8..14:0.5`. Its values are whole steps from the lowest on.

#include <cstddef>
#include <optional>
#include <string>

#include "models/loading/scenario_loader.hpp"
#include "models/loading/sweep_plan.hpp"

namespace doorstroom {

struct Knob {
  std::string path;  ///< of the parameter
  double from = 0;
  double step = 1;         ///< > 0
  std::size_t values = 1;  ///< how many
  std::string unit{};      ///< "fte"; empty for plain numbers

  /// What it is in the scenario; none: not one number.
  std::optional<double> now{};

  /// @param text  as the user writes it
  /// @param base  scenario that has the parameter
  /// @param where  of a form: what mistakes are told of; empty: the option with that text
  /// @throws InputError when the text has another form, the scenario has no such parameter, or it
  ///         takes no such values
  static Knob parse(const std::string& text, const ScenarioTree& base, std::string where = {});

  /// The number that is written, to ten digits: 8 and three steps of 0.1 are 8.3.
  /// @param index  0 .. values - 1
  double value(std::size_t index) const;
  /// "PATH=VALUE"
  std::string set(std::size_t index) const { return path + "=" + text(index); }
  /// "240", "12.5 fte"
  std::string text(std::size_t index) const { return text_of(value(index)); }
  std::string text_of(double value) const;
};

/// The one number that a scenario has at a path, with its unit. @param resolved  canonical JSON
std::optional<Amount> amount_at(const std::string& path, const std::string& resolved);

}  // namespace doorstroom
