#include "models/reading/read_values.hpp"

/// Nodes with a limit that a reader asks for: arrangements with a number of places, desks with a
/// number of staff.

namespace doorstroom {

NodeId read_limited_node(const NodeRef& at, const std::string& path, NodeKind kind,
                         LoadContext& context) {
  const NodeId id = context.target_or_help({at.value, path, at.key_location});
  if (id == no_node) return id;
  const Scenario& scenario = context.scenario;
  const Node& node = scenario.nodes[id];
  const bool arrangement = kind == NodeKind::arrangement;
  const bool fits = node.kind == kind && !(arrangement ? scenario.arrangements[node.index].unlimited
                                                       : scenario.desks[node.index].unlimited);
  if (fits) return id;
  context.error(at.location(),
                message("{0} names {1}, which is no {2}", path, node.id,
                        arrangement ? translatable("arrangement with a number of places")
                                    : translatable("desk with a number of staff")),
                arrangement
                    ? message("places are given, opened and closed in such arrangements only")
                    : message("staff are joined of such desks only"));
  return no_node;
}

NodeId limited_node_of_key(const std::string& id, const NodeRef& at, const std::string& path,
                           NodeKind kind, LoadContext& context) {
  return read_limited_node(KeyRef(id, path, at.key_location), path, kind, context);
}

std::vector<NodeId> read_limited_nodes(const NodeRef& at, NodeKind kind, LoadContext& context) {
  std::vector<NodeId> nodes;
  for (const NodeRef& item : at.items())
    if (const NodeId id = read_limited_node(item, at.path, kind, context); id != no_node)
      nodes.push_back(id);
  return nodes;
}

}  // namespace doorstroom
