// The start date: at the nodes that `today` names, whom the warm-up brought makes way for whom the
// records name.

#include <algorithm>

#include "models/continuum/region.hpp"

namespace doorstroom {

void Region::begin_today() {
  IdVector<NodeId, bool> named(scenario_.nodes.size());
  for (const FoundYouths& group : scenario_.today) named[group.node] = true;
  for (Youth* const one : present_in_order()) {
    if (!one->present || !is_at_any(*one, named)) continue;  // a track may have gone with its youth
    one->is_track() ? end_track(*one, WaitEnd::replaced, Outcome::replaced) : replace(*one);
  }
  add_found_youths(scenario_.today, YouthRow::of_today);
}

/// Whether the youth, or the track, is inside, in work or listed at one of the nodes, and not only
/// under way there.
bool Region::is_at_any(const Youth& youth, const IdVector<NodeId, bool>& nodes) const {
  if (youth.holds_place() && nodes[youth.held->node]) return true;
  if (youth.stage == Stage::handover || youth.stage == Stage::away) return false;
  return nodes[youth.visit.node] ||
         std::ranges::any_of(youth.other_lists,
                             [&](const Registration& other) { return nodes[other.node]; });
}

/// The youth leaves the system with every place, request and track, and by no exit.
void Region::replace(Youth& youth) {
  for (const std::uint32_t slot : FewOf<std::uint32_t>(youth.tracks))
    end_track(youths_[slot], WaitEnd::replaced, Outcome::replaced);
  if (youth.stage == Stage::inside) {
    calendar_.cancel(youth.timers.next);
    vacate(nodes_.unit_of(youth), youth.visit, Outcome::replaced);
    recorder_.end_visit(youth, Outcome::replaced, no_node);
  } else {
    drop_requests(youth, no_node, WaitEnd::replaced, Outcome::replaced);
  }
  if (youth.holds_place()) end_held_stay(youth, Outcome::replaced);
  notify_clocks(youth, ClockEvent::leaves);
  end_absence_spell(youth);
  calendar_.cancel(youth.timers.ages_out.event);
  attendance_.end_following(youth, now(), SignalEnd::left);
  attendance_.close(youth, now());
  recorder_.add_exit(youth.person, no_node);
  ++recorder_.records().replaced;
  youths_.remove(youth);
}

}  // namespace doorstroom
