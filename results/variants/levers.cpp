#include "results/variants/levers.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "models/fields/field_text.hpp"
#include "models/fields/scenario_fields.hpp"
#include "models/loading/evidence.hpp"
#include "models/loading/parameter_paths.hpp"
#include "models/reading/quantity.hpp"
#include "models/yaml/overlay.hpp"

namespace doorstroom {
namespace {

/// Sections that hold no lever: they decide who arrives, or change nothing that is simulated.
constexpr std::array closed_sections{
    "doorstroom", "name",       "about",      "period",  "sources", "severities",
    "seed",       "subregions", "attributes", "initial", "today",   "replications",
    "evidence",   "targets",    "headline",   "groups",  "defaults"};

std::string_view first_key(std::string_view path) {
  return path.substr(0, path.find('.'));
}

std::string parent_of(const std::string& path) {
  const std::size_t dot = path.rfind('.');
  return dot == std::string::npos ? "" : path.substr(0, dot);
}

/// The one scalar that stands at a path, or at it in each branch of a route list; null when there
/// is none, or several differ.
const Value* only_scalar(const Value& tree, const std::string& path) {
  const std::vector<const Value*> values = values_at(tree, path);
  if (values.empty() || !values.front()->is_scalar()) return nullptr;
  const bool alike = std::ranges::all_of(values, [&](const Value* value) {
    return value->is_scalar() && value->text == values.front()->text;
  });
  return alike ? values.front() : nullptr;
}

/// The path of what is drawn, when this one is of a parameter of its distribution.
std::string drawn_above(const std::string& path) {
  const std::string drawn = parent_of(parent_of(path));
  const Field* const field = drawn.empty() ? nullptr : field_at(drawn);
  return field && is_drawn(field->kind) ? drawn : "";
}

const Evidence* evidence_about(const std::string& path, const Scenario& scenario) {
  const Evidence* found = nullptr;
  const auto wildcards = [](const Evidence& entry) {
    return std::ranges::count(entry.pattern, '*');
  };
  for (const Evidence& entry : scenario.evidence)
    if (is_about(entry.pattern, path) && (!found || wildcards(entry) < wildcards(*found)))
      found = &entry;
  return found;
}

/// Takes over the range of the evidence where it is about this number: in its unit, and around it.
void add_range(Lever& lever) {
  if (!lever.evidence || lever.evidence->range.size() < 2 || lever.is_date()) return;
  std::optional<Amount> low = read_amount(lever.evidence->range.front());
  std::optional<Amount> high = read_amount(lever.evidence->range.back());
  if (!low || !high || low->unit != lever.amount.unit || high->unit != lever.amount.unit) return;
  if (high->number < low->number) std::swap(low, high);
  if (lever.amount.number < low->number || lever.amount.number > high->number) return;
  lever.low = low;
  lever.high = high;
}

std::optional<Lever> lever_at(const std::string& path, const Value& tree,
                              const Scenario& scenario) {
  if (std::ranges::find(closed_sections, first_key(path)) != closed_sections.end())
    return std::nullopt;
  const Field* const field = field_at(path);
  const Value* const value = field ? only_scalar(tree, path) : nullptr;
  if (value == nullptr || value->quoted) return std::nullopt;
  std::optional<Lever> found(std::in_place);
  Lever& lever = *found;
  lever.path = path;
  lever.value = value->text;
  lever.field = field;
  if (lever.is_date()) {
    if (!read_date(value->text).value) return std::nullopt;  // the `from` of a divert is a route
  } else {
    const std::optional<Amount> amount = read_amount(value->text);
    if (!amount) return std::nullopt;
    lever.amount = *amount;
  }
  lever.drawn = drawn_above(path);
  lever.evidence = evidence_about(path, scenario);
  add_range(lever);
  return found;
}

/// The keys that say when an intervention or an effect holds.
constexpr std::array timing_keys{"from", "until", "ramp", "afterwards.keeps",
                                 "afterwards.fades_over"};

/// The intervention, or the effect with a timing of its own, that a path is the timing of; empty:
/// of none.
std::string timed_by(const std::string& path) {
  for (const char* key : timing_keys)
    for (const char* pattern : {"interventions.*.", "interventions.*.effects.*."})
      if (path_matches(std::string(pattern) + key, path))
        return path.substr(0, path.size() - std::string_view(key).size() - 1);
  return "";
}

/// When an intervention holds, in what it does not say: it can be given an end, or a ramp. So can
/// an effect that says some of it.
/// @param said  a part of the timing; what is missing comes with the first
std::vector<Lever> missing_timing(const Lever& said, const Value& tree, const Scenario& scenario) {
  const std::string owner = timed_by(said.path);
  if (owner.empty()) return {};
  const bool is_divert = !values_at(tree, owner + ".divert").empty();  // whose `from` is a route
  std::vector<Lever> missing;
  std::string first;
  for (const char* key : timing_keys) {
    const std::string path = owner + "." + key;
    if (is_divert && std::string_view(key) == "from") continue;
    if (!values_at(tree, path).empty()) {
      if (first.empty()) first = path;
      continue;
    }
    Lever& lever = missing.emplace_back();
    lever.path = path;
    lever.field = field_at(path);
    lever.evidence = evidence_about(path, scenario);
  }
  return said.path == first ? missing : std::vector<Lever>();
}

}  // namespace

std::vector<Lever> levers_of(const ScenarioTree& tree, const Scenario& scenario) {
  std::vector<Lever> levers;
  for (const std::string& path : matching_paths(tree.tree(), "**"))
    if (auto lever = lever_at(path, tree.tree(), scenario)) {
      std::vector<Lever> missing = missing_timing(*lever, tree.tree(), scenario);
      levers.push_back(std::move(*lever));
      std::ranges::move(missing, std::back_inserter(levers));
    }
  return levers;
}

}  // namespace doorstroom
