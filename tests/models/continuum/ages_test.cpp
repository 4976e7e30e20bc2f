/// Ages: compulsory, leaving by age, and stays that end on 1 August.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/worked.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using worked::out;
using worked::scenario;
using worked::Worked;

/// One youth, of that age on 1 August 2026.
std::string one_of(const std::string& age, const std::string& to = "oza") {
  return fmt::format("sources: {{school: {{arrivals: [2026-08-01], age: {}, to: {}}}}}\n", age, to);
}

/// Leaves 52 days after the start: 10 years are 3652.5 days.
const std::string at_ten = "ages: {leaves_at: 10 years, to: gone}\n";
constexpr const char* almost_ten = "3600.5 days";

std::string oza(const std::string& places, const std::string& more = "") {
  return fmt::format(R"(
arrangements:
  oza: {{education: part, places: {}, stay: 700 days, routes: {{out: 100%}}, {}}}
)",
                     places, more);
}

TEST(AgesTest, who_is_inside_leaves_at_the_age_and_frees_the_place) {
  const Worked run(scenario(R"(
sources:
  old: {arrivals: [2026-08-01], age: 3600.5 days, to: oza}
  young: {arrivals: [2026-08-02], age: 5 years, to: oza}
)" + at_ten + oza("1") + out,
                            2));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 52 aged_out gone"));
  EXPECT_THAT(run.told(1), ElementsAre("oza 1 52 - censored -"));
  EXPECT_EQ(run.scenario().nodes[run.records().youths[0].exit].id, "gone");
}

