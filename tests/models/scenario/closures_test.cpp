#include "models/scenario/closures.hpp"

#include <gtest/gtest.h>

/// Time that is open: a part of every year is not, in whatever year.

namespace doorstroom {
namespace {

using namespace std::chrono_literals;

const Period of_two_years(Date{2026y / 8 / 1}, 2, {});
const Closures july({{std::chrono::July / 1, std::chrono::August / 1}}, of_two_years);

Instant at(Date date) {
  return of_two_years.at(date);
}

TEST(Closures, each_year_before_the_period_was_closed_too) {
  const Date since{2016y / 8 / 1};
  const double days = -at(since).days();
  EXPECT_EQ(july.open_between(at(since), Instant{}).count, days - 10 * 31);
  EXPECT_EQ(july.open_between(at(Date{2016y / 7 / 11}), Instant{}).count, days - 10 * 31)
      << "it began while it was closed";
}

TEST(Closures, work_of_years_began_as_long_ago_as_its_open_time_says) {
  for (const double work : {1.0, 333.0, 334.0, 335.0, 3340.0, 20'000.0}) {
    const Instant begun = july.before(Instant{}, Days{work});
    EXPECT_EQ(july.open_between(begun, Instant{}).count, work);
    EXPECT_FALSE(july.closed_at(begun)) << work;
  }
}

TEST(Closures, what_is_closed_over_new_year_is_closed_over_each) {
  const Closures closed({{std::chrono::December / 20, std::chrono::January / 5}}, of_two_years);
  EXPECT_EQ(closed.open_between(at(Date{2020y / 1 / 1}), at(Date{2024y / 1 / 1})).count,
            1461 - 4 * 16);
}

TEST(Closures, work_that_lasted_for_ages_has_a_beginning) {
  EXPECT_LT(july.before(Instant{}, Days{1e9}), Instant::at_day(-1'000'000'000));
}

TEST(Closures, what_is_never_closed_is_open_all_the_time) {
  const Closures none({}, of_two_years);
  EXPECT_EQ(none.open_between(Instant::at_day(-5000), Instant{}).count, 5000);
  EXPECT_EQ(none.before(Instant{}, Days{5000}), Instant::at_day(-5000));
}

}  // namespace
}  // namespace doorstroom
