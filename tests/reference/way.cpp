// The next way: which route, and for whom it is open.

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

#include "engine/error.hpp"
#include "tests/reference/world.hpp"

namespace doorstroom::reference {

Way Youth::choose_way(const StopHere& from) {
  const std::uint32_t occasion = from->number * 256 + from->times[Decision::route];
  const Route& route = diverted(choose_route(*from, draw_here(*from, Decision::route)), occasion);
  const double delay = route.delay.draw(draw_here(*from, Decision::delay), world_.when());
  return {from, route.to, &route, Days{delay}};
}

const Route& Youth::choose_route(const Stop& from, double u) const {
  const Routing& routing = world_.node(from.node).routes;
  const auto branch =
      std::ranges::find_if(routing, [&](const Branch& one) { return applies(one.only_if); });
  DOORSTROOM_EXPECT(branch != routing.end());

  const auto share_of = [&](const Route& route) {
    return !route.rest && applies(route) ? std::clamp(world_.value(route.share), 0.0, 1.0) : 0.0;
  };
  const Route* rest = nullptr;
  double sum = 0;
  for (const Route& route : branch->routes) {
    if (route.rest && applies(route)) rest = &route;
    sum += share_of(route);
  }
  const double whole = rest ? std::max(sum, 1.0) : sum;
  const Route* last = rest;
  double reached = 0;
  for (const Route& route : branch->routes) {
    const double share = share_of(route);
    if (share == 0) continue;
    reached += share;
    if (u * whole < reached) return route;
    if (!rest) last = &route;
  }
  DOORSTROOM_EXPECT(last != nullptr);
  return *last;
}

/// The way of the first effect that takes a youth on a route elsewhere.
const Route& Youth::diverted(const Route& route, std::uint32_t occasion) const {
  for (const Divert& divert : route.diverts) {
    const double share = divert.share * divert.profile.level(world_.when());
    const double u = draw(divert.address, Decision::divert, occasion);
    if (admitted(divert.way.to) && happens(u, share)) return divert.way;
  }
  return route;
}

bool Youth::applies(const Route& route) const {
  return applies(route.only_if) && admitted(route.to);
}

bool Youth::applies(const std::optional<Condition>& condition) const {
  const Period& period = world_.scenario.period;
  const Date august = Period::last_first_of_august(period.date_of(world_.now));
  const double age_years = age_days(period.at(august)) / days_per_year;
  return !condition || (condition->admits(age_years, severity_, values_) && has_help(*condition));
}

bool Youth::admitted(NodeId node) const {
  const NodeKind kind = world_.node(node).kind;
  if (kind == NodeKind::choice)
    return std::ranges::any_of(world_.choice(node).among,
                               [&](NodeId one) { return admitted(one); });
  return kind != NodeKind::arrangement || applies(world_.arrangement(node).admits);
}

/// At which nodes to ask now: at those of a choice that admit the youth and whose lists are not
/// full, or at the best of them; at the first, if there are none.
Youth::Nodes Youth::lists_of(NodeId target) const {
  if (world_.node(target).kind != NodeKind::choice) return {target};
  const Choice& choice = world_.choice(target);
  const auto those = [](const Nodes& nodes, auto which) {
    Nodes some;
    std::ranges::copy_if(nodes, std::back_inserter(some), which);
    return some.empty() ? Nodes{nodes.front()} : some;
  };
  const Nodes open = those(those(choice.among, [&](NodeId node) { return admitted(node); }),
                           [&](NodeId node) { return !is_full(node); });
  return choice.rule == Choice::Rule::first_free ? open : Nodes{shortest_list(open)};
}

NodeId Youth::shortest_list(const Nodes& nodes) const {
  // The less, the better: unlimited, a free place, fewest per place.
  const auto length = [&](NodeId node) {
    const Room& room = room_at(node);
    if (room.unlimited) return std::tuple(0, 0.0);
    const auto listed = static_cast<double>(room.list.size());
    const auto places = static_cast<double>(room.capacity + room.extra);
    const double per_place = places > 0 ? listed / places : std::numeric_limits<double>::infinity();
    return std::tuple(static_cast<double>(room.enterable()) > listed ? 1 : 2, per_place);
  };
  return *std::ranges::min_element(nodes, {}, length);
}

/// Whether the target has places, and it is not certain that one of them will be there: without a
/// handover only who enters leaves, with one it shows now.
bool Youth::must_wait_for(const Way& way) const {
  const NodeKind kind = world_.node(way.to).kind;
  if (kind == NodeKind::exit || kind == NodeKind::desk || leads_back(way.to)) return false;
  const bool at_once = world_.now + way.delay == world_.now;
  const Nodes nodes = kind == NodeKind::choice ? world_.choice(way.to).among : Nodes{way.to};
  return std::ranges::none_of(nodes, [&](NodeId node) {
    const Room& room = room_at(node);
    if (kind == NodeKind::choice && !admitted(node)) return false;
    if (world_.node(node).kind == NodeKind::desk) return true;
    const Arrangement& there = world_.arrangement(node);
    const bool every_day = there.starts.empty() && there.closed.empty();
    return (room.unlimited && every_day) ||
           (!at_once && ((room.has_room() && room.list.empty()) || enters_elsewhere_at_once(node)));
  });
}

/// Whether one would ask there at the arrangement where one has a place: nobody holds a place for
/// another there.
bool Youth::leads_back(NodeId to) const {
  if (!held_) return false;
  const auto is_own = [&](NodeId node) { return node == held_->visit.node; };
  if (world_.node(to).kind != NodeKind::choice) return is_own(to);
  return std::ranges::any_of(world_.choice(to).among,
                             [&](NodeId node) { return admitted(node) && is_own(node); });
}

/// Whether the list of a node is as long as it may be.
bool Youth::is_full(NodeId node) const {
  const std::optional<std::int64_t>& limit = world_.node(node).limit;
  if (!limit) return false;
  const Room& room = room_at(node);
  return static_cast<std::int64_t>(room.list.size()) >= *limit + room.enterable() &&
         !enters_elsewhere_at_once(node);
}

/// Whether the youth is one of those who take a place at another unit.
bool Youth::goes_elsewhere(NodeId node) const {
  const auto& elsewhere = world_.node(node).units.elsewhere;
  return happens(draw(hash32(world_.node(node).id), Decision::elsewhere, 0),
                 world_.value(elsewhere->share));
}

/// Whether another unit would serve the youth without any wait: more could enter there than wait
/// for other units already, beside those whom the own unit is about to serve.
bool Youth::enters_elsewhere_at_once(NodeId node) const {
  const auto& elsewhere = world_.node(node).units.elsewhere;
  if (!elsewhere || elsewhere->after > Days{0} || !goes_elsewhere(node)) return false;
  const Units::Run among = units_of(node);
  std::int64_t places = 0;
  for (int unit = among.first; unit < among.first + among.count; ++unit)
    if (world_.room(node, unit).list.empty()) places += world_.room(node, unit).enterable();
  std::vector<Request*> others = world_.elsewhere(node, among);
  std::erase_if(others, [&](const Request* one) { return world_.is_served_at_own(*one); });
  return places > static_cast<std::int64_t>(others.size());
}

/// The unit that a youth belongs to, of those of the own value.
Room& Youth::room_at(NodeId node) const {
  const Pool* const pool = world_.pool_of(node);
  if (pool && pool->joined) return world_.pool_of(node)->room;
  return team_at(node);
}

/// Those of the own value of the attribute that divides them, if it has any.
Units::Run Youth::units_of(NodeId node) const {
  const Units& units = world_.node(node).units;
  if (values_[units.by] && !units.of_value.empty()) {
    const Units::Run own = units.of_value[values_[units.by]];
    if (own.count > 0) return own;
  }
  return {0, units.count};
}

/// The unit to which the youth belongs.
Room& Youth::team_at(NodeId node) const {
  const Units::Run among = units_of(node);
  const double at = draw(hash32(world_.node(node).id), Decision::unit, 0) * among.count;
  Room& own = world_.room(node, among.first + static_cast<int>(at));
  if (!own.stopping) return own;
  std::vector<Room*> others;
  for (int unit = among.first; unit < among.first + among.count; ++unit)
    if (!world_.room(node, unit).stopping) others.push_back(&world_.room(node, unit));
  return *others[static_cast<std::size_t>((at - std::floor(at)) *
                                          static_cast<double>(others.size()))];
}

Youth::StopHere Youth::begin_stop(NodeId node) {
  return std::make_shared<Stop>(Stop{.node = node, .number = stops_[node]++});
}

}  // namespace doorstroom::reference
