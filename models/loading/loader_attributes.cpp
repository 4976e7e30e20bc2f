#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/algorithm/string.hpp>

#include "engine/random.hpp"
#include "models/fields/scenario_fields.hpp"
#include "models/loading/loader.hpp"
#include "models/yaml/issue_text.hpp"

/// Attributes of youths, subregions among them: what values they have, and in which order they are
/// drawn.

namespace doorstroom {
namespace {

/// Columns of tables that hold attributes, too, and what stands for no value there.
constexpr std::array<std::string_view, 15> columns{
    "day",   "node",    "state",   "since",     "absent_since", "replication", "youth", "source",
    "month", "ordinal", "arrived", "age_years", "exited",       "exit",        "none"};

/// Whether the id of an attribute would be mistaken for something else where attributes are keys or
/// columns.
bool is_taken(const std::string& id) {
  const auto has_key = [&](const Section& section) {
    const Field* const field = section.find(id);
    return field && field->key != "*";
  };
  return is_reserved_word(id) || std::ranges::find(columns, id) != columns.end() ||
         has_key(sections::source) || has_key(sections::condition) || has_key(sections::found);
}

void read_values(const NodeRef& at, TranslatableText what, Attribute& attribute,
                 LoadContext& context) {
  const auto tell_reserved = [&](const std::string& value, SourceLocation location) {
    if (is_reserved_value(value)) report_reserved_word(value, at.path, location, context);
  };
  for (const NodeRef& item : at.items()) tell_reserved(item.text(), item.location());
  const std::vector<std::string> names = load_names(at, what, context);
  for (const std::string& value : names) {
    attribute.values.push_back(value);
    attribute.labels.push_back(read_label({}, value));
  }
  for (const auto& [value, said] : at.entries()) {
    tell_reserved(value, said.key_location);
    attribute.values.push_back(value);
    attribute.labels.push_back(read_label(said["label"], value));
  }
}

void read_attribute(const std::string& id, const NodeRef& at, LoadContext& context) {
  auto& attributes = context.scenario.attributes;
  if (is_taken(id))
    return context.error(
        at.key_location, message("{0} has a name that stands for something else", at.path),
        message("{0} is a key of the file or a column of a table already; rename the attribute",
                id));
  if (attributes.size() == most_attributes)
    return context.error(
        at.key_location, message("{0} is one attribute too many", at.path),
        message("a scenario has {0} at most, beside the subregions", most_attributes - 1));
  Attribute attribute;
  attribute.id = id;
  attribute.label = read_label(at["label"], id);
  attribute.address = hash32(id);
  attribute.location = at.key_location;
  const AttributeId same = attributes.find(attribute.address, &Attribute::address);
  if (same)
    context.error(at.key_location,
                  message("{0} cannot be told apart from {1}", at.path, attributes[same].id),
                  message("their random draws would be the same by accident; rename one of them"));
  const NodeRef values = at["values"];
  read_values(values, translatable("value"), attribute, context);
  if (attribute.values.empty() && (values.is_list() || values.is_map()))
    context.error(values.location(), message("{0} holds nothing", values.path),
                  message("name the values that youths may have, such as [leiden, katwijk]"));
  attributes.push_back(std::move(attribute));
}

/// The mixes of a source, or of who is there when the run begins, with the path of its node.
struct GivenMixes {
  const AttributeMixes* mixes;
  std::string path;
};

std::vector<GivenMixes> all_mixes(const Scenario& scenario) {
  std::vector<GivenMixes> all;
  for (const Node& node : scenario.nodes)
    if (node.kind == NodeKind::source)
      all.push_back({&scenario.sources[node.index].mixes, path_of(node)});
  for (const FoundYouths& found : scenario.initial)
    all.push_back({&found.mixes, "initial." + scenario.nodes[found.node].id});
  for (const FoundYouths& found : scenario.today)
    all.push_back({&found.mixes, "today." + scenario.nodes[found.node].id});
  return all;
}

}  // namespace

bool is_reserved_word(std::string_view id) {
  constexpr std::array<std::string_view, 8> words{"by",     "age",   "beside", "had",
                                                  "within", "clock", "rows",   "as_of"};
  return std::ranges::find(words, id) != words.end();
}

bool is_reserved_value(std::string_view value) {
  constexpr std::array<std::string_view, 4> beside{"rest", "count", "of", "elsewhere"};
  return is_reserved_word(value) || std::ranges::find(beside, value) != beside.end();
}

void report_reserved_word(const std::string& id, const std::string& path, SourceLocation location,
                          LoadContext& context) {
  context.error(location, message("{0} has the id {1}, which is a word of the format", path, id),
                message("it would be mistaken for a key; use another id, and a label for people"));
}

std::vector<std::string> load_names(const NodeRef& at, TranslatableText what,
                                    LoadContext& context) {
  std::vector<std::string> names;
  for (const NodeRef& item : at.items()) {
    if (std::ranges::find(names, item.text()) != names.end())
      context.error(item.location(), message("{0} holds {1} twice", at.path, item.text()),
                    message("each {0} has its own name; take one out", what));
    else
      names.push_back(item.text());
  }
  return names;
}

void load_attributes(const NodeRef& tree, LoadContext& context) {
  Scenario& scenario = context.scenario;
  Attribute& subregion = scenario.attributes[subregion_attribute];
  subregion.location = tree["subregions"].key_location;
  read_values(tree["subregions"], translatable("subregion"), subregion, context);
  for (const auto& [id, at] : tree["attributes"].entries()) read_attribute(id, at, context);
  for (const NodeRef& item : tree["groups"].items()) {
    const AttributeId id = context.attribute({item.value, tree["groups"].path, item.key_location});
    const bool there = std::ranges::find(scenario.groups, id) != scenario.groups.end();
    if (id && id != subregion_attribute && !there) scenario.groups.push_back(id);
  }
}

/// Finds an order in which each attribute comes after those on which it depends anywhere.
void order_attributes(LoadContext& context) {
  Scenario& scenario = context.scenario;
  const std::vector<GivenMixes> given = all_mixes(scenario);
  std::vector<AttributeId> left;
  scenario.draw_order.clear();
  for (const AttributeId id : scenario.attributes.ids()) left.push_back(id);
  const auto waits = [&](AttributeId id) {
    return std::ranges::any_of(given, [&](const GivenMixes& one) {
      const AttributeId by = (*one.mixes)[id].by;
      return by && std::ranges::find(left, by) != left.end();
    });
  };
  while (!left.empty()) {
    const auto next = std::ranges::find_if_not(left, waits);
    if (next == left.end()) break;
    scenario.draw_order.push_back(*next);
    left.erase(next);
  }
  if (left.empty()) return;
  std::string names;
  for (const AttributeId id : left)
    names += (names.empty() ? "" : ", ") + scenario.attributes[id].id;
  for (const GivenMixes& one : given)
    for (const AttributeId id : left) {
      const AttributeMix& mix = (*one.mixes)[id];
      if (!mix.by || std::ranges::find(left, mix.by) == left.end()) continue;
      return context.error(
          mix.location,
          message("{0}.{1} depends on {2}, which depends on it", one.path,
                  scenario.attributes[id].id, scenario.attributes[mix.by].id),
          message("in the whole scenario `by` must not go round among {0}; give one of them its "
                  "shares without `by`",
                  names));
    }
}

}  // namespace doorstroom
