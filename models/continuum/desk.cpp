// Desks: staff work on cases, each worker on one at a time.

#include <algorithm>

#include "engine/error.hpp"
#include "models/continuum/region.hpp"

namespace doorstroom {

/// A worker takes up the case. At a desk without limits a case takes no work, only time (`takes`).
/// @param unit  the unit on whose list the case was: the team of the desk, or the pool
void Region::begin_work(Youth& youth, SiteState& unit) {
  NodeState& here = nodes_[youth.visit.node];
  const Desk& desk = *here.desk;
  leave_lists(youth, WaitEnd::entered);
  youth.visit.unit = unit.number;
  if (!youth.referral.bounced_back) notify_clocks(youth, ClockEvent::enters, here.id);
  youth.stage = Stage::in_work;
  youth.visit.entered = now();
  ++here.inside;
  SiteState& team = nodes_.own_team(youth);
  team.count_entry(time_.segment());
  team.take(now());
  if (here.pool) here.pool->places.take();
  youth.work.worker_busy = true;

  Instant work_ends = now();
  youth.work.rate = 0;
  if (!desk.unlimited) {
    if (!youth.referral.bounced_back)
      youth.work.hours = sampler_.draw(desk.work, youth.person, youth.visit.node, Decision::work,
                                       youth.visit.ordinal) *
                         sampler_.severity_scale(youth.person, &SeverityScale::work);
    youth.work.rate = unit.worker_rate;
    team.add_work(now(), youth.work.rate);
    const double hours = youth.referral.bounced_back ? youth.work.rework_hours : youth.work.hours;
    work_ends = unit.node_state->closures.after(now(), Days{hours / unit.worker_rate});
  }
  Instant decided = work_ends;
  if (!youth.referral.bounced_back) {
    const Days takes{sampler_.draw(desk.takes, youth.person, youth.visit.node, Decision::takes,
                                   youth.visit.ordinal)};
    decided = std::max(
        decided, desk.unlimited ? unit.node_state->closures.after(now(), takes) : now() + takes);
  }
  youth.work.done = desk.unlimited ? decided : work_ends;
  youth.work.decided = decided;
  schedule_decision(youth);
  if (youth.is_track()) return begin_help(youth);
  if (!youth.referral.bounced_back) ask_also_on_entry(youth, youth.referral.route);
}

/// The worker will be free, and the desk will decide.
void Region::schedule_decision(Youth& youth) {
  const DeskWork& work = youth.work;
  if (work.worker_busy && work.done < work.decided)
    youth.timers.work_ends =
        timers_.schedule(youth, work.done, Phase::endings, EventKind::work_ends);
  youth.timers.next = timers_.schedule(youth, work.decided, Phase::endings, EventKind::decided);
}

/// The worker is free for the next case: at the desk itself, and in the pool of joined desks.
void Region::end_work(Youth& youth) {
  SiteState& team = nodes_.own_team(youth);
  youth.work.worker_busy = false;
  team.release(now());
  team.add_work(now(), -youth.work.rate);
  offers_.update(team);
  if (SiteState* const pool = nodes_[youth.visit.node].pool) {
    pool->places.release();
    offers_.update(*pool);
  }
}

/// The desk decides: the case goes on by the routes. A case that came back by a bounce goes on by
/// the same route as before, after the same handover.
void Region::decide(Youth& youth) {
  notify_clocks(youth, ClockEvent::decided, youth.visit.node);
  if (youth.is_absence_case()) return decide_case(youth);
  if (youth.is_track()) return end_track(youth, WaitEnd::entered, Outcome::completed);
  leave_desk(youth);
  youth.referral.sender_wait_draws = youth.wait.draws;
  if (!youth.referral.bounced_back) {
    draw_route(youth, youth.visit.node, youth.visit.ordinal);
  } else {
    youth.referral.bounced_back = false;
  }
  recorder_.end_visit(youth, Outcome::completed, youth.referral.route->to);
  end_tracks_asked_in(youth, youth.visit);
  start_handover(youth);
}

/// The case leaves the desk, decided or dropped.
void Region::leave_desk(Youth& youth, Outcome outcome) {
  NodeState& here = nodes_[youth.visit.node];
  calendar_.cancel(youth.timers.work_ends);
  calendar_.cancel(youth.timers.next);
  if (youth.work.worker_busy) end_work(youth);
  DOORSTROOM_EXPECT(here.inside > 0);
  --here.inside;
  here.record.count_end(outcome);
}

}  // namespace doorstroom
