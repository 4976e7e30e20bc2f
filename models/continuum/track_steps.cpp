// How a track goes on once it has asked: a place, help while it lasts, and its end.

#include <algorithm>

#include "models/continuum/region.hpp"

namespace doorstroom {

/// The track enters a place. No figure of the youth's own way, and no attendance, depends on it.
void Region::enter_track(Youth& track, SiteState& unit) {
  NodeState& here = *unit.node_state;
  leave_lists(track, WaitEnd::entered);
  notify_clocks(track, ClockEvent::enters, here.id);
  track.stage = Stage::inside;
  track.visit.unit = unit.number;
  track.visit.entered = now();
  unit.count_entry(time_.segment());
  if (unit.dated) unit.use_start(now());
  ++here.inside;
  unit.take(now());
  const double stay = sampler_.draw(track.person.of(here.arrangement->stay), track.person, here.id,
                                    Decision::stay, track.visit.ordinal) *
                      sampler_.severity_scale(track.person, &SeverityScale::stay);
  const Instant ends = end_of_stay(track, *here.arrangement, now() + Days{stay});
  track.timers.next = timers_.schedule(track, ends, Phase::endings, EventKind::stay_ends);
  begin_help(track);
}

/// The youth is inside, beside his or her own way.
void Region::begin_help(const Youth& track) {
  const NodeId id = track.visit.node;
  Youth* const youth = youth_of_track(track);
  if (!youth || !node(id).beside) return;
  const auto at = std::ranges::lower_bound(youth->help, id, {}, &HelpBeside::node);
  if (at != youth->help.end() && at->node == id)
    at->left = never;
  else
    youth->help.insert(at, {.node = id});
  timers_.rescale_worsening(*youth);
}

/// The track ends: on its way to the node, on the list, in work or inside.
void Region::end_track(Youth& track, WaitEnd end, Outcome outcome) {
  copy_state_of_youth(track);
  if (track.stage == Stage::inside) {
    calendar_.cancel(track.timers.next);
    vacate(nodes_.unit_of(track), track.visit, outcome);
    recorder_.end_visit(track, outcome, no_node);
  } else {
    drop_requests(track, no_node, end, outcome);
  }
  remove_track(track);
}

/// Takes the record away. Help that has begun is over from now on.
void Region::remove_track(Youth& track) {
  if (!track.youth_has_left()) {
    Youth& youth = youths_[track.link.youth];
    youth.tracks.erase(std::ranges::find(youth.tracks, track.slot));
    const auto had = std::ranges::find(youth.help, track.visit.node, &HelpBeside::node);
    if (had != youth.help.end() && had->left == never) {
      had->left = now();
      if (youth.stage != Stage::away) timers_.rescale_worsening(youth);
    }
  }
  youths_.remove(track);
}

}  // namespace doorstroom
