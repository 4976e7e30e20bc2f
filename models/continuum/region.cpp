#include "models/continuum/region.hpp"

#include <algorithm>
#include <utility>

namespace doorstroom {

Region::Region(const Scenario& scenario, std::uint32_t replication, bool keep_rows)
    : scenario_(scenario),
      time_(scenario.period),
      draws_(scenario, replication),
      sampler_(scenario, draws_, time_),
      nodes_(scenario, draws_),
      recorder_(scenario, time_, nodes_, keep_rows),
      inflows_(scenario, draws_, calendar_),
      offers_(youths_),
      lists_(time_, nodes_, offers_),
      timers_({scenario, time_, draws_, sampler_, calendar_}),
      router_(scenario, draws_, time_),
      cycles_(youths_, nodes_, router_),
      capacity_({scenario, time_, sampler_, nodes_, offers_, cycles_}),
      move_guard_(scenario),
      attendance_(scenario, recorder_.records()) {
  time_.enter_phase(Phase::changes);
  for (const NodeState& one : nodes_.all()) capacity_.review(one.id);
  if (!scenario.clocks.empty()) clocks_.emplace(scenario);
  inflows_.open();
  time_.enter_phase(Phase::endings);
}

void Region::run_before(Moment limit) {
  limit_ = limit;
  for (;;) {
    const bool offers = offers_.has_offer();
    const bool may_move = offers || cycles_.has_candidates();
    const Moment next_offer{now(), Phase::offers};
    if (may_move && (calendar_.empty() || calendar_.next_due() >= next_offer)) {
      if (next_offer >= limit) break;
      advance(next_offer);
      offers ? make_offer() : move_cycle();
    } else {
      if (calendar_.empty() || calendar_.next_due() >= limit) break;
      const DueEvent event = calendar_.pop();
      // Fewer youths than this are in the cache anyway.
      constexpr std::size_t fits_the_cache = 1'000;
      if (calendar_.pending() > fits_the_cache) youths_.prefetch(calendar_.next_subject());
      advance(event.due);
      handle(event);
      ++recorder_.records().events;
    }
  }
  advance(limit);
}

/// Skips to a later phase of this instant, if nothing else is due up to and including that phase:
/// from endings to requests, or from requests on. If so, the caller does at once what is next
/// anyway: a request need not pass through the calendar, nor an offer through the queue, nor the
/// beginning of a wait through the calendar. Results are the same as without.
/// @pre the caller does nothing more at this instant but what comes in that phase
/// @return whether the region is in that phase now
bool Region::skip_to(Phase phase) {
  const bool from_endings = phase == Phase::requests;
  if (time_.phase() != (from_endings ? Phase::endings : Phase::requests)) return false;
  const Moment there{now(), phase};
  const bool may_move = !from_endings && (cycles_.has_candidates() || offers_.has_offer());
  const bool is_next =
      !may_move && there < limit_ && (calendar_.empty() || calendar_.next_due() > there);
  if (is_next) advance(there);
  return is_next;
}

/// A year of the result has begun, or the last has ended. Notes who is listed as each year ends.
/// When nothing happened for more than a year, several end at once.
void Region::begin_year() {
  recorder_.begin_year();
  const std::vector<Instant>& edges = scenario_.period.year_edges();
  const auto end_of = [&](int year) { return edges[static_cast<std::size_t>(year) + 1]; };
  for (; years_noted_ < scenario_.period.years() && end_of(years_noted_) <= now(); ++years_noted_) {
    for (const Youth* youth : youths_.all()) {
      if (youth->stage != Stage::listed) continue;
      const Days waited = end_of(years_noted_) - youth->visit.asked;
      recorder_.note_listed(youth->visit.node, years_noted_, waited);
      for (const Registration& other : youth->other_lists)
        recorder_.note_listed(other.node, years_noted_, waited);
    }
  }
}

void Region::handle(const DueEvent& event) {
  const bool is_on_track = event.kind >= on_track;
  const auto kind = static_cast<EventKind>(event.kind - (is_on_track ? on_track : 0));
  if (kind == EventKind::arrives) return arrive(inflows_[event.subject]);

  Youth& youth = youths_[event.subject];
  switch (kind) {
    case EventKind::arrives:
      return;
    case EventKind::asks:
      youth.timers.next = Calendar::none;
      return ask(youth);
    case EventKind::work_ends:
      youth.timers.work_ends = Calendar::none;
      return end_work(youth);
    case EventKind::decided:
      youth.timers.next = Calendar::none;
      return decide(youth);
    case EventKind::stay_ends:
      youth.timers.next = Calendar::none;
      return end_stay(youth);
    case EventKind::waiting_begins:
      youth.timers.stays_home = Calendar::none;
      return begin_waiting(youth);
    case EventKind::stays_home:
      youth.timers.stays_home = Calendar::none;
      return become_absent(youth);
    case EventKind::gives_up:
      youth.timers.gives_up = Calendar::none;
      return give_up(youth);
    case EventKind::worsens:
      youth.timers.worsens = Calendar::none;
      return worsen(youth);
    case EventKind::looks_elsewhere:
      youth.timers.looks_elsewhere = Calendar::none;
      return look_elsewhere(youth);
    case EventKind::case_opens:
      if (timers_.defer(youth, youth.timers.case_opens, kind)) return;
      return open_case(youth);
    case EventKind::ages_out:
      if (timers_.defer(youth, youth.timers.ages_out, kind)) return;
      return age_out(youth);
    case EventKind::returns:
      youth.timers.next = Calendar::none;
      return return_from_exit(youth);
    case EventKind::absence_ends:
      youth.timers.absence_ends = Calendar::none;
      return end_absence(youth);
    case EventKind::term_ends:
      if (timers_.defer(youth, youth.timers.term_ends, kind)) return;
      return end_term(youth);
  }
}

/// Everybody who is present, by number; the tracks of a youth, by node, before the youth.
std::vector<Youth*> Region::present_in_order() const {
  std::vector<Youth*> present = youths_.all();
  std::sort(present.begin(), present.end(), [](const Youth* a, const Youth* b) {
    const auto rank = [](const Youth& one) {
      const std::int32_t node = one.is_track() ? one.visit.node.number() : INT32_MAX;
      return std::pair(one.person.number, node);
    };
    return rank(*a) < rank(*b);
  });
  return present;
}

Records Region::finish() {
  for (Youth* youth : present_in_order()) {
    if (youth->is_track()) copy_state_of_youth(*youth);
    if (youth->holds_place()) recorder_.end_visit(*youth, *youth->held, Outcome::censored, no_node);
    if (youth->displaced) end_displacement(*youth, &StopRecord::waiting);
    if (youth->stage == Stage::listed) {
      recorder_.end_wait(*youth, WaitEnd::still_waiting);
      for (const Registration& other : youth->other_lists) {
        recorder_.end_wait(*youth, other, WaitEnd::still_waiting);
        recorder_.end_visit(*youth, other, Outcome::censored);
      }
    }
    if (youth->stage != Stage::handover) recorder_.end_visit(*youth, Outcome::censored, no_node);
    if (youth->is_track()) continue;
    attendance_.end_following(*youth, now(), SignalEnd::still_there);
    attendance_.close(*youth, now());
    if (clocks_) clocks_->close(*youth, now());
    ++recorder_.records().present_at_end;
  }
  attendance_.fill(recorder_.records().census);
  if (clocks_) recorder_.records().clocks = clocks_->records();
  recorder_.records().peak_pending = calendar_.peak_pending();
  return recorder_.finish();
}

}  // namespace doorstroom
