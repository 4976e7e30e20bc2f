#pragma once
/// What some scenarios assume: the entries of `evidence` that say between which values a parameter
/// may lie, as factors to be drawn from.
///
/// The rules one may argue about. Two values: every value between them is as likely as another.
/// Three: the middle one is the median, and on either side of it every value is as likely as
/// another. A parameter that several scenarios have gets one value in all of them; one in which
/// they differ is what their comparison is about, and keeps the values that it has. Where two
/// entries name one parameter, the one with the fewest wildcards is about it. Entries that name the
/// same `together` are one input: all are as far along their ranges, from the first value to the
/// last. Of a distribution (or another map) the range is that of the one number in it that has the
/// unit of the range and lies in it: of {lognormal: {median: 11 months, sigma: 0.7}} the median.

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "models/loading/scenario_loader.hpp"
#include "models/loading/sweep_plan.hpp"
#include "models/messages/message.hpp"

namespace doorstroom {

/// One entry that can be drawn from.
struct Assumption {
  Factor factor;  ///< its path is the pattern of the entry
  /// By scenario: the parameters that get the value there; none: it has no such thing.
  std::vector<std::vector<std::string>> paths;
  std::string together{};  ///< name of the input that it shares with others; empty: its own
};

/// What is drawn as one number: an assumption, or those that rise and fall together.
struct UncertainInput {
  std::string name;                      ///< path of the assumption; else what they name together
  std::vector<std::size_t> assumptions;  ///< indices into Assumptions::varied, ascending
};

/// An entry, or one of the parameters that it names, that keeps its value.
struct KeptValue {
  std::string path;
  LocalizedText why;

  friend bool operator==(const KeptValue&, const KeptValue&) = default;
};

struct Assumptions {
  std::vector<Assumption> varied;  ///< the fewest wildcards first, then in the order of the files
  std::vector<KeptValue> kept;

  /// In the order of the first assumption of each.
  std::vector<UncertainInput> inputs() const;
  /// Values by assumption, canonical JSON. @param places  by input, each in [0, 1)
  std::vector<std::string> values_at(std::span<const double> places) const;

  /// "PATH=VALUE" for every parameter of a scenario. @param values  by assumption, canonical JSON
  std::vector<std::string> sets_of(std::size_t scenario,
                                   const std::vector<std::string>& values) const;
};

/// @param scenarios  the base first: where entries of one name hold other ranges, its own is used
/// @throws InputError when a scenario is wrong
Assumptions assumptions_of(const std::vector<ScenarioTree>& scenarios);

}  // namespace doorstroom
