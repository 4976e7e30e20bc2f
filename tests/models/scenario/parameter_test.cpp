#include "models/scenario/parameter.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "tests/support/dates.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;

const Period five_years(date(2026, 8, 1), 5, {24, 0});

EvaluationTime on(std::int64_t day) {
  return {Instant::at_day(day)};
}
EvaluationTime before(std::int64_t day) {
  return {Instant::at_day(day), true};
}

/// Days 100 to 200, a ramp of 50 days; keeps half, which fades over 100 days.
InterventionProfile slow() {
  return {Instant::at_day(100), Instant::at_day(150), Instant::at_day(200), 0.5,
          Instant::at_day(300)};
}
/// Days 100 to 200, without ramp or remainder.
InterventionProfile sharp() {
  return {Instant::at_day(100), Instant::at_day(100), Instant::at_day(200), 0,
          Instant::at_day(200)};
}

Change change(Change::Kind kind, double amount, InterventionProfile profile) {
  return {kind, amount, Distribution(), profile};
}
Change factor(double amount, InterventionProfile profile) {
  return change(Change::Kind::factor, amount, profile);
}
Change add(double amount, InterventionProfile profile) {
  return change(Change::Kind::add, amount, profile);
}
Change set(double amount, InterventionProfile profile) {
  return change(Change::Kind::set, amount, profile);
}

TEST(InterventionProfile, rises_over_its_ramp_holds_and_fades) {
  const InterventionProfile profile = slow();
  EXPECT_EQ(profile.level(on(99)), 0);
  EXPECT_EQ(profile.level(on(100)), 0);
  EXPECT_EQ(profile.level(on(125)), 0.5);
  EXPECT_EQ(profile.level(on(150)), 1);
  EXPECT_EQ(profile.level(on(199)), 1);
  EXPECT_EQ(profile.level(on(200)), 0.5);
  EXPECT_EQ(profile.level(on(250)), 0.25);
  EXPECT_EQ(profile.level(on(300)), 0);
  EXPECT_EQ(profile.level(on(5000)), 0);
}

TEST(InterventionProfile, jumps_at_its_ends_are_seen_only_after_changes) {
  EXPECT_EQ(sharp().level(before(100)), 0);
  EXPECT_EQ(sharp().level(on(100)), 1);
  EXPECT_EQ(sharp().level(before(200)), 1);
  EXPECT_EQ(sharp().level(on(200)), 0);
  EXPECT_EQ(slow().level(before(200)), 1);
}

