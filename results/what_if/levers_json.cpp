#include "results/what_if/levers_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/algorithm/string.hpp>
#include <nlohmann/json.hpp>
#include <string_view>

#include "models/fields/field_text.hpp"
#include "models/messages/message.hpp"
#include "results/report/assumption_words.hpp"
#include "results/report/parameter_words.hpp"
#include "results/text/kpi_labels.hpp"

namespace doorstroom {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::array mark_names{"measured", "derived", "assumed"};

std::vector<std::string> keys_of(const std::string& path) {
  std::vector<std::string> keys;
  boost::split(keys, path, boost::is_any_of("."));
  return keys;
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
      return lever.value.ends_with('%') ? "share" : "number";
  }
}

/// The node to which a route leads; empty: it is no part of a route.
std::string target_of(const std::vector<std::string>& keys) {
  const auto routes = std::ranges::find(keys, "routes");
  return keys.end() - routes > 1 ? *(routes + 1) : "";
}

std::string label_of_lever(const Lever& lever, const KpiLabels& labels, Language language) {
  const std::string& named = lever.drawn.empty() ? lever.path : lever.drawn;
  std::string label = parameter_label(named, labels, language);
  if (const std::vector<std::string> keys = keys_of(named); keys.size() > 2 && keys[0] == "clocks")
    label = labels.of_clock(keys[1], language) + ": " + label;
  if (const std::string target = target_of(keys_of(named)); !target.empty())
    label = message("{0} (to {1})", label, labels.of_node(target, language)).in(language);
  if (!lever.drawn.empty()) label += ", " + about(*lever.field).in(language);
  return label;
}

/// Path, label and help in every language, in small letters where these are a to z.
std::string search_words(const Lever& lever, const KpiLabels& labels) {
  std::string words = boost::replace_all_copy(lever.path, ".", " ");
  boost::replace_all(words, "_", " ");
  for (const Language language : Language::all())
    words += " " + label_of_lever(lever, labels, language) + " " + about(*lever.field).in(language);
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

OrderedJson lever_json(const Lever& lever, const KpiLabels& labels, Language language) {
  const Evidence* const evidence = lever.evidence;
  const auto basis = evidence ? static_cast<std::size_t>(evidence->basis) : 0;
  return {{"path", lever.path},
          {"label", label_of_lever(lever, labels, language)},
          {"node", node_of(lever.path)},
          {"help", about(*lever.field).in(language)},
          {"unit", parameter_unit(lever.amount.unit, language)},
          {"value", lever.value},
          {"number", lever.is_date() ? OrderedJson() : OrderedJson(lever.amount.number)},
          {"kind", kind_name(lever)},
          {"low", bound_text(lever.low, lever)},
          {"high", bound_text(lever.high, lever)},
          {"mark", evidence ? mark_names[basis] : ""},
          {"mark_text", evidence ? basis_words(evidence->basis).in(language) : ""},
          {"source", evidence ? evidence->source : ""},
          {"words", search_words(lever, labels)}};
}

}  // namespace

OrderedJson levers_json(const ScenarioTree& tree, const Scenario& scenario, Language language) {
  const KpiLabels labels(scenario);
  OrderedJson levers = OrderedJson::array();
  for (const Lever& lever : levers_of(tree, scenario))
    levers.push_back(lever_json(lever, labels, language));
  return {{"levers", std::move(levers)}};
}

}  // namespace doorstroom
