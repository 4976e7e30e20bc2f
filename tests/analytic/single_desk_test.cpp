#include "tests/analytic/experiment.hpp"
#include "tests/analytic/queues.hpp"

namespace doorstroom::analytic {
namespace {

constexpr double asks_a_day_at_each = 24.35 / days_per_year;
constexpr double mean_work_days = 24;

/// Of one of the two desks: what waits, and how long.
void waits_as(Experiment& run, const std::string& desk, const queues::ErlangC& queue,
              double share_of_queue) {
  EXPECT_TRUE(agrees(run.kpi(desk + ".wait_mean"), queue.mean_wait()));
  EXPECT_TRUE(agrees(run.kpi(desk + ".wait_p90"), queue.wait_quantile(0.9)));
  EXPECT_TRUE(agrees(run.kpi(desk + ".waiting_mean"), share_of_queue * queue.mean_waiting()));
  EXPECT_TRUE(agrees(run.kpi(desk + ".utilisation"), queue.utilisation()));
}

TEST(SingleDeskTest, two_equal_desks_apart_are_two_queues_of_erlang) {
  Experiment run("mmc_two_desks.yaml");
  const queues::ErlangC apart(asks_a_day_at_each, mean_work_days, 2);
  waits_as(run, "here", apart, 1);
  waits_as(run, "there", apart, 1);
}

TEST(SingleDeskTest, joined_they_are_one_queue_of_erlang_with_the_staff_of_both) {
  Experiment run("mmc_single_desk.yaml");
  const queues::ErlangC joined(2 * asks_a_day_at_each, mean_work_days, 4);
  waits_as(run, "here", joined, 0.5);
  waits_as(run, "there", joined, 0.5);
}

}  // namespace
}  // namespace doorstroom::analytic
