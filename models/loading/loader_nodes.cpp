#include <array>
#include <unordered_map>

#include "engine/random.hpp"
#include "models/fields/node_readers.hpp"
#include "models/loading/loader.hpp"

namespace doorstroom {
namespace {

constexpr std::array node_kinds{NodeKind::source, NodeKind::desk, NodeKind::arrangement,
                                NodeKind::choice, NodeKind::exit};

TranslatableText one_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::source:
      return translatable("a source");
    case NodeKind::desk:
      return translatable("a desk");
    case NodeKind::arrangement:
      return translatable("an arrangement");
    case NodeKind::choice:
      return translatable("a choice");
    case NodeKind::exit:
      break;
  }
  return translatable("an exit");
}

void load_node(const NodeRef& at, NodeId id, LoadContext& context) {
  Scenario& scenario = context.scenario;
  Node& node = scenario.nodes[id];
  node.label = read_label(at["label"], node.id);
  read_education(at["education"], node);
  node.order = read_order(at["order"]);
  node.waiting = read_waiting(at["waiting"], id, context);
  switch (node.kind) {
    case NodeKind::source:
      scenario.sources[node.index] = read_source(at, context);
      break;
    case NodeKind::desk:
      scenario.desks[node.index] = read_desk(at, node, context);
      break;
    case NodeKind::arrangement:
      scenario.arrangements[node.index] = read_arrangement(at, id, context);
      break;
    case NodeKind::choice:
      scenario.choices[node.index] = read_choice(at, id, context);
      return;
    case NodeKind::exit:
      scenario.exits[node.index].returns = read_returns(at["returns"], context);
      break;
  }
  load_help(at, node, context);
  if (!node.beside) node.routes = read_routes(at["routes"], node.kind, context);
}

}  // namespace

void declare_nodes(const NodeRef& tree, LoadContext& context) {
  Scenario& scenario = context.scenario;
  std::unordered_map<std::uint32_t, std::string> hashes;
  std::array<int, 5> counts{};
  for (const NodeKind kind : node_kinds)
    for (const auto& [id, at] : tree[section_of(kind).english].entries()) {
      if (const auto other = context.ids.find(id); other != context.ids.end()) {
        context.error(
            at.key_location,
            message("{0} is also the id of {1}", at.path,
                    one_of(scenario.nodes[other->second].kind)),
            message("sources, desks, arrangements, choices and exits share their ids; rename one"));
        continue;
      }
      if (const auto [same, fresh] = hashes.emplace(hash32(id), id); !fresh)
        context.error(
            at.key_location, message("{0} cannot be told apart from {1}", at.path, same->second),
            message("their random draws would be the same by accident; rename one of them"));
      if (is_reserved_word(id)) report_reserved_word(id, at.path, at.key_location, context);
      Node node;
      node.id = id;
      node.kind = kind;
      node.index = counts[static_cast<std::size_t>(kind)]++;
      node.location = at.key_location;
      node.beside = at["beside"].says("true");
      context.ids.emplace(id, scenario.nodes.next_id());
      scenario.nodes.push_back(std::move(node));
    }
  const auto count = [&](NodeKind kind) { return counts[static_cast<std::size_t>(kind)]; };
  context.valid.assign(scenario.nodes.size(), true);
  scenario.sources.resize(count(NodeKind::source));
  scenario.desks.resize(count(NodeKind::desk));
  scenario.arrangements.resize(count(NodeKind::arrangement));
  scenario.choices.resize(count(NodeKind::choice));
  scenario.exits.resize(count(NodeKind::exit));
}

void load_nodes(const NodeRef& tree, LoadContext& context) {
  for (const NodeKind kind : node_kinds)
    for (const auto& [id, at] : tree[section_of(kind).english].entries())
      if (const NodeId node = context.ids.at(id); context.scenario.nodes[node].kind == kind) {
        const std::size_t before = context.issues.all().size();
        load_node(at, node, context);
        const auto reported = context.reported.lower_bound(at.path + ".");
        context.valid[node] =
            context.issues.all().size() == before &&
            (reported == context.reported.end() || !reported->starts_with(at.path + "."));
      }
}

}  // namespace doorstroom
