#include "tests/analytic/experiment.hpp"
#include "tests/analytic/queues.hpp"

namespace doorstroom::analytic {
namespace {

constexpr double arrivals_a_day = 36.525 / days_per_year;

void agrees_with_erlang(Experiment& run, const std::string& node, const queues::ErlangC& queue) {
  EXPECT_TRUE(agrees(run.kpi(node + ".utilisation"), queue.utilisation()));
  EXPECT_TRUE(agrees(run.kpi(node + ".occupied_mean"), queue.occupied()));
  EXPECT_TRUE(agrees(run.kpi(node + ".waiting_mean"), queue.mean_waiting()));
  EXPECT_TRUE(agrees(run.measured(node + ".waited_at_all"), queue.share_that_waits()));
  EXPECT_TRUE(agrees(run.kpi(node + ".wait_mean"), queue.mean_wait()));
  EXPECT_TRUE(agrees(run.kpi(node + ".wait_p50"), queue.wait_quantile(0.5)));
  EXPECT_TRUE(agrees(run.kpi(node + ".wait_p90"), queue.wait_quantile(0.9)));
  EXPECT_TRUE(agrees(run.kpi(node + ".entered_within_6w"), queue.entered_within(42)));
  EXPECT_TRUE(agrees(run.kpi(node + ".entered_within_10w"), queue.entered_within(70)));
  EXPECT_TRUE(agrees(run.kpi(node + ".left_list"), 0));
}

TEST(ErlangTest, ten_places_make_youths_wait_as_long_as_erlang_said) {
  Experiment run("mmc.yaml");
  agrees_with_erlang(run, "places", queues::ErlangC(arrivals_a_day, 80, 10));
}

TEST(ErlangTest, three_workers_of_a_fraction_of_an_fte_are_three_slower_servers) {
  Experiment run("mmc_desk.yaml");
  const double at_work = 19.2 / (2.4 / 3);  // days: an fte gives an hour a day
  agrees_with_erlang(run, "desk", queues::ErlangC(arrivals_a_day, at_work, 3));
  EXPECT_TRUE(agrees(run.kpi("desk.worked_hours"), arrivals_a_day * 19.2 * run.days()));
}

TEST(ErlangTest, youths_give_up_a_list_as_palm_said) {
  Experiment run("erlang_a.yaml");
  const queues::ErlangA queue(arrivals_a_day, 110, 10, 200);
  EXPECT_TRUE(agrees(run.kpi("places.utilisation"), queue.utilisation()));
  EXPECT_TRUE(agrees(run.kpi("places.occupied_mean"), queue.occupied()));
  EXPECT_TRUE(agrees(run.kpi("places.waiting_mean"), queue.mean_waiting()));
  EXPECT_TRUE(agrees(run.measured("places.waited_at_all"), queue.share_that_waits()));
  EXPECT_TRUE(agrees(run.measured("places.gave_up"), queue.share_that_gives_up()));
  EXPECT_TRUE(agrees(run.measured("places.wait_of_all"), queue.mean_wait()));
  EXPECT_TRUE(agrees(run.kpi("places.wait_mean"), queue.mean_wait_of_who_enters()));
  EXPECT_TRUE(agrees(run.kpi("places.entered_within_6w"), queue.entered_within(42)));
  EXPECT_TRUE(agrees(run.kpi("places.entered_within_10w"), queue.entered_within(70)));
}

}  // namespace
}  // namespace doorstroom::analytic
