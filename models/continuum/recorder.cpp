#include "models/continuum/recorder.hpp"

#include <utility>

namespace doorstroom {

Recorder::Recorder(const Scenario& scenario, const SimulationTime& time, NodeStates& nodes,
                   bool keep_rows)
    : scenario_(scenario),
      time_(time),
      nodes_(nodes),
      keep_rows_(keep_rows),
      flows_(scenario.nodes.size()) {
  records_.nodes.resize(scenario.nodes.size());
  records_.years.resize(static_cast<std::size_t>(scenario.period.years()));
  records_.stops.resize(scenario.interventions.size());
  records_.groups.resize(group_names(scenario).size());
  for (NodeState& here : nodes.all()) here.record.groups.resize(records_.groups.size());
}

void Recorder::add_youth(const Person& person, std::int32_t month, std::uint32_t ordinal) {
  if (!keep_rows_) return;
  records_.youths.push_back({.source = person.source,
                             .month = month,
                             .ordinal = ordinal,
                             .arrived = person.arrived,
                             .born = person.born,
                             .severity = person.severity,
                             .values = person.values});
}

void Recorder::add_exit(const Person& person, NodeId exit) {
  if (!keep_rows_) return;
  records_.youths[person.number].exited = time_.now();
  records_.youths[person.number].exit = exit;
}

void Recorder::withdraw_exit(const Person& person) {
  if (!keep_rows_) return;
  records_.youths[person.number].exited = never;
  records_.youths[person.number].exit = no_node;
}

void Recorder::end_visit(const Youth& youth, const OpenVisit& visit, Outcome outcome, NodeId to) {
  ++records_.visit_count;
  if (to != no_node) count_flow(visit.node, to);
  if (!keep_rows_) return;
  records_.visits.push_back(
      {.youth = youth.person.number,
       .node = visit.node,
       .left_to = to,
       .unit = visit.unit,
       .severity = youth.person.severity,
       .outcome = outcome,
       .beside = youth.is_track(),
       .back_at_school = visit.back_at_school,
       .asked = visit.asked,
       .entered = visit.entered,
       .left = outcome == Outcome::censored ? never : time_.now(),
       .absent_days = youth.schooling.absent_days(time_.now()) - visit.absent_days_on_asking});
}

void Recorder::end_visit(const Youth& youth, const Registration& other, Outcome outcome) {
  const OpenVisit visit{.node = other.node,
                        .ordinal = other.ordinal,
                        .asked = youth.visit.asked,
                        .absent_days_on_asking = youth.visit.absent_days_on_asking,
                        .unit = other.unit};
  end_visit(youth, visit, outcome, no_node);
}

void Recorder::end_wait(const Youth& youth, NodeId node, std::int16_t number, Days free_on_asking,
                        WaitEnd end) {
  if (end == WaitEnd::replaced) return;
  NodeState& here = nodes_[node];
  const Wait wait(youth.visit.asked, time_.now(), end);
  const bool counts = youth.wait.asked_year >= 0;
  const bool was_listed_at_start = youth.visit.asked < Instant{} && time_.now() >= Instant{};
  if (counts) {
    here.record.waits[static_cast<std::size_t>(youth.wait.asked_year)].push_back(wait);
    for (const std::int16_t group : youth.person.groups)
      here.record.groups[static_cast<std::size_t>(group)].add(
          wait, scenario_.period.follows(wait.length()));
  } else if (was_listed_at_start) {
    here.record.earlier.push_back({wait, Instant{} - youth.visit.asked});
  }
  if (here.watched && end == WaitEnd::entered)
    here.entry_log.push_back({time_.now(), time_.now() - youth.visit.asked});
  const SiteState& unit = nodes_.unit_at(node, number);
  if (!unit.dated || end != WaitEnd::entered || !(counts || was_listed_at_start)) return;
  if (!scenario_.period.follows(wait.length())) return;
  std::vector<double>& sums = here.record.calendar_wait_days;
  const Days without = unit.free_without_start.elapsed(time_.now());
  (counts ? sums[static_cast<std::size_t>(youth.wait.asked_year)] : sums.back()) +=
      without.count - free_on_asking.count;
}

void Recorder::take_census() {
  CensusRecord& census = records_.census;
  census.weeks.push_back(
      static_cast<std::int32_t>(time_.now().ticks / (7 * Instant::ticks_per_day)));
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
  const std::vector<double> staff = unit.staff.close(horizon);
  const std::vector<double> worked = unit.worked.close(horizon);
  const std::vector<double> available = unit.available.close(horizon);
  std::vector<NodeRecord::Usage> segments(occupied.size());
  for (std::size_t i = 0; i < segments.size(); ++i)
    segments[i] = {.occupied_days = occupied[i],
                   .places_days = capacity[i],
                   .waiting_days = waiting[i],
                   .blocked_days = blocked[i],
                   .staff_days = staff[i],
                   .worked_hours = worked[i],
                   .available_hours = available[i],
                   .entries = unit.entries[i + 1]};
  return segments;
}

}  // namespace

void Recorder::finish_node(NodeState& here) {
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

Records Recorder::finish() {
  for (NodeState& here : nodes_.all()) {
    finish_node(here);
    records_.nodes[here.id] = std::move(here.record);
  }
  begin_year();
  return std::move(records_);
}

}  // namespace doorstroom
