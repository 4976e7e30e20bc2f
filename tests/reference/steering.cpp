// A group that looks at one figure on fixed days, and opens, closes or moves places.

#include <algorithm>

#include "engine/sample.hpp"
#include "tests/reference/world.hpp"

namespace doorstroom::reference {

void World::plan_decisions() {
  const Period& period = scenario.period;
  for (const Intervention& intervention : scenario.interventions) {
    if (!intervention.steering) continue;
    groups.push_back({.of = &intervention});
    for (Instant day = period.begin(); day < period.horizon(); day = day + Days{1}) {
      const bool decides = std::ranges::count(intervention.steering->decides_on,
                                              day_in_year(period.date_of(day))) > 0;
      if (decides && intervention.profile.holds({day}))
        act_at(day, Phase::roles, Wake::role_decides, intervention);
    }
  }
}

void World::decide(Group& group) {
  const Steering& rules = *group.of->steering;
  const Date today = scenario.period.date_of(now);
  const Instant since = std::max(scenario.period.begin(), scenario.period.at(today - rules.over));
  const std::optional<double> seen = figure_of(rules, since);
  if (!seen) return;
  const bool beyond = rules.when_above ? *seen > rules.threshold : *seen < rules.threshold;
  const bool must = beyond || (rules.or_equal && *seen == rules.threshold);
  tell(*group.of, must ? RoleAction::What::decided : RoleAction::What::decided_not, rules.watches,
       0)
      .because = *seen;
  if (!must) return;
  Decided decision{.from = scenario.period.at(today + rules.after)};
  for (const Steering::Count& open : rules.opens) {
    const std::int64_t most =
        rules.at_most ? std::max<std::int64_t>(*rules.at_most - group.opened, 0) : open.places;
    decision.opens.push_back({open.in, std::min(open.places, most)});
    group.opened += decision.opens.back().places;
  }
  group.decisions.push_back(decision);
  if (decision.from == now)
    carry_out(group);
  else if (decision.from < scenario.period.horizon())
    act_at(decision.from, Phase::changes, Wake::role_carries_out, *group.of);
}

/// What was decided for this moment.
void World::carry_out(Group& group) {
  const Steering& rules = *group.of->steering;
  for (const Decided& decision : group.decisions) {
    if (decision.from != now) continue;
    for (const Steering::Count& open : decision.opens) add_places(group, open.in, open.places);
    for (const Steering::Count& close : rules.closes)
      add_places(group, close.in, -std::min(close.places, places_in(close.in)));
    if (!rules.moves) continue;
    const std::int64_t moved = std::min(rules.moves->places, places_in(rules.moves->from));
    add_places(group, rules.moves->from, -moved);
    add_places(group, rules.moves->to, moved);
  }
  std::erase_if(group.decisions, [&](const Decided& one) { return one.from == now; });
}

std::int64_t World::places_in(NodeId node) const {
  std::int64_t places = 0;
  for (const Room& room : rooms[node]) places += room.capacity;
  return places;
}

void World::add_places(const Group& group, NodeId node, std::int64_t places) {
  if (places == 0) return;
  steered[node] += places;
  for (Room& room : rooms[node]) {
    change_places(room);
    room.days.back().capacity = room.capacity;
  }
  tell(*group.of, places > 0 ? RoleAction::What::opened : RoleAction::What::closed, node,
       static_cast<double>(std::abs(places)));
}

// --- What is seen --------------------------------------------------------------------------------

std::optional<double> World::figure_of(const Steering& rules, Instant since) const {
  using Figure = Steering::Figure;
  const NodeId node_id = rules.watches;
  const double window = (now - since).count;
  const auto part_of = [](double part, double whole) -> std::optional<double> {
    if (whole > 0) return part / whole;
    return std::nullopt;
  };
  std::vector<double> waits = waits_since(node_id, since);
  std::ranges::sort(waits);
  const auto within = [&](double days) {
    return part_of(static_cast<double>(
                       std::ranges::count_if(waits, [days](double wait) { return wait <= days; })),
                   static_cast<double>(waits.size()));
  };
  const Usage used = usage_of(node_id, since);
  switch (rules.figure) {
    case Figure::still_waiting:
      return static_cast<double>(listed_at(node_id).size());
    case Figure::occupied_mean:
      return part_of(used.occupied, window);
    case Figure::waiting_mean:
      return part_of(used.waiting, window);
    case Figure::utilisation:
      return node(node_id).kind == NodeKind::desk ? part_of(used.worked, used.available)
                                                  : part_of(used.occupied, used.places);
    case Figure::entered_within_6w:
      return within(6 * 7);
    case Figure::entered_within_10w:
      return within(10 * 7);
    default:
      break;
  }
  if (waits.empty()) return std::nullopt;
  if (rules.figure == Figure::wait_mean) return mean_of(waits);
  return quantile(waits, rules.figure == Figure::wait_p50 ? 0.5 : 0.9);
}

std::vector<const Request*> World::listed_at(NodeId id) const {
  std::vector<const Request*> listed;
  const auto add = [&](const Room& room) {
    for (const Request* request : room.list)
      if (request->visit.node == id) listed.push_back(request);
  };
  for (const Room& room : rooms[id]) add(room);
  for (const Pool& pool : pools) add(pool.room);
  return listed;
}

/// Of who entered since then, and of who is listed now, so far [day].
std::vector<double> World::waits_since(NodeId id, Instant since) const {
  std::vector<double> waits;
  for (const Waited& one : waited)
    if (one.node == id && one.entered && one.until >= since)
      waits.push_back((one.until - one.from).count);
  for (const Request* request : listed_at(id)) waits.push_back((now - request->visit.asked).count);
  return waits;
}

/// Between then and now, from each place and each wait that there was [day, hour].
World::Usage World::usage_of(NodeId id, Instant since) const {
  Usage usage;
  const auto days_of = [&](Instant from, Instant until) {
    return std::max(0.0, (std::min(until, now) - std::max(from, since)).count);
  };
  for (const Room& room : rooms[id]) {
    for (const auto& use : room.all_uses) {
      const double used = days_of(use->from, use->until);
      usage.occupied += used;
      if (use->extra) usage.places += used;
      if (node(id).kind != NodeKind::desk) continue;
      for (Instant day = since; day < now; day = day + Days{1}) {
        const bool open = !falls_in(desk(id).closed, scenario.period.date_of(day));
        const double at_work =
            (std::min(use->until, day + Days{1}) - std::max(use->from, day)).count;
        if (open) usage.worked += use->hours_a_day * std::max(0.0, at_work);
      }
    }
    for (const auto& [day, capacity, hours] : room.days)
      if (day >= since && day < now) {
        usage.places += static_cast<double>(capacity);
        usage.available += hours;
      }
  }
  for (const Waited& one : waited)
    if (one.node == id) usage.waiting += days_of(std::max(one.from, one.seen_since), one.until);
  for (const Request* request : listed_at(id))
    usage.waiting += days_of(std::max(request->visit.asked, request->youth->person().arrives), now);
  return usage;
}

}  // namespace doorstroom::reference
