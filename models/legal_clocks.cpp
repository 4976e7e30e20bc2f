#include "models/legal_clocks.hpp"

#include <algorithm>
#include <utility>

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

bool ends_absence(ClockEvent event) {
  return event == ClockEvent::attends || event == ClockEvent::exempt || event == ClockEvent::leaves;
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
  Ticking* const mine = of(youth.slot);
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    const LegalClock& clock = rules_[i];
    Ticking& one = mine[i];
    if (starts_by(clock, event, node)) start(i, youth, at, draws);
    if (stops_by(clock, event, node)) stop(i, youth.slot, at, &ClockRecord::met);
    if (event == ClockEvent::leaves) stop(i, youth.slot, at, &ClockRecord::voided);

    if (!clock.starts_absent) continue;
    if (event == ClockEvent::absent && *clock.starts_absent > Days{0})
      one.begins = at + *clock.starts_absent;
    else if (event == ClockEvent::absent)
      start(i, youth, at, draws);
    else if (ends_absence(event))
      one.begins = never;
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
  one = {.starts = one.starts, .begins = one.begins};
}

Instant LegalClocks::next_due(std::uint32_t slot) const {
  Instant first = never;
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    const Ticking& one = of(slot)[i];
    first = std::min(first, one.begins);
    if (one.state == Ticking::State::running) first = std::min(first, one.due);
  }
  return first;
}

NodeId LegalClocks::run_out(const Youth& youth, Instant now, const Draws& draws) {
  NodeId then = no_node;
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    Ticking& one = of(youth.slot)[i];
    if (one.begins <= now) start(i, youth, std::exchange(one.begins, never), draws);
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
