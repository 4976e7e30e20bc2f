#pragma once
/// A sweep as its file says it: one scenario, run for many values of some of its parameters (the
/// factors of the experiment, in the words of its design).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/loading/scenario_loader.hpp"

namespace doorstroom {

/// A number and its unit, which has one spelling: of "1 week" and "6 weeks" alike "weeks". A share
/// is a plain number, "15%" as 0.15.
struct Amount {
  double number = 0;
  std::string unit;
};
std::optional<Amount> read_amount(const std::string& text);

/// A parameter that is varied: some values, or all between two numbers.
struct Factor {
  std::string path;  ///< of the parameter; with wildcards, of several that get the same value
  std::vector<std::string> levels;  ///< as canonical JSON, in the order of the file; none: a range
  double from = 0;                  ///< of a range, in `unit`
  double to = 0;                    ///< below `from` is fine, too
  std::optional<double> middle;     ///< of a range: half of the places lie on either side of it
  std::string unit;    ///< of every number: "weeks", "%"; empty for plain numbers and for words
  bool whole = false;  ///< whether the parameter takes whole numbers only

  /// The value at a place of the factor's own line, as canonical JSON. Places spread evenly over
  /// [0, 1) give every level, or every part of the range, alike.
  /// @param place  0 <= place < 1
  std::string value_at(double place) const;
};

/// What a word in the file says, and where it stands.
struct LocatedText {
  std::string text;
  SourceLocation location;
};

struct SweepPlan {
  enum class Design : std::uint8_t { grid, latin_hypercube, sobol };

  std::string name;
  std::string base;  ///< the scenario's file, as it is reached from here
  std::vector<Factor> factors;
  Design design = Design::grid;
  std::uint32_t points = 0;                   ///< of a grid, the product of the levels
  std::optional<std::uint32_t> replications;  ///< of each point; none: until it is precise
  std::vector<LocatedText> until;             ///< "oza.wait_p90 +- 1 week"
  std::uint32_t at_most = 0;                  ///< replications of a point, with `until`
  std::vector<LocatedText> keep;              ///< key figures; empty: the customary ones
  std::vector<Document> documents;            ///< the plan, and what its scenario is read from
};

/// The plan with its scenario, which passes with every single value of the plan.
struct LoadedSweep {
  SweepPlan plan;
  ScenarioTree base;
};

/// Whether a file is a sweep, by its keys; false for what cannot be read.
bool is_sweep(const std::string& path);

/// @throws InputError with every mistake, those of the scenario first
LoadedSweep load_sweep(const std::string& path);

}  // namespace doorstroom
