#include <boost/algorithm/string/join.hpp>

#include "models/reading/read_values.hpp"

/// Quantities that differ by severity or by the value of an attribute.

namespace doorstroom {
namespace {

/// Those that are named, by their number; the others are of `rest`, or reported.
void read_named(const NodeRef& at, const std::vector<std::string>& names, std::string_view what,
                QuantityKind drawn, QuantityByYouth& quantity, LoadContext& context) {
  const auto rest = read_drawn(at["rest"], drawn, context.issues);
  quantity.has_rest = rest.has_value();
  if (rest) quantity.of_all = *rest;
  std::vector<std::optional<Quantity>> named(names.size());
  for (const auto& [name, value] : at.entries()) {
    if (name == "by" || name == "rest") continue;
    const auto index = context.index_of(KeyRef(name, at.path, value.key_location), names, what);
    const auto one = read_drawn(value, drawn, context.issues);
    if (index && one) named[*index] = *one;
  }
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!named[i] && !context.has(at, names[i])) missing.push_back(names[i]);
    quantity.of.push_back(named[i].value_or(quantity.of_all));
  }
  if (!missing.empty() && !context.has(at, "rest"))
    context.error(at.key_location,
                  message("{0} says nothing of {1}", at.path, boost::join(missing, ", ")),
                  message("name them too, or add `rest`, for all who are not named"));
}

}  // namespace

QuantityByYouth read_by_youth(const NodeRef& at, QuantityKind drawn, LoadContext& context) {
  QuantityByYouth quantity;
  const NodeRef by = at["by"];
  if (!by) {
    if (const auto alike = read_drawn(at, drawn, context.issues)) quantity.of_all = *alike;
    return quantity;
  }
  const Scenario& scenario = context.scenario;
  if (by.says("severity")) {
    read_named(at, scenario.severities.values(), "severity", drawn, quantity, context);
    return quantity;
  }
  quantity.by = context.attribute(by);
  if (!quantity.by) return quantity;
  const Attribute& attribute = scenario.attributes[quantity.by];
  read_named(at, attribute.values.values(), attribute.id, drawn, quantity, context);
  return quantity;
}

}  // namespace doorstroom
