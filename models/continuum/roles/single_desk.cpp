#include "models/continuum/roles/single_desk.hpp"

#include <algorithm>

#include "engine/clock.hpp"
#include "models/continuum/region.hpp"
#include "models/reading/read_values.hpp"

namespace doorstroom {
namespace {

constexpr Field single_desk_keys[] = {
    {.key = "joins",
     .kind = QuantityKind::id,
     .list = true,
     .required = true,
     .about = translatable("the desks that become one")},
    {.key = "work",
     .kind = QuantityKind::factor,
     .standard = "1",
     .about = translatable("the factor on the work on a case")},
    {.key = "inflow",
     .kind = QuantityKind::factor,
     .standard = "1",
     .about = translatable("the factor on the inflow")},
};

/// The desks that a source leads to without a stay in between.
IdVector<NodeId, bool> led_to(const Scenario& scenario, const Node& source) {
  IdVector<NodeId, bool> reached(scenario.nodes.size());
  std::vector<const Node*> from{&source};
  while (!from.empty()) {
    const Node& node = *from.back();
    from.pop_back();
    for (const Branch& branch : node.routes)
      for (const Route& route : branch.routes) {
        if (route.to == no_node || reached[route.to]) continue;
        const Node& target = scenario.nodes[route.to];
        if (target.kind != NodeKind::desk) continue;
        reached[route.to] = true;
        from.push_back(&target);
      }
  }
  return reached;
}

void add_factor(std::vector<Change>& changes, double factor, const InterventionProfile& profile) {
  if (factor != 1)
    changes.push_back(
        {.kind = Change::Kind::factor, .amount = factor, .replacement = {}, .profile = profile});
}

/// The work of the desks and the inflow to them change as by an effect.
void change_by_single_desk(const NodeRef& at, const SingleDesk& desk,
                           const InterventionProfile& profile, LoadContext& context) {
  Scenario& scenario = context.scenario;
  const double work = read_number(at["work"], QuantityKind::factor).value_or(1);
  const double inflow = read_number(at["inflow"], QuantityKind::factor).value_or(1);
  for (const NodeId id : desk.joins)
    add_factor(scenario.desks[scenario.nodes[id].index].work.changes, work, profile);
  for (Node& node : scenario.nodes) {
    if (node.kind != NodeKind::source) continue;
    const IdVector<NodeId, bool> reached = led_to(scenario, node);
    const bool leads = std::ranges::any_of(desk.joins, [&](NodeId id) { return reached[id]; });
    if (leads) add_factor(scenario.sources[node.index].per_year.changes, inflow, profile);
  }
}

/// Reports desks that cannot be joined.
SingleDesk read_joined_desks(const NodeRef& at, LoadContext& context) {
  const Scenario& scenario = context.scenario;
  SingleDesk desk{read_limited_nodes(at["joins"], NodeKind::desk, context)};
  const NodeRef joins = at["joins"];
  if (joins.is_list() && joins.value->items.size() < 2)
    context.error(joins.location(), message("{0} names fewer than two desks", joins.path),
                  message("a single desk joins at least two"));
  const auto closed = [&](NodeId id) -> const std::vector<PartOfYear>& {
    return scenario.desks[scenario.nodes[id].index].closed;
  };
  for (const NodeId id : desk.joins) {
    if (scenario.nodes[id].units.elsewhere)
      context.error(
          joins.location(),
          message("{0} joins {1}, which has units.elsewhere", joins.path, scenario.nodes[id].id),
          message("desks with one list have no other list to leave; take `elsewhere` out "
                  "of the desk, or the desk out of `joins`"));
    if (scenario.nodes[id].limit)
      context.error(joins.location(),
                    message("{0} joins {1}, which has limit", joins.path, scenario.nodes[id].id),
                    message("one list for several desks has no limit here; take `limit` out of the "
                            "desk, or the desk out of `joins`"));
    if (closed(id) != closed(desk.joins.front()))
      context.error(joins.location(),
                    message("{0} joins desks that are closed on other days", joins.path),
                    message("one staff keeps one calendar; give them the same `closed`"));
    const bool twice = std::ranges::count(desk.joins, id) > 1;
    const bool elsewhere = std::ranges::any_of(scenario.interventions, [&](const auto& other) {
      return other.single_desk && std::ranges::count(other.single_desk->joins, id) > 0;
    });
    if (twice || elsewhere) {
      context.error(joins.location(), message("{0} is joined twice", scenario.nodes[id].id),
                    message("a desk is part of one single desk; take it out of one of them"));
      break;
    }
  }
  return desk;
}

}  // namespace

constinit const Section single_desk_section{translatable("single desk"), single_desk_keys};

void read_single_desk(const NodeRef& at, Intervention& intervention, LoadContext& context) {
  intervention.single_desk = read_joined_desks(at, context);
  change_by_single_desk(at, *intervention.single_desk, intervention.profile, context);
}

void add_single_desk(Clock& clock, Region& region, const Scenario& scenario,
                     InterventionId intervention) {
  clock.add_process("single desk", Phase::changes, [&region, &scenario, intervention](Clock& its) {
    const Intervention& own = scenario.interventions[intervention];
    const Period& period = scenario.period;
    const auto wait_for = [&](Instant at) { its.sleep_until(period.day_of(period.date_of(at))); };
    const auto report = [&](std::vector<RoleAction> actions) {
      for (RoleAction& action : actions) {
        action.role = intervention;
        region.report(action);
      }
    };
    if (own.profile.until <= period.begin()) return;
    wait_for(own.profile.from);
    report(region.join_desks(*own.single_desk));
    if (own.profile.until >= period.horizon()) return;
    wait_for(own.profile.until);
    report(region.part_desks(*own.single_desk));
  });
}

}  // namespace doorstroom
