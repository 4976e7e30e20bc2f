// What happened, as records.

#include <algorithm>

#include "models/region.hpp"

namespace doorstroom {

/// The visit to `youth.node` is over; nowhere to go means that the run is.
void Region::close_visit(Youth& youth, Outcome outcome, NodeId to) {
  ++records_.visit_count;
  if (to != no_node) count_flow(youth.node, to);
  if (!keep_rows_) return;
  records_.visits.push_back({.youth = youth.number,
                             .node = youth.node,
                             .left_to = to,
                             .unit = 0,
                             .severity = static_cast<std::int8_t>(youth.severity),
                             .outcome = outcome,
                             .asked = youth.asked,
                             .entered = youth.entered,
                             .left = outcome == Outcome::censored ? never : now_,
                             .absent_days = youth.absent_days(now_) - youth.absent_days_on_asking});
}

/// The flows of the year that ends, in order of nodes.
void Region::tell_flows() {
  for (std::vector<Flow>& ways : flows_) {
    std::sort(ways.begin(), ways.end(), [](const Flow& a, const Flow& b) { return a.to < b.to; });
    records_.flows.insert(records_.flows.end(), ways.begin(), ways.end());
    ways.clear();
  }
}

void Region::take_census() {
  CensusRecord& census = records_.census;
  census.weeks.push_back(static_cast<std::int32_t>(now_.ticks / (7 * Instant::ticks_per_day)));
  for (const Station& here : stations_) {
    census.occupied.push_back(static_cast<std::int32_t>(here.places.taken()));
    census.waiting.push_back(static_cast<std::int32_t>(here.list.size()));
    census.places.push_back(static_cast<std::int32_t>(here.places.capacity()));
  }
}

void Region::tell_station(Station& here) {
  const Period& period = scenario_.period;
  NodeRecord& record = here.record;
  record.entries.resize(static_cast<std::size_t>(period.years()));
  record.parts.resize(period.parts().size());
  record.entered = here.entries.front();
  const Instant horizon = period.horizon();
  const std::vector<double> occupied = here.occupied.close(horizon);
  const std::vector<double> capacity = here.capacity.close(horizon);
  const std::vector<double> waiting = here.waiting.close(horizon);
  const std::vector<double> worked = here.worked.close(horizon);
  const std::vector<double> available = here.available.close(horizon);
  for (std::size_t i = 0; i < record.parts.size(); ++i) {
    NodeRecord::Part& part = record.parts[i];
    part.entries = here.entries[i + 1];
    record.entered += part.entries;
    record.entries[static_cast<std::size_t>(period.parts()[i].year)] += part.entries;
    part.occupied_days = occupied[i];
    part.places_days = capacity[i];
    part.waiting_days = waiting[i];
    part.worked_hours = worked[i];
    part.available_hours = available[i];
  }
  record.inside_at_end = here.inside;
}

Records Region::close_books() {
  std::vector<Youth*> present = youths_.all();
  std::sort(present.begin(), present.end(),
            [](const Youth* a, const Youth* b) { return a->number < b->number; });
  for (Youth* youth : present) {
    if (youth->stage == Stage::listed)
      record_wait(*youth, station(youth->node), WaitEnd::still_waiting);
    if (youth->stage != Stage::handover) close_visit(*youth, Outcome::censored, no_node);
    attendance_.close(*youth, now_);
  }
  records_.present_at_end = present.size();
  for (Station& here : stations_) {
    tell_station(here);
    records_.nodes[static_cast<std::size_t>(here.id)] = std::move(here.record);
  }
  tell_flows();
  attendance_.tell(records_.census);
  records_.peak_pending = calendar_.peak_pending();
  return std::move(records_);
}

}  // namespace doorstroom
