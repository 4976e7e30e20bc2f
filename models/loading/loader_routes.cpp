
#include "models/loading/loader.hpp"
#include "models/yaml/issue_text.hpp"

namespace doorstroom {
namespace {

bool takes_bounces(NodeKind kind) {
  return kind != NodeKind::exit;
}

/// Only a desk's routes come back, and only from where somebody looks at the case.
void check_bounces(const NodeRef& at, const Route& route, NodeKind from, LoadContext& context) {
  for (const char* key : {"bounce", "rework"}) {
    const NodeRef given = at[key];
    if (!given) continue;
    if (from != NodeKind::desk)
      context.error(given.key_location, message("{0} is not on a desk's route", given.path),
                    message("what bounces is a desk's case, sent back to that desk; take it out"));
    else if (route.to != no_node && !takes_bounces(context.scenario.nodes[route.to].kind))
      context.error(given.key_location, message("{0} is on a route to an exit", given.path),
                    message("an exit has no intake that sends cases back; take it out"));
  }
}

/// Whoever leaves has no help any more.
void check_also(const NodeRef& also, const Route& route, LoadContext& context) {
  if (!also || route.to == no_node || context.scenario.nodes[route.to].kind != NodeKind::exit)
    return;
  context.error(also.key_location, message("{0} is on a route to an exit", also.path),
                message("help beside the way ends where youths leave; take it out"));
}

Route read_route(const std::string& id, const NodeRef& at, NodeKind from, LoadContext& context) {
  Route route;
  const std::string above = at.path.substr(0, at.path.size() - id.size() - 1);
  route.to = context.target(KeyRef(id, above, at.key_location));
  route.rest = at["share"].says("rest");
  route.share = read_number(at["share"], QuantityKind::share).value_or(0);
  if (auto delay = read_drawn(at["delay"], QuantityKind::drawn_duration, context.issues))
    route.delay = std::move(*delay);
  route.bounce = read_number(at["bounce"], QuantityKind::share).value_or(0);
  route.rework = read_number(at["rework"], QuantityKind::share).value_or(0.5);
  route.only_if = read_condition(at["if"], context);
  // NODE.routes.TARGET
  route.also =
      read_also(at["also"], std::string_view(at.path).substr(at.path.find('.') + 1), context);
  check_bounces(at, route, from, context);
  check_also(at["also"], route, context);
  return route;
}

std::vector<Route> read_branch(const NodeRef& at, NodeKind from, LoadContext& context) {
  std::vector<Route> routes;
  std::vector<NodeRef> shares;
  for (const auto& [id, route] : at.entries()) {
    routes.push_back(read_route(id, route, from, context));
    shares.push_back(route["share"]);
    shares.back().path = route.path;
  }
  if (at.is_map() && routes.empty())
    context.error(at.key_location, message("{0} holds no route", at.path),
                  message("give at least one node to go to, such as {{back_at_school: 100%}}"));
  else if (at.is_map())
    read_split(shares, at, context);
  return routes;
}

}  // namespace

Routing read_routes(const NodeRef& at, NodeKind from, LoadContext& context) {
  if (at.is_map()) return {{std::nullopt, read_branch(at, from, context)}};
  Routing routing;
  for (const NodeRef& item : at.items()) {
    NodeRef to = item["to"];
    to.path = at.path;  // a branch is addressed as NODE.routes.TARGET
    if (const NodeRef also = item["also"])
      context.error(also.key_location, message("{0} stands beside a table of routes", also.path),
                    message("write it in the route on which help is asked for, such as `so: "
                            "{{share: 40%, also: jeugdhulp_so}}`"));
    routing.push_back({read_condition(item["if"], context), read_branch(to, from, context)});
  }
  if (at.is_list() && routing.empty())
    context.error(at.location(), message("{0} is an empty list", at.path),
                  message("give at least one branch, such as {{to: {{back_at_school: 100%}}}}"));
  return routing;
}

}  // namespace doorstroom
