#include "models/continuum/wait_lists.hpp"

#include <limits>

namespace doorstroom {
namespace {

/// On the list of joined desks a request of the youth's own may meet one beside the way.
WaitList::Among among_own(const Youth& youth) {
  return youth.is_track() ? WaitList::Among::last_of_equals : WaitList::Among::first_of_equals;
}

}  // namespace

WaitList::Handle WaitLists::join(const Youth& youth, SiteState& unit, bool at_head) {
  const WaitList::Handle in_line =
      unit.list.join(youth.slot, standing_of(youth, unit, at_head), among_own(youth));
  nodes_.counting_unit(unit, youth.visit.node).waiting.add(time_.now(), 1);
  offers_.update(unit);
  return in_line;
}

void WaitLists::join_shared(const Youth& youth, SiteState& shared, WaitList::Handle& in_line) {
  in_line = shared.list.join(youth.slot, standing_of(youth, shared, false));
  offers_.update(shared);
}

void WaitLists::reorder(Youth& youth, ListOrder by) {
  if (youth.stage != Stage::listed) return;
  const auto move = [&](SiteState& unit, WaitList::Handle& in_line, bool at_head) {
    if (unit.order() != by) return;
    unit.list.leave(in_line);
    in_line = unit.list.join(youth.slot, standing_of(youth, unit, at_head));
    offers_.update(unit);
  };
  const auto move_both = [&](NodeId node, std::int16_t unit, auto& wait) {
    move(nodes_.unit_at(node, unit), wait.in_line, wait.at_head);
    if (wait.in_shared_line != WaitList::none)
      move(*nodes_.shared_list_for(youth, node), wait.in_shared_line, false);
  };
  move_both(youth.visit.node, youth.visit.unit, youth.wait);
  for (Registration& other : youth.other_lists) move_both(other.node, other.unit, other);
}

Standing WaitLists::standing_of(const Youth& youth, const SiteState& unit, bool at_head) {
  Standing standing{
      .rank = 0, .since = 0, .precedence = {youth.wait.in_line_since.ticks, youth.person.order}};
  if (at_head) {
    standing.rank = std::numeric_limits<std::int32_t>::min();
    return standing;
  }
  const bool absent = youth.schooling.attendance == Attendance::absent;
  switch (unit.order()) {
    case ListOrder::first_come:
      break;
    case ListOrder::severity:
      standing.rank = -youth.person.severity.number();
      break;
    case ListOrder::longest_absent:
      standing.rank = absent ? 0 : 1;
      standing.since = absent ? youth.schooling.absent_since.ticks : 0;
      break;
  }
  return standing;
}

}  // namespace doorstroom
