#include "results/what_if/levers_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/algorithm/string.hpp>
#include <nlohmann/json.hpp>
#include <string_view>

#include "models/fields/field_text.hpp"
#include "models/fields/scenario_fields.hpp"
#include "models/messages/message.hpp"
#include "results/report/assumption_words.hpp"
#include "results/report/parameter_words.hpp"
#include "results/report/verdict_words.hpp"
#include "results/text/json_label.hpp"
#include "results/text/kpi_labels.hpp"

namespace doorstroom {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::array mark_names{"measured", "derived", "assumed"};

/// What the parts of a scenario are called.
struct LeverNames {
  explicit LeverNames(const Scenario& scenario)
      : labels(scenario), resolved(nlohmann::json::parse(scenario.resolved)) {}

  /// The label of an effect; its id where it has none.
  std::string of_effect(const std::string& intervention, const std::string& effect,
                        Language language) const {
    const nlohmann::json& said =
        resolved.at("interventions").at(intervention).at("effects").at(effect);
    const Label label = said.contains("label") ? label_of(said["label"]) : Label{};
    return name_in(language, label, boost::replace_all_copy(effect, "_", " "));
  }

  KpiLabels labels;
  nlohmann::json resolved;
};

std::vector<std::string> keys_of(const std::string& path) {
  std::vector<std::string> keys;
  boost::split(keys, path, boost::is_any_of("."));
  return keys;
}

/// Whether it is written with a percent sign, or would be.
bool is_percentage(const Lever& lever) {
  return lever.value.ends_with('%') ||
         (!lever.is_said() && lever.field->kind == QuantityKind::share);
}

/// What tells the page which control fits.
std::string_view kind_name(const Lever& lever) {
  switch (lever.field->kind) {
    case QuantityKind::date:
      return "date";
    case QuantityKind::places:
    case QuantityKind::whole:
    case QuantityKind::years:
      return "count";
    case QuantityKind::duration:
    case QuantityKind::span:
      return "duration";
    case QuantityKind::money:
    case QuantityKind::money_per_year:
      return "money";
    default:
      return is_percentage(lever) ? "share" : "number";
  }
}

/// The node to which a route leads; empty: it is no part of a route.
std::string target_of(const std::vector<std::string>& keys) {
  const auto routes = std::ranges::find(keys, "routes");
  return keys.end() - routes > 1 ? *(routes + 1) : "";
}

/// Whose parameter it is, where that is no desk or arrangement; empty: it is one of those, or the
/// whole scenario's.
std::string other_owner(const std::vector<std::string>& keys, const LeverNames& names,
                        Language language) {
  if (keys.size() > 2 && keys[0] == "clocks") return names.labels.of_clock(keys[1], language);
  if (keys.size() > 4 && keys[0] == "interventions" && keys[2] == "effects")
    return names.labels.of_intervention(keys[1], language) + ", " +
           names.of_effect(keys[1], keys[3], language);
  return "";
}

/// "OZA: places", whose it is first.
std::string label_of_lever(const Lever& lever, const LeverNames& names, Language language) {
  const std::string& named = lever.drawn.empty() ? lever.path : lever.drawn;
  const std::vector<std::string> keys = keys_of(named);
  std::string label = parameter_label(named, names.labels, language);
  if (const std::string owner = other_owner(keys, names, language); !owner.empty())
    label = owner + ": " + about(*field_at(named)).in(language);
  if (const Field* const section = field_at(keys.front());
      label.find(": ") == std::string::npos && section && section->map)
    label = with_capital(section->map->name.in(language)) + ": " + label;
  if (const std::string target = target_of(keys); !target.empty())
    label = message("{0} (to {1})", label, names.labels.of_node(target, language)).in(language);
  if (!lever.drawn.empty()) label += ", " + about(*lever.field).in(language);
  return label;
}

/// Path, label and help in every language, in small letters where these are a to z.
std::string search_words(const Lever& lever, const LeverNames& names) {
  std::string words = boost::replace_all_copy(lever.path, ".", " ");
  boost::replace_all(words, "_", " ");
  for (const Language language : Language::all())
    words += " " + label_of_lever(lever, names, language) + " " + about(*lever.field).in(language);
  return boost::to_lower_copy(words, std::locale::classic());
}

std::string node_of(const std::string& path) {
  const std::vector<std::string> keys = keys_of(path);
  return keys.size() < 2 ? "" : keys[1];
}

/// An end of a range, written as the value of the lever is; empty: none.
std::string bound_text(const std::optional<Amount>& amount, const Lever& lever) {
  if (!amount) return "";
  constexpr double hundred = 100;
  if (lever.value.ends_with('%')) return fmt::format("{:.10g}%", amount->number * hundred);
  const std::string number = fmt::format("{:.10g}", amount->number);
  return amount->unit.empty() ? number : number + " " + amount->unit;
}

OrderedJson lever_json(const Lever& lever, const LeverNames& names, Language language) {
  const Evidence* const evidence = lever.evidence;
  const auto basis = evidence ? static_cast<std::size_t>(evidence->basis) : 0;
  return {{"path", lever.path},
          {"label", label_of_lever(lever, names, language)},
          {"node", node_of(lever.path)},
          {"help", about(*lever.field).in(language)},
          {"unit", parameter_unit(lever.amount.unit, language)},
          {"value", lever.value},
          {"number",
           lever.is_date() || !lever.is_said() ? OrderedJson() : OrderedJson(lever.amount.number)},
          {"kind", kind_name(lever)},
          {"low", bound_text(lever.low, lever)},
          {"high", bound_text(lever.high, lever)},
          {"mark", evidence ? mark_names[basis] : ""},
          {"mark_text", evidence ? basis_words(evidence->basis).in(language) : ""},
          {"source", evidence ? evidence->source : ""},
          {"words", search_words(lever, names)}};
}

}  // namespace

OrderedJson levers_json(const ScenarioTree& tree, const Scenario& scenario, Language language) {
  const LeverNames names(scenario);
  OrderedJson levers = OrderedJson::array();
  for (const Lever& lever : levers_of(tree, scenario))
    levers.push_back(lever_json(lever, names, language));
  return {{"levers", std::move(levers)}};
}

}  // namespace doorstroom
