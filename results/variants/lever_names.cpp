#include "results/variants/lever_names.hpp"

#include <algorithm>
#include <array>
#include <boost/algorithm/string.hpp>
#include <string_view>

#include "models/fields/field_text.hpp"
#include "models/fields/scenario_fields.hpp"
#include "models/messages/message.hpp"
#include "models/yaml/overlay.hpp"
#include "results/report/parameter_words.hpp"
#include "results/report/verdict_words.hpp"
#include "results/text/json_label.hpp"

namespace doorstroom {
namespace {

using Keys = std::vector<std::string>;

struct ShortName {
  std::string_view pattern;
  TranslatableText text;
};

/// Parameters that the manual explains rather than names.
constexpr std::array short_names{
    ShortName{"arrangements.*.stay", translatable_in("parameter", "length of stay")},
    ShortName{"severities.*.stay", translatable_in("parameter", "length of stay")},
    ShortName{"severities.*.work", translatable_in("parameter", "work on a case")},
    ShortName{"desks.*.work", translatable_in("parameter", "work on a case")},
    ShortName{"desks.*.takes", translatable_in("parameter", "time to a decision")},
    ShortName{"desks.*.staff", translatable_in("parameter", "staff")},
    ShortName{"desks.*.hours", translatable_in("parameter", "hours of work per fte")},
    ShortName{"arrangements.*.places", translatable_in("parameter", "places")},
    ShortName{"*.*.growth", translatable_in("parameter", "growth a year")},
    ShortName{"**.routes.*.delay", translatable_in("parameter", "time of handover")},
    ShortName{"**.routes.*.bounce", translatable_in("parameter", "share that is sent back")},
    ShortName{"**.routes.*.rework", translatable_in("parameter", "work that is done again")},
    ShortName{"**.routes.*.share", translatable_in("parameter", "share that goes this way")},
    ShortName{"**.routes.*", translatable_in("parameter", "share that goes this way")},
    ShortName{"**.waiting.at_home", translatable_in("parameter", "share at home from the start")},
    ShortName{"**.waiting.stays_home_after",
              translatable_in("parameter", "wait until staying home")},
    ShortName{"**.waiting.leaves_after", translatable_in("parameter", "wait until giving up")},
    ShortName{"**.waiting.worsens", translatable_in("parameter", "chance to get worse")},
    ShortName{"*.*.returns.share", translatable_in("parameter", "share that comes back")},
    ShortName{"*.*.returns.after", translatable_in("parameter", "time until coming back")},
};

Keys keys_of(const std::string& path) {
  Keys keys;
  boost::split(keys, path, boost::is_any_of("."));
  return keys;
}

const ShortName* short_name_of(const std::string& path) {
  const auto* const found = std::ranges::find_if(
      short_names, [&](const ShortName& name) { return path_matches(name.pattern, path); });
  return found == short_names.end() ? nullptr : found;
}

/// The node to which a route leads; empty: it is no part of a route, or of many.
std::string target_of(const Keys& keys) {
  const auto routes = std::ranges::find(keys, "routes");
  return keys.end() - routes > 1 && *(routes + 1) != "*" ? *(routes + 1) : "";
}

/// Every node of a section, where a pattern names no one.
LocalizedText every(const std::string& section) {
  if (section == "desks") return message("every desk");
  if (section == "arrangements") return message("every arrangement");
  if (section == "sources") return message("every source");
  return section == "exits" ? message("every exit") : LocalizedText();
}

bool is_effect(const Keys& keys) {
  return keys.size() == 5 && keys[0] == "interventions" && keys[2] == "effects";
}

}  // namespace

LeverNames::LeverNames(const Scenario& scenario)
    : labels_(scenario), resolved_(nlohmann::json::parse(scenario.resolved)) {}

const nlohmann::json& LeverNames::effect_at(const Keys& keys) const {
  return resolved_.at("interventions").at(keys[1]).at("effects").at(keys[3]);
}

std::string LeverNames::what_changes(const std::string& pattern, bool with_owner,
                                     Language language) const {
  const Keys keys = keys_of(pattern);
  const Field* const field = field_at(pattern);
  const ShortName* const name = short_name_of(pattern);
  std::string what = name ? name->text.in(language) : field ? about(*field).in(language) : pattern;
  if (!with_owner) return what;
  if (const std::string target = target_of(keys); !target.empty())
    what = message("{0} (to {1})", what, labels_.of_node(target, language)).in(language);
  if (keys.size() < 2) return what;
  std::string owner;
  if (keys[1] == "*") owner = every(keys[0]).in(language);
  if (keys[1] != "*" && keys[0] == "severities") owner = labels_.of_level(keys[1], language);
  if (keys[0] == "desks" || keys[0] == "arrangements" || keys[0] == "exits")
    if (keys[1] != "*") owner = labels_.of_node(keys[1], language);
  return owner.empty() ? what : what + ", " + owner;
}

std::string LeverNames::of_divert(const Keys& keys, const nlohmann::json& effect,
                                  Language language) const {
  const std::string owner = labels_.of_intervention(keys[1], language);
  const Keys route = keys_of(effect.value("from", ""));
  const std::string target = target_of(route);
  if (route.size() < 2 || target.empty()) return owner;
  return message("{0}: share from {1} that goes to {2} instead of {3}", owner,
                 labels_.of_node(route[1], language),
                 labels_.of_node(effect.value("to", ""), language),
                 labels_.of_node(target, language))
      .in(language);
}

std::string LeverNames::of_effect(const Keys& keys, Language language) const {
  const nlohmann::json& effect = effect_at(keys);
  const bool has_label = effect.contains("label");
  std::string owner = labels_.of_intervention(keys[1], language);
  if (has_label) owner += ", " + name_in(language, label_of(effect["label"]), keys[3]);
  const std::string what = what_changes(effect.value("change", ""), !has_label, language);
  if (keys[4] == "divert" && !has_label) return of_divert(keys, effect, language);
  if (keys[4] == "divert") return message("{0}: share that goes elsewhere", owner).in(language);
  if (keys[4] == "factor") return message("{0}: factor on {1}", owner, what).in(language);
  if (keys[4] == "add") return message("{0}: added to {1}", owner, what).in(language);
  if (keys[4] == "set") return message("{0}: new value of {1}", owner, what).in(language);
  if (!has_label) owner += ", " + boost::replace_all_copy(keys[3], "_", " ");
  return owner + ": " + about(*field_at(boost::join(keys, "."))).in(language);
}

std::string LeverNames::of_parameter(const std::string& path, const Keys& keys,
                                     Language language) const {
  if (is_effect(keys)) return of_effect(keys, language);
  if (keys.size() > 2 && keys[0] == "clocks")
    return labels_.of_clock(keys[1], language) + ": " + about(*field_at(path)).in(language);
  std::string label = parameter_label(path, labels_, language);
  const std::size_t colon = label.find(": ");
  const std::string owner = colon == std::string::npos ? "" : label.substr(0, colon);
  if (keys.size() > 3 && keys[keys.size() - 2] == "paid_by")
    label = message("{0}: share paid by {1}", owner, labels_.of_funder(keys.back(), language))
                .in(language);
  else if (const ShortName* const name = short_name_of(path); name && !owner.empty())
    label = owner + ": " + name->text.in(language);
  if (const Field* const section = field_at(keys.front()); owner.empty() && section && section->map)
    label = with_capital(section->map->name.in(language)) + ": " + label;
  if (const std::string target = target_of(keys); !target.empty())
    label = message("{0} (to {1})", label, labels_.of_node(target, language)).in(language);
  return label;
}

std::string LeverNames::of(const Lever& lever, Language language) const {
  const std::string& named = lever.drawn.empty() ? lever.path : lever.drawn;
  std::string label = of_parameter(named, keys_of(named), language);
  if (!lever.drawn.empty()) label += ", " + about(*lever.field).in(language);
  return label;
}

}  // namespace doorstroom
