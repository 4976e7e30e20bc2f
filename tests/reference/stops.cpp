// Units that stop: nobody enters there from the notice on, and nobody is there after the day.

#include <algorithm>
#include <set>

#include "tests/reference/world.hpp"

namespace doorstroom::reference {

void World::plan_stops() {
  for (const Intervention& one : scenario.interventions) {
    if (!one.stops) continue;
    const Instant begin = scenario.period.begin();
    act_at(std::max(one.stops->notice, begin), Phase::changes, Wake::role_gives_notice, one);
    act_at(std::max(one.stops->on, begin), Phase::changes, Wake::role_stops, one);
  }
}

void World::give_notice(const Stops& stops) {
  if (stops.places > 0) {
    steered[stops.node] -= stops.places;
    Room& all = room(stops.node, 0);
    change_places(all);
    all.days.back().capacity = all.capacity;
  }
  for (const int unit : stops.units) room(stops.node, unit).stopping = true;
  for (const int unit : stops.units)
    for (Request* request : std::vector<Request*>(std::move(room(stops.node, unit).list))) {
      std::erase(room(stops.node, unit).list, request);
      request->youth->change_list(*request);
    }
}

/// Who entered first moves first: to another unit, or onto its list.
void World::stop(const Intervention& of) {
  const Stops& stops = *of.stops;
  std::set<const Room*> closed;
  for (const int unit : stops.units) {
    Room& one = room(stops.node, unit);
    one.shut = true;
    one.capacity = one.days.back().capacity = 0;
    closed.insert(&one);
  }
  std::vector<Youth*> inside;
  for (const auto& youth : youths_)
    if (stops.youths_move && youth->place() && closed.contains(youth->place()->room))
      inside.push_back(youth.get());
  if (stops.places > 0 && stops.youths_move) inside = last_beyond(stops);
  std::ranges::sort(inside, {}, [](const Youth* youth) { return youth->rank_inside(); });
  double moved = 0;
  double listed = 0;
  for (Youth* youth : inside) {
    const bool blocked = youth->holds();
    const bool at_once = youth->displace();
    if (!blocked) ++(at_once ? moved : listed);
  }
  using What = RoleAction::What;
  tell(of, What::stopped, stops.node,
       stops.places > 0 ? static_cast<double>(stops.places)
                        : static_cast<double>(stops.units.size()));
  tell(of, What::moved, stops.node, moved);
  tell(of, What::displaced, stops.node, listed);
}

/// Who entered last, as many as there are too many, and no more than places that stop.
std::vector<Youth*> World::last_beyond(const Stops& stops) {
  const Room& all = room(stops.node, 0);
  std::vector<Youth*> inside;
  for (const auto& youth : youths_)
    if (youth->place() && youth->place()->room == &all && !youth->place()->extra)
      inside.push_back(youth.get());
  std::ranges::sort(inside, std::ranges::greater{},
                    [](const Youth* youth) { return youth->rank_inside(); });
  const std::int64_t too_many = std::max<std::int64_t>(all.used - all.capacity - all.extra, 0);
  inside.resize(std::min(
      {inside.size(), static_cast<std::size_t>(too_many), static_cast<std::size_t>(stops.places)}));
  return inside;
}

// --- The youth -----------------------------------------------------------------------------------

std::tuple<Instant, Precedence> Youth::rank_inside() const {
  return {place()->visit.entered, {asked_.ticks, order_}};
}

/// @return whether there was a place elsewhere; of who waits for the next place already, nothing
bool Youth::displace() {
  if (held_) {
    lose_held_place();
    return false;
  }
  const NodeId node = inside_->visit.node;
  const auto free = [](const Room* room) { return room->capacity + room->extra - room->used; };
  const Units::Run among = units_of(node);
  moves_to_ = nullptr;
  for (int unit = among.first; unit < among.first + among.count; ++unit) {
    Room* room = &world_.room(node, unit);
    if (room->stopping || free(room) <= 0) continue;
    if (!moves_to_ || free(room) > free(moves_to_)) moves_to_ = room;
  }
  const bool moves = moves_to_;
  wake({.moment = {world_.now, Phase::changes}, .precedence = {}, .why = Wake::is_displaced});
  return moves;
}

/// The visit ends, and one like it begins, for the rest of the stay. Help that ends with the visit
/// ends once the youth goes elsewhere.
Way Youth::stay_elsewhere(Request& request, Days rest) {
  const StopHere here = request.stop;
  Room* const to = moves_to_;
  inside_ = nullptr;
  leave(request, Outcome::displaced, here->node);
  Request& next = ask(here);
  if (to) {
    next.offered = to;
    next.moves = true;
    return stay(next, rest);
  }
  watch_age(nullptr);
  if (attendance_ == Attendance::absent) begin_hazards();
  next.goes_first = true;
  std::vector<Request*> lists{&next};
  return wait(lists) ? stay(next, rest) : drop(here);
}

/// Goes on to wait, or to be on the way there, without the place; with patience for a wait that has
/// lasted so long already.
void Youth::lose_held_place() {
  const StopHere there = held_->stop;
  leave(*std::exchange(held_, nullptr), Outcome::displaced, heads_for_);
  end_help_asked_in(there);
  watch_age(nullptr);
  if (attendance_ == Attendance::absent) begin_hazards();
  if (!waits_at_) return;
  const Waiting& waiting = world_.node(waits_at_->node).waiting;
  const auto at = [&](const Quantity& patience, Decision decision) {
    return end_of_patience(*waits_at_, patience, decision);
  };
  if (attendance_ == Attendance::attends && waiting.stays_home_after)
    set_alarm(at(*waiting.stays_home_after, Decision::stays_home_after), Phase::departures,
              Wake::stays_home);
  if (waiting.leaves_after)
    set_alarm(at(*waiting.leaves_after, Decision::leaves_after), Phase::departures, Wake::gives_up,
              waiting.leaves_to);
}

}  // namespace doorstroom::reference
