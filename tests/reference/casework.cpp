// A process director, with limited hours for youths who wait.

#include <algorithm>

#include "engine/random.hpp"
#include "tests/reference/world.hpp"

namespace doorstroom::reference {

/// From the first day of the intervention on, as long as anything is left of it.
void World::plan_meetings() {
  for (const Intervention& intervention : scenario.interventions) {
    if (!intervention.casework) continue;
    directors.push_back({.of = &intervention});
    const InterventionProfile& profile = intervention.profile;
    const CalendarSpan every = intervention.casework->every;
    const Date first = scenario.period.date_of(profile.from);
    const Instant end = profile.until == never ? never : profile.faded;
    for (int meeting = 0;; ++meeting) {
      const Instant at =
          scenario.period.at(first + CalendarSpan{every.months * meeting, every.days * meeting});
      if (at >= std::min(end, scenario.period.horizon())) break;
      if (at >= scenario.period.begin()) act_at(at, Phase::roles, Wake::role_meets, intervention);
    }
  }
}

/// The hours of the time until the next meeting; what the last one left goes first.
void World::meet(Director& director) {
  const Casework& rules = *director.of->casework;
  const Date today = scenario.period.date_of(now);
  const auto days = static_cast<double>((today + rules.every - today).count());
  double hours = rules.fte * rules.hours * days / days_per_year * director.of->profile.level({now});
  while (director.left_over + hours >= rules.per_case - 1e-9) {
    Youth* const youth = next_case(rules);
    if (!youth) break;
    RoleAction& action = help(director, *youth);
    action.hours = rules.per_case;
    const double of_last = std::min(director.left_over, rules.per_case);
    director.left_over -= of_last;
    hours -= rules.per_case - of_last;
  }
  director.left_over = std::max(hours, 0.0);
}

Youth* World::next_case(const Casework& rules) const {
  Youth* next = nullptr;
  for (const auto& youth : youths_)
    if (youth->may_be_helped() &&
        (!next || youth->rank_as_case(rules.picks) < next->rank_as_case(rules.picks)))
      next = youth.get();
  return next;
}

/// A place, one that is made, or the head of a list; at least school, perhaps.
RoleAction& World::help(Director& director, Youth& youth) {
  const Casework& rules = *director.of->casework;
  const double days_waited = youth.note_help();
  using What = RoleAction::What;
  const auto told = [&](What what, NodeId node) -> RoleAction& {
    RoleAction& action = tell(*director.of, what, node, 1);
    action.because = days_waited;
    return action;
  };
  for (const NodeId node : rules.may_place_in)
    if (youth.admitted(node) && youth.room_at(node).has_room()) {
      youth.bring({.to = node, .enters = true});
      return told(What::placed, node);
    }
  for (const Casework::Making& making : rules.makes) {
    Room& room = youth.room_at(making.in);
    if (!youth.admitted(making.in) || !room.funded || !may_make(director, making)) continue;
    ++room.extra;
    youth.bring({.to = making.in, .enters = true, .extra = true});
    return told(What::made_place, making.in);
  }
  const auto first =
      std::ranges::find_if(rules.may_place_in, [&](NodeId node) { return youth.admitted(node); });
  const NodeId head = first == rules.may_place_in.end() ? no_node : *first;
  if (head != no_node) youth.bring({.to = head});
  if (youth.tries_school(hash32("interventions." + director.of->id), rules.else_back_at_school))
    return told(What::back_at_school, head);
  return told(head == no_node ? What::found_nothing : What::put_first, head);
}

/// So many in each year since the intervention began.
bool World::may_make(Director& director, const Casework::Making& making) const {
  const Date begun = scenario.period.date_of(director.of->profile.from);
  int year = 0;
  while (scenario.period.at(begun + CalendarSpan{12 * (year + 1), 0}) <= now) ++year;
  int& made = director.made[{making.in, year}];
  if (made + 1 > making.per_year + 1e-9) return false;
  ++made;
  return true;
}

// --- The youth -----------------------------------------------------------------------------------

/// Who waits outside arrangements.
bool Youth::may_be_helped() const {
  constexpr Days eight_weeks{56};
  return waits_at_ && !held_ && (helped_ == never || world_.now - helped_ >= eight_weeks);
}

std::tuple<int, Precedence> Youth::rank_as_case(Casework::Picks picks) const {
  int first = 0;
  if (picks == Casework::Picks::absent_first && attendance_ == Attendance::absent) first = -1;
  if (picks == Casework::Picks::most_severe) first = -severity_.number();
  return {first, {asked_.ticks, order_}};
}

/// @return how long the youth has waited [day]
double Youth::note_help() {
  helped_ = world_.now;
  return (world_.now - asked_).count;
}

/// Where the youth stands on that list already, the request goes on; else there is a new one.
void Youth::bring(const Help& help) {
  help_ = help;
  for (const auto& request : requests_) {
    if (request->visit.node != help.to || request->visit.entered != never) continue;
    request->goes_first = request->goes_first || !help.enters;
    request->extra = help.extra;
    if (help.enters) world_.serve(*request);
    return;
  }
  wake({.moment = {world_.now, Phase::roles},
        .precedence = {},
        .why = Wake::is_helped,
        .to = help.to});
}

/// Who is absent, and got no place, may go back to school.
bool Youth::tries_school(std::uint32_t address, double chance) {
  if (attendance_ != Attendance::absent || chance <= 0) return false;
  if (!happens(draw(address, Decision::mediated_in_school, times_helped_++), chance)) return false;
  go_back_to_school();
  return true;
}

}  // namespace doorstroom::reference
