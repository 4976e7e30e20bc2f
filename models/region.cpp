#include "models/region.hpp"

#include <algorithm>

#include "models/referral.hpp"

namespace doorstroom {

Region::Region(const Scenario& scenario, std::uint32_t replication, bool keep_rows)
    : scenario_(scenario),
      draws_(scenario, replication),
      keep_rows_(keep_rows),
      attendance_(scenario, records_.years) {
  const Period& period = scenario_.period;
  records_.nodes.resize(scenario_.nodes.size());
  records_.years.resize(static_cast<std::size_t>(period.years()));
  flows_.resize(scenario_.nodes.size());
  for (const Node& one : scenario_.nodes)
    certain_routes_.push_back(certain_route(scenario_, one.routes));
  next_turn_ = now_ = period.begin();
  pass_to(period.begin());

  station_index_.resize(scenario_.nodes.size());
  for (NodeId id = 0; id < static_cast<NodeId>(scenario_.nodes.size()); ++id) {
    const NodeKind kind = node(id).kind;
    if (kind != NodeKind::desk && kind != NodeKind::arrangement) continue;
    station_index_[id] = stations_.size();
    stations_.emplace_back(node(id), period);
  }
  phase_ = Phase::changes;
  for (const Station& one : stations_)
    review_capacity(static_cast<NodeId>(one.node - scenario_.nodes.data()));
  fill_today();
  open_inflows();
  phase_ = Phase::endings;
}

void Region::run_before(Moment limit) {
  for (;;) {
    const Moment offer{now_, Phase::offers};
    const bool event_first =
        !calendar_.empty() && (offers_.empty() || calendar_.next_due() < offer);
    if (event_first) {
      if (calendar_.next_due() >= limit) break;
      const Event event = calendar_.pop();
      pass_to(event.due);
      happen(event);
      ++records_.events;
    } else {
      if (offers_.empty() || offer >= limit) break;
      pass_to(offer);
      make_offer();
    }
  }
  pass_to(limit);
}

void Region::pass_to(Moment moment) {
  phase_ = moment.phase;
  if (phase_ > Phase::endings) changed_at_ = moment.at;
  pass_to(moment.at);
}

void Region::pass_to(Instant at) {
  now_ = at;
  if (at < next_turn_) return;

  const Period& period = scenario_.period;
  const int year = period.year_of(at);
  if (year != year_) tell_flows();
  year_ = year;
  part_ = period.part_of(at);
  const Date august = Period::last_first_of_august(period.date_of(at));
  last_august_ = period.at(august);
  next_turn_ = period.at(august + CalendarSpan{12, 0});
  for (const Instant edge : period.part_edges())
    if (edge > at) next_turn_ = std::min(next_turn_, edge);
}

void Region::happen(const Event& event) {
  const YouthId id = event.subject;
  switch (static_cast<Happening>(event.kind)) {
    case Happening::arrives:
      return arrive(event.subject);
    case Happening::asks:
      youths_[id].next = Calendar::none;
      return ask(id);
    case Happening::work_ends:
      youths_[id].work = Calendar::none;
      return end_work(id);
    case Happening::decided:
      youths_[id].next = Calendar::none;
      return decide(id);
    case Happening::stay_ends:
      youths_[id].next = Calendar::none;
      return end_stay(id);
    case Happening::waiting_begins:
      youths_[id].at_home = Calendar::none;
      return begin_waiting(id);
    case Happening::stays_home:
      youths_[id].at_home = Calendar::none;
      return become_absent(id);
    case Happening::gives_up:
      youths_[id].gives_up = Calendar::none;
      return give_up(id);
    case Happening::absence_ends:
      youths_[id].absence = Calendar::none;
      return end_absence(id);
  }
}

Calendar::Handle Region::schedule(const Youth& youth, YouthId id, Instant at, Phase phase,
                                  Happening kind) {
  const Instant asked = phase == Phase::requests ? at : youth.asked;
  return calendar_.schedule({.due = {at, phase},
                             .precedence = {asked.ticks, youth.order},
                             .subject = id,
                             .kind = static_cast<std::uint8_t>(kind)});
}

}  // namespace doorstroom
