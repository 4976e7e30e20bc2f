// Elsewhere: a youth who has waited long for the own unit takes a free place at another unit of the
// node. The request stands on a list that these units serve behind their own (the shared list).

#include <algorithm>
#include <vector>

#include "models/continuum/region.hpp"

namespace doorstroom {

/// The request stands on its lists since this moment: it stands behind the other units of each node
/// too, now or once it has lasted so long. The case that absence opens stays with its own team.
void Region::plan_looking_elsewhere(Youth& youth) {
  if (youth.is_absence_case()) return;
  Instant next = never;
  const auto look = [&](NodeId id, WaitList::Handle& in_line) {
    SiteState* const shared = nodes_.shared_list_for(youth, id);
    if (!shared) return;
    const Units::Elsewhere& rules = *node(id).units.elsewhere;
    const Instant due = youth.visit.asked + rules.after;
    if (rules.share.is_constant() && !goes_elsewhere(youth, id)) return;
    if (due > now())
      next = std::min(next, due);
    else if (goes_elsewhere(youth, id))
      lists_.join_shared(youth, *shared, in_line);
  };
  look(youth.visit.node, youth.wait.in_shared_line);
  for (Registration& other : youth.other_lists) look(other.node, other.in_shared_line);
  if (next < never)
    youth.timers.looks_elsewhere =
        timers_.schedule(youth, next, Phase::requests, EventKind::looks_elsewhere);
}

/// The request has lasted so long at one of its nodes or more.
void Region::look_elsewhere(Youth& youth) {
  Instant next = never;
  const auto look = [&](NodeId id, WaitList::Handle& in_line) {
    SiteState* const shared = nodes_.shared_list_for(youth, id);
    if (!shared) return;
    const Instant due = youth.visit.asked + node(id).units.elsewhere->after;
    if (due > now()) next = std::min(next, due);
    if (due == now() && goes_elsewhere(youth, id)) lists_.join_shared(youth, *shared, in_line);
  };
  look(youth.visit.node, youth.wait.in_shared_line);
  for (Registration& other : youth.other_lists) look(other.node, other.in_shared_line);
  if (next < never)
    youth.timers.looks_elsewhere =
        timers_.schedule(youth, next, Phase::requests, EventKind::looks_elsewhere);
  if (youth.holds_place()) cycles_.watch(youth);
}

void Region::leave_shared_list(const Youth& youth, NodeId id, WaitList::Handle& in_line) {
  if (in_line != WaitList::none) lists_.leave_shared(*nodes_.shared_list_for(youth, id), in_line);
}

/// Whether the youth is one of the share who take a place at another unit of that node. One draw
/// for the youth and the node.
bool Region::goes_elsewhere(const Youth& youth, NodeId id) const {
  const double share = sampler_.value(node(id).units.elsewhere->share);
  return share > 0 && draws_.at(youth.person, id, Decision::elsewhere, 0) < share;
}

/// Whether a youth who asks now would find a place at another unit, without any wait.
bool Region::enters_elsewhere_at_once(const Youth& youth, NodeId id) const {
  const SiteState* const shared = nodes_.shared_list_for(youth, id);
  if (!shared || youth.is_absence_case() || node(id).units.elsewhere->after > Days{0} ||
      !goes_elsewhere(youth, id))
    return false;
  std::int64_t rooms = 0;
  auto others = static_cast<std::int64_t>(shared->list.size());
  for (const SiteState* const unit : shared->serves) {
    if (unit->list.empty())
      rooms += unit->room();
    else
      others -= served_at_own(*unit);
  }
  return rooms > others;
}

/// How many of those on the shared list the own unit serves at this instant.
std::int64_t Region::served_at_own(const SiteState& unit) const {
  std::vector<std::uint32_t> served = unit.list.in_order();
  served.resize(std::min(served.size(), static_cast<std::size_t>(unit.room())));
  return std::ranges::count_if(served, [&](std::uint32_t slot) {
    const Youth& youth = youths_[slot];
    const NodeId id = unit.node_state->id;
    if (youth.visit.node == id) return youth.wait.in_shared_line != WaitList::none;
    const auto other = std::ranges::find(youth.other_lists, id, &Registration::node);
    return other != youth.other_lists.end() && other->in_shared_line != WaitList::none;
  });
}

/// Whether the list of the youth's unit of that node is full, and no place is free at another.
bool Region::turns_away(const Youth& youth, NodeId id, const SiteState& unit) const {
  return unit.list_is_full() && !enters_elsewhere_at_once(youth, id);
}

/// Of the units that take youths from the list, the first with most places free.
/// @pre one of them does
SiteState& Region::roomiest_of(const SiteState& shared_list) {
  SiteState* roomiest = nullptr;
  const auto is_free = [](const SiteState& unit) {
    return unit.places.capacity() - unit.places.taken();
  };
  for (SiteState* const unit : shared_list.serves)
    if (unit->takes_others() && (!roomiest || is_free(*unit) > is_free(*roomiest))) roomiest = unit;
  return *roomiest;
}

}  // namespace doorstroom
