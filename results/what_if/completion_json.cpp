#include "results/what_if/completion_json.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

#include "models/fields/scenario_schema.hpp"
#include "results/variants/levers.hpp"

namespace doorstroom {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::array<std::string_view, 13> named_sections{
    "sources", "desks",   "arrangements", "exits",      "choices",    "interventions", "initial",
    "clocks",  "budgets", "severities",   "subregions", "attributes", "funders"};

OrderedJson names_in(const Value& section) {
  OrderedJson names = OrderedJson::array();
  for (const Entry& entry : section.entries) names.push_back(entry.key);
  for (const auto& item : section.items)
    if (item->is_scalar()) names.push_back(item->text);
  return names;
}

}  // namespace

OrderedJson completion_json(const ScenarioTree& tree, Language language) {
  const Scenario scenario = tree.load().scenario;
  OrderedJson ids = OrderedJson::object();
  for (const std::string_view section : named_sections)
    if (const Entry* const found = tree.tree().find(section))
      ids[std::string(section)] = names_in(*found->value);
  OrderedJson paths = OrderedJson::array();
  for (const Lever& lever : levers_of(tree, scenario)) paths.push_back(lever.path);
  return {{"schema", OrderedJson::parse(schema_of(FileKind::overlay, language))},
          {"ids", std::move(ids)},
          {"paths", std::move(paths)}};
}

}  // namespace doorstroom
