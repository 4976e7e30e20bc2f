#include "tests/analytic/experiment.hpp"
#include "tests/analytic/queues.hpp"

namespace doorstroom::analytic {
namespace {

using queues::Moments;
using queues::PollaczekKhinchine;

constexpr double customers_a_day = 36.525 / days_per_year;

void agrees_with_pollaczek(Experiment& run, const std::string& node,
                           const PollaczekKhinchine& queue) {
  EXPECT_TRUE(agrees(run.kpi(node + ".utilisation"), queue.utilisation()));
  EXPECT_TRUE(agrees(run.kpi(node + ".waiting_mean"), queue.mean_waiting()));
  EXPECT_TRUE(agrees(run.kpi(node + ".wait_mean"), queue.mean_wait()));
  EXPECT_TRUE(agrees(run.measured(node + ".wait_squared"), queue.mean_squared_wait()));
  EXPECT_TRUE(agrees(run.measured(node + ".waited_at_all"), queue.utilisation()));
}

TEST(SingleServerTest, one_place_with_lognormal_stays_follows_pollaczek_and_khinchine) {
  Experiment run("mg1_lognormal.yaml");
  agrees_with_pollaczek(run, "place",
                        PollaczekKhinchine(customers_a_day, Moments::lognormal(7, 1.2)));
}

TEST(SingleServerTest, half_an_fte_with_gamma_work_follows_pollaczek_and_khinchine) {
  Experiment run("mg1_gamma_desk.yaml");
  const double arrivals = 54.7875 / days_per_year;
  const double at_work = 9 * days_per_year / (1300 * 0.5);
  agrees_with_pollaczek(run, "desk", PollaczekKhinchine(arrivals, Moments::gamma(at_work, 0.6)));
  EXPECT_TRUE(agrees(run.kpi("desk.worked_hours"), arrivals * 9 * run.days()));
}

TEST(SingleServerTest, one_place_with_equal_stays_follows_erlang) {
  Experiment run("md1.yaml");
  agrees_with_pollaczek(run, "place", PollaczekKhinchine(customers_a_day, Moments::constant(8)));
  for (const auto& [column, days] : {std::pair{"6w", 42.0}, std::pair{"10w", 70.0}})
    EXPECT_TRUE(agrees(run.kpi(std::string("place.entered_within_") + column),
                       queues::constant_stay_entered_within(customers_a_day, 8, days)));
}

TEST(SingleServerTest, one_place_for_youths_who_come_by_threes_has_the_list_of_a_batch_queue) {
  Experiment run("batch.yaml");
  const double stay = 5;
  const double load = customers_a_day * stay;
  const double present = load * (1 + 3) / (2 * (1 - load));
  EXPECT_TRUE(agrees(run.kpi("place.utilisation"), load));
  EXPECT_TRUE(agrees(run.kpi("place.waiting_mean"), present - load));
  EXPECT_TRUE(agrees(run.kpi("place.wait_mean"), present * stay / load - stay));
}

}  // namespace
}  // namespace doorstroom::analytic