TEST(AgesTest, who_waits_leaves_the_list_at_the_age) {
  const Worked run(scenario(one_of(almost_ten) + at_ten + oza("0") + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 - 52 aged_out gone"));
  EXPECT_EQ(run.records().nodes[run.node("oza")].waits[0].front().end(), WaitEnd::aged_out);
}

TEST(AgesTest, who_is_in_work_leaves_at_the_age_and_the_worker_is_free) {
  const Worked run(scenario(R"(
sources:
  old: {arrivals: [2026-08-01], age: 3600.5 days, to: team}
  young: {arrivals: [2026-08-02], age: 5 years, to: team}
desks:
  team: {staff: 1 fte, hours: 365.25 hours per year, work: 100 hours, routes: {out: 100%}}
)" + at_ten + out));
  EXPECT_THAT(run.told(0), ElementsAre("team 0 0 52 aged_out gone"));
  EXPECT_THAT(run.told(1), ElementsAre("team 1 52 152 completed out"));
}

TEST(AgesTest, who_is_under_way_leaves_at_the_age_and_never_asks) {
  const Worked run(scenario(R"(
sources:
  old: {arrivals: [2026-08-01], age: 3600.5 days, routes: {oza: {share: 100%, delay: 80 days}}}
)" + at_ten + oza("1") + out));
  EXPECT_THAT(run.told(0), IsEmpty());
  EXPECT_EQ(run.records().youths[0].exited.days(), 52);
  EXPECT_EQ(run.records().years[0].exits, 1u);
}

TEST(AgesTest, who_comes_too_old_asks_and_leaves_at_once) {
  const Worked run(scenario(one_of("11 years") + at_ten + oza("0") + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 - 0 aged_out gone"));
}

TEST(AgesTest, inside_an_arrangement_its_own_age_holds_instead) {
  const std::string rooms = R"(
arrangements:
  oza: {education: part, places: 1, stay: 700 days, leaves_at: 10.5 years, routes: {out: 100%}}
  zoa: {education: part, places: 0, stay: 700 days, routes: {out: 100%}}
)";
  const Worked inside(scenario(one_of(almost_ten) + at_ten + rooms + out));
  EXPECT_THAT(inside.told(0), ElementsAre("oza 0 0 234.625 aged_out gone"));
  // Who leaves it before that, above the age of all others, leaves altogether.
  const Worked leaves(scenario(one_of(almost_ten) + at_ten + rooms + out +
                               "set: {arrangements.oza.stay: 100 days, "
                               "arrangements.oza.routes: {zoa: 100%}}\n"));
  EXPECT_THAT(leaves.told(0),
              ElementsAre("oza 0 0 100 completed zoa", "zoa 100 - 100 aged_out gone"));
}

TEST(AgesTest, who_holds_a_place_leaves_it_and_the_list_at_the_age) {
  Scenario scenario_ = worked::load(scenario(one_of(almost_ten) + at_ten + R"(
arrangements:
  oza: {education: part, places: 1, stay: 10 days, routes: {zoa: 100%}}
  zoa: {education: part, places: 0, stay: 700 days, routes: {out: 100%}}
)" + out));
  scenario_.arrangements[0].holds_place = true;
  const Records records = simulate(scenario_, 0, true);
  ASSERT_EQ(records.visits.size(), 2u);
  for (const Visit& visit : records.visits) {
    EXPECT_EQ(visit.outcome, Outcome::aged_out);
    EXPECT_EQ(visit.left.days(), 52);
  }
}

TEST(AgesTest, those_of_today_leave_at_the_age_too) {
  const Worked run(scenario(one_of("5 years") + at_ten + oza("1") +
                            "today: {oza: {occupied: 1, waiting: 1, age: 3600.5 days}}\n"
                            "set: {arrangements.oza.stay: 70000 days}\n" +
                            out));
  EXPECT_EQ(run.of(0).at(0).outcome, Outcome::aged_out);
  EXPECT_EQ(run.of(0).at(0).left.days(), 52);
  // The place is offered before the next leaves.
  EXPECT_THAT(run.told(1), ElementsAre("oza 0 52 52 aged_out gone"));
}

TEST(AgesTest, a_stay_ends_on_the_first_of_august_at_or_after_the_age) {
  // 12.5 years on 1 August 2026: 13 in the winter, so the school year is finished.
  const auto stays = [](const std::string& age) {
    return Worked(scenario(one_of(age) + oza("1", "until_age: 13 years") + out, 3)).told(0);
  };
  EXPECT_THAT(stays("12.5 years"), ElementsAre("oza 0 0 365 completed out"));
  EXPECT_THAT(stays("11.5 years"), ElementsAre("oza 0 0 700 completed out"));
  EXPECT_THAT(stays("14 years"), ElementsAre("oza 0 0 365 completed out"));
  EXPECT_THAT(stays("13 years"), ElementsAre("oza 0 0 365 completed out"));
}

TEST(AgesTest, the_first_of_august_on_the_birthday_itself_ends_the_stay) {
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-07-31], age: 4747.25 days, to: oza}
)" + oza("1", "until_age: 13 years") +
                                out,
                            2, "2026-07-01"));
  EXPECT_THAT(run.told(0), ElementsAre("oza 30 30 31 completed out"));
}

TEST(AgesTest, the_stay_of_somebody_found_inside_ends_by_age_too) {
  const Worked run(scenario(one_of("5 years") + oza("1", "until_age: 13 years") +
                                "today: {oza: {occupied: 1, age: 12.5 years}}\n"
                                "set: {arrangements.oza.stay: 70000 days}\n" +
                                out,
                            2));
  EXPECT_EQ(run.of(0).at(0).left.days(), 365);
  EXPECT_EQ(run.of(0).at(0).outcome, Outcome::completed);
}

TEST(AgesTest, absence_counts_at_the_ages_that_are_compulsory) {
  const auto dropouts = [](const std::string& ages) {
    const Worked run(scenario(ages + one_of("4.5 years") + R"(
arrangements:
  oza: {education: none, places: 1, stay: 50 days, routes: {out: 100%}}
)" + out));
    return run.records().years[0].dropouts;
  };
  EXPECT_EQ(dropouts(""), 0u);
  EXPECT_EQ(dropouts("ages: {compulsory: [4, 18]}\n"), 1u);
}

TEST(AgesTest, nobody_needs_a_way_on_at_an_age_at_which_all_have_left) {
  const std::string to_nine = R"(
arrangements:
  oza:
    education: part
    places: 1
    stay: 10 days
    routes: [{if: {age: {to: 10 years}}, to: {out: 100%}}]
)";
  EXPECT_NO_THROW(worked::load(scenario(one_of("5 years") + at_ten + to_nine + out, 20)));
  EXPECT_ANY_THROW(worked::load(scenario(one_of("5 years") + to_nine + out, 20)));
}

TEST(AgesTest, who_is_too_old_once_outside_leaves_after_all_else_of_that_moment) {
  // Older than all others may be, but not there; who then waits without patience gives up first.
  const Worked run(scenario(R"(
sources:
  school: {arrivals: [2026-08-01], age: 11 years, to: oza}
arrangements:
  oza: {education: part, places: 1, leaves_at: 12 years, stay: 10 days, routes: {so: 100%}}
  so:
    education: full
    places: 0
    stay: 100 days
    waiting: {leaves_after: 0 days, leaves_to: gone}
    routes: {out: 100%}
ages: {leaves_at: 10 years, to: out}
)" + out));
  EXPECT_THAT(run.told(0), ElementsAre("oza 0 0 10 completed so", "so 10 - 10 left_list gone"));
}

}  // namespace
}  // namespace doorstroom
