// What desks and arrangements have room for, day by day.

#include <cmath>

#include "tests/reference/world.hpp"

namespace doorstroom::reference {
namespace {

/// A number of places or fte that is this close to a whole number, after growth, is that number.
constexpr double all_but_whole = 1e-9;

/// What one unit gets of a whole number: as even as possible, the first units one more.
std::int64_t part_of(std::int64_t total, std::int64_t units, std::int64_t unit) {
  return total / units + (unit < total % units ? 1 : 0);
}

}  // namespace

DayOfYear World::day_in_year(Date date) {
  const std::chrono::year_month_day day{date};
  return {day.month(), day.day()};
}

void World::build_rooms() {
  for (const NodeId id : scenario.nodes.ids()) {
    if (node(id).kind != NodeKind::desk && node(id).kind != NodeKind::arrangement) continue;
    for (int unit = 0; unit < node(id).units.count; ++unit)
      rooms[id].push_back({.node = id, .unit = static_cast<std::int16_t>(unit)});
  }
  build_pools();
}

/// What one of so many workers gives; where there are none, nothing.
double World::one_of(std::int64_t workers, double hours) {
  return workers > 0 ? hours / static_cast<double>(workers) : 0;
}

std::int64_t World::workers_for(double fte) {
  return static_cast<std::int64_t>(std::ceil(fte - all_but_whole));
}

void World::change_capacity() {
  for (std::vector<Room>& units : rooms) {
    for (Room& room : units) {
      if (node(room.node).kind == NodeKind::desk) {
        change_desk(room);
      } else {
        change_arrangement(room);
      }
    }
  }
  for (std::vector<Room>& units : rooms)
    for (Room& room : units)
      room.days.push_back({now, room.capacity,
                           room.open ? static_cast<double>(room.capacity) * room.hours_a_day : 0});
  for (Pool& pool : pools) {
    join_or_part(pool);
    change_pool(pool);
  }
}

void World::change_desk(Room& room) const {
  const Desk& of = desk(room.node);
  const double fte = value(of.staff) / node(room.node).units.count;
  room.unlimited = of.unlimited;
  room.capacity = workers_for(fte);
  room.fte = fte;
  // In this order, as another would be rounded to another tick now and then.
  room.hours_a_day = value(of.hours) / open_days(of) * one_of(room.capacity, fte);
  room.open = !falls_in(of.closed, scenario.period.date_of(now));
}

void World::change_arrangement(Room& room) const {
  const Arrangement& of = arrangement(room.node);
  const int units = node(room.node).units.count;
  change_places(room);
  const Date today = scenario.period.date_of(now);
  const bool is_closed = falls_in(of.closed, today);
  room.open = of.starts.empty() && !is_closed;
  room.entered_today = 0;
  room.quota.reset();
  for (const StartDay& start : of.starts) {
    if (start.on != day_in_year(today)) continue;
    room.open = !is_closed;
    if (start.at_most) room.quota = part_of(*start.at_most, units, room.unit);
  }
}

/// As declared today, and as steered; part of it.
void World::change_places(Room& room) const {
  const Arrangement& of = arrangement(room.node);
  const auto places = static_cast<std::int64_t>(std::floor(value(of.places) + all_but_whole));
  room.unlimited = of.unlimited;
  room.capacity = room.shut ? 0
                            : part_of(std::max<std::int64_t>(places + steered[room.node], 0),
                                      node(room.node).units.count, room.unit);
}

bool World::falls_in(const std::vector<PartOfYear>& parts, Date date) const {
  const DayOfYear day = day_in_year(date);
  return std::ranges::any_of(parts, [&](const PartOfYear& part) {
    return part.from < part.to ? part.from <= day && day < part.to
                               : part.from <= day || day < part.to;
  });
}

double World::open_days(const Desk& desk) const {
  using namespace std::chrono_literals;
  int closed = 0;
  for (Date day = 2027y / 1 / 1; day < Date{2028y / 1 / 1}; day += std::chrono::days(1))
    closed += falls_in(desk.closed, day);
  return days_per_year - closed;
}

Instant World::work_until(const Desk& desk, Days work) const {
  const Period& period = scenario.period;
  Instant at = now;
  std::int64_t left = (Instant{} + work).ticks;
  for (;;) {
    const Date today = period.date_of(at);
    const std::int64_t until_midnight = period.at(today + std::chrono::days(1)).ticks - at.ticks;
    if (!falls_in(desk.closed, today)) {
      if (left <= until_midnight || desk.closed.empty()) return {at.ticks + left};
      left -= until_midnight;
    }
    at.ticks += until_midnight;
  }
}

Instant World::worked_since(const Desk& desk, Days work) const {
  const Period& period = scenario.period;
  Instant at = now;
  std::int64_t left = (Instant{} + work).ticks;
  for (;;) {
    const Date day = period.date_of({at.ticks - 1});
    const std::int64_t since_midnight = at.ticks - period.at(day).ticks;
    if (!falls_in(desk.closed, day)) {
      if (left <= since_midnight || desk.closed.empty()) return {at.ticks - left};
      left -= since_midnight;
    }
    at.ticks -= since_midnight;
  }
}

Days World::open_between(const Desk& desk, Instant from, Instant until) const {
  std::int64_t open = 0;
  for (Date day = scenario.period.date_of(from); scenario.period.at(day) < until;
       day += std::chrono::days(1))
    if (!falls_in(desk.closed, day)) open += Instant::ticks_per_day;  // both are midnights
  return Instant{open} - Instant{};
}

}  // namespace doorstroom::reference
