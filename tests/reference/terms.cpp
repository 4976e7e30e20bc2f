// Legal clocks: what starts and stops them for a youth, and when they run out.

#include <algorithm>
#include <cmath>

#include "tests/reference/world.hpp"

namespace doorstroom::reference {

const LegalClock& Youth::clock(const Term& term) const {
  return world_.scenario.clocks[term.clock];
}

void Youth::on_asking(NodeId node) {
  for (Term& term : terms_)
    if (clock(term).starts_asking == node) start(term, world_.now);
}

void Youth::on_entering(NodeId node) {
  for (Term& term : terms_) {
    const std::vector<NodeId>& stops = clock(term).stops_entering;
    if (std::ranges::find(stops, node) != stops.end()) stop(term);
    if (clock(term).starts_entering == node) start(term, world_.now);
    if (clock(term).then == node && term.breached) stop(term);
  }
}

void Youth::on_decision(NodeId desk) {
  for (Term& term : terms_)
    if (clock(term).stops_decided == desk) stop(term);
}

void Youth::on_attending() {
  for (Term& term : terms_)
    if (clock(term).stops_attending) stop(term);
}

/// At once, or at the moment at which the absence that begins now will have lasted long enough.
void Youth::on_absence() {
  for (Term& term : terms_) {
    const std::optional<Days>& lasts = clock(term).starts_absent;
    if (lasts == Days{0}) start(term, world_.now);
    if (lasts > Days{0})
      set_alarm(world_.now + *lasts, Phase::departures, Wake::starts_term, no_node, nullptr,
                term.clock);
  }
}

/// A second start changes nothing.
void Youth::start(Term& term, Instant at) {
  if (term.runs) return;
  const LegalClock& of = clock(term);
  const std::uint32_t before = term.starts++;
  const auto draw_for = [&](Decision decision) {
    return draw(hash32("/clocks/" + of.id), decision, before);
  };
  Days length = of.within;
  if (happens(draw_for(Decision::clock_extension), of.extended_share))
    length = length + of.extension;
  if (happens(draw_for(Decision::clock_pause), of.paused_share))
    length = length + Days{drawn_from(of.pause, draw_for(Decision::clock_pause_length))};
  term.runs = true;
  term.breached = false;
  term.year = world_.scenario.period.year_of(at);
  term.began = at;
  term.ends = at + length;
  count(term, &ClockRecord::started);
  if (of.stops_attending && attendance_ == Attendance::attends) return stop(term);
  set_alarm(std::max(term.ends, world_.now), Phase::departures, Wake::term_ends, no_node, nullptr,
            term.clock);
}

void Youth::stop(Term& term) {
  if (term.runs) close(term, &ClockRecord::met);
}

/// What comes after its follow-up changes nothing any more.
/// @param in_time  as what it counts if it did not run out before
void Youth::close(Term& term, std::uint64_t ClockRecord::*in_time) {
  const Instant last = std::min(world_.now, end_of_follow_up(term));
  const bool followed = world_.now == last;
  if (!term.breached) {
    count(term, followed ? in_time : &ClockRecord::running);
  } else if (term.year >= 0 && term.ends <= last) {
    counted(term).over_days += (last - term.ends).count;
  }
  const bool stopped = in_time == &ClockRecord::met;
  if (stopped && followed && term.year >= 0)
    counted(term).days.push_back((world_.now - term.began).count);
  term.runs = false;
  term.breached = false;
  cancel_those([&](const Alarm& alarm) {
    return alarm.why == Wake::term_ends && alarm.clock == term.clock;
  });
}

/// All that run out at this moment.
/// @return whether the youth is to leave everything for what the first of their clocks names
bool Youth::run_out() {
  NodeId then = no_node;
  for (Term& term : terms_) {
    if (!term.runs || term.breached || term.ends > world_.now) continue;
    term.breached = true;
    count(term,
          term.ends <= end_of_follow_up(term) ? &ClockRecord::breached : &ClockRecord::running);
    if (then == no_node) then = clock(term).then;
  }
  const bool inside = held_ || inside_;
  const bool there =
      std::ranges::any_of(requests_, [&](const auto& one) { return one->visit.node == then; });
  if (then == no_node || inside || there) return false;
  woken_by_.why = Wake::drops_all;
  woken_by_.to = then;
  return true;
}

void Youth::close_terms(std::uint64_t ClockRecord::*in_time) {
  for (Term& term : terms_)
    if (term.runs) close(term, in_time);
}

void Youth::count(const Term& term, std::uint64_t ClockRecord::*what) {
  if (term.year >= 0) ++(counted(term).*what);
}

ClockRecord& Youth::counted(const Term& term) {
  return world_.clocks[term.clock][static_cast<std::size_t>(term.year)];
}

Instant Youth::end_of_follow_up(const Term& term) const {
  const Days followed = world_.scenario.period.follow_up();
  return std::isinf(followed.count) ? never : term.began + followed;
}

}  // namespace doorstroom::reference
