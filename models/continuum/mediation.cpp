// Casework: a process director takes up the cases of youths who wait, one at a time.

#include <algorithm>

#include "models/continuum/region.hpp"

namespace doorstroom {
namespace {

/// Casework does not take up a case again within this time.
constexpr Days between_mediations{56};

}  // namespace

/// Of the youths on any list who hold no place, the first by the rule of the role whose case was
/// not taken up recently. Null without any.
Youth* Region::pick_case(const Casework& rules) {
  const auto is_free = [this](const Youth& youth) {
    return !youth.is_track() && !youth.holds_place() &&
           (youth.person.mediated == never || now() - youth.person.mediated >= between_mediations);
  };
  const auto goes_first = [&rules](const Youth& a, const Youth& b) {
    const bool a_absent = a.schooling.attendance == Attendance::absent;
    const bool b_absent = b.schooling.attendance == Attendance::absent;
    if (rules.picks == Casework::Picks::absent_first && a_absent != b_absent) return a_absent;
    if (rules.picks == Casework::Picks::most_severe && a.person.severity != b.person.severity)
      return a.person.severity > b.person.severity;
    return precedence_of(a) < precedence_of(b);
  };
  Youth* first = nullptr;
  const auto look_at = [&](const SiteState& unit) {
    for (const std::uint32_t slot : unit.list.in_order()) {
      Youth& youth = youths_[slot];
      if (is_free(youth) && (!first || goes_first(youth, *first))) first = &youth;
    }
  };
  for (const NodeState& here : nodes_.all()) std::ranges::for_each(here.units, look_at);
  std::ranges::for_each(nodes_.pools(), look_at);
  return first;
}

std::optional<RoleAction> Region::mediate(const Casework& rules, std::uint32_t address,
                                          const std::function<bool(NodeId)>& may_make) {
  Youth* const picked = pick_case(rules);
  if (!picked) return std::nullopt;
  Youth& youth = *picked;
  youth.person.mediated = now();
  RoleAction action{.at = now(), .amount = 1, .because = (now() - youth.visit.asked).count};
  using What = RoleAction::What;
  for (const NodeId id : rules.may_place_in) {
    SiteState& unit = nodes_.unit_for(youth, id);
    if (!router_.admits(youth, id) || !unit.can_enter()) continue;
    place(youth, unit);
    action.what = What::placed;
    action.node = id;
    return action;
  }
  for (const Casework::Making& making : rules.makes) {
    SiteState& unit = nodes_.unit_for(youth, making.in);
    if (!router_.admits(youth, making.in) || !unit.funded || !may_make(making.in)) continue;
    ++unit.extra;
    unit.set_capacity(now(), unit.places.capacity() + 1);
    place(youth, unit);
    youth.visit.extra_place = true;
    action.what = What::made_place;
    action.node = making.in;
    return action;
  }
  action.what = What::found_nothing;
  const auto head = std::ranges::find_if(rules.may_place_in,
                                         [&](NodeId id) { return router_.admits(youth, id); });
  if (head != rules.may_place_in.end()) {
    put_at_head(youth, *head);
    action.what = What::put_first;
    action.node = *head;
  }
  if (youth.schooling.attendance == Attendance::absent && rules.else_back_at_school > 0 &&
      draws_.under(youth.person, address, Decision::mediated_in_school, youth.person.mediations++) <
          rules.else_back_at_school) {
    attend_again(youth);
    action.what = What::back_at_school;
  }
  return action;
}

/// Whether the request stands on the list of that node, as the present visit or as a registration.
bool Region::is_listed_at(const Youth& youth, NodeId id) {
  return youth.visit.node == id ||
         std::ranges::count(youth.other_lists, id, &Registration::node) > 0;
}

/// The youth enters the unit at once, whichever lists the request stands on.
void Region::place(Youth& youth, SiteState& unit) {
  recorder_.tally(youth.person, [](YearRecord& of) { ++of.mediated; });
  if (!is_listed_at(youth, unit.node_state->id)) move_request(youth, unit);
  enter(youth, unit);
}

/// Ends the request, and begins one at the unit, which stands on no list yet.
void Region::move_request(Youth& youth, SiteState& unit) {
  const NodeId to = unit.node_state->id;
  leave_lists(youth, WaitEnd::other);
  recorder_.end_visit(youth, Outcome::mediated, to);
  set_sender(youth);
  youth.referral.clear_route();
  youth.wait.choice = no_node;
  youth.visit.node = to;
  begin_request(youth, unit);
}

/// Puts the youth at the head of the list, with a new request if he or she was not on that list.
void Region::put_at_head(Youth& youth, NodeId id) {
  SiteState& unit = nodes_.unit_for(youth, id);
  if (is_listed_at(youth, id)) {
    const auto other = std::ranges::find(youth.other_lists, id, &Registration::node);
    (other == youth.other_lists.end() ? youth.wait.at_head : other->at_head) = true;
    return lists_.reorder(youth, unit.order());
  }
  recorder_.tally(youth.person, [](YearRecord& of) { ++of.mediated; });
  move_request(youth, unit);
  youth.wait.at_head = true;
  join_list(youth, unit);
}

}  // namespace doorstroom
