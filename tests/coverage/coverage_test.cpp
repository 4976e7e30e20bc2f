// Whether a 95% interval holds the truth 95 times out of 100: many small experiments on a queue
// with a known answer, an interval from each, and a count of those that hold it.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "models/continuum/continuum.hpp"
#include "models/loading/scenario_loader.hpp"
#include "results/rows/replication_rows.hpp"
#include "results/rows/schema.hpp"
#include "results/stats/intervals.hpp"
#include "tests/analytic/queues.hpp"

namespace doorstroom::coverage {
namespace {

constexpr std::uint32_t experiments = 2000;
/// Of each experiment.
constexpr std::uint32_t replications = 10;
constexpr int places = 4;
/// As mmc.yaml has it: a day, days.
constexpr double arrivals = 3000 / days_per_year;
constexpr double mean_stay = 0.3409;

/// What the intervals of one figure came to.
struct Count {
  std::string figure;
  double truth = 0;
  std::vector<Interval> intervals{};

  /// Share of the intervals that hold the truth, were each so many times as wide.
  double coverage(double width = 1) const {
    const auto holds = [&](const Interval& interval) {
      return std::abs(interval.mean - truth) <= width * interval.half_width();
    };
    return static_cast<double>(std::ranges::count_if(intervals, holds)) /
           static_cast<double>(intervals.size());
  }
  /// How far the mean of all experiments lies from the truth, in half-widths of one.
  double bias() const {
    Welford means, half_widths;
    for (const Interval& interval : intervals) {
      means.add(interval.mean);
      half_widths.add(interval.half_width());
    }
    return (means.mean() - truth) / half_widths.mean();
  }
};

/// Waits in one replication, over the whole counted year [day].
struct Waits {
  double mean = 0;
  double p90 = 0;
};

/// As the result file gives them.
Waits waits_of(const Scenario& scenario, std::uint32_t replication) {
  const ReplicationRows rows =
      rows_of(scenario, replication, simulate(scenario, replication, false), false);
  const std::vector<TableSpec> specs = replication_tables(scenario);
  const auto waiting = std::ranges::find(specs, "/waiting", &TableSpec::path) - specs.begin();
  const Table table{specs.at(waiting), rows.tables.at(waiting)};
  const std::vector<std::int32_t>& years = table.codes("year");
  const auto whole = std::ranges::find(years, -1) - years.begin();
  return {table.numbers("wait_mean").at(whole), table.numbers("wait_p90").at(whole)};
}

Scenario with_places(int count) {
  return load_scenario(DOORSTROOM_SOURCE_DIR "/tests/coverage/mmc.yaml",
                       {fmt::format("arrangements.arrangement.places={}", count)})
      .scenario;
}

class Coverage : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    const queues::ErlangC queue(arrivals, mean_stay, places);
    const queues::ErlangC roomier(arrivals, mean_stay, places + 1);
    mean_ = {"mean wait", queue.mean_wait()};
    p90_ = {"90% of waits", queue.wait_quantile(0.9)};
    difference_ = {"a place less", queue.mean_wait() - roomier.mean_wait()};
    const Scenario here = with_places(places);
    const Scenario there = with_places(places + 1);
    for (std::uint32_t experiment = 0; experiment < experiments; ++experiment)
      experiment_with(here, there, experiment * replications);
  }

  static void experiment_with(const Scenario& here, const Scenario& there, std::uint32_t first) {
    std::vector<double> means, p90s, differences;
    for (std::uint32_t replication = first; replication < first + replications; ++replication) {
      const Waits waits = waits_of(here, replication);
      means.push_back(waits.mean);
      p90s.push_back(waits.p90);
      differences.push_back(waits.mean - waits_of(there, replication).mean);
    }
    mean_.intervals.push_back(t_interval(means));
    p90_.intervals.push_back(t_interval(p90s));
    difference_.intervals.push_back(t_interval(differences));
  }

  /// Two hundredths to either side are four standard errors of 2,000 experiments.
  static void covers(const Count& count) {
    fmt::print(
        "{:<14} truth {:.5f}  covered by {:.2f}%, were they 15% narrower by {:.2f}%  "
        "bias {:+.3f} half-widths\n",
        count.figure, count.truth, 100 * count.coverage(), 100 * count.coverage(0.85),
        count.bias());
    EXPECT_GE(count.coverage(), 0.93) << count.figure;
    EXPECT_LE(count.coverage(), 0.97) << count.figure;
    EXPECT_LT(count.coverage(0.85), 0.93) << "no wrong width would be noticed";
  }

  static inline Count mean_, p90_, difference_;
};

TEST_F(Coverage, the_mean_wait_lies_in_its_interval_as_often_as_promised) {
  covers(mean_);
}

TEST_F(Coverage, the_90_percent_wait_lies_in_its_interval_as_often_as_promised) {
  covers(p90_);
}

TEST_F(Coverage, what_a_place_more_saves_lies_in_the_paired_interval_as_often_as_promised) {
  covers(difference_);
}

}  // namespace
}  // namespace doorstroom::coverage
