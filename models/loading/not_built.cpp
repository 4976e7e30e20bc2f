#include "models/loading/not_built.hpp"

#include <algorithm>
#include <array>
#include <boost/algorithm/string/case_conv.hpp>

#include "models/fields/scenario_fields.hpp"
#include "models/yaml/issue_text.hpp"

namespace doorstroom {
namespace {

constexpr std::array weekdays{
    "monday",   "tuesday",   "wednesday", "thursday", "friday", "saturday", "sunday",  "mon",
    "tue",      "wed",       "thu",       "fri",      "sat",    "sun",      "maandag", "dinsdag",
    "woensdag", "donderdag", "vrijdag",   "zaterdag", "zondag", "weekend"};
constexpr std::array weekly_keys{"weekly",       "week",          "weekday",        "weekdays",
                                 "weekend",      "weekends",      "days_of_week",   "days_open",
                                 "opening_days", "opening_hours", "hours_per_week", "per_week"};

/// The names in a list, or the keys of a map.
void add_names(const Entry* entry, std::set<std::string>& names) {
  if (!entry) return;
  for (const auto& item : entry->value->items) names.insert(item->text);
  for (const Entry& one : entry->value->entries) names.insert(one.key);
}

/// Whether a map is of one value for each level, or for each value of an attribute.
bool differs(const Value& value, const std::set<std::string>& names) {
  return std::ranges::any_of(value.entries, [&](const Entry& entry) {
    return entry.key == "by" || entry.key == "rest" || names.contains(entry.key);
  });
}

LocalizedText instead_of_difference(const Value& value, std::string_view key) {
  const Entry* const by = value.find("by");
  const bool by_severity = !by || by->value->text == "severity";
  if (key == "work" && by_severity)
    return message(
        "work that differs is not built: let levels of severity scale it, such as "
        "`severities: {{complex: {{work: 1.5}}}}`");
  if ((key == "stays_home_after" || key == "leaves_after") && by_severity)
    return message(
        "patience that differs is not built: let levels of severity scale it, such as "
        "`severities: {{complex: {{patience: 0.5}}}}`");
  if (key == "work" || key == "takes")
    return message(
        "only the stay at an arrangement can differ so: lead those youths to a desk of "
        "their own, by an `if` in the routes");
  return message(
      "only the stay at an arrangement can differ so: give those youths a node, a route "
      "or a source of their own");
}

}  // namespace

std::optional<Refusal> refusal_of(const Value& value, const Field& field, const std::string& path,
                                  const std::set<std::string>& names) {
  if (field.key == "batch" && !value.is_scalar())
    return Refusal{message("{0} is {1}", path, shown(value)),
                   message("batches of random size are not built: give a whole number, such as the "
                           "mean, or a source for each size, with its share of the youths")};
  if (!value.is_map() || field.map != &sections::distribution || !differs(value, names))
    return std::nullopt;
  if (!field.map_too)
    return Refusal{message("{0} differs by youth", path), instead_of_difference(value, field.key)};
  if (value.find("by")) return std::nullopt;
  return Refusal{message("{0} has no by", path),
                 message("stays that differ say by what: add `by: severity`, or the id of an "
                         "attribute")};
}

LocalizedText instead_of_weekday(std::string_view word) {
  const std::string small = boost::to_lower_copy(std::string(word));
  if (std::ranges::find(weekdays, small) == weekdays.end()) return {};
  return message(
      "a rhythm of weeks is not built: every day is alike; close parts of the year by "
      "dates, and give staff the hours that they work in a year");
}

LocalizedText instead_of_key(std::string_view key) {
  return std::ranges::find(weekly_keys, key) == weekly_keys.end() ? LocalizedText()
                                                                  : instead_of_weekday("monday");
}

std::set<std::string> names_of_youths(const Value& tree) {
  std::set<std::string> names;
  if (tree.find("severities"))
    add_names(tree.find("severities"), names);
  else
    names = {"light", "middle", "complex"};
  add_names(tree.find("subregions"), names);
  if (const Entry* const attributes = tree.find("attributes"))
    for (const Entry& one : attributes->value->entries) add_names(one.value->find("values"), names);
  return names;
}

}  // namespace doorstroom
