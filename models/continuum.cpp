#include "models/continuum.hpp"

#include "engine/clock.hpp"
#include "models/region.hpp"

namespace doorstroom {

Records simulate(const Scenario& scenario, std::uint32_t replication, bool keep_rows) {
  Region region(scenario, replication, keep_rows);
  Clock clock([&region](Moment moment) { region.run_before(moment); });

  for (NodeId id = 0; id < static_cast<NodeId>(scenario.nodes.size()); ++id) {
    const NodeKind kind = scenario.nodes[id].kind;
    if (kind != NodeKind::desk && kind != NodeKind::arrangement) continue;
    const std::vector<std::int64_t> days = region.days_of_review(id);
    if (days.size() < 2) continue;  // the first day is how the region begins
    clock.add_process(scenario.nodes[id].id, Phase::changes, [&region, id, days](Clock& its_clock) {
      for (const std::int64_t day : days) {
        its_clock.sleep_until(day);
        region.review_capacity(id);
      }
    });
  }
  clock.add_process("census", Phase::census, [&](Clock& its_clock) {
    const CensusWeeks weeks(scenario.period);
    for (std::int64_t week = weeks.first; week < weeks.end; ++week) {
      its_clock.sleep_until(7 * week);
      region.take_census();
    }
  });
  clock.run(scenario.period.first_day(), scenario.period.horizon_day());
  return region.close_books();
}

}  // namespace doorstroom
