// What happened, as records.

#include <algorithm>

#include "models/continuum/region.hpp"

namespace doorstroom {

/// A visit is over; nowhere to go means that the run is, or that the request goes on elsewhere.
void Region::close_visit(const Youth& youth, const OpenVisit& visit, Outcome outcome, NodeId to) {
  ++records_.visit_count;
  if (to != no_node) flows_.count(time_.year(), visit.node, to);
  if (!keep_rows_) return;
  records_.visits.push_back(
      {.youth = youth.person.number,
       .node = visit.node,
       .left_to = to,
       .unit = visit.unit,
       .severity = static_cast<std::int8_t>(youth.person.severity),
       .outcome = outcome,
       .asked = visit.asked,
       .entered = visit.entered,
       .left = outcome == Outcome::censored ? never : now(),
       .absent_days = youth.schooling.absent_days(now()) - visit.absent_days_on_asking});
}

void Region::take_census() {
  CensusRecord& census = records_.census;
  census.weeks.push_back(static_cast<std::int32_t>(now().ticks / (7 * Instant::ticks_per_day)));
  for (const NodeState& here : nodes_.all()) {
    std::int64_t occupied = 0;
    std::int64_t places = 0;
    double waiting = 0;
    for (const SiteState& unit : here.units) {
      occupied += unit.places.taken();
      waiting += unit.waiting.value();  // also on the list that joined desks share
      places += unit.places.capacity();
    }
    census.occupied.push_back(static_cast<std::int32_t>(occupied));
    census.waiting.push_back(static_cast<std::int32_t>(waiting));
    census.places.push_back(here.unlimited ? -1 : static_cast<std::int32_t>(places));
  }
}

namespace {

std::vector<NodeRecord::Usage> usage_of(SiteState& unit, Instant horizon) {
  const std::vector<double> occupied = unit.occupied.close(horizon);
  const std::vector<double> capacity = unit.capacity.close(horizon);
  const std::vector<double> waiting = unit.waiting.close(horizon);
  const std::vector<double> blocked = unit.blocked.close(horizon);
  const std::vector<double> worked = unit.worked.close(horizon);
  const std::vector<double> available = unit.available.close(horizon);
  std::vector<NodeRecord::Usage> segments(occupied.size());
  for (std::size_t i = 0; i < segments.size(); ++i)
    segments[i] = {.occupied_days = occupied[i],
                   .places_days = capacity[i],
                   .waiting_days = waiting[i],
                   .blocked_days = blocked[i],
                   .worked_hours = worked[i],
                   .available_hours = available[i],
                   .entries = unit.entries[i + 1]};
  return segments;
}

}  // namespace

void Region::tell_station(NodeState& here) {
  const Period& period = scenario_.period;
  NodeRecord& record = here.record;
  record.entries.resize(static_cast<std::size_t>(period.years()));
  record.segments.resize(period.segments().size());
  for (SiteState& unit : here.units) {
    record.entered += unit.entries.front();
    std::vector<NodeRecord::Usage> segments = usage_of(unit, period.horizon());
    for (std::size_t i = 0; i < segments.size(); ++i) {
      record.segments[i] += segments[i];
      record.entered += segments[i].entries;
      record.entries[static_cast<std::size_t>(period.segments()[i].year)] += segments[i].entries;
    }
    if (here.units.size() > 1) record.units.push_back(std::move(segments));
  }
  record.inside_at_end = here.inside;
}

Records Region::close_books() {
  std::vector<Youth*> present = youths_.all();
  std::sort(present.begin(), present.end(), [](const Youth* a, const Youth* b) {
    return a->person.number != b->person.number ? a->person.number < b->person.number
                                                : a->link.is_case > b->link.is_case;
  });
  for (Youth* youth : present) {
    if (youth->link.is_case) catch_up(*youth);
    if (youth->holds_place()) close_visit(*youth, *youth->held, Outcome::censored, no_node);
    if (youth->stage == Stage::listed) {
      record_wait(*youth, listing_of(*youth), WaitEnd::still_waiting);
      for (const Registration& other : youth->other_lists) {
        record_wait(*youth, listing_of(other), WaitEnd::still_waiting);
        close_visit(*youth, as_visiting(*youth, other), Outcome::censored, no_node);
      }
    }
    if (youth->stage != Stage::handover) close_visit(*youth, Outcome::censored, no_node);
    if (youth->link.is_case) continue;
    attendance_.stop_following(*youth, now(), SignalEnd::still_there);
    attendance_.close(*youth, now());
    if (clocks_) clocks_->close(*youth, now());
    ++records_.present_at_end;
  }
  for (NodeState& here : nodes_.all()) {
    tell_station(here);
    records_.nodes[static_cast<std::size_t>(here.id)] = std::move(here.record);
  }
  flows_.end_year(records_.flows);
  attendance_.tell(records_.census);
  if (clocks_) records_.clocks = clocks_->records();
  records_.peak_pending = calendar_.peak_pending();
  return std::move(records_);
}

}  // namespace doorstroom
