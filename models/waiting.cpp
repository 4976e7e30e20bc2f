// Waiting: asking, standing on the list, being offered what is free, giving up.

#include <algorithm>

#include "models/region.hpp"

namespace doorstroom {

void Region::enlist(Youth& youth) {
  Station& here = station(youth.node);
  if (!youth.returned) {
    youth.visit = youth.visits.count(youth.node);
    youth.waiting_draws = {};
  }
  youth.stage = Stage::listed;
  youth.asked = now_;
  youth.asked_year = year_;
  youth.entered = never;
  youth.absent_days_on_asking = youth.absent_days(now_);

  const bool at_once =
      here.list.empty() && here.places.has_room() && nothing_comes_before(Phase::offers);
  if (at_once) {
    phase_ = Phase::offers;
    return offer_to(youth, here);
  }
  youth.in_line = here.list.join(youth.slot, standing_of(youth, here));
  here.waiting.add(now_, 1);
  note_offer(here);
  if (here.waiting_is_safe) return;
  if (nothing_comes_before(Phase::departures)) {
    phase_ = Phase::departures;
    return begin_waiting(youth);
  }
  youth.at_home = schedule(youth, now_, Phase::departures, Happening::waiting_begins);
}

/// Whether that phase of this instant would come next, so that what is due in it for who asks now
/// may as well happen at once.
bool Region::nothing_comes_before(Phase phase) const {
  return offers_.empty() && phase_ == Phase::requests &&
         (calendar_.empty() || calendar_.next_due() > Moment{now_, phase});
}

Standing Region::standing_of(const Youth& youth, const Station& here) const {
  Standing standing{.rank = 0, .since = 0, .precedence = {youth.asked.ticks, youth.order}};
  const bool absent = youth.attendance == Attendance::absent;
  switch (here.node->order) {
    case ListOrder::first_come:
      break;
    case ListOrder::severity:
      standing.rank = -youth.severity;
      break;
    case ListOrder::longest_absent:
      standing.rank = absent ? 0 : 1;
      standing.since = absent ? youth.absent_since.ticks : 0;
      break;
  }
  return standing;
}

/// On a list by absence, a youth who becomes absent or attends again stands elsewhere from now on.
void Region::stand_anew(Youth& youth) {
  if (youth.stage != Stage::listed) return;
  Station& here = station(youth.node);
  if (here.node->order != ListOrder::longest_absent) return;
  here.list.leave(youth.in_line);
  youth.in_line = here.list.join(youth.slot, standing_of(youth, here));
}

void Region::note_offer(Station& here) {
  if (here.offer_due || !here.can_offer()) return;
  here.offer_due = true;
  offers_.push_back(&here);
}

/// One offer: of all nodes with something free, to who goes first among those next in line.
void Region::make_offer() {
  std::erase_if(offers_, [](Station* here) { return !(here->offer_due = here->can_offer()); });
  if (offers_.empty()) return;
  const auto goes_first = [](const Station* a, const Station* b) {
    return a->list.front_standing().precedence < b->list.front_standing().precedence;
  };
  Station& here = **std::min_element(offers_.begin(), offers_.end(), goes_first);
  offer_to(youths_[here.list.front()], here);
  if (here.can_offer()) return;
  here.offer_due = false;
  std::erase(offers_, &here);
}

void Region::offer_to(Youth& youth, Station& here) {
  if (here.desk) return begin_work(youth, here);
  const auto& admits = here.arrangement->admits;
  if (admits && !admits->admits(school_age(youth), youth.severity, youth.subregion))
    return refuse(youth, here);
  enter(youth, here);
}

/// Too old by now, say: routed anew by who sent the youth, or as if the stay here were over.
void Region::refuse(Youth& youth, Station& here) {
  leave_list(youth, here, WaitEnd::other);
  const bool sent = youth.sender != no_node;
  draw_way(youth, sent ? youth.sender : here.id, sent ? youth.sender_visit : youth.visit);
  close_visit(youth, Outcome::refused, youth.route->to);
  set_out(youth);
}

/// Takes the youth off the list, if listed, and notes how the wait ended.
void Region::leave_list(Youth& youth, Station& here, WaitEnd end) {
  record_wait(youth, here, end);
  if (youth.in_line == WaitList::none) return;
  here.list.leave(youth.in_line);
  here.waiting.add(now_, -1);
  calendar_.cancel(youth.at_home);
  calendar_.cancel(youth.gives_up);
}

void Region::record_wait(const Youth& youth, Station& here, WaitEnd end) {
  const Wait wait(youth.asked, now_, end);
  if (youth.asked_year >= 0)
    here.record.waits[static_cast<std::size_t>(youth.asked_year)].push_back(wait);
  else if (year_ >= 0)
    here.record.earlier.push_back({wait, Instant{} - youth.asked});
}

/// The first moment of a wait that did not end at once: some stay home, some lose patience later.
/// Of today's waiting, what they waited so far is given: patience is drawn beyond it.
void Region::begin_waiting(Youth& youth) {
  const Waiting& rules = node(youth.node).waiting;
  const bool waited_before = youth.asked < now_;
  if (youth.attendance == Attendance::attending && !waited_before) {
    const double u =
        draws_.at(youth, youth.node, Decision::at_home, youth.visit, youth.waiting_draws.at_home++);
    if (u < value(rules.at_home)) become_absent(youth);
  }
  if (youth.attendance == Attendance::attending) plan_staying_home(youth, youth.asked);
  if (rules.leaves_after) {
    const double u = draws_.at(youth, youth.node, Decision::leaves_after, youth.visit,
                               youth.waiting_draws.leaves++);
    const Days patience = patience_beyond(*rules.leaves_after, now_ - youth.asked, u);
    youth.gives_up =
        schedule(youth, youth.asked + patience, Phase::departures, Happening::gives_up);
  }
}

void Region::plan_staying_home(Youth& youth, Instant since) {
  const auto& stays_home_after = node(youth.node).waiting.stays_home_after;
  if (!stays_home_after) return;
  const double u = draws_.at(youth, youth.node, Decision::stays_home_after, youth.visit,
                             youth.waiting_draws.stays_home++);
  const Days patience = patience_beyond(*stays_home_after, now_ - since, u);
  youth.at_home = schedule(youth, since + patience, Phase::departures, Happening::stays_home);
}

/// Patience given that it lasted `waited` so far, from the start of waiting.
Days Region::patience_beyond(const Quantity& patience, Days waited, double u) const {
  if (waited <= Days{0}) return Days{patience.draw(u, when())};
  const double gone = patience.cdf(waited.count, when());
  if (gone >= 1) return waited;
  return std::max(waited, Days{patience.draw(gone + u * (1 - gone), when())});
}

void Region::give_up(Youth& youth) {
  const NodeId to = node(youth.node).waiting.leaves_to;
  leave_list(youth, station(youth.node), WaitEnd::left_list);
  close_visit(youth, Outcome::left_list, to);
  turn_to(youth, to);
}

}  // namespace doorstroom
