#include "tests/analytic/experiment.hpp"
#include "tests/analytic/queues.hpp"

namespace doorstroom::analytic {
namespace {

/// Time from arrival to exit, of who arrived five years before the horizon or earlier; and how
/// often nobody waits at each node and at all of them, by the census.
Measures way_and_empty_lists(const Scenario& scenario, const Records& records) {
  const Instant last = Instant::at_day(scenario.period.horizon_day() - 5 * 365);
  Welford way;
  for (const YouthRow& youth : records.youths)
    if (youth.arrived >= Instant{} && youth.arrived < last && youth.exited != never)
      way.add((youth.exited - youth.arrived).count);

  const CensusRecord& census = records.census;
  std::vector<double> empty(3);
  double all_empty = 0;
  double weeks = 0;
  for (std::size_t week = 0; week < census.weeks.size(); ++week) {
    if (census.weeks[week] < 0) continue;
    weeks += 1;
    bool all = true;
    for (std::size_t node = 0; node < empty.size(); ++node) {
      const bool nobody = census.waiting[week * empty.size() + node] == 0;
      empty[node] += nobody ? 1 : 0;
      all = all && nobody;
    }
    all_empty += all ? 1 : 0;
  }
  return {{"way from arrival to exit", way.mean()},
          {"nobody waits for the desk", empty[0] / weeks},
          {"nobody waits for oza", empty[1] / weeks},
          {"nobody waits for zoa", empty[2] / weeks},
          {"nobody waits anywhere", all_empty / weeks}};
}

TEST(NetworkTest, nodes_that_send_youths_to_and_fro_wait_each_as_jackson_said) {
  Experiment run("jackson.yaml", way_and_empty_lists);
  const double arrivals = 36.525 / days_per_year;
  const std::vector<double> asking =
      queues::traffic({arrivals, 0, 0}, {{0, 0.6, 0.1}, {0.2, 0, 0.4}, {0.1, 0.25, 0}});
  const std::vector<double> stays = {8 / (1.5 / 2), 50, 45};
  const std::vector<int> places = {2, 6, 3};
  const std::vector<std::string> nodes = {"desk", "oza", "zoa"};

  double way = (asking[0] * (0.6 * 14 + 0.1 * 21) + asking[2] * 0.25 * 10) / arrivals;
  double all_empty = 1;
  for (std::size_t node = 0; node < nodes.size(); ++node) {
    const queues::ErlangC queue(asking[node], stays[node], places[node]);
    EXPECT_TRUE(agrees(run.kpi(nodes[node] + ".asked"), asking[node] * run.days()));
    EXPECT_TRUE(agrees(run.kpi(nodes[node] + ".utilisation"), queue.utilisation()));
    EXPECT_TRUE(agrees(run.kpi(nodes[node] + ".waiting_mean"), queue.mean_waiting()));
    EXPECT_TRUE(agrees(run.kpi(nodes[node] + ".wait_mean"), queue.mean_wait()));
    const std::string nobody =
        (node == 0 ? "nobody waits for the " : "nobody waits for ") + nodes[node];
    EXPECT_TRUE(agrees(run.measured(nobody), queue.empty_list()));
    way += asking[node] / arrivals * (queue.mean_wait() + stays[node]);
    all_empty *= queue.empty_list();
  }
  EXPECT_TRUE(agrees(run.measured("nobody waits anywhere"), all_empty));
  EXPECT_TRUE(agrees(run.measured("way from arrival to exit"), way));
}

}  // namespace
}  // namespace doorstroom::analytic
