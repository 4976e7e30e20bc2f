// Visits: asking, standing on lists, being served, and leaving.

#include <algorithm>
#include <cmath>
#include <limits>

#include "tests/reference/world.hpp"

namespace doorstroom::reference {

Request& Youth::ask(const StopHere& here) {
  requests_.push_back(request_at(here));
  asked_ = world_.now;
  take_turns();
  return *requests_.back();
}

std::unique_ptr<Request> Youth::request_at(const StopHere& here) {
  const Visit visit{.node = here->node, .asked = world_.now};
  return std::make_unique<Request>(Request{.youth = this,
                                           .room = &room_at(here->node),
                                           .stop = here,
                                           .visit = visit,
                                           .in_line_since = world_.now,
                                           .absent_ticks_on_asking = absent_ticks()});
}

/// Stands on lists until served by one of them; by none, if patience or absence ends that. Of
/// several, one that no longer admits the youth refuses, and the others go on.
Request* Youth::wait(std::vector<Request*>& lists) {
  for (Request* request : lists) request->room->list.push_back(request);
  look_elsewhere(lists, true);
  const StopHere here = lists.front()->stop;
  waits_at_ = here.get();
  set_alarm(world_.now, Phase::departures, Wake::keeps_waiting);
  Wake why = sleep();
  for (;; why = sleep()) {
    Request* offered = woken_by_.request;
    if (why == Wake::keeps_waiting) {
      keep_waiting(*here);
    } else if (why == Wake::looks_elsewhere) {
      look_elsewhere(lists);
    } else if (why == Wake::is_offered && lists.size() > 1 && !admitted(offered->stop->node)) {
      std::erase(offered->room->list, offered);
      std::erase(lists, offered);
      leave(*offered, Outcome::refused, no_node);
    } else {
      break;
    }
  }
  waits_at_ = nullptr;
  for (Request* request : lists) std::erase(request->room->list, request);
  cancel(Wake::looks_elsewhere);
  cancel(Wake::keeps_waiting);
  cancel(Wake::gives_up);
  cancel(Wake::stays_home);
  cancel(Wake::worsens);
  step_pace_ = -1;
  return why == Wake::is_offered ? woken_by_.request : nullptr;
}

/// Which of the lists have been waited on for so long now; of the others, when that will be.
/// @param at_first  who was found on the list may have waited for longer
void Youth::look_elsewhere(const std::vector<Request*>& lists, bool at_first) {
  cancel(Wake::looks_elsewhere);
  for (Request* request : lists) {
    const auto& elsewhere = world_.node(request->visit.node).units.elsewhere;
    if (!elsewhere) continue;
    const Instant due = request->visit.asked + elsewhere->after;
    if (due > world_.now)
      set_alarm(due, Phase::requests, Wake::looks_elsewhere);
    else if (due == world_.now || at_first)
      request->elsewhere = goes_elsewhere(request->visit.node);
  }
}

void Youth::change_list(Request& request) {
  request.room = &room_at(request.visit.node);
  request.room->list.push_back(&request);
}

void Youth::keep_waiting(Stop& here) {
  await_worsening(here);
  if (held_) return;  // takes part there, and has no other place to lose patience for
  const Waiting& waiting = world_.node(here.node).waiting;
  if (asked_ < world_.now) {  // who was found there
    if (attendance_ == Attendance::attends && waiting.stays_home_after)
      set_alarm(end_of_patience(here, *waiting.stays_home_after, Decision::stays_home_after),
                Phase::departures, Wake::stays_home);
    if (waiting.leaves_after)
      set_alarm(end_of_patience(here, *waiting.leaves_after, Decision::leaves_after),
                Phase::departures, Wake::gives_up, waiting.leaves_to);
    return;
  }
  if (attendance_ == Attendance::attends &&
      happens(draw_here(here, Decision::at_home), world_.value(waiting.at_home))) {
    stay_home();
  }
  if (attendance_ == Attendance::attends) wait_at_school(here);
  if (waiting.leaves_after) {
    const double patience =
        waiting.leaves_after->draw(draw_here(here, Decision::leaves_after), world_.when());
    set_alarm(world_.now + lasting(patience), Phase::departures, Wake::gives_up, waiting.leaves_to);
  }
}

void Youth::wait_at_school(Stop& here) {
  const Waiting& waiting = world_.node(here.node).waiting;
  if (!waiting.stays_home_after) return;
  const double patience =
      waiting.stays_home_after->draw(draw_here(here, Decision::stays_home_after), world_.when());
  set_alarm(world_.now + lasting(patience), Phase::departures, Wake::stays_home);
}

/// The next step in severity, at the hazard of today.
void Youth::await_worsening(Stop& here) {
  const double per_day = world_.value(world_.node(here.node).waiting.worsens);
  const bool worst = severity_ == world_.scenario.severities.last_id();
  if (per_day <= 0 || worst) return;
  const double u = draw_here(here, Decision::worsens);
  step_days_ = -std::log1p(-u) / per_day;
  step_since_ = world_.now;
  step_pace_ = helped(&Helps::worsens);
  set_step();
}

void Youth::set_step() {
  cancel(Wake::worsens);
  if (step_pace_ > 0)
    set_alarm(step_since_ + Days{step_days_ / step_pace_}, Phase::departures, Wake::worsens);
}

/// Of who has waited since asking, given that patience has lasted until now.
Instant Youth::end_of_patience(Stop& here, const Quantity& patience, Decision decision) {
  const Days waited = world_.now - asked_;
  const double scale = scaled(1, &SeverityScale::patience) * helped(&Helps::patience);
  const double gone = scale > 0 ? patience.cdf(waited.count / scale, world_.when()) : 1;
  const double u = draw_here(here, decision);
  if (gone >= 1 - 1e-12) return asked_ + waited;
  return asked_ +
         std::max(waited, Days{patience.draw(gone + u * (1 - gone), world_.when()) * scale});
}

/// How long patience lasts.
Days Youth::lasting(double patience) const {
  return Days{patience * (scaled(1, &SeverityScale::patience) * helped(&Helps::patience))};
}

double Youth::scaled(double drawn, Number SeverityScale::*what) const {
  const auto& scales = world_.scenario.scales;
  return scales.empty() ? drawn : drawn * world_.value(scales[severity_].*what);
}

/// The unit in which the youth is, or whose staff work on the case: also of joined desks.
Room& Youth::team_of(const Request& request) const {
  return request.room->node == no_node || world_.pool_of(request.visit.node)
             ? team_at(request.visit.node)
             : *request.room;
}

void Youth::begin(Request& request) {
  request.visit.entered = world_.now;
  if (request.offered) request.room = request.offered;
  Room& team = team_of(request);
  ++team.used;
  if (Pool* const pool = world_.pool_of(request.visit.node)) ++pool->room.used;
  request.use = std::make_shared<Use>(
      Use{.from = world_.now, .hours_a_day = request.room->hours_a_day, .extra = request.extra});
  team.uses.push_back(request.use);
  team.all_uses.push_back(request.use);
  if (request.moves) return;
  ++team.entered_today;
  world_.waited.push_back(
      {request.visit.node, request.visit.asked, world_.now, true, person_.arrives});
}

void Youth::end_use(Request& request) {
  if (!request.use) return;
  --team_of(request).used;
  if (Pool* const pool = world_.pool_of(request.visit.node)) --pool->room.used;
  if (request.use->extra) --request.room->extra;
  request.use->until = world_.now;
  request.use.reset();
}

void Youth::leave(Request& request, Outcome outcome, NodeId to) {
  end_use(request);
  std::erase(request.room->list, &request);
  request.visit.left = world_.now;
  request.visit.left_to = to;
  request.visit.outcome = outcome;
  if (request.visit.entered == never)
    world_.waited.push_back(
        {request.visit.node, request.visit.asked, world_.now, false, person_.arrives});
  record(request);
  if (inside_ == &request) inside_ = nullptr;
  if (held_ == &request) held_ = nullptr;
  if (!request.visit.beside && outcome != Outcome::displaced) end_help_asked_in(request.stop);
  std::erase_if(requests_, [&](const auto& one) { return one.get() == &request; });
}

/// The first that is not over, of those that stand on several lists; a place that is held is none.
Request& Youth::first_request() const {
  return **std::ranges::find_if(requests_, [this](const auto& one) { return one.get() != held_; });
}

/// Leaves lists, or a desk at work, for the node that patience or absence leads to. Of a request on
/// several lists, it is the first that leads there.
Way Youth::drop(const StopHere& here) {
  const NodeId to = woken_by_.to;
  const bool helped = woken_by_.why == Wake::is_helped;
  const Outcome outcome = helped ? Outcome::mediated : Outcome::left_list;
  Request& first = first_request();
  while (requests_.back().get() != &first) leave(*requests_.back(), outcome, no_node);
  leave(first, outcome, to);
  Way way{here, to, nullptr, {}};
  way.helped = helped;
  return way;
}

void Youth::record(Request& request) {
  Visit& visit = request.visit;
  visit.unit = request.room->unit;
  if (!request.left_behind) tell_youth(request);
  world_.rows.push_back(
      {person_.source, person_.month, person_.number(), person_.arrives, born_, visit});
}

void Youth::tell_youth(Request& request) const {
  request.visit.severity = severity_;
  request.visit.absent_days = Instant{absent_ticks() - request.absent_ticks_on_asking}.days();
}

/// The place that is left closes if it was made for somebody, or if more are inside than there are
/// places: so nobody could follow.
bool Youth::could_move(const Room& room) const {
  const bool closes = room.used > room.capacity + room.extra;
  return held_ && !held_->use->extra && room.open && !room.stopping && room.funded && !closes &&
         (!room.quota || room.entered_today < *room.quota) && admitted(room.node);
}

void Youth::censor() {
  for (const auto& request : requests_) record(*request);
  for (const auto& [node, beside] : beside_)
    if (beside->visit.asked != never) record(*beside);
  close_terms(&ClockRecord::running);
}

std::tuple<std::int64_t, Precedence> Youth::rank(const Request& request, ListOrder order) const {
  if (request.goes_first) return {std::numeric_limits<std::int64_t>::min(), precedence(request)};
  return rank_elsewhere(request, order);
}

std::tuple<std::int64_t, Precedence> Youth::rank_elsewhere(const Request& request,
                                                           ListOrder order) const {
  std::int64_t first = 0;
  if (order == ListOrder::severity) first = -severity_.number();
  if (order == ListOrder::longest_absent)
    first = attendance_ == Attendance::absent ? absent_since_.ticks : never.ticks;
  return {first, precedence(request)};
}

}  // namespace doorstroom::reference
