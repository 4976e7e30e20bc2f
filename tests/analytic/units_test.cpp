#include "tests/analytic/experiment.hpp"
#include "tests/analytic/queues.hpp"

namespace doorstroom::analytic {
namespace {

/// Of all units together; who waits, waits in one of them.
void agrees_with_erlang_in_units(Experiment& run, const std::string& node, int units,
                                 const queues::ErlangC& unit) {
  EXPECT_TRUE(agrees(run.kpi(node + ".utilisation"), unit.utilisation()));
  EXPECT_TRUE(agrees(run.kpi(node + ".occupied_mean"), units * unit.occupied()));
  EXPECT_TRUE(agrees(run.kpi(node + ".waiting_mean"), units * unit.mean_waiting()));
  EXPECT_TRUE(agrees(run.measured(node + ".waited_at_all"), unit.share_that_waits()));
  EXPECT_TRUE(agrees(run.kpi(node + ".wait_mean"), unit.mean_wait()));
  EXPECT_TRUE(agrees(run.kpi(node + ".wait_p50"), unit.wait_quantile(0.5)));
  EXPECT_TRUE(agrees(run.kpi(node + ".wait_p90"), unit.wait_quantile(0.9)));
  EXPECT_TRUE(agrees(run.kpi(node + ".entered_within_10w"), unit.entered_within(70)));
}

TEST(UnitsTest, places_in_twenty_sites_are_twenty_queues_of_erlang) {
  Experiment run("mmc_units.yaml");
  agrees_with_erlang_in_units(run, "places", 20, queues::ErlangC(0.02, 80, 2));
}

TEST(UnitsTest, staff_in_four_teams_are_four_queues_of_erlang) {
  Experiment run("mmc_units_desk.yaml");
  agrees_with_erlang_in_units(run, "desk", 4, queues::ErlangC(0.1, 24, 3));
}

}  // namespace
}  // namespace doorstroom::analytic
