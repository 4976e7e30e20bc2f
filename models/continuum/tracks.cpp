// Tracks: what goes on beside the way of a youth, at most one at a node. Each has a record of its
// own, which stands on lists, is worked on and takes a place as any request. This file: how tracks
// begin and end with the youth's own way. How they go on: track_steps.cpp.

#include <algorithm>

#include "models/continuum/region.hpp"

namespace doorstroom {

/// @param asks  when it asks at the node
Youth& Region::open_track(Youth& youth, NodeId id, const TrackLink& link, Instant asks) {
  Youth& track = youths_.add();
  track.person = youth.person;
  track.link = link;
  track.link.youth = youth.slot;
  track.visit.node = id;
  track.visit.ordinal = youth.visits.count(id);
  copy_state_of_youth(track);
  const auto before = std::ranges::find_if(
      youth.tracks, [&](std::uint32_t slot) { return id < youths_[slot].visit.node; });
  youth.tracks.insert(before, track.slot);
  track.timers.next = timers_.schedule(track, asks, Phase::requests, EventKind::asks);
  return track;
}

/// The youth has arrived.
void Region::ask_also_from_source(Youth& youth) {
  const NodeId source = youth.person.source;
  ask_for(youth, node(source).also, 0, {.kind = TrackLink::Kind::help, .asked_by = source});
}

/// The youth has entered a node: asks for what the node says, then for what the route says.
/// @param by  the route that led there; null without one
void Region::ask_also_on_entry(Youth& youth, const Route* by) {
  const OpenVisit& visit = youth.visit;
  const TrackLink link{
      .kind = TrackLink::Kind::help, .asked_by = visit.node, .asked_in = visit.ordinal};
  ask_for(youth, node(visit.node).also, visit.ordinal, link);
  if (by) ask_for(youth, by->also, youth.referral.sender_ordinal, link);
}

/// A share of the youths asks for help beside. Who has that help already, or is on the way to it,
/// does not ask again.
/// @param visits  earlier ones to the node by which the draws are addressed: that which asks, or
///     that which the route leaves
void Region::ask_for(Youth& youth, const std::vector<Also>& help, std::uint32_t visits,
                     const TrackLink& link) {
  const std::uint32_t occasion = visits * 256;
  for (const Also& also : help) {
    const double share = sampler_.value(also.share);
    if (share <= 0 || track_at(youth, also.to)) continue;
    if (draws_.under(youth.person, also.address, Decision::also, occasion) >= share) continue;
    const Days delay{sampler_.draw_under(also.delay, youth.person, also.address,
                                         Decision::also_delay, occasion)};
    open_track(youth, also.to, link, now() + delay);
  }
}

/// The youth asks where a track of the same youth is open: that track lapses, and the node goes on
/// with the request. On the list the request gets the place of the track. Work that has begun
/// becomes work on the request.
/// @return whether work on the request has begun
bool Region::take_over_track(Youth& youth) {
  Youth* const track = track_at(youth, youth.visit.node);
  if (!track) return false;
  const bool in_work = track->stage == Stage::in_work;
  if (in_work) take_over_work(youth, *track);
  if (track->stage == Stage::listed) youth.wait.in_line_since = track->wait.in_line_since;
  if (!in_work) end_track(*track, WaitEnd::other, Outcome::lapsed);
  return in_work;
}

/// The worker goes on, and the desk decides when it would have decided on the case.
void Region::take_over_work(Youth& youth, Youth& track) {
  NodeState& here = nodes_[youth.visit.node];
  copy_state_of_youth(track);
  recorder_.end_wait(youth, WaitEnd::entered);
  if (!youth.referral.bounced_back) {
    notify_clocks(youth, ClockEvent::enters, here.id);
    youth.work.hours = track.work.hours;
  }
  youth.stage = Stage::in_work;
  youth.visit.entered = now();
  youth.work.worker_busy = track.work.worker_busy;
  youth.work.rate = track.work.rate;
  youth.work.done = track.work.done;
  youth.work.decided = track.work.decided;
  nodes_.own_team(youth).count_entry(time_.segment());
  ++here.record.left;
  recorder_.end_visit(track, Outcome::lapsed, no_node);
  calendar_.cancel(track.timers.work_ends);
  calendar_.cancel(track.timers.next);
  remove_track(track);
  schedule_decision(youth);
  if (!youth.referral.bounced_back) ask_also_on_entry(youth, youth.referral.route);
}

/// The youth leaves the continuum: tracks end, but work that has begun is finished.
void Region::end_tracks(Youth& youth) {
  for (const std::uint32_t slot : FewOf<std::uint32_t>(youth.tracks))
    if (youths_[slot].stage != Stage::in_work)
      end_track(youths_[slot], WaitEnd::other, Outcome::lapsed);
}

/// The visit ends in which the youth asked for help that ends with it. Work that has begun is
/// finished.
void Region::end_tracks_asked_in(Youth& youth, const OpenVisit& visit) {
  if (youth.tracks.empty()) return;
  for (const std::uint32_t slot : FewOf<std::uint32_t>(youth.tracks)) {
    Youth& track = youths_[slot];
    const bool asked_here =
        track.link.asked_by == visit.node && track.link.asked_in == visit.ordinal;
    if (asked_here && node(track.visit.node).ends_with_main && track.stage != Stage::in_work)
      end_track(track, WaitEnd::other, Outcome::lapsed);
  }
}

/// The youth leaves the continuum, and work on the remaining tracks goes on without the youth.
/// @param returns  the youth will be back, and has them again if they are not decided by then
void Region::detach_tracks(Youth& youth, bool returns) {
  for (const std::uint32_t slot : youth.tracks) {
    Youth& track = youths_[slot];
    copy_state_of_youth(track);
    track.schooling.attendance = Attendance::attending;  // absence is counted no further
    if (!returns) track.link.youth = TrackLink::no_slot;
  }
  if (!returns) youth.tracks.clear();
}

/// Attendance or severity of the youth have changed, and with them the place on lists of that
/// order.
void Region::copy_state_to_tracks(Youth& youth, ListOrder order) {
  for (const std::uint32_t slot : youth.tracks) {
    copy_state_of_youth(youths_[slot]);
    lists_.reorder(youths_[slot], order);
  }
}

/// Brings the attendance and the severity in the record of a track up to date with the youth's.
void Region::copy_state_of_youth(Youth& track) {
  const Youth* const youth = youth_of_track(track);
  if (!youth) return;
  track.schooling = youth->schooling;
  track.person.severity = youth->person.severity;
}

/// The track of the youth at that node; null without one.
Youth* Region::track_at(const Youth& youth, NodeId id) {
  for (const std::uint32_t slot : youth.tracks)
    if (youths_[slot].visit.node == id) return &youths_[slot];
  return nullptr;
}

/// The youth beside whose way it is; null while that youth is out of the continuum.
Youth* Region::youth_of_track(const Youth& track) {
  if (track.youth_has_left()) return nullptr;
  Youth& youth = youths_[track.link.youth];
  return youth.stage == Stage::away ? nullptr : &youth;
}

}  // namespace doorstroom