TEST(InterventionProfile, without_an_end_stays) {
  const InterventionProfile profile{Instant::at_day(-10), Instant::at_day(-10)};
  EXPECT_EQ(profile.level(on(-11)), 0);
  EXPECT_EQ(profile.level(on(100'000)), 1);
  EXPECT_TRUE(profile.holds(on(100'000)));
}

TEST(InterventionProfile, keeps_for_good_what_never_fades) {
  InterventionProfile profile = slow();
  profile.faded = never;
  EXPECT_EQ(profile.level(on(100'000)), 0.5);
}

TEST(InterventionProfile, that_ends_on_its_ramp_still_keeps_its_share) {
  InterventionProfile profile = slow();
  profile.until = Instant::at_day(110);
  EXPECT_EQ(profile.level(before(110)), 0.2);
  EXPECT_EQ(profile.level(on(110)), 0.5);
}

TEST(InterventionProfile, holds_from_its_first_moment_to_before_its_last) {
  EXPECT_FALSE(sharp().holds(before(100)));
  EXPECT_TRUE(sharp().holds(on(100)));
  EXPECT_TRUE(sharp().holds(before(200)));
  EXPECT_FALSE(sharp().holds(on(200)));
}

TEST(Number, follows_its_dates_and_the_first_holds_before_its_date) {
  Number number;
  number.dated = {{Instant::at_day(0), 18}, {Instant::at_day(365), 22}};
  EXPECT_EQ(number.at(five_years, on(-500)), 18);
  EXPECT_EQ(number.at(five_years, before(365)), 18);
  EXPECT_EQ(number.at(five_years, on(365)), 22);
  EXPECT_EQ(number.at(five_years, on(5000)), 22);
}

TEST(Number, grows_on_each_1_august_and_is_itself_at_the_start_date) {
  Number number = 100;
  number.growth = 0.1;
  EXPECT_DOUBLE_EQ(number.at(five_years, on(0)), 100);
  EXPECT_DOUBLE_EQ(number.at(five_years, on(364)), 100);
  EXPECT_DOUBLE_EQ(number.at(five_years, before(365)), 100);
  EXPECT_DOUBLE_EQ(number.at(five_years, on(365)), 110);
  EXPECT_DOUBLE_EQ(number.at(five_years, on(366 + 365)), 121);
  EXPECT_DOUBLE_EQ(number.at(five_years, on(-1)), 100 / 1.1);
  EXPECT_DOUBLE_EQ(number.at(five_years, before(0)), 100 / 1.1);
  EXPECT_DOUBLE_EQ(number.at(five_years, on(-365)), 100 / 1.1);
  EXPECT_DOUBLE_EQ(number.at(five_years, on(-366)), 100 / 1.21);
}

TEST(Number, growth_multiplies_dated_values_too) {
  Number number;
  number.dated = {{Instant::at_day(0), 10}, {Instant::at_day(400), 20}};
  number.growth = 0.5;
  EXPECT_EQ(number.at(five_years, on(365)), 15);
  EXPECT_EQ(number.at(five_years, on(400)), 30);
}

TEST(Number, is_multiplied_by_every_factor_and_then_added_to) {
  Number number = 100;
  number.changes = {add(5, sharp()), factor(0.5, sharp()), factor(0.8, slow()), add(1, slow())};
  EXPECT_EQ(number.at(five_years, on(99)), 100);
  EXPECT_DOUBLE_EQ(number.at(five_years, on(125)), 100 * 0.5 * 0.9 + 5 + 0.5);
  EXPECT_DOUBLE_EQ(number.at(five_years, on(150)), 100 * 0.5 * 0.8 + 5 + 1);
  EXPECT_DOUBLE_EQ(number.at(five_years, on(250)), 100 * 0.95 + 0.25);
}

TEST(Number, is_never_below_zero) {
  Number number = 3;
  number.changes = {add(-5, sharp())};
  EXPECT_EQ(number.at(five_years, on(100)), 0);
  EXPECT_EQ(number.base(five_years, on(100)), 3);
}

TEST(Number, a_set_replaces_the_base_without_ramp_and_the_last_declared_wins) {
  Number number = 100;
  number.growth = 0.1;
  number.changes = {set(40, slow()), factor(0.5, sharp()), set(60, sharp())};
  EXPECT_EQ(number.at(five_years, on(100)), 30);
  EXPECT_EQ(number.at(five_years, before(100)), 100);
  EXPECT_EQ(number.at(five_years, before(200)), 30);
  EXPECT_EQ(number.at(five_years, on(200)), 100);
  number.changes.pop_back();
  EXPECT_EQ(number.at(five_years, on(100)), 20);
}

TEST(Quantity, cdf_goes_back_from_what_is_drawn) {
  Quantity stay{Distribution::uniform(10, 20), {factor(0.5, sharp()), add(-6, sharp())}};
  EXPECT_DOUBLE_EQ(stay.cdf(12, on(99)), 0.2);
  EXPECT_DOUBLE_EQ(stay.cdf(stay.draw(0.7, on(100)), on(100)), 0.7);
  EXPECT_DOUBLE_EQ(stay.cdf(0, on(100)), 0.2);  // all that were below 12
  EXPECT_EQ(stay.cdf(-1, on(100)), 0);
  stay.changes = {factor(0, sharp()), add(3, sharp())};
  EXPECT_EQ(stay.cdf(2.9, on(100)), 0);
  EXPECT_EQ(stay.cdf(3, on(100)), 1);
  stay.changes = {set(0, sharp())};
  stay.changes[0].replacement = Distribution::uniform(0, 1);
  EXPECT_DOUBLE_EQ(stay.cdf(0.3, on(100)), 0.3);
}

TEST(Quantity, is_scaled_shifted_and_replaced_but_never_below_zero) {
  Quantity stay{Distribution::uniform(10, 20), {}};
  EXPECT_DOUBLE_EQ(stay.draw(0.5, on(150)), 15);
  stay.changes = {factor(0.5, sharp()), add(-2, sharp())};
  EXPECT_DOUBLE_EQ(stay.draw(0.5, on(99)), 15);
  EXPECT_DOUBLE_EQ(stay.draw(0.5, on(100)), 5.5);
  Change replaced = set(0, sharp());
  replaced.replacement = Distribution::constant(3);
  stay.changes.push_back(replaced);
  EXPECT_DOUBLE_EQ(stay.draw(0.5, before(200)), 0);  // 3 x 0.5 - 2
  EXPECT_DOUBLE_EQ(stay.draw(0.5, on(200)), 15);
}

/// The gamma has half of one in 10^15 beyond 1184 days: drawn among what doubles tell apart there,
/// most draws were endless.
TEST(Quantity, beyond_all_likelihood_is_over_at_once) {
  const Quantity takes{Distribution::gamma(78, 0.6), {}};
  const EvaluationTime now{Instant::at_day(0)};
  for (const double u : {0.0, 0.3, 0.9999999}) EXPECT_EQ(takes.draw_beyond(1184, 1, u, now), 1184);
  EXPECT_GT(takes.draw_beyond(300, 1, 0.5, now), 300);
  EXPECT_LT(takes.draw_beyond(300, 1, 0.9999999, now), 3000);
}

TEST(DaysOfChange, of_a_constant_is_the_first_day) {
  EXPECT_THAT(days_of_change(7, five_years), ElementsAre(five_years.first_day()));
}

TEST(DaysOfChange, are_dates_and_1_augusts_within_the_run) {
  Number number;
  number.dated = {
      {Instant::at_day(-5000), 1}, {Instant::at_day(10), 2}, {Instant::at_day(9000), 3}};
  number.growth = 0.02;
  EXPECT_THAT(days_of_change(number, five_years),
              ElementsAre(-730, -365, 0, 10, 365, 731, 1096, 1461));
}

TEST(DaysOfChange, are_every_day_of_a_ramp_and_of_a_fade) {
  Number number = 1;
  InterventionProfile profile{Instant::at_day(3), Instant::at_day(5), Instant::at_day(10), 0.5,
                              Instant::at_day(12)};
  number.changes = {factor(2, profile)};
  EXPECT_THAT(days_of_change(number, five_years),
              ElementsAre(five_years.first_day(), 3, 4, 5, 10, 11, 12));
  number.changes = {set(2, profile)};
  EXPECT_THAT(days_of_change(number, five_years), ElementsAre(five_years.first_day(), 3, 10));
  profile.until = never;
  profile.full = never;
  profile.from = Instant::at_day(five_years.horizon_day() - 2);
  number.changes = {factor(2, profile)};
  EXPECT_THAT(days_of_change(number, five_years),
              ElementsAre(five_years.first_day(), five_years.horizon_day() - 2,
                          five_years.horizon_day() - 1));
}

TEST(DaysOfChange, miss_no_day_on_which_the_value_differs) {
  Number number = 100;
  number.growth = 0.03;
  number.changes = {factor(0.7, slow()), add(4, sharp()), set(50, sharp())};
  const auto days = days_of_change(number, five_years);
  for (std::int64_t day = five_years.first_day() + 1; day < five_years.horizon_day(); ++day) {
    if (number.at(five_years, on(day)) == number.at(five_years, on(day - 1))) continue;
    EXPECT_TRUE(std::ranges::binary_search(days, day)) << day;
  }
}

}  // namespace
}  // namespace doorstroom
