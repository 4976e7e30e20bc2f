#include "models/loading/diverts.hpp"

#include <fmt/format.h>

#include "engine/random.hpp"
#include "models/loading/parameter_paths.hpp"
#include "models/messages/message.hpp"
#include "models/yaml/issue_text.hpp"
#include "models/yaml/overlay.hpp"

namespace doorstroom {
namespace {

/// The routes that a pattern names, as NODE.routes.TARGET; those of all branches.
std::vector<Route*> routes_at(Scenario& scenario, const std::string& pattern) {
  std::vector<Route*> found;
  for (Node& node : scenario.nodes)
    for (Branch& branch : node.routes)
      for (Route& route : branch.routes) {
        if (route.to == no_node) continue;
        const std::string path = fmt::format("{}.{}.routes.{}", section_of(node.kind).english,
                                             node.id, scenario.nodes[route.to].id);
        if (path_matches(pattern, path)) found.push_back(&route);
      }
  return found;
}

}  // namespace

void Diverts::read(const NodeRef& at, const std::optional<InterventionProfile>& profile) {
  const NodeRef from = at["from"];
  const NodeId to = context_.target(at["to"]);
  const auto share = read_number(at["divert"], QuantityKind::share);
  if (!from.is_scalar()) return;
  if (routes_at(context_.scenario, from.text()).empty()) return report_no_route(from);
  if (to == no_node || !share || !profile) return;
  Declared one{from.text(), to, {}};
  // INTERVENTION.effects.EFFECT
  one.divert.address = hash32(std::string_view(at.path).substr(at.path.find('.') + 1));
  one.divert.share = *share;
  one.divert.profile = *profile;
  declared_.push_back(std::move(one));
}

void Diverts::report_no_route(const NodeRef& from) {
  if (context_.was_reported(from.text())) return;
  if (matching_paths(*tree_.value, from.text()).empty())
    context_.error(from.location(),
                   message("{0} is {1}, which names nothing", from.path, shown(*from.value)),
                   path_suggestion(*tree_.value, from.text(), context_.issues));
  else
    context_.error(from.location(),
                   message("{0} is {1}, which names no route", from.path, shown(*from.value)),
                   message("youths are diverted from a route, such as **.routes.zoa"));
}

void Diverts::add_to_routes() {
  for (const Declared& one : declared_)
    for (Route* route : routes_at(context_.scenario, one.from)) {
      Divert divert = one.divert;
      divert.way = *route;
      divert.way.to = one.to;
      divert.way.diverts.clear();
      divert.way.also.clear();
      route->diverts.push_back(std::move(divert));
    }
}

}  // namespace doorstroom
