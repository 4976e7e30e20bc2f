#pragma once
/// Puts requests on the lists of units, takes them off, and keeps every list in its order.
///
/// First come: by the moment of asking. By severity: the most severe first, then by asking. By
/// absence: absent youths first, the longest absent before others; then by asking. Youths whom
/// casework put at the head come before all others, by asking. Ties: the standing order of youths;
/// a youth before what is beside his or her way.

#include "models/continuum/node_states.hpp"
#include "models/continuum/offer_queue.hpp"
#include "models/continuum/simulation_time.hpp"
#include "models/continuum/youth.hpp"

namespace doorstroom {

class WaitLists {
 public:
  /// All three must outlive it.
  WaitLists(const SimulationTime& time, NodeStates& nodes, OfferQueue& offers)
      : time_(time), nodes_(nodes), offers_(offers) {}

  /// @param at_head  before all who are not put at the head
  WaitList::Handle join(const Youth& youth, SiteState& unit, bool at_head);

  /// Takes a request off a list. A unit that is queued for an offer is queued anew for the next in
  /// line. A unit that has just made an offer is not queued: Region::make_offer() queues it, once
  /// the place is taken.
  void leave(SiteState& unit, NodeId node, WaitList::Handle& in_line) {
    unit.list.leave(in_line);
    nodes_.counting_unit(unit, node).waiting.add(time_.now(), -1);
    if (unit.queued) offers_.update(unit);
  }

  /// Puts a request on the list that units of its node serve behind their own, or takes it off
  /// again. Nothing is counted there, as the youth is counted on the list of the own unit.
  void join_shared(const Youth& youth, SiteState& shared, WaitList::Handle& in_line);
  void leave_shared(SiteState& shared, WaitList::Handle& in_line) {
    shared.list.leave(in_line);
    if (shared.queued) offers_.update(shared);
  }

  /// Moves the youth to the right position on lists of that order, after a change in severity or
  /// attendance. Does nothing for a youth who is not listed.
  void reorder(Youth& youth, ListOrder by);

 private:
  static Standing standing_of(const Youth& youth, const SiteState& unit, bool at_head);

  const SimulationTime& time_;
  NodeStates& nodes_;
  OfferQueue& offers_;
};

}  // namespace doorstroom
