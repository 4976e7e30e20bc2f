#include "results/run/forecast.hpp"

#include <gmock/gmock.h>

#include <limits>

#include "engine/error.hpp"
#include "models/continuum/continuum.hpp"
#include "models/continuum/inflows.hpp"
#include "tests/support/example.hpp"
#include "tests/support/scenario_files.hpp"
#include "tests/support/worked.hpp"

namespace doorstroom {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::ThrowsMessage;

constexpr double infinite = std::numeric_limits<double>::infinity();

Scenario with_rate(const std::string& source, const std::vector<std::string>& sets = {}) {
  const ScenarioFiles files;
  return files
      .load(worked::scenario("sources: {school: {" + source + ", to: oza}}\n" + R"(
arrangements:
  oza: {education: part, places: unlimited, stay: 1 day, routes: {out: 100%}}
)" + worked::out),
            sets)
      .scenario;
}

TEST(Forecast, of_a_rate_is_the_rate_times_the_years_of_the_run) {
  // 2026-08-01 to 2028-08-01, both leap-free: 731 days of 365.25, and no follow-up.
  const Scenario scenario = with_rate("per_year: 1000", {"period.years=2"});
  EXPECT_NEAR(expected_arrivals(scenario), 1000 * 731 / 365.25, 1e-6);
}

TEST(Forecast, counts_the_arrivals_of_a_table) {
  EXPECT_EQ(expected_arrivals(with_rate("arrivals: [2026-08-01, 2026-09-01]")), 2);
}

TEST(Forecast, is_the_mean_of_what_is_simulated_with_growth_months_warm_up_and_effects) {
  const ScenarioFiles files;
  const Scenario scenario =
      files
          .load(minimal() + R"(
interventions:
  more: {from: 2027-01-15, until: 2028-01-15, effects: {x: {change: sources.school.per_year, factor: 1.7}}}
)",
                {"period.years=3", "period.warm_up=1 year", "sources.school.growth=30% per year",
                 "sources.school.per_year=4000"})
          .scenario;
  constexpr int replications = 5;
  double youths = 0;
  for (std::uint32_t i = 0; i < replications; ++i)
    youths += static_cast<double>(simulate(scenario, i, true).youths.size());
  youths /= replications;
  // One standard deviation of the mean is 0.3%; an effect counts from the month after it begins.
  EXPECT_NEAR(expected_arrivals(scenario), youths, 0.02 * youths);
}

TEST(Forecast, of_what_does_not_fit_says_what_it_takes_and_how_to_mend_it) {
  RunForecast large{.youths = 1e9, .workers = 2, .memory = 4e11};
  EXPECT_THAT(
      [&] { check_fits(large, 16e9); },
      ThrowsMessage<InputError>(AllOf(HasSubstr("about 1,000,000,000 youths"),
                                      HasSubstr("at least 400.0 GB for 2 workers"),
                                      HasSubstr("there are 16.0 GB"), HasSubstr("per_year"))));
  EXPECT_NO_THROW(check_fits(large, infinite));
  large.memory = 1e6;
  EXPECT_NO_THROW(check_fits(large, 16e9));
}

TEST(Forecast, of_a_rate_that_nobody_meant_does_not_fit) {
  const Scenario scenario = with_rate("per_year: 100000000", {"period.years=100"});
  EXPECT_THROW(check_fits(forecast(scenario, 1), 1e12), InputError);
}

TEST(Forecast, has_no_more_workers_than_replications) {
  Scenario scenario = with_rate("per_year: 1000");
  scenario.replications = 3;
  EXPECT_EQ(forecast(scenario, 8).workers, 3);
  EXPECT_EQ(forecast(scenario, 2).workers, 2);
}

TEST(Memory, is_read_with_its_unit) {
  EXPECT_EQ(read_memory("4GB"), 4e9);
  EXPECT_EQ(read_memory("1.5 GiB"), 1.5 * 1024 * 1024 * 1024);
  EXPECT_EQ(read_memory("500 MB"), 5e8);
  for (const char* wrong : {"", "4", "GB", "-1GB", "0GB", "4 gigabyte", "nanGB", "infGB", "4GB "})
    EXPECT_THROW(read_memory(wrong), InputError) << wrong;
}

}  // namespace
}  // namespace doorstroom
