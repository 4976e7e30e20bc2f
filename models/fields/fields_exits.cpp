#include <algorithm>

#include "models/fields/node_readers.hpp"
#include "models/fields/shared_rows.hpp"
#include "models/reading/read_values.hpp"

/// The keys of exits and choices, and how they are read.

namespace doorstroom {
namespace {

constexpr Field returns_keys[] = {
    {.key = "share",
     .kind = QuantityKind::share,
     .required = true,
     .changeable = true,
     .about = translatable("the share who come back")},
    {.key = "after",
     .kind = QuantityKind::drawn_duration,
     .map = &sections::distribution,
     .required = true,
     .changeable = true,
     .about = translatable("how long they stay away")},
    {.key = "to",
     .kind = QuantityKind::id,
     .required = true,
     .about = translatable("where they come back")},
};
constinit const Section returns_section{translatable("returns"), returns_keys};

constexpr Field exit_keys[] = {
    rows::label,
    {.key = "education",
     .kind = QuantityKind::education,
     .words = "full | part | none | exempt | unchanged",
     .standard = "unchanged",
     .about = translatable("the share of the school hours that youths attend afterwards")},
    {.key = "returns", .map = &returns_section, .about = translatable("who comes back, and when")},
};

constexpr Field choice_keys[] = {
    rows::label,
    {.key = "first_free",
     .kind = QuantityKind::id,
     .list = true,
     .one_of = "rule",
     .required = true,
     .about = translatable("the nodes of which the first free place is taken")},
    {.key = "shortest_list",
     .kind = QuantityKind::id,
     .list = true,
     .one_of = "rule",
     .required = true,
     .about = translatable("the nodes of which the shortest list is joined")},
};

}  // namespace

constinit const Section sections::exit{translatable("exit"), exit_keys};
constinit const Section sections::choice{translatable("choice"), choice_keys};

std::optional<Returns> read_returns(const NodeRef& at, LoadContext& context) {
  if (!at.is_map()) return std::nullopt;
  Returns returns;
  returns.share = read_number(at["share"], QuantityKind::share).value_or(0);
  if (auto after = read_drawn(at["after"], QuantityKind::drawn_duration, context.issues))
    returns.after = std::move(*after);
  returns.to = context.target(at["to"]);
  if (returns.to != no_node && context.scenario.nodes[returns.to].kind == NodeKind::exit)
    context.error(
        at["to"].location(), message("{0}.to is {1}, which is an exit", at.path, at["to"].text()),
        translatable("who comes back asks somewhere; name a desk, an arrangement or a choice"));
  return returns;
}

Choice read_choice(const NodeRef& at, NodeId self, LoadContext& context) {
  const bool first_free = bool(at["first_free"]);
  Choice choice;
  choice.rule = first_free ? Choice::Rule::first_free : Choice::Rule::shortest_list;
  const NodeRef among = at[first_free ? "first_free" : "shortest_list"];
  for (const NodeRef& item : among.items()) {
    const NodeId one = context.target({item.value, among.path, item.key_location});
    if (one == no_node) continue;
    const NodeKind kind = context.scenario.nodes[one].kind;
    const bool fits = kind == NodeKind::arrangement || (kind == NodeKind::desk && !first_free);
    if (one == self || !fits)
      context.error(
          item.location(),
          message("{0} names {1}, which is no {2}", among.path, item.text(),
                  first_free ? translatable("arrangement") : translatable("desk or arrangement")),
          first_free ? translatable("the first free place is a place of an arrangement; name "
                                    "arrangements, or use shortest_list")
                     : translatable("a list is of a desk or an arrangement; name these"));
    else if (std::ranges::find(choice.among, one) != choice.among.end())
      context.error(item.location(), message("{0} names {1} twice", among.path, item.text()),
                    translatable("a request stands on each list once; take one out"));
    else
      choice.among.push_back(one);
  }
  if (among.is_list() && among.value->items.empty())
    context.error(among.location(), message("{0} is an empty list", among.path),
                  translatable("name the nodes to choose among"));
  return choice;
}

}  // namespace doorstroom
