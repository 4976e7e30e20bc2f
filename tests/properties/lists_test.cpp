// Who is next.

#include <fmt/format.h>

#include "tests/properties/worlds.hpp"

namespace doorstroom {
namespace {

/// Where a youth stands on a list, all the time: severity first where the list says so, then who
/// asked first, then the standing order.
auto standing(const World& world, const Visit& visit) {
  const bool severest_first = world.scenario.nodes[visit.node].order == ListOrder::severity;
  const YouthRow& youth = world.youth(visit);
  const int kind = youth.month >= 0 ? 2 : youth.month == YouthRow::of_initial ? 1 : 0;
  return std::tuple(severest_first ? -SeverityId(visit.severity).number() : 0, visit.asked, kind,
                    person(youth));
}

/// Tells of who was passed over: on the list already when somebody entered who stood behind, and
/// still on it afterwards.
std::string passed_over(const World& world, NodeId node) {
  const std::vector<Visit> visits = world.visits_to(node);
  // On a list by absence, who never was absent meanwhile stands as he or she asked.
  const bool by_absence = world.scenario.nodes[node].order == ListOrder::longest_absent;
  const auto stands_still = [&](const Visit& visit) {
    return !by_absence || visit.absent_days == 0;
  };
  for (const Visit& one : visits) {
    if (one.entered == never || world.was_found_inside(one) || !stands_still(one)) continue;
    for (const Visit& other : visits) {
      const bool waits_on = other.asked < one.entered && world.listed_since(other) <= one.entered &&
                            one.entered < end_of_wait(other);
      if (waits_on && stands_still(other) && standing(world, other) < standing(world, one))
        return fmt::format("{}: youth {} entered on day {} before youth {}", world.id(node),
                           one.youth, one.entered.days(), other.youth);
    }
  }
  return "";
}

RC_GTEST_PROP(Lists, nobody_is_passed_over, (const RandomScenario& random)) {
  const World world(random);
  for (const NodeId node : world.stations()) RC_ASSERT(passed_over(world, node) == "");
}

}  // namespace
}  // namespace doorstroom
