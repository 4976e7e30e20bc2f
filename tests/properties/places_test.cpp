// Places and people: nobody enters a full house, is in two at once, or gets lost.

#include <fmt/format.h>

#include "tests/properties/worlds.hpp"

namespace doorstroom {
namespace {

/// Places or workers that are offered on a whole day; -1: unlimited.
std::int64_t capacity(const Scenario& scenario, NodeId node, std::int64_t day) {
  const Node& here = scenario.nodes[node];
  const auto at_midnight = [&](const Number& number) {
    return number.at(scenario.period, {Instant::at_day(day)});
  };
  if (here.kind == NodeKind::desk) {
    const Desk& desk = scenario.desks[here.index];
    return desk.unlimited ? -1 : std::llround(std::ceil(at_midnight(desk.staff) - 1e-9));
  }
  const Arrangement& arrangement = scenario.arrangements[here.index];
  return arrangement.unlimited ? -1
                               : std::llround(std::floor(at_midnight(arrangement.places) + 1e-9));
}

std::int64_t day_of(Instant at) {
  return static_cast<std::int64_t>(std::floor(at.days()));
}

/// Tells of who entered an arrangement that had no room: who stayed on from before, and who came in
/// that instant and stayed, must fit. Who entered and left in one instant needed a place, too.
std::string entered_without_room(const World& world, NodeId node) {
  const std::vector<Visit> visits = world.visits_to(node);
  for (const Visit& one : visits) {
    if (one.entered == never || world.was_found_inside(one)) continue;
    std::int64_t stay_on = 0;
    std::int64_t come = 0;
    for (const Visit& other : visits) {
      if (other.left <= one.entered) continue;
      stay_on += world.inside_since(other) < one.entered;
      come += world.inside_since(other) == one.entered;
    }
    const std::int64_t places = capacity(world.scenario, node, day_of(one.entered));
    const std::int64_t taken = stay_on + std::max<std::int64_t>(come, 1);
    if (places >= 0 && taken > places)
      return fmt::format("{}: {} taken of {} places on day {}", world.id(node), taken, places,
                         one.entered.days());
  }
  return "";
}

RC_GTEST_PROP(Places, nobody_enters_where_no_place_is_free, (const RandomScenario& random)) {
  const World world(random);
  for (const NodeId node : world.stations())
    if (world.scenario.nodes[node].kind == NodeKind::arrangement)
      RC_ASSERT(entered_without_room(world, node) == "");
}

RC_GTEST_PROP(Places, more_are_taken_than_there_are_only_after_places_fell,
              (const RandomScenario& random)) {
  const World world(random);
  const CensusRecord& census = world.records.census;
  const std::vector<NodeId> stations = world.stations();
  for (std::size_t i = 0; i < stations.size(); ++i) {
    std::int64_t before = world.scenario.period.first_day();
    const NodeRecord& record = world.records.nodes[stations[i]];
    auto most = static_cast<std::int64_t>(record.inside_at_start);
    for (std::size_t week = 0; week < census.weeks.size(); ++week) {
      // Who entered last since the census before found room on that day; or else nobody entered.
      const std::int64_t now = 7 * census.weeks[week];
      for (std::int64_t day = before; day <= now; ++day)
        most = std::max(most, capacity(world.scenario, stations[i], day));
      if (before < 0 && now >= 0) most = std::max(most, static_cast<std::int64_t>(record.recorded));
      const std::size_t row = week * stations.size() + i;
      const std::int64_t places = capacity(world.scenario, stations[i], now);
      RC_ASSERT(census.places[row] == places);
      if (places >= 0) RC_ASSERT(census.occupied[row] <= most);
      before = now;
      most = census.occupied[row];
    }
  }
}

RC_GTEST_PROP(Places, the_census_counts_who_is_there, (const RandomScenario& random)) {
  const World world(random);
  const CensusRecord& census = world.records.census;
  const std::vector<NodeId> stations = world.stations();
  for (std::size_t i = 0; i < stations.size(); ++i) {
    const bool has_places = world.scenario.nodes[stations[i]].kind == NodeKind::arrangement;
    const std::vector<Visit> visits = world.visits_to(stations[i]);
    for (std::size_t week = 0; week < census.weeks.size(); ++week) {
      const Instant now = Instant::at_day(7 * census.weeks[week]);
      const auto waits = [&](const Visit& visit) {
        return world.listed_since(visit) <= now && now < end_of_wait(visit);
      };
      const auto is_inside = [&](const Visit& visit) {
        return world.inside_since(visit) <= now && now < visit.left;
      };
      const std::size_t row = week * stations.size() + i;
      RC_ASSERT(census.waiting[row] == std::ranges::count_if(visits, waits));
      if (has_places) RC_ASSERT(census.occupied[row] == std::ranges::count_if(visits, is_inside));
    }
  }
}

/// One request is over before the next one is made: nobody holds a place while waiting for another
/// in these scenarios.
RC_GTEST_PROP(Places, nobody_is_in_two_places_at_once, (const RandomScenario& random)) {
  const World world(random);
  for (const std::vector<Visit>& life : world.lives()) {
    Instant free = Instant{INT64_MIN};
    for (const Visit& visit : life) {
      RC_ASSERT(free <= visit.asked);
      RC_ASSERT(visit.asked <= end_of_wait(visit));
      if (visit.entered != never) RC_ASSERT(visit.entered <= visit.left);
      free = visit.left;
    }
  }
}

}  // namespace
}  // namespace doorstroom
