
#include <algorithm>

#include "models/loading/loader.hpp"
#include "models/yaml/issue_text.hpp"

/// The legal terms.

namespace doorstroom {
namespace {

/// The node that an id names, if it is of one of those kinds; tells one that is not.
NodeId node_of_kind(const NodeRef& at, std::initializer_list<NodeKind> kinds,
                    TranslatableText such_as, LoadContext& context) {
  const NodeId id = context.target_or_help(at);
  if (id == no_node) return no_node;
  const NodeKind kind = context.scenario.nodes[id].kind;
  if (std::ranges::find(kinds, kind) != kinds.end()) return id;
  context.error(at.location(),
                message("{0} names {1}, one of the {2}", at.path, at.text(), section_of(kind)),
                message("a clock would never hear of it there; name {0}", such_as));
  return no_node;
}

NodeId node_with_list(const NodeRef& at, LoadContext& context) {
  return node_of_kind(at, {NodeKind::desk, NodeKind::arrangement},
                      translatable("a desk or an arrangement"), context);
}

LegalClock read_clock(const std::string& id, const NodeRef& at, LoadContext& context) {
  LegalClock clock;
  clock.id = id;
  clock.label = read_label(at["label"], id);
  const NodeRef starts = at["starts"];
  clock.starts_asking = node_with_list(starts["asks"], context);
  clock.starts_entering = node_with_list(starts["enters"], context);
  if (const auto days = read_number(starts["absent"], QuantityKind::duration))
    clock.starts_absent = Days{*days};

  const NodeRef stops = at["stops"];
  clock.stops_decided =
      node_of_kind(stops["decided"], {NodeKind::desk}, translatable("a desk"), context);
  for (const NodeRef& item : stops["enters"].items()) {
    const NodeId node = node_of_kind(item, {NodeKind::desk, NodeKind::arrangement, NodeKind::exit},
                                     translatable("a place or an exit"), context);
    if (node != no_node && node == clock.starts_entering)
      context.error(
          item.location(), message("{0} names {1}, which starts the clock", item.path, item.text()),
          message("a clock that stops as it starts measures nothing; name where it leads"));
    clock.stops_entering.push_back(node);
  }
  clock.stops_attending = bool(stops["attends"]);

  clock.within = Days{read_number(at["within"], QuantityKind::duration).value_or(0)};
  const NodeRef extension = at["extension"];
  clock.extended_share = read_number(extension["share"], QuantityKind::share).value_or(0);
  clock.extension = Days{read_number(extension["by"], QuantityKind::duration).value_or(0)};
  const NodeRef paused = at["paused"];
  clock.paused_share = read_number(paused["share"], QuantityKind::share).value_or(0);
  clock.pause = read_distribution(paused["for"], QuantityKind::drawn_duration, context.issues)
                    .value_or(Distribution());
  clock.then = context.target(at["then"]);
  return clock;
}

}  // namespace

void load_clocks(const NodeRef& at, LoadContext& context) {
  for (const auto& [id, clock] : at.entries())
    context.scenario.clocks.push_back(read_clock(id, clock, context));
}

}  // namespace doorstroom
