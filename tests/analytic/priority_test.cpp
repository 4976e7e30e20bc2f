#include "tests/analytic/experiment.hpp"
#include "tests/analytic/queues.hpp"

namespace doorstroom::analytic {
namespace {

constexpr double asks_a_day = 36.525 / days_per_year;

/// The waits that are counted by group say the same.
void expect_same_without_visits(const Scenario& scenario, const Records& records,
                                Measures measures) {
  const std::vector<std::string> groups = group_names(scenario);
  for (const NodeRecord& node : records.nodes)
    for (std::size_t group = 0; group < node.groups.size(); ++group) {
      if (!groups[group].starts_with("severity.")) continue;
      const double mean =
          node.groups[group].waited_days / static_cast<double>(node.groups[group].entered);
      EXPECT_NEAR(mean, measures["wait of " + groups[group].substr(9)], 1e-9);
    }
}

/// Mean wait of each level of severity, of the visits asked for in the counted period.
Measures wait_by_severity(const Scenario& scenario, const Records& records) {
  IdVector<SeverityId, Welford> waits(scenario.severities.size());
  for (const Visit& visit : records.visits)
    if (visit.asked >= Instant{} && visit.entered != never)
      waits[visit.severity].add((visit.entered - visit.asked).count);
  Measures measures;
  for (const SeverityId level : waits.ids())
    measures["wait of " + scenario.severities[level]] = waits[level].mean();
  expect_same_without_visits(scenario, records, measures);
  return measures;
}

void agrees_with_cobham(const Experiment& run, const std::vector<double>& waits) {
  EXPECT_TRUE(agrees(run.measured("wait of complex"), waits[0]));
  EXPECT_TRUE(agrees(run.measured("wait of middle"), waits[1]));
  EXPECT_TRUE(agrees(run.measured("wait of light"), waits[2]));
}

TEST(PriorityTest, the_most_severe_wait_for_one_place_as_cobham_said) {
  Experiment run("priority.yaml", wait_by_severity);
  const queues::Moments stay = queues::Moments::uniform(3, 12);
  const double remaining = asks_a_day * stay.second / 2;
  agrees_with_cobham(run, queues::cobham({0.2, 0.3, 0.5}, asks_a_day * stay.first, remaining));
  // Who goes first changes nothing of the mean wait of all, when all stay alike.
  EXPECT_TRUE(
      agrees(run.kpi("place.wait_mean"), queues::PollaczekKhinchine(asks_a_day, stay).mean_wait()));
}

TEST(PriorityTest, the_most_severe_wait_for_three_workers_as_cobham_said) {
  Experiment run("priority_desk.yaml", wait_by_severity);
  const queues::ErlangC queue(asks_a_day, 24, 3);
  const double remaining = queue.share_that_waits() * 24 / 3;
  agrees_with_cobham(run, queues::cobham({0.25, 0.25, 0.5}, queue.utilisation(), remaining));
  EXPECT_TRUE(agrees(run.kpi("desk.wait_mean"), queue.mean_wait()));
}

}  // namespace
}  // namespace doorstroom::analytic
