#include "models/legal_clocks.hpp"

#include <algorithm>

namespace doorstroom {
namespace {

bool starts_by(const LegalClock& clock, ClockEvent event, NodeId node) {
  if (event == ClockEvent::asks) return clock.starts_asking == node;
  return event == ClockEvent::enters && clock.starts_entering == node;
}

bool stops_by(const LegalClock& clock, ClockEvent event, NodeId node) {
  switch (event) {
    case ClockEvent::decided:
      return clock.stops_decided == node;
    case ClockEvent::enters:
      return std::ranges::find(clock.stops_entering, node) != clock.stops_entering.end();
    case ClockEvent::attends:
      return clock.stops_attending;
    default:
      return false;
  }
}

}  // namespace

LegalClocks::LegalClocks(const Scenario& scenario)
    : scenario_(scenario), rules_(scenario.clocks), records_(scenario.clocks.size()) {
  for (const LegalClock& clock : rules_) words_.push_back(hash32("/clocks/" + clock.id));
}

void LegalClocks::welcome(std::uint32_t slot) {
  const std::size_t first = slot * rules_.size();
  ticking_.resize(std::max(ticking_.size(), first + rules_.size()));
  std::fill_n(of(slot), rules_.size(), Ticking{});
}

void LegalClocks::note(const Youth& youth, ClockEvent event, NodeId node, Instant at,
                       const Draws& draws) {
  using State = Ticking::State;
  Ticking* const mine = of(youth.slot);
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    const LegalClock& clock = rules_[i];
    Ticking& one = mine[i];
    if (starts_by(clock, event, node)) start(i, youth, at, draws);
    if (stops_by(clock, event, node) && one.state != State::will_start)
      stop(i, youth.slot, at, &ClockRecord::met);
    if (event == ClockEvent::leaves) stop(i, youth.slot, at, &ClockRecord::voided);

    if (!clock.starts_absent) continue;
    if (event == ClockEvent::absent && one.state == State::still) {
      one.state = State::will_start;
      one.due = at + *clock.starts_absent;
      if (one.due == at) start(i, youth, at, draws);
    } else if ((event == ClockEvent::attends || event == ClockEvent::exempt) &&
               one.state == State::will_start) {
      one.state = State::still;
      one.due = never;
    }
  }
}

void LegalClocks::start(std::size_t clock, const Youth& youth, Instant at, const Draws& draws) {
  const LegalClock& rules = rules_[clock];
  Ticking& one = of(youth.slot)[clock];
  if (one.state == Ticking::State::running || one.state == Ticking::State::breached) return;
  const std::uint32_t occasion = one.starts++;
  const auto draw = [&](Decision decision) {
    return draws.under(youth, words_[clock], decision, occasion);
  };
  Days term = rules.within;
  if (rules.extended_share > 0 && draw(Decision::clock_extension) < rules.extended_share)
    term = term + rules.extension;
  if (rules.paused_share > 0 && draw(Decision::clock_pause) < rules.paused_share)
    term = term + Days{rules.pause.quantile(draw(Decision::clock_pause_length))};
  one.state = Ticking::State::running;
  one.due = at + term;
  one.counts = scenario_.period.year_of(at) >= 0;
  if (one.counts) ++records_[clock].started;
  if (rules.stops_attending && youth.attendance == Attendance::attending)
    stop(clock, youth.slot, at, &ClockRecord::met);
}

/// @param end  what counts, if the term has not run out
void LegalClocks::stop(std::size_t clock, std::uint32_t slot, Instant at,
                       std::uint64_t ClockRecord::*end) {
  Ticking& one = of(slot)[clock];
  ClockRecord& record = records_[clock];
  if (one.counts && one.state == Ticking::State::running) ++(record.*end);
  if (one.counts && one.state == Ticking::State::breached) record.over_days += (at - one.due).count;
  one = {.state = Ticking::State::still, .starts = one.starts, .due = never, .counts = false};
}

Instant LegalClocks::next_due(std::uint32_t slot) const {
  Instant first = never;
  for (std::size_t i = 0; i < rules_.size(); ++i)
    if (const Ticking& one = of(slot)[i]; one.state != Ticking::State::breached)
      first = std::min(first, one.due);
  return first;
}

NodeId LegalClocks::run_out(const Youth& youth, Instant now, const Draws& draws) {
  NodeId then = no_node;
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    Ticking& one = of(youth.slot)[i];
    if (one.state == Ticking::State::will_start && one.due <= now) start(i, youth, one.due, draws);
    if (one.state != Ticking::State::running || one.due > now) continue;
    one.state = Ticking::State::breached;
    if (one.counts) ++records_[i].breached;
    if (then == no_node) then = rules_[i].then;
  }
  return then;
}

void LegalClocks::close(std::uint32_t slot, Instant horizon) {
  for (std::size_t i = 0; i < rules_.size(); ++i) stop(i, slot, horizon, &ClockRecord::running);
}

}  // namespace doorstroom
