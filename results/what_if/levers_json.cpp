#include "results/what_if/levers_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/algorithm/string.hpp>
#include <nlohmann/json.hpp>
#include <string_view>

#include "models/fields/field_text.hpp"
#include "results/report/assumption_words.hpp"
#include "results/text/parameter_text.hpp"
#include "results/variants/lever_names.hpp"

namespace doorstroom {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::array mark_names{"measured", "derived", "assumed"};

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

/// Path, label and help in every language, in small letters where these are a to z.
std::string search_words(const Lever& lever, const LeverNames& names) {
  std::string words = boost::replace_all_copy(lever.path, ".", " ");
  boost::replace_all(words, "_", " ");
  for (const Language language : Language::all())
    words += " " + names.of(lever, language) + " " + about(*lever.field).in(language);
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
          {"label", names.of(lever, language)},
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
