// A run that goes on until it is precise: the same end for rows that come one by one or together.

#include "results/figures/stopping_rule.hpp"

#include <gmock/gmock.h>

#include "results/rows/replication_rows.hpp"
#include "results/rows/schema.hpp"
#include "tests/support/example.hpp"

namespace doorstroom {
namespace {

using namespace example;
using testing::HasSubstr;
using testing::ThrowsMessage;

/// A table of replications with these dropouts; all else is empty.
Table dropouts(const std::vector<double>& values) {
  Table table;
  table.spec.path = "/replications";
  table.spec.columns.push_back({"dropouts_per_year", ColumnType::float64, "youth/year", {}, {}});
  table.data.columns.push_back(values);
  return table;
}

/// After how many replications it is enough; 0: not with these.
std::uint32_t end_of(const std::vector<double>& values, double half_width, std::uint32_t least,
                     bool together) {
  StoppingRule until(scenario(), {{KpiName::parse("dropouts_per_year"), half_width}}, least);
  if (together) {
    const Table all = dropouts(values);
    until.add(all.spec, all.data);
  }
  for (std::uint32_t i = 0; i < values.size(); ++i) {
    if (!together) {
      const Table one = dropouts({values[i]});
      until.add(one.spec, one.data);
    }
    if (until.enough(i + 1)) return i + 1;
  }
  return 0;
}

TEST(StoppingRule, ends_when_five_more_have_stayed_as_precise_and_not_before_the_least) {
  // Values alike are precise from the third on; five more make eight.
  const std::vector<double> alike(30, 4.0);
  for (const bool together : {false, true}) {
    EXPECT_EQ(end_of(alike, 1, 1, together), 8u);
    EXPECT_EQ(end_of(alike, 1, 12, together), 12u);
  }
  // 0, 10, 0, 10, ...: t interval of n values half as large and half not. By hand: sd 5.27 at 10,
  // half-width 3.77; the first n with at most 3 is 14 (sd 5.19, t 2.160, 3.00), 15
  // (5.16, 2.145, 2.86).
  std::vector<double> apart;
  for (int i = 0; i < 60; ++i) apart.push_back(i % 2 * 10);
  for (const bool together : {false, true}) EXPECT_EQ(end_of(apart, 3, 1, together), 19u);
  EXPECT_EQ(end_of(apart, 0.1, 1, true), 0u);
}

TEST(StoppingRule, waits_for_all_figures_and_tells_how_far_each_is) {
  StoppingRule until(
      scenario(),
      {{KpiName::parse("dropouts_per_year"), 100}, {KpiName::parse("dropouts_per_year"), 3}}, 1);
  std::vector<double> apart;
  for (int i = 0; i < 10; ++i) apart.push_back(i % 2 * 10);
  const Table all = dropouts(apart);
  until.add(all.spec, all.data);
  EXPECT_FALSE(until.enough(10));
  const std::vector<Reached> reached = until.reached();
  ASSERT_EQ(reached.size(), 2u);
  // sd = sqrt(250 / 9), t(9) = 2.262: half-width 3.770, and 10 (3.770 / 3)^2 = 15.8.
  EXPECT_NEAR(reached[1].interval.half_width(), 3.770, 0.001);
  EXPECT_EQ(reached[1].needed, 16);
  EXPECT_EQ(reached[0].needed, 1);
}

TEST(StoppingRule, of_a_figure_that_the_scenario_does_not_have_is_refused) {
  EXPECT_THAT(
      [&] {
        StoppingRule(scenario(), {{KpiName::parse("ozb.wait_p90"), 1}}, 1);
      },
      ThrowsMessage<InputError>(HasSubstr("no desk or arrangement `ozb`")));
  EXPECT_THAT(
      [&] {
        StoppingRule(scenario(), {{KpiName::parse("dropouts_per_year@2"), 1}}, 1);
      },
      ThrowsMessage<InputError>(HasSubstr("the period has no year 2")));
}

}  // namespace
}  // namespace doorstroom
