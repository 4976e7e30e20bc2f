#include <array>
#include <chrono>

#include "tests/analytic/experiment.hpp"
#include "tests/analytic/queues.hpp"

namespace doorstroom::analytic {
namespace {

using namespace std::chrono;

constexpr std::array<const char*, 12> names = {"January",   "February", "March",    "April",
                                               "May",       "June",     "July",     "August",
                                               "September", "October",  "November", "December"};

/// A calendar month of inflow.
struct Month {
  double from = 0;  ///< [day since the start date]
  double to = 0;
  double rate = 0;  ///< [youth a day]
};

/// What inflow.yaml says of its months, warm-up included.
std::vector<Month> months_of(const Period& period) {
  std::array<double, 12> factors;
  factors.fill(1);
  factors[0] = 1.5;
  factors[2] = 2;
  factors[6] = 0.5;
  factors[7] = 0.25;
  factors[8] = 2.5;
  const double mean = std::accumulate(factors.begin(), factors.end(), 0.0) / 12;

  std::vector<Month> inflow;
  const auto day = [&](year_month month) {
    return static_cast<double>((sys_days(month / 1) - period.start()).count());
  };
  for (year_month month = 2016y / August; day(month) < static_cast<double>(period.horizon_day());
       month += months(1)) {
    const double from = day(month);
    const double factor = factors[static_cast<unsigned>(month.month()) - 1] / mean;
    inflow.push_back({from, day(month + months(1)),
                      146.1 / days_per_year * std::pow(1.005, from / days_per_year) * factor});
  }
  return inflow;
}

/// Mean number there at a moment.
double mean_there(const std::vector<Month>& inflow, double day) {
  double there = 0;
  for (const Month& month : inflow) {
    if (month.from >= day) break;
    there += month.rate * (queues::lognormal_survivors(100, 0.9, day - month.from) -
                           queues::lognormal_survivors(100, 0.9, day - month.to));
  }
  return there;
}

/// Weekly moments of the counted period, and who should be there.
struct Expectation {
  struct Week {
    std::size_t month = 0;
    double mean = 0;
  };
  std::vector<Week> weeks;
  std::array<double, 12> month_means{};
  double arrived = 0;

  explicit Expectation(const Period& period) {
    const std::vector<Month> inflow = months_of(period);
    for (const Month& month : inflow)
      if (month.from >= 0) arrived += month.rate * (month.to - month.from);
    std::array<double, 12> count{};
    for (std::int64_t day = 0; day < period.horizon_day(); day += 7) {
      const year_month_day date{period.date_at(day)};
      const std::size_t month = static_cast<unsigned>(date.month()) - 1;
      weeks.push_back({month, mean_there(inflow, static_cast<double>(day))});
      month_means[month] += weeks.back().mean;
      count[month] += 1;
    }
    for (std::size_t month = 0; month < 12; ++month) month_means[month] /= count[month];
  }
};

TEST(InflowTest, an_unlimited_arrangement_holds_what_palm_and_khinchine_said_week_by_week) {
  const auto expected = Expectation(
      load_scenario(DOORSTROOM_SOURCE_DIR "/tests/analytic/inflow.yaml").scenario.period);
  Experiment run("inflow.yaml", [&expected](const Scenario&, const Records& records) {
    const CensusRecord& census = records.census;
    const std::size_t first = census.weeks.size() - expected.weeks.size();
    std::array<Welford, 12> there;
    Welford dispersion;
    for (std::size_t week = 0; week < expected.weeks.size(); ++week) {
      EXPECT_EQ(census.weeks[first + week], static_cast<std::int32_t>(week));
      const auto& [month, mean] = expected.weeks[week];
      const double occupied = census.occupied[first + week];
      there[month].add(occupied);
      dispersion.add((occupied - mean) * (occupied - mean) / mean);
    }
    Measures measures{{"variance over mean", dispersion.mean()}};
    for (std::size_t month = 0; month < 12; ++month)
      measures[fmt::format("there in {}", names[month])] = there[month].mean();
    return measures;
  });

  EXPECT_TRUE(agrees(run.kpi("arrived"), expected.arrived));
  for (std::size_t month = 0; month < 12; ++month)
    EXPECT_TRUE(agrees(run.measured(fmt::format("there in {}", names[month])),
                       expected.month_means[month]));
  EXPECT_TRUE(agrees(run.measured("variance over mean"), 1));
  EXPECT_TRUE(agrees(run.kpi("care.wait_mean"), 0));
}

}  // namespace
}  // namespace doorstroom::analytic
