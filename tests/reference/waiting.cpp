// Visits: asking, standing on lists, being served, and leaving.

#include "tests/reference/world.hpp"

namespace doorstroom::reference {

Request& Youth::ask(const StopHere& here) {
  const Visit visit{.node = here->node, .asked = world_.now};
  requests_.push_back(std::make_unique<Request>(
      Request{.youth = this,
              .room = &world_.rooms[here->node].front(),
              .stop = here,
              .visit = visit,
              .absent_ticks_on_asking = absent_ticks()}));
  goes_by_ = requests_.back().get();
  return *goes_by_;
}

/// Stands on lists until served by one of them; by none, if patience or absence ends that.
Request* Youth::wait(std::vector<Request*> lists) {
  for (Request* request : lists) request->room->list.push_back(request);
  Stop& here = *lists.front()->stop;
  waits_at_ = &here;
  set_alarm(world_.now, Phase::departures, Wake::keeps_waiting);
  Wake why = sleep();
  if (why == Wake::keeps_waiting) {
    keep_waiting(here);
    why = sleep();
  }
  waits_at_ = nullptr;
  for (Request* request : lists) std::erase(request->room->list, request);
  cancel(Wake::keeps_waiting);
  cancel(Wake::gives_up);
  cancel(Wake::stays_home);
  return why == Wake::is_offered ? woken_by_.request : nullptr;
}

void Youth::keep_waiting(Stop& here) {
  const Waiting& waiting = world_.node(here.node).waiting;
  if (attendance_ == Attendance::attends &&
      happens(draw_here(here, Decision::at_home), world_.value(waiting.at_home))) {
    stay_home();
  }
  if (attendance_ == Attendance::attends) wait_at_school(here);
  if (waiting.leaves_after) {
    const double patience =
        waiting.leaves_after->draw(draw_here(here, Decision::leaves_after), world_.when());
    set_alarm(world_.now + Days{patience}, Phase::departures, Wake::gives_up,
              waiting.leaves_to);
  }
}

void Youth::wait_at_school(Stop& here) {
  const Waiting& waiting = world_.node(here.node).waiting;
  if (!waiting.stays_home_after) return;
  const double patience =
      waiting.stays_home_after->draw(draw_here(here, Decision::stays_home_after), world_.when());
  set_alarm(world_.now + Days{patience}, Phase::departures, Wake::stays_home);
}

void Youth::begin(Request& request) {
  request.visit.entered = world_.now;
  request.in_use = true;
  ++request.room->used;
}

void Youth::end_use(Request& request) {
  if (request.in_use) --request.room->used;
  request.in_use = false;
}

void Youth::leave(Request& request, Outcome outcome, NodeId to) {
  end_use(request);
  request.visit.left = world_.now;
  request.visit.left_to = to;
  request.visit.outcome = outcome;
  record(request);
  if (goes_by_ == &request) goes_by_ = nullptr;
  std::erase_if(requests_, [&](const auto& one) { return one.get() == &request; });
}

/// Leaves lists, or a desk at work, for the node that patience or absence leads to.
Way Youth::drop(const StopHere& here) {
  const NodeId to = woken_by_.to;
  while (!requests_.empty()) leave(*requests_.back(), Outcome::left_list, to);
  return {here, to, nullptr, {}};
}

void Youth::record(Request& request) {
  Visit& visit = request.visit;
  visit.unit = request.room->unit;
  visit.severity = static_cast<std::int8_t>(severity_);
  visit.absent_days = Instant{absent_ticks() - request.absent_ticks_on_asking}.days();
  world_.rows.push_back(
      {person_.source, person_.month, person_.number(), person_.arrives, born_, visit});
}

void Youth::censor() {
  for (const auto& request : requests_) record(*request);
}

std::tuple<std::int64_t, Precedence> Youth::rank(const Request& request, ListOrder order) const {
  std::int64_t first = 0;
  if (order == ListOrder::severity) first = -severity_;
  if (order == ListOrder::longest_absent)
    first = attendance_ == Attendance::absent ? absent_since_.ticks : never.ticks;
  return {first, precedence(request)};
}

}  // namespace doorstroom::reference
