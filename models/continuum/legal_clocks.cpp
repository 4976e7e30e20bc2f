#include "models/continuum/legal_clocks.hpp"

#include <algorithm>
#include <utility>

namespace doorstroom {

LegalClocks::LegalClocks(const Scenario& scenario)
    : scenario_(scenario),
      rules_(scenario.clocks),
      responses_(clock_events * (scenario.nodes.size() + 1)) {
  records_.assign(rules_.size(),
                  std::vector<ClockRecord>(static_cast<std::size_t>(scenario.period.years())));
  for (const LegalClock& clock : rules_) words_.push_back(hash32("/clocks/" + clock.id));
  for (const ClockId clock : rules_.ids()) listen(clock);
}

/// Registers the events of a clock. An event that starts a clock and stops it does so in this
/// order.
void LegalClocks::listen(ClockId clock) {
  using enum ClockEvent;
  using What = Response::What;
  const LegalClock& rules = rules_[clock];
  const auto on = [&](ClockEvent event, NodeId node, What what) {
    responses_[index_of(event, node)].push_back({clock, what});
  };
  const auto at = [&](NodeId node, ClockEvent event, What what) {
    if (node != no_node) on(event, node, what);
  };
  at(rules.starts_asking, asks, What::starts);
  at(rules.starts_entering, enters, What::starts);
  at(rules.stops_decided, decided, What::stops);
  for (const NodeId node : rules.stops_entering) at(node, enters, What::stops);
  at(rules.then, enters, What::stops_late);
  if (rules.stops_attending) on(attends, no_node, What::stops);
  if (!rules.starts_absent) return;
  on(absent, no_node, *rules.starts_absent > Days{0} ? What::awaits_absence : What::starts);
  for (const ClockEvent event : {attends, exempt}) on(event, no_node, What::forgets_absence);
}

void LegalClocks::note(Youth& youth, ClockEvent event, NodeId node, Instant at,
                       const Draws& draws) {
  if (event == ClockEvent::leaves) return leave(youth, at);
  for (const Response& response : responses_[index_of(event, node)])
    respond(response, youth, at, draws);
}

/// Ends every clock of the youth, and forgets absence that might have started one.
void LegalClocks::leave(Youth& youth, Instant at) {
  for (TickingClock& one : youth.clocks) {
    stop(one, at, &ClockRecord::voided);
    one.begins = never;
  }
}

void LegalClocks::respond(const Response& response, Youth& youth, Instant at, const Draws& draws) {
  switch (response.what) {
    case Response::What::starts:
      return start(find_or_add(youth, response.clock), youth, at, draws);
    case Response::What::awaits_absence:
      find_or_add(youth, response.clock).begins = at + *rules_[response.clock].starts_absent;
      return;
    case Response::What::stops:
      if (TickingClock* one = find(youth, response.clock)) stop(*one, at, &ClockRecord::met);
      return;
    case Response::What::stops_late: {
      TickingClock* one = find(youth, response.clock);
      if (one != nullptr && one->state == TickingClock::State::breached)
        stop(*one, at, &ClockRecord::met);
      return;
    }
    case Response::What::forgets_absence:
      if (TickingClock* one = find(youth, response.clock)) one->begins = never;
      return;
  }
}

TickingClock* LegalClocks::find(Youth& youth, ClockId clock) {
  for (TickingClock& one : youth.clocks)
    if (one.clock == clock) return &one;
  return nullptr;
}

TickingClock& LegalClocks::find_or_add(Youth& youth, ClockId clock) {
  if (TickingClock* one = find(youth, clock)) return *one;
  const auto behind = std::ranges::find_if(
      youth.clocks, [clock](const TickingClock& one) { return one.clock > clock; });
  return *youth.clocks.insert(behind, TickingClock{.clock = clock});
}

void LegalClocks::start(TickingClock& one, const Youth& youth, Instant at, const Draws& draws) {
  const LegalClock& rules = rules_[one.clock];
  if (one.state == TickingClock::State::running || one.state == TickingClock::State::breached)
    return;
  const std::uint32_t occasion = one.starts++;
  const auto draw = [&](Decision decision) {
    return draws.under(youth.person, words_[one.clock], decision, occasion);
  };
  const auto falls_to = [&](double share, Decision decision) {
    return share >= 1 || (share > 0 && draw(decision) < share);
  };
  Days term = rules.within;
  if (falls_to(rules.extended_share, Decision::clock_extension)) term = term + rules.extension;
  if (falls_to(rules.paused_share, Decision::clock_pause))
    term = term + Days{rules.pause.quantile(draw(Decision::clock_pause_length))};
  one.state = TickingClock::State::running;
  one.started = at;
  one.due = at + term;
  one.year = static_cast<std::int16_t>(scenario_.period.year_of(at));
  if (ClockRecord* record = record_of(one)) ++record->started;
  if (rules.stops_attending && youth.schooling.attendance == Attendance::attending)
    stop(one, at, &ClockRecord::met);
}

ClockRecord* LegalClocks::record_of(const TickingClock& one) {
  return one.year < 0 ? nullptr : &records_[one.clock][static_cast<std::size_t>(one.year)];
}

/// @param end  the count to raise, if the term has not run out
void LegalClocks::stop(TickingClock& one, Instant at, End end) {
  using State = TickingClock::State;
  const Days followed = scenario_.period.follow_up();
  const Days took = at - one.started;
  const Days term = one.due - one.started;
  ClockRecord* record = record_of(one);
  if (record != nullptr && one.state == State::running)
    ++(record->*(took <= followed ? end : &ClockRecord::running));
  if (record != nullptr && one.state == State::breached && term <= followed)
    record->over_days += (std::min(took, followed) - term).count;
  if (record != nullptr && one.state != State::still && end == &ClockRecord::met &&
      took <= followed)
    record->days.push_back(took.count);
  one = {.clock = one.clock, .starts = one.starts, .begins = one.begins};
}

Instant LegalClocks::next_due(const Youth& youth) {
  Instant first = never;
  for (const TickingClock& one : youth.clocks) {
    first = std::min(first, one.begins);
    if (one.state == TickingClock::State::running) first = std::min(first, one.due);
  }
  return first;
}

NodeId LegalClocks::run_out(Youth& youth, Instant now, const Draws& draws) {
  NodeId then = no_node;
  for (TickingClock& one : youth.clocks) {
    if (one.begins <= now) start(one, youth, std::exchange(one.begins, never), draws);
    if (one.state != TickingClock::State::running || one.due > now) continue;
    one.state = TickingClock::State::breached;
    if (ClockRecord* record = record_of(one))
      ++(scenario_.period.follows(one.due - one.started) ? record->breached : record->running);
    if (then == no_node) then = rules_[one.clock].then;
  }
  return then;
}

void LegalClocks::close(Youth& youth, Instant horizon) {
  for (TickingClock& one : youth.clocks) stop(one, horizon, &ClockRecord::running);
}

}  // namespace doorstroom
