// Nobody is lost: who comes goes, or is there at the horizon; and rows tell what counters count.

#include <algorithm>
#include <map>

#include "tests/properties/worlds.hpp"

namespace doorstroom {
namespace {

template <class Rows, class Test>
std::uint64_t how_many(const Rows& rows, const Test& test) {
  return static_cast<std::uint64_t>(std::count_if(rows.begin(), rows.end(), test));
}

RC_GTEST_PROP(Balance, who_came_has_gone_or_is_there, (const RandomScenario& random)) {
  const World world(random);
  const Records& all = world.records;
  const auto exited = [](const YouthRow& youth) { return youth.exit != no_node; };
  const auto replaced = [](const YouthRow& youth) {
    return youth.exited == Instant{} && youth.exit == no_node;
  };
  const auto was_found = [](const YouthRow& youth) { return youth.month < 0; };
  const auto recorded = [&](const YouthRow& youth) {
    return youth.month == YouthRow::of_today && youth.arrived > world.scenario.period.begin();
  };
  RC_ASSERT(all.arrived + all.present_at_start + all.recorded ==
            all.exited + all.replaced + all.present_at_end);
  RC_ASSERT(all.youths.size() == all.arrived + all.present_at_start + all.recorded);
  RC_ASSERT(how_many(all.youths, was_found) == all.present_at_start + all.recorded);
  RC_ASSERT(how_many(all.youths, recorded) == all.recorded);
  RC_ASSERT(how_many(all.youths, exited) == all.exited);
  RC_ASSERT(how_many(all.youths, replaced) == all.replaced);
}

RC_GTEST_PROP(Balance, who_entered_has_left_or_is_inside, (const RandomScenario& random)) {
  const World world(random);
  for (const NodeId node : world.stations()) {
    const NodeRecord& record = world.records.nodes[node];
    const std::vector<Visit> visits = world.visits_to(node);
    const auto entered = [](const Visit& visit) { return visit.entered != never; };
    const auto stays = [](const Visit& visit) {
      return visit.entered != never && visit.left == never;
    };
    const auto replaced = [](const Visit& visit) {
      return visit.entered != never && visit.outcome == Outcome::replaced;
    };
    const std::uint64_t came = record.entered + record.inside_at_start + record.recorded;
    RC_ASSERT(came == record.left + record.replaced + record.inside_at_end);
    RC_ASSERT(how_many(visits, entered) == came);
    RC_ASSERT(how_many(visits, replaced) == record.replaced);
    RC_ASSERT(how_many(visits, stays) == record.inside_at_end);
  }
}

/// Where a youth leaves for is where he or she asks next, unless absence leads away meanwhile; the
/// last of these ways ends at an exit, or the horizon comes first.
RC_GTEST_PROP(Balance, every_way_leads_on, (const RandomScenario& random)) {
  const World world(random);
  const std::vector<Absence::Leave>& leaves = world.scenario.absence.leaves;
  const auto absence_leads_to = [&](NodeId node) {
    return std::ranges::find(leaves, node, &Absence::Leave::to) != leaves.end();
  };
  const std::vector<std::vector<Visit>> lives = world.lives();
  for (std::size_t number = 0; number < lives.size(); ++number) {
    const YouthRow& youth = world.records.youths[number];
    NodeId under_way_to = no_node;
    for (const Visit& visit : lives[number]) {
      if (under_way_to != no_node)
        RC_ASSERT(visit.node == under_way_to || absence_leads_to(visit.node));
      under_way_to = visit.left_to;
    }
    if (youth.exited == never) {
      RC_ASSERT(youth.exit == no_node);
    } else if (under_way_to != no_node) {
      RC_ASSERT(youth.exit == under_way_to || absence_leads_to(youth.exit));
    }
    const auto is_open = [](const Visit& visit) { return visit.left == never; };
    RC_ASSERT(how_many(lives[number], is_open) <= (youth.exited == never ? 1u : 0u));
  }
}

/// Waits by the year of asking; of who was on the list when counting began, apart.
RC_GTEST_PROP(Balance, every_wait_is_that_of_a_visit, (const RandomScenario& random)) {
  const World world(random);
  const Period& period = world.scenario.period;
  for (const NodeId node : world.stations()) {
    const NodeRecord& record = world.records.nodes[node];
    std::map<int, std::vector<Days>> told;  // by year; -1: of those listed at the start date
    std::map<int, std::vector<Days>> kept;
    for (const Visit& visit : world.visits_to(node)) {
      const Instant end = std::min(end_of_wait(visit), period.horizon());
      const bool waited = visit.outcome != Outcome::bounced && visit.outcome != Outcome::replaced &&
                          !world.was_found_inside(visit);
      if (!waited || end < Instant{}) continue;
      told[period.year_of(visit.asked)].push_back(end - visit.asked);
    }
    for (std::size_t year = 0; year < record.waits.size(); ++year)
      for (const Wait& wait : record.waits[year])
        kept[static_cast<int>(year)].push_back(wait.length());
    for (const EarlierWait& earlier : record.earlier) kept[-1].push_back(earlier.wait.length());
    for (auto& [year, waits] : told) std::ranges::sort(waits);
    for (auto& [year, waits] : kept) std::ranges::sort(waits);
    RC_ASSERT(told == kept);
  }
}

RC_GTEST_PROP(Balance, years_add_up_to_the_rows, (const RandomScenario& random)) {
  const World world(random);
  const Period& period = world.scenario.period;
  for (int year = 0; year < period.years(); ++year) {
    const YearRecord& record = world.records.years[year];
    const auto in_year = [&](Instant at) { return at != never && period.year_of(at) == year; };
    RC_ASSERT(record.arrived == how_many(world.records.youths, [&](const YouthRow& youth) {
                return youth.month >= 0 && in_year(youth.arrived);
              }));
    RC_ASSERT(record.exits == how_many(world.records.youths, [&](const YouthRow& youth) {
                return in_year(youth.exited) && youth.exit != no_node;
              }));
    RC_ASSERT(record.bounces == how_many(world.records.visits, [&](const Visit& visit) {
                return visit.outcome == Outcome::bounced && in_year(visit.left);
              }));
    std::uint64_t flows = 0;
    for (const Flow& flow : world.records.flows)
      if (flow.year == year && !world.is_source(flow.from)) flows += flow.youths;
    RC_ASSERT(flows == how_many(world.records.visits, [&](const Visit& visit) {
                return in_year(visit.left) && visit.outcome != Outcome::replaced;
              }));
  }
}

/// What came first after a signal is told of the years too: a dropout, a placement.
RC_GTEST_PROP(Balance, what_came_first_came_at_all, (const RandomScenario& random)) {
  const World world(random);
  const Records& all = world.records;
  std::uint64_t arrived = 0;
  std::uint64_t dropouts = 0;
  std::vector<double> placements;
  for (const YearRecord& year : all.years) {
    arrived += year.arrived;
    dropouts += year.dropouts;
    placements.insert(placements.end(), year.placement_days.begin(), year.placement_days.end());
  }
  std::vector<double> placed;
  for (const FirstEnd& first : all.first_ends)
    if (first.end() == SignalEnd::placed) placed.push_back(first.length().count);
  std::ranges::sort(placements);
  std::ranges::sort(placed);
  RC_ASSERT(std::ranges::includes(placements, placed));
  RC_ASSERT(all.first_ends.size() <= arrived);
  RC_ASSERT(how_many(all.first_ends, [](const FirstEnd& first) {
              return first.end() == SignalEnd::dropped_out;
            }) <= dropouts);
  RC_ASSERT(how_many(all.first_ends, [&](const FirstEnd& first) {
              return first.length() < Days{0} ||
                     Instant{} + first.length() > world.scenario.period.horizon();
            }) == 0);
}

}  // namespace
}  // namespace doorstroom
