#include "models/reading/read_values.hpp"

/// How the values of attributes are spread over youths.

namespace doorstroom {
namespace {

/// A table of shares for each value of another attribute.
AttributeMix read_dependent(const NodeRef& at, AttributeId id, LoadContext& context) {
  const auto& attributes = context.scenario.attributes;
  const NodeRef by = at["by"];
  AttributeMix mix;
  mix.by = context.attribute(by);
  if (!mix.by) return mix;
  if (mix.by == id) {
    context.error(by.location(), message("{0} depends on itself", at.path),
                  message("name another attribute, or give the shares without `by`"));
    mix.by = {};
    return mix;
  }
  const Attribute& other = attributes[mix.by];
  mix.of.resize(other.values.size());
  for (const auto& [name, row] : at.entries()) {
    if (name == "by") continue;
    const auto value =
        context.id_of(KeyRef(name, at.path, row.key_location), other.values, other.id);
    auto weights = read_mix(row, attributes[id].values, attributes[id].id, context);
    if (value) mix.of[*value] = std::move(weights);
  }
  return mix;
}

}  // namespace

AttributeMixes read_mixes(const NodeRef& at, LoadContext& context) {
  const auto& attributes = context.scenario.attributes;
  AttributeMixes mixes;
  for (const AttributeId id : attributes.ids()) {
    const NodeRef table = at[attributes[id].id];
    if (!table.is_map()) continue;
    AttributeMix mix;
    if (table["by"])
      mix = read_dependent(table, id, context);
    else
      mix.weights = read_mix(table, attributes[id].values, attributes[id].id, context);
    mix.location = table.key_location;
    mixes.set(id, std::move(mix));
  }
  return mixes;
}

}  // namespace doorstroom
