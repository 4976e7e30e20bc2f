// Who asked or arrived in the period is followed equally long, and the run goes on for it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/worked.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using worked::out;
using worked::Worked;

/// One place, a stay of 200 days, and youths who ask on 1 August 2026, 1 June and 1 July 2027.
/// @param last  one more arrival, after the period
std::string one_place(const std::string& follow_up, const std::string& more = "",
                      const std::string& last = ", 2027-08-01") {
  return fmt::format(R"(doorstroom: 1
name: Followed
period: {{start: 2026-08-01, years: 1, follow_up: {}}}
sources:
  school: {{arrivals: [2026-08-01, 2027-06-01, 2027-07-01{}], to: oza}}
arrangements:
  oza: {{education: full, places: 1, stay: 200 days, routes: {{out: 100%}}}}
{})",
                     follow_up, last, more + out);
}

TEST(FollowUp, a_year_is_the_fewest_days_that_it_can_have) {
  const Worked run(one_place("1 year"));
  const Period& period = run.scenario().period;
  EXPECT_EQ(period.end_day(), 365);
  EXPECT_EQ(period.horizon_day(), 365 + 366);  // 29 February 2028
  EXPECT_EQ(period.follow_up(), Days{365});
}

TEST(FollowUp, the_run_goes_on_until_the_last_who_asked_has_been_followed) {
  const Worked run(one_place("1 year"));
  // The second enters at once, on day 304, and stays until day 504; the third waits from day 334
  // until then. The fourth, who came after the period, enters on day 704 and counts nowhere.
  EXPECT_THAT(run.told(2), ElementsAre("oza 334 504 704 completed out"));
  EXPECT_THAT(run.told(3), ElementsAre("oza 365 704 - censored -"));
  const NodeRecord& oza = run.records().nodes[run.node("oza")];
  ASSERT_EQ(oza.waits.size(), 1u);
  EXPECT_EQ(oza.waits[0].size(), 3u);
  EXPECT_THAT(oza.earlier, IsEmpty());
  // On the last day of the period the third had waited 31 days.
  EXPECT_THAT(oza.waited_at_year_end, ElementsAre(ElementsAre(31)));
  EXPECT_THAT(run.records().years[0].placement_days, ElementsAre(0, 0, 170));
}

TEST(FollowUp, what_counts_a_stretch_of_time_ends_with_the_period) {
  const Worked run(one_place("1 year"));
  const NodeRecord& oza = run.records().nodes[run.node("oza")];
  EXPECT_THAT(oza.entries, ElementsAre(2));
  double occupied = 0;
  for (const NodeRecord::Usage& usage : oza.segments) occupied += usage.occupied_days;
  EXPECT_EQ(occupied, 200 + 61);
  EXPECT_EQ(run.records().census.weeks.back(), 52);
  EXPECT_EQ(run.records().years[0].exits, 1u);
  EXPECT_EQ(run.records().exited, 3u) << "the balance is of the whole run";
  EXPECT_EQ(oza.entered, 4u);
}

TEST(FollowUp, a_placement_after_it_does_not_count) {
  const Worked run(one_place("100 days"));
  // The run ends 100 days after the period, on day 465.
  EXPECT_THAT(run.told(2), ElementsAre("oza 334 - - censored -"));
  EXPECT_THAT(run.records().years[0].placement_days, ElementsAre(0, 0));
  const Worked longer(one_place("150 days"));
  // The third is placed on day 504, within the run but 170 days after asking.
  EXPECT_THAT(longer.told(2), ElementsAre("oza 334 504 - censored -"));
  EXPECT_THAT(longer.records().years[0].placement_days, ElementsAre(0, 0));
}

TEST(FollowUp, without_one_everybody_is_followed_to_the_end_of_the_period) {
  const Worked run(one_place("0 days", "", ""));
  EXPECT_EQ(run.scenario().period.horizon_day(), 365);
  EXPECT_TRUE(run.scenario().period.follows(Days{1e9}));
  EXPECT_THAT(run.told(2), ElementsAre("oza 334 - - censored -"));
}

TEST(FollowUp, a_term_is_followed_from_its_start) {
  // Two terms run out on days 354 and 384; the place comes on day 504, which is within a year of
  // both, but not within 100 days.
  const std::string clocks =
      "clocks: {term: {starts: {asks: oza}, stops: {enters: [oza]}, within: 50 days}}\n";
  const auto told = [](const Worked& run) {
    const ClockRecord& clock = run.records().clocks.front().front();
    return fmt::format("{} met {} late {} over {} days {}", clock.started, clock.met,
                       clock.breached, clock.over_days, clock.days.size());
  };
  EXPECT_EQ(told(Worked(one_place("1 year", clocks))), "3 met 2 late 1 over 120 days 3");
  EXPECT_EQ(told(Worked(one_place("100 days", clocks))), "3 met 2 late 1 over 50 days 2");
}

}  // namespace
}  // namespace doorstroom
