// Choices: a youth asks for one of several nodes. By `first_free` the request stands on the lists
// of all, and the first place that is offered is taken. By `shortest_list` it stands on one.

#include <algorithm>
#include <limits>
#include <utility>

#include "models/continuum/region.hpp"

namespace doorstroom {
namespace {

/// Ranks units for `shortest_list`; the least is best. Units without limits come first, then units
/// with a free place, then by how many wait per place.
std::pair<int, double> burden_of(const SiteState& unit) {
  if (unit.places.capacity() == Places::unlimited) return {0, 0};
  const bool is_free = unit.room() > static_cast<std::int64_t>(unit.list.size());
  const auto places = static_cast<double>(unit.places.capacity());
  const double per_place = places > 0 ? static_cast<double>(unit.list.size()) / places
                                      : std::numeric_limits<double>::infinity();
  return {is_free ? 1 : 2, per_place};
}

}  // namespace

/// Chooses the node at which the youth asks: by `shortest_list` the best, by `first_free` the first
/// on whose list the request will stand. Full lists are passed over; if all are full, the first
/// node that admits the youth turns him or her away.
void Region::choose_node(Youth& youth) {
  const NodeId id = youth.visit.node;
  const Choice& choice = scenario_.choices[node(id).index];
  std::vector<NodeId> open;
  for (const NodeId one : choice.among)
    if (router_.admits(youth, one)) open.push_back(one);
  if (open.empty()) open.push_back(choice.among.front());  // it will refuse the youth
  const NodeId first = open.front();
  std::erase_if(open,
                [&](NodeId one) { return turns_away(youth, one, nodes_.unit_for(youth, one)); });
  if (open.empty()) open.push_back(first);  // it will turn the youth away
  if (choice.rule == Choice::Rule::first_free) {
    youth.wait.choice = id;
    youth.visit.node = open.front();
    return;
  }
  youth.visit.node = *std::ranges::min_element(
      open, {}, [&](NodeId one) { return burden_of(nodes_.unit_for(youth, one)); });
}

/// Puts the request on the lists of the other nodes that admit the youth and are not full.
void Region::register_at_others(Youth& youth) {
  for (const NodeId one : scenario_.choices[node(youth.wait.choice).index].among) {
    if (one == youth.visit.node || !router_.admits(youth, one)) continue;
    SiteState& there = nodes_.unit_for(youth, one);
    if (turns_away(youth, one, there)) continue;
    const std::uint32_t ordinal = youth.visits.count(one);
    youth.other_lists.push_back(
        {.node = one,
         .unit = there.number,
         .ordinal = ordinal,
         .in_line = lists_.join(youth, there, false),
         .free_without_start_on_asking = there.free_without_start.elapsed(now())});
    notify_clocks(youth, ClockEvent::asks, one);
  }
}

/// The unit that serves the request: of the nodes that can offer to the youth, the first declared;
/// there, the own unit before others.
SiteState& Region::first_declared_offer(Youth& youth, SiteState& offering) {
  const auto offers = [&](const SiteState& list) {
    return list.can_offer() && list.list.front() == youth.slot;
  };
  const auto offered_at = [&](NodeId node, std::int16_t number, WaitList::Handle shared) {
    SiteState& own = nodes_.unit_at(node, number);
    if (offers(own)) return &own;
    if (shared == WaitList::none) return static_cast<SiteState*>(nullptr);
    const SiteState& list = *nodes_.shared_list_for(youth, node);
    return offers(list) ? &roomiest_of(list) : nullptr;
  };
  SiteState* found = offered_at(youth.visit.node, youth.visit.unit, youth.wait.in_shared_line);
  for (const Registration& other : youth.other_lists)
    if (!found) found = offered_at(other.node, other.unit, other.in_shared_line);
  return found ? *found : offering;
}

/// Exchanges the present visit with the registration at that unit, which is about to serve the
/// request.
void Region::swap_with_first(Youth& youth, const SiteState& here) {
  for (Registration& other : youth.other_lists) {
    if (other.node != here.node_state->id) continue;
    std::swap(youth.visit.node, other.node);
    std::swap(youth.visit.unit, other.unit);
    std::swap(youth.visit.ordinal, other.ordinal);
    std::swap(youth.wait.in_line, other.in_line);
    std::swap(youth.wait.in_shared_line, other.in_shared_line);
    std::swap(youth.wait.at_head, other.at_head);
    std::swap(youth.wait.free_without_start_on_asking, other.free_without_start_on_asking);
    return;
  }
}

void Region::leave_other_lists(Youth& youth, WaitEnd end) {
  const bool served = end == WaitEnd::entered;
  while (!youth.other_lists.empty())
    end_registration(youth, 0, served ? WaitEnd::other : end,
                     served                      ? Outcome::lapsed
                     : end == WaitEnd::left_list ? Outcome::left_list
                     : end == WaitEnd::aged_out  ? Outcome::aged_out
                     : end == WaitEnd::replaced  ? Outcome::replaced
                                                 : Outcome::mediated);
}

void Region::end_registration(Youth& youth, std::size_t which, WaitEnd end, Outcome outcome) {
  Registration& other = youth.other_lists[which];
  recorder_.end_wait(youth, other, end);
  SiteState& there = nodes_.unit_at(other.node, other.unit);
  lists_.leave(there, other.node, other.in_line);
  leave_shared_list(youth, other.node, other.in_shared_line);
  recorder_.end_visit(youth, other, outcome);
  youth.other_lists.erase(youth.other_lists.begin() + static_cast<std::ptrdiff_t>(which));
}

/// One of several nodes does not admit the youth any more. The request stands on the other lists.
void Region::refuse_registration(Youth& youth, SiteState& here) {
  if (here.node_state->id == youth.visit.node) {  // another registration becomes the present visit
    const Registration& next = youth.other_lists.front();
    swap_with_first(youth, nodes_.unit_at(next.node, next.unit));
  }
  const auto is_here = [&](const Registration& one) { return one.node == here.node_state->id; };
  const auto which = std::ranges::find_if(youth.other_lists, is_here) - youth.other_lists.begin();
  end_registration(youth, static_cast<std::size_t>(which), WaitEnd::other, Outcome::refused);
}

}  // namespace doorstroom
