#include "models/continuum/capacity.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <utility>

namespace doorstroom {
namespace {

/// The share of one unit in a whole that is split over `count` units as evenly as possible.
std::int64_t share_of_unit(std::int64_t whole, std::int64_t number, std::int64_t count) {
  return whole / count + (number < whole % count ? 1 : 0);
}

}  // namespace

Capacity::Capacity(const Links& links) : links_(links) {
  if (!links.scenario.budgets.empty()) budgets_.emplace(links.scenario);
}

void Capacity::review(NodeId id) {
  NodeState& here = links_.nodes[id];
  here.desk ? review_desk(here) : review_arrangement(here);
  for (SiteState& unit : here.units) links_.offers.update(unit);
  if (here.pool) review_pool(*here.pool);
}

std::map<std::int64_t, std::vector<NodeId>> Capacity::review_days() const {
  const Period& period = links_.scenario.period;
  std::map<std::int64_t, std::vector<NodeId>> reviews;
  for (const NodeState& here : links_.nodes.all()) {
    std::set<std::int64_t> days;
    for (const Number* number : here.capacity_parameters()) {
      const std::vector<std::int64_t> of_number = days_of_change(*number, period);
      days.insert(of_number.begin(), of_number.end());
    }
    here.closures.add_turns(days);
    if (here.arrangement)
      for (const StartDay& start : here.arrangement->starts)
        for (const std::int64_t day : period.days_on(start.on)) days.insert({day, day + 1});
    for (const std::int64_t day : days)
      if (day > period.first_day() && day < period.horizon_day())
        reviews[day].push_back(here.id);  // Region reviews the first day when it is made
  }
  return reviews;
}

/// Staff are split exactly. Each team has as many workers as its staff needs, rounded up, and they
/// share its hours.
void Capacity::review_desk(NodeState& here) {
  const Instant now = links_.time.now();
  const Desk& desk = *here.desk;
  const bool open = !here.closures.closed_at(now);
  const double open_days = days_per_year - here.closures.days_a_year();
  const double hours_a_day = desk.unlimited ? 0 : links_.sampler.value(desk.hours) / open_days;
  const double fte =
      desk.unlimited ? 0
                     : links_.sampler.value(desk.staff) / static_cast<double>(here.units.size());
  const double workers = std::ceil(fte - 1e-9);
  const double speed = workers > 0 ? fte / workers : 0;
  for (SiteState& unit : here.units) {
    unit.open = open;
    unit.set_capacity(now, desk.unlimited ? Places::unlimited : static_cast<std::int64_t>(workers));
    unit.worker_rate = hours_a_day * speed;
    unit.staff.set(now, fte);
    unit.set_work(now, unit.working);
    unit.available.set(now, open ? fte * hours_a_day : 0);
  }
}

void Capacity::review_arrangement(NodeState& here) {
  const Instant now = links_.time.now();
  const auto count = static_cast<std::int64_t>(here.units.size());
  const double declared = here.unlimited ? 0 : links_.sampler.value(here.arrangement->places);
  const auto places = std::max<std::int64_t>(
      0, here.steered_places + static_cast<std::int64_t>(std::floor(declared + 1e-9)));
  const std::int64_t starts = starts_today(*here.arrangement);
  const bool open = !here.closures.closed_at(now);
  for (SiteState& unit : here.units) {
    const bool was_overfull = unit.is_overfull();
    unit.open = open;
    const std::int64_t share = unit.shut ? 0 : share_of_unit(places, unit.number, count);
    unit.set_capacity(now, here.unlimited ? Places::unlimited : share + unit.extra);
    if (was_overfull && !unit.is_overfull()) links_.cycles.watch_list_of(unit);
    if (!unit.dated) continue;
    unit.set_starts_left(
        now, starts == SiteState::any_number ? starts : share_of_unit(starts, unit.number, count));
    links_.cycles.watch_list_of(unit);
  }
}

/// How many may enter on the whole day that begins now, if it is not closed then.
std::int64_t Capacity::starts_today(const Arrangement& arrangement) const {
  if (arrangement.starts.empty()) return SiteState::any_number;
  const DayOfYear today = day_of_year(links_.scenario.period.date_of(links_.time.now()));
  for (const StartDay& day : arrangement.starts)
    if (day.on == today) return day.at_most.value_or(SiteState::any_number);
  return 0;
}

/// The pool has the sum of the staff of its desks. Each worker gives the same hours.
void Capacity::review_pool(SiteState& pool) {
  double fte = 0;
  double hours_a_day = 0;
  bool open = true;
  for (const NodeState& here : links_.nodes.all()) {
    if (here.pool != &pool) continue;
    open = here.joined && !here.closures.closed_at(links_.time.now());
    const double staff = links_.sampler.value(here.desk->staff);
    fte += staff;
    hours_a_day += staff * links_.sampler.value(here.desk->hours) /
                   (days_per_year - here.closures.days_a_year());
  }
  const double workers = std::ceil(fte - 1e-9);
  pool.open = open;
  pool.places.set_capacity(static_cast<std::int64_t>(workers));
  pool.worker_rate = workers > 0 ? hours_a_day / workers : 0;
  links_.offers.update(pool);
}

void Capacity::add_places(NodeId arrangement, std::int64_t count) {
  links_.nodes[arrangement].steered_places += count;
  review(arrangement);
}

std::int64_t Capacity::places_of(NodeId arrangement) const {
  std::int64_t places = 0;
  for (const SiteState& unit : links_.nodes[arrangement].units)
    places += unit.places.capacity() - unit.extra;
  return places;
}

/// A node whose funders have run out admits nobody. Once they have money again, it serves its list
/// in order. Joined desks admit for all or for none.
void Capacity::review_budgets() {
  budgets_->review(links_.time.now().ticks / Instant::ticks_per_day,
                   [this](NodeId id) { return used_so_far(id); });
  for (SiteState& pool : links_.nodes.pools()) pool.funded = true;
  for (NodeState& here : links_.nodes.all()) {
    const bool funded = budgets_->admits(*here.node);
    note_money(here, funded);
    for (SiteState& unit : here.units) {
      if (std::exchange(unit.funded, funded) != funded) links_.cycles.watch_list_of(unit);
      links_.offers.update(unit);
    }
    if (here.pool && !funded) here.pool->funded = false;
  }
  for (SiteState& pool : links_.nodes.pools()) links_.offers.update(pool);
}

void Capacity::note_money(NodeState& here, bool funded) const {
  if (here.units.front().funded == funded) return;
  if (funded)
    here.record.unfunded.back().until = links_.time.now();
  else
    here.record.unfunded.push_back({.from = links_.time.now()});
}

NodeRecord::Usage Capacity::used_so_far(NodeId id) const {
  const Instant now = links_.time.now();
  NodeRecord::Usage used;
  const NodeState* here = links_.nodes.find(id);
  if (!here) return used;
  for (const SiteState& unit : here->units) {
    used.occupied_days += unit.occupied.total(now);
    used.places_days += unit.capacity.total(now);
    used.waiting_days += unit.waiting.total(now);
    used.staff_days += unit.staff.total(now);
    used.worked_hours += unit.worked.total(now);
    used.available_hours += unit.available.total(now);
    used.entries += std::accumulate(unit.entries.begin(), unit.entries.end(), std::uint64_t{0});
  }
  return used;
}

}  // namespace doorstroom
