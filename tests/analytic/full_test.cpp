// Lists that are full, and places that nobody can leave.

#include "tests/analytic/experiment.hpp"
#include "tests/analytic/queues.hpp"

namespace doorstroom::analytic {
namespace {

/// Youth-days blocked at a node, per counted day.
Measures blocked(const Scenario& scenario, const Records& records) {
  double days = 0;
  for (const NodeRecord::Usage& part : records.nodes[node_called(scenario, "first")].segments)
    days += part.blocked_days;
  return {{"first blocked", days / (scenario.period.horizon() - Instant{}).count}};
}

TEST(FullTest, two_stations_without_a_buffer_serve_two_thirds_of_what_one_would) {
  Experiment run("tandem.yaml", blocked);
  const double both = queues::mean_of_later(10, 10);
  EXPECT_TRUE(agrees(run.kpi("second.entered_per_year"), days_per_year / both));
  EXPECT_TRUE(agrees(run.kpi("second.occupied_mean"), 10 / both));
  EXPECT_TRUE(agrees(run.kpi("first.occupied_mean"), 1));
  EXPECT_TRUE(agrees(run.measured("first blocked"), (both - 10) / both));
}

TEST(FullTest, who_finds_a_full_list_goes_elsewhere_as_often_as_birth_and_death_say) {
  Experiment run("mmck.yaml");
  const queues::FiniteList queue(0.1, 30, 3, 4);
  EXPECT_TRUE(agrees(run.kpi("places.occupied_mean"), queue.occupied()));
  EXPECT_TRUE(agrees(run.kpi("places.waiting_mean"), queue.mean_waiting()));
  EXPECT_TRUE(agrees(run.measured("places.waited_at_all"), queue.share_that_waits()));
  EXPECT_TRUE(agrees(run.kpi("places.wait_mean"), queue.mean_wait_of_who_enters()));
  const double arrivals = 0.1 * run.days();
  EXPECT_TRUE(agrees({"turned away",
                      [&] {
                        std::vector<double> shares = run.kpi("places.asked").values;
                        const std::vector<double> entered = run.kpi("places.entered").values;
                        for (std::size_t i = 0; i < shares.size(); ++i)
                          shares[i] = (shares[i] - entered[i]) / arrivals;
                        return shares;
                      }()},
                     queue.share_that_finds_it_full()));
}

}  // namespace
}  // namespace doorstroom::analytic
