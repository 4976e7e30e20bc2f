#pragma once
/// Levers: the numbers and dates of a scenario that a planner may move, each with what the field
/// table and `evidence` say of it. What decides who arrives is no lever: a variant lives through
/// the same futures as the scenario.

#include <optional>
#include <string>
#include <vector>

#include "models/loading/scenario_loader.hpp"
#include "models/loading/sweep_plan.hpp"
#include "models/reading/field.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

struct Lever {
  std::string path;
  std::string value;             ///< as the scenario says it: "11 months", "2026-09-01"; empty: it
                                 ///< does not say when an intervention ends, or how it begins
  const Field* field = nullptr;  ///< its row in the field table
  std::string drawn{};           ///< of a parameter of a distribution: the path of what is drawn
  Amount amount{};               ///< the same value as a number; not of a date
  const Evidence* evidence = nullptr;  ///< that is about it, with the fewest wildcards; null: none
  std::optional<Amount> low{};         ///< ends of the range of `evidence`, in the same unit
  std::optional<Amount> high{};

  bool is_date() const { return field->kind == QuantityKind::date; }
  bool is_said() const { return !value.empty(); }
};

/// All levers, in the order of the file. @param scenario  of that tree; must outlive the levers
std::vector<Lever> levers_of(const ScenarioTree& tree, const Scenario& scenario);

}  // namespace doorstroom
