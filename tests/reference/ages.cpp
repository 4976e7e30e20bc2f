// Leaving by age, and stays that end by one.

#include <algorithm>

#include "tests/reference/world.hpp"

namespace doorstroom::reference {

/// @param inside  an arrangement, whose own age holds there
void Youth::watch_age(const Request* inside) {
  cancel(Wake::leaves_by_age);
  std::optional<double> age = world_.scenario.leaves_at;
  if (inside) {
    const Arrangement& arrangement = world_.arrangement(inside->room->node);
    if (arrangement.leaves_at) age = arrangement.leaves_at;
  }
  if (age) set_alarm(std::max(world_.now, becomes(*age)), Phase::departures, Wake::leaves_by_age);
}

/// The first 1 August at or after the age until which youths stay; for who is older, the next.
Instant Youth::last_moment_in(const Arrangement& arrangement) const {
  if (!arrangement.until_age) return never;
  const Period& period = world_.scenario.period;
  const auto next_august = [&](Instant from) {
    Date day = period.date_of(from);
    const auto is_later = [&] { return period.at(day) >= from; };
    while (!is_later() || std::chrono::year_month_day{day}.month() != std::chrono::August ||
           std::chrono::year_month_day{day}.day() != std::chrono::day{1})
      day += std::chrono::days(1);
    return period.at(day);
  };
  const Instant last = next_august(becomes(*arrangement.until_age));
  return last > world_.now ? last : next_august({world_.now.ticks + 1});
}

}  // namespace doorstroom::reference
