#include <fmt/format.h>

#include <algorithm>
#include <boost/algorithm/string.hpp>

#include "models/loading/loader.hpp"
#include "models/yaml/issue_text.hpp"
#include "models/yaml/overlay.hpp"

/// What nodes are made of: labels, costs, conditions, and the names they use.

namespace doorstroom {
namespace {

std::vector<Payer> read_payers(const NodeRef& at, LoadContext& context) {
  const auto funder = [&](const std::string& id) {
    auto& funders = context.scenario.funders;
    const auto found = std::ranges::find(funders, id);
    if (found == funders.end()) funders.push_back(id);
    return static_cast<int>(std::ranges::find(funders, id) - funders.begin());
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
  return payers.empty() ? std::vector<Payer>{{-1, 1}} : payers;
}

std::vector<int> read_names(const NodeRef& at, const std::vector<std::string>& names,
                            std::string_view what, LoadContext& context) {
  std::vector<int> indices;
  for (const NodeRef& item : at.items())
    if (const auto index = context.index_of({item.value, at.path, item.key_mark}, names, what))
      indices.push_back(*index);
  if (at.is_list() && at.value->items.empty())
    context.error(at.mark(), say("{} is an empty list", at.path),
                  "nobody could meet it; name at least one, or leave the key out for all");
  return indices;
}

}  // namespace

bool LoadContext::was_told(std::string_view pattern) const {
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = pattern.find('.', end + 1);
    const std::string_view above = pattern.substr(0, end);
    if (std::ranges::any_of(told, [&](const auto& path) { return path_matches(above, path); }))
      return true;
  }
  return false;
}

NodeId LoadContext::target(const NodeRef& at) {
  if (!at.is_scalar()) return no_node;
  const auto found = ids.find(at.text());
  if (found == ids.end()) {
    for (const char* kind : {"desks", "arrangements", "exits", "choices"})
      if (told.contains(kind) || told.contains(fmt::format("{}.{}", kind, at.text())))
        return no_node;
    std::vector<std::string> known;
    if (!is_told_at_length(issues))
      for (const Node& node : scenario.nodes)
        if (node.kind != NodeKind::source) known.push_back(node.id);
    const auto near = suggest(issues, at.text(), known);
    error(at.mark(), say("{} names {}, which is no node", at.path, shown(at.text())),
          near ? say("did you mean {}?", *near)
               : Text("name a desk, an arrangement or an exit of this scenario"));
    return no_node;
  }
  if (scenario.nodes[found->second].kind == NodeKind::source) {
    error(at.mark(), say("{} names {}, which is a source", at.path, at.text()),
          "youths come from a source and never go to one; name a desk, an arrangement or an exit");
    return no_node;
  }
  return found->second;
}

std::optional<int> LoadContext::index_of(const NodeRef& at, const std::vector<std::string>& names,
                                         std::string_view what) {
  if (!at.is_scalar()) return std::nullopt;
  const auto found = std::ranges::find(names, at.text());
  if (found != names.end()) return static_cast<int>(found - names.begin());
  const std::string list = what == "subregion" ? "subregions" : "severities";
  if (told.contains(list) || told.contains(fmt::format("{}.{}", list, at.text())))
    return std::nullopt;
  const auto near = suggest(issues, at.text(), names);
  error(at.mark(), say("{} names {}, which is no {}", at.path, shown(at.text()), phrase(what)),
        near            ? say("did you mean {}?", *near)
        : names.empty() ? say("this scenario lists none; add `{}: [{}]` at the top level", list,
                              shown(at.text()))
                        : say("use one of {}", boost::join(names, ", ")));
  return std::nullopt;
}

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
    const bool yearly = key == "per_place" || key == "amount";
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
    context.error(age["to"].mark(),
                  say("{} runs from {} to {}", age.path, age["from"].text(), age["to"].text()),
                  "an age range means from <= age < to; make `to` the larger");
  condition.severities =
      read_names(at["severity"], context.scenario.severities, "severity", context);
  condition.subregions =
      read_names(at["subregion"], context.scenario.subregions, "subregion", context);
  return condition;
}

}  // namespace doorstroom
