// Stopping: units of an arrangement, or places of one without units, close for good. Nobody enters
// there from the notice on; on the day itself, those who are inside move to a free place at another
// unit, or wait for one.

#include <algorithm>
#include <tuple>
#include <utility>

#include "models/continuum/region.hpp"

namespace doorstroom {

/// Everybody on the lists of these units changes lists, with the moment of asking.
void Region::give_notice(const Stops& stops) {
  if (stops.places > 0) return capacity_.add_places(stops.node, -stops.places);
  NodeState& here = nodes_[stops.node];
  for (const int number : stops.units) here.units[static_cast<std::size_t>(number)].stopping = true;
  for (const int number : stops.units) {
    SiteState& from = here.units[static_cast<std::size_t>(number)];
    for (const std::uint32_t slot : from.list.in_order()) {
      Youth& youth = youths_[slot];
      SiteState& to = nodes_.unit_for(youth, here.id);
      const auto change_lists = [&](std::int16_t& unit, auto& wait) {
        lists_.leave(from, here.id, wait.in_line);
        wait.free_without_start_on_asking =
            wait.free_without_start_on_asking +
            (to.free_without_start.elapsed(now()) - from.free_without_start.elapsed(now()));
        unit = to.number;
        wait.in_line = lists_.join(youth, to, wait.at_head);
      };
      const auto other = std::ranges::find(youth.other_lists, here.id, &Registration::node);
      if (youth.visit.node == here.id)
        change_lists(youth.visit.unit, youth.wait);
      else
        change_lists(other->unit, *other);
      if (youth.holds_place()) cycles_.watch(youth);
    }
  }
}

std::vector<RoleAction> Region::stop(const Stops& stops, InterventionId by) {
  NodeState& here = nodes_[stops.node];
  for (const int number : stops.units) here.units[static_cast<std::size_t>(number)].shut = true;
  double moved = 0;
  double displaced = 0;
  for (Youth* const youth : youths_who_lose_their_place(stops)) {
    if (youth->holds_place())
      lose_held_place(*youth);
    else
      ++(displace(*youth, by) ? moved : displaced);
  }
  capacity_.review(here.id);
  const auto told = [&](RoleAction::What what, double amount) {
    return RoleAction{.at = now(), .role = by, .what = what, .node = here.id, .amount = amount};
  };
  const auto stopped = stops.places > 0 ? static_cast<double>(stops.places)
                                        : static_cast<double>(stops.units.size());
  return {told(RoleAction::What::stopped, stopped), told(RoleAction::What::moved, moved),
          told(RoleAction::What::displaced, displaced)};
}

/// In the order in which they entered. Of places that stop, so many lose theirs as there are too
/// many inside: those who entered last, but none for whom a place was made.
std::vector<Youth*> Region::youths_who_lose_their_place(const Stops& stops) {
  if (!stops.youths_move) return {};
  NodeState& here = nodes_[stops.node];
  const auto stay_of = [](const Youth* youth) -> const OpenVisit& {
    return youth->holds_place() ? *youth->held : youth->visit;
  };
  std::vector<Youth*> inside;
  const auto add = [&](const SiteState& unit) {
    for (Youth* const youth : youths_inside(unit)) inside.push_back(youth);
  };
  for (const int number : stops.units) add(here.units[static_cast<std::size_t>(number)]);
  if (stops.places > 0) add(here.units.front());
  std::ranges::sort(inside, {}, [&](const Youth* youth) {
    return std::tuple(stay_of(youth).entered, precedence_of(*youth));
  });
  if (stops.places == 0) return inside;
  std::erase_if(inside, [&](const Youth* youth) { return stay_of(youth).extra_place; });
  const Places& places = here.units.front().places;
  const auto lose = std::clamp<std::int64_t>(places.taken() - places.capacity(), 0,
                                             static_cast<std::int64_t>(inside.size()));
  inside.erase(inside.begin(), inside.end() - std::min(lose, stops.places));
  return inside;
}

std::vector<Youth*> Region::youths_inside(const SiteState& unit) {
  std::vector<Youth*> inside = youths_.all();
  std::erase_if(inside, [&](const Youth* youth) {
    const bool is_inside = youth->stage == Stage::inside || youth->holds_place();
    const OpenVisit& stay = youth->holds_place() ? *youth->held : youth->visit;
    return !is_inside || stay.node != unit.node_state->id || stay.unit != unit.number;
  });
  return inside;
}

/// The youth loses the place, and goes on with the stay at another unit: at once where one has a
/// place free, whatever else would keep youths out, else after waiting at the head of its list.
/// @return whether the youth has moved
bool Region::displace(Youth& youth, InterventionId by) {
  NodeState& here = nodes_[youth.visit.node];
  const Days rest = youth.visit.stay_ends - now();
  calendar_.cancel(youth.timers.next);
  vacate(nodes_.unit_of(youth), youth.visit);
  recorder_.end_visit(youth, Outcome::displaced, here.id);
  ++recorder_.records().stops[by].displaced;
  youth.displaced = Displacement{by, rest};
  youth.visit.extra_place = false;
  youth.visit.asked = youth.wait.in_line_since = now();
  youth.visit.absent_days_on_asking = youth.schooling.absent_days(now());
  youth.wait.asked_year = static_cast<std::int16_t>(time_.year());

  const Units::Run run = here.units_of(youth.person.values);
  SiteState* free = nullptr;
  const auto places = [](const SiteState& unit) {
    return unit.places.capacity() - unit.places.taken();
  };
  for (int i = run.first; i < run.first + run.count; ++i) {
    SiteState& unit = here.units[static_cast<std::size_t>(i)];
    if (!unit.stopping && unit.places.has_room() && (!free || places(unit) > places(*free)))
      free = &unit;
  }
  if (!free) {
    wait_anew(youth);
    return false;
  }
  change_units(youth, *free);
  return true;
}

/// The youth enters the other unit without having waited.
void Region::change_units(Youth& youth, SiteState& to) {
  ++recorder_.records().stops[youth.displaced->by].moved;
  youth.visit.unit = to.number;
  youth.visit.entered = now();
  to.count_entry(time_.segment());
  occupy(youth, to, std::exchange(youth.displaced, std::nullopt)->rest);
}

/// The youth waits at the head of the list of another unit, outside arrangements.
void Region::wait_anew(Youth& youth) {
  SiteState& unit = nodes_.unit_for(youth, youth.visit.node);
  youth.stage = Stage::listed;
  youth.visit.unit = unit.number;
  youth.visit.entered = never;
  youth.wait.at_head = true;
  youth.wait.choice = no_node;
  if (youth.wait.rules_of != youth.visit.node) youth.wait.draws = {};
  youth.wait.rules_of = youth.visit.node;
  youth.wait.rules_ordinal = youth.visit.ordinal;
  youth.wait.free_without_start_on_asking = unit.free_without_start.elapsed(now());
  if (unit.node_state->arrangement->leaves_at)
    timers_.plan_leaving_by_age(youth, scenario_.leaves_at);
  if (youth.schooling.attendance == Attendance::absent) begin_hazards(youth);
  join_list(youth, unit);
}

/// The youth enters a place at last, for the rest of the stay.
void Region::resume_stay(Youth& youth, SiteState& unit) {
  const Days rest = youth.displaced->rest;
  end_displacement(youth, &StopRecord::entered);
  occupy(youth, unit, rest);
}

void Region::end_displacement(Youth& youth, std::uint64_t StopRecord::*as) {
  StopRecord& record = recorder_.records().stops[youth.displaced->by];
  ++(record.*as);
  record.waited_days += (now() - youth.visit.asked).count;
  youth.displaced.reset();
}

/// A youth who holds a place for the next loses it, and goes on waiting as those do who hold none:
/// with patience from the moment of asking, given that it has lasted until now.
void Region::lose_held_place(Youth& youth) {
  end_held_stay(youth, Outcome::displaced);
  if (youth.schooling.attendance == Attendance::absent) begin_hazards(youth);
  if (youth.stage != Stage::listed) return;
  if (youth.schooling.attendance == Attendance::attending)
    timers_.plan_staying_home(youth, youth.visit.asked);
  timers_.plan_giving_up(youth);
}

}  // namespace doorstroom
