#pragma once
/// Readers of what stands at many places of a file: quantities, distributions, shares, labels,
/// costs and conditions. Each returns nothing where there is no value, or none that can be read.

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/reading/load_context.hpp"
#include "models/reading/quantity.hpp"

namespace doorstroom {

std::optional<double> read_number(const NodeRef& at, QuantityKind kind);
std::optional<Date> read_date(const NodeRef& at);
std::optional<CalendarSpan> read_span(const NodeRef& at);
std::optional<Distribution> read_distribution(const NodeRef& at, QuantityKind drawn,
                                              Issues& issues);
std::optional<Quantity> read_drawn(const NodeRef& at, QuantityKind drawn, Issues& issues);
/// Of all youths alike, or by severity or an attribute: `{by: severity, light: .., rest: ..}`.
/// Reports levels and values that are left out.
QuantityByYouth read_by_youth(const NodeRef& at, QuantityKind drawn, LoadContext& context);
/// A number, or a dated list of them.
Number read_over_time(const NodeRef& at, QuantityKind kind, const Period& period, Issues& issues);

/// Shares that sum to 100%, or hold one `rest`, which is resolved to what the others leave; nothing
/// after an error, or where one could not be read.
std::optional<std::vector<double>> read_split(const std::vector<NodeRef>& shares,
                                              const NodeRef& whole, LoadContext& context);
/// Weights of severities or of values of an attribute, sum 1; empty where there is no table.
/// @param what  "severity", or the id of the attribute
template <class IdType>
IdVector<IdType, double> read_mix(const NodeRef& at, const IdVector<IdType, std::string>& names,
                                  std::string_view what, LoadContext& context) {
  if (!at.is_map()) return {};
  std::vector<NodeRef> shares;
  std::vector<std::optional<IdType>> named;
  for (const auto& [name, share] : at.entries()) {
    named.push_back(context.id_of(KeyRef(name, at.path, share.key_location), names, what));
    shares.push_back(share);
  }
  const auto split = read_split(shares, at, context);
  const auto known = [](const auto& id) { return id.has_value(); };
  if (!split || !std::ranges::all_of(named, known)) return {};
  const double sum = std::accumulate(split->begin(), split->end(), 0.0);
  IdVector<IdType, double> weights(names.size());
  for (std::size_t i = 0; i < named.size(); ++i) weights[*named[i]] = (*split)[i] / sum;
  return weights;
}

/// How the attributes are spread over youths, as a source or a list of those who are there says it:
/// a key for each attribute.
AttributeMixes read_mixes(const NodeRef& at, LoadContext& context);

Label read_label(const NodeRef& at, const std::string& id);
/// @param parts  keys of the amounts, and where each goes
Cost read_cost(const NodeRef& at,
               const std::vector<std::pair<std::string_view, double Cost::*>>& parts,
               LoadContext& context);
std::optional<Condition> read_condition(const NodeRef& at, LoadContext& context);
/// Of whom an arrangement takes in, which does not depend on help beside the way.
std::optional<Condition> read_admission(const NodeRef& at, LoadContext& context);

/// The node that `at` names; reports one that is of another kind, or has no limit.
/// @param path  as the message names the place
/// @param kind  arrangement: one with a number of places; desk: one with a number of staff
/// @return no_node after a report
NodeId read_limited_node(const NodeRef& at, const std::string& path, NodeKind kind,
                         LoadContext& context);
/// The same for an id that is a key. @param at  the value of that key
NodeId limited_node_of_key(const std::string& id, const NodeRef& at, const std::string& path,
                           NodeKind kind, LoadContext& context);
/// The same for each item of a list; those after a report are left out.
std::vector<NodeId> read_limited_nodes(const NodeRef& at, NodeKind kind, LoadContext& context);

}  // namespace doorstroom
