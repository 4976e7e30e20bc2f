#pragma once
/// What a scenario says about itself: budgets, where its parameters come from, which key figures it
/// should reproduce, and which figures a verdict is about.

#include <optional>
#include <string>
#include <vector>

#include "models/messages/source_location.hpp"
#include "models/scenario/ids.hpp"

namespace doorstroom {

/// What a funder can spend in a calendar year.
struct Budget {
  FunderId funder;
  double per_year = 0;  ///< [EUR]
  SourceLocation location;
};

/// How sure something is.
enum class Basis { measured, derived, assumed };

/// Where parameters come from.
struct Evidence {
  std::string pattern;  ///< of paths
  Basis basis = Basis::assumed;
  std::string source;
  std::vector<std::string> range;  ///< low, (middle,) high, as written
  std::string together{};          ///< name of what rises and falls as one; empty: by itself
};

/// A key figure as observed in the real region, which the scenario should reproduce.
struct Target {
  std::string kpi;
  std::optional<double> value;  ///< in the unit of the figure: days, shares of 1, euros
  double low = 0;
  double high = 0;
  /// How far even the right model may lie from it, in the unit of the figure: two standard
  /// deviations of what the model leaves out.
  double discrepancy = 0;
  bool tune = false;  ///< used to calibrate the model; otherwise to validate it
  Basis basis = Basis::assumed;
  std::string source;
  SourceLocation location;
};

/// A key figure that a verdict is about, and the smallest difference that would matter.
struct Headline {
  std::string kpi;
  double difference = 0;
  SourceLocation location;
};

}  // namespace doorstroom
