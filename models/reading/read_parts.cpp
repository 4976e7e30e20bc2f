#include <algorithm>
#include <boost/algorithm/string.hpp>

#include "models/reading/read_values.hpp"

/// What nodes are made of: labels, costs, conditions, and the names they use.

namespace doorstroom {
namespace {

std::vector<Payer> read_payers(const NodeRef& at, LoadContext& context) {
  const auto funder = [&](const std::string& id) {
    auto& funders = context.scenario.funders;
    if (const FunderId known = funders.find(id)) return known;
    funders.push_back(id);
    return funders.last_id();
  };
  if (at.is_scalar()) return {{funder(at.text()), 1}};
  std::vector<Payer> payers;
  std::vector<NodeRef> shares;
  for (const auto& [id, share] : at.entries()) {
    payers.push_back({funder(id), 0});
    shares.push_back(share);
  }
  if (at.is_map())
    if (const auto split = read_split(shares, at, context))
      for (std::size_t i = 0; i < payers.size(); ++i) payers[i].share = (*split)[i];
  return payers.empty() ? std::vector<Payer>{{no_funder, 1}} : payers;
}

template <class IdType>
std::vector<IdType> read_names(const NodeRef& at, const IdVector<IdType, std::string>& names,
                               std::string_view what, LoadContext& context) {
  std::vector<IdType> ids;
  for (const NodeRef& item : at.items())
    if (const auto id = context.id_of({item.value, at.path, item.key_location}, names, what))
      ids.push_back(*id);
  if (at.is_list() && at.value->items.empty())
    context.error(at.location(), message("{0} is an empty list", at.path),
                  message("nobody could meet it; name at least one, or leave the key out for all"));
  return ids;
}

/// Help beside the way, by name.
std::vector<NodeId> read_help(const NodeRef& at, LoadContext& context) {
  std::vector<NodeId> nodes;
  for (const NodeRef& item : at.items())
    if (const NodeId id = context.help({item.value, at.path, item.key_location}); id != no_node)
      nodes.push_back(id);
  if (at.is_list() && at.value->items.empty())
    context.error(at.location(), message("{0} is an empty list", at.path),
                  message("nobody could meet it; name at least one, or leave the key out for all"));
  return nodes;
}

}  // namespace

Label read_label(const NodeRef& at, const std::string& id) {
  const std::string own = boost::replace_all_copy(id, "_", " ");
  if (at.is_scalar()) return {at.text(), at.text()};
  Label label{at["nl"].text(), at["en"].text()};
  if (label.nl.empty()) label.nl = label.en.empty() ? own : label.en;
  if (label.en.empty()) label.en = label.nl;
  return label;
}

Cost read_cost(const NodeRef& at,
               const std::vector<std::pair<std::string_view, double Cost::*>>& parts,
               LoadContext& context) {
  Cost cost;
  if (!at.is_map()) return cost;
  for (const auto& [key, amount] : parts) {
    const bool yearly = key == "per_place" || key == "per_fte" || key == "amount";
    cost.*amount = read_number(at[key], yearly ? QuantityKind::money_per_year : QuantityKind::money)
                       .value_or(0);
  }
  cost.paid_by = read_payers(at["paid_by"], context);
  return cost;
}

std::optional<Condition> read_condition(const NodeRef& at, LoadContext& context) {
  if (!at.is_map()) return std::nullopt;
  Condition condition;
  const NodeRef age = at["age"];
  condition.age_from = read_number(age["from"], QuantityKind::age).value_or(condition.age_from);
  condition.age_to = read_number(age["to"], QuantityKind::age).value_or(condition.age_to);
  if (condition.age_from >= condition.age_to)
    context.error(
        age["to"].location(),
        message("{0} runs from {1} to {2}", age.path, age["from"].text(), age["to"].text()),
        message("an age range means from <= age < to; make `to` the larger"));
  condition.severities =
      read_names(at["severity"], context.scenario.severities, "severity", context);
  for (const AttributeId id : context.scenario.attributes.ids()) {
    const Attribute& attribute = context.scenario.attributes[id];
    auto values = read_names(at[attribute.id], attribute.values, attribute.id, context);
    if (!values.empty()) condition.attributes.push_back({id, std::move(values)});
  }
  condition.beside = read_help(at["beside"], context);
  condition.had = read_help(at["had"], context);
  condition.within = Days{read_number(at["within"], QuantityKind::duration).value_or(0)};
  for (const auto& [one, other] : {std::pair("had", "within"), std::pair("within", "had")})
    if (at[one] && !context.has(at, other))
      context.error(at[one].key_location, message("{0} has {1} without {2}", at.path, one, other),
                    message("say which help it was and how long ago it may have ended, such as "
                            "`had: [jeugdhulp_so], within: 2 years`"));
  return condition;
}

std::optional<Condition> read_admission(const NodeRef& at, LoadContext& context) {
  for (const char* key : {"beside", "had", "within"})
    if (const NodeRef asked = at[key])
      context.error(asked.key_location, message("{0} asks for help beside the way", asked.path),
                    message("only routes can ask for it; write it in an `if`"));
  return read_condition(at, context);
}

}  // namespace doorstroom
