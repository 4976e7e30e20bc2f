#include "models/loading/sweep_plan.hpp"

#include <gmock/gmock.h>

#include <map>

#include "tests/support/scenario_files.hpp"

namespace doorstroom {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// A sweep of the small scenario, whose fourth line is `vary:`.
class SweepPlans : public testing::Test {
 protected:
  SweepPlans() { files_.write(minimal(), "base.yaml"); }

  std::string plan(const std::string& below) const {
    return files_.write("doorstroom: 1\nsweep: test\nbase: base.yaml\n" + below, "plan.yaml");
  }
  LoadedSweep load(const std::string& below) const { return load_sweep(plan(below)); }
  /// What is told about a plan: nothing when it loads.
  std::string mistakes(const std::string& below) const {
    try {
      load(below);
      return {};
    } catch (const InputError& error) {
      return error.what();
    }
  }

  ScenarioFiles files_;
};

TEST_F(SweepPlans, hold_levels_ranges_and_what_is_kept) {
  const LoadedSweep sweep = load(
      "vary:\n"
      "  arrangements.oza.places: {from: 20, to: 30, step: 5}\n"
      "  desks.youth_team.takes: [1 week, 2 weeks]\n"
      "replications: 7\n"
      "keep: [dropouts_per_year, oza.wait_p90]\n");
  const SweepPlan& plan = sweep.plan;
  EXPECT_EQ(plan.name, "test");
  EXPECT_EQ(plan.design, SweepPlan::Design::grid);
  EXPECT_EQ(plan.points, 6u);
  EXPECT_EQ(plan.replications, 7u);
  ASSERT_EQ(plan.factors.size(), 2u);
  EXPECT_THAT(plan.factors[0].levels, ElementsAre("20", "25", "30"));
  EXPECT_TRUE(plan.factors[0].whole);
  EXPECT_THAT(plan.factors[1].levels, ElementsAre("\"1 week\"", "\"2 weeks\""));
  ASSERT_EQ(plan.keep.size(), 2u);
  EXPECT_EQ(plan.keep[1].text, "oza.wait_p90");
  EXPECT_EQ(plan.keep[1].location.line, 8);
}

TEST_F(SweepPlans, take_steps_as_they_are_written) {
  const LoadedSweep sweep =
      load("vary: {desks.youth_team.staff: {from: 3.1 fte, to: 3.4 fte, step: 0.1 fte}}\n");
  EXPECT_THAT(sweep.plan.factors[0].levels,
              ElementsAre("\"3.1 fte\"", "\"3.2 fte\"", "\"3.3 fte\"", "\"3.4 fte\""));
}

TEST_F(SweepPlans, run_points_until_they_are_precise) {
  const LoadedSweep sweep = load(
      "vary: {arrangements.oza.places: [20, 30]}\n"
      "until: {oza.wait_p90: 1 week}\nat_most: 300\n");
  EXPECT_FALSE(sweep.plan.replications);
  ASSERT_EQ(sweep.plan.until.size(), 1u);
  EXPECT_EQ(sweep.plan.until[0].text, "oza.wait_p90 +- 1 week");
  EXPECT_EQ(sweep.plan.at_most, 300u);
}

/// A plan, and what is told of it, with its line and column.
struct Wrong {
  std::string plan;
  std::string place;
  std::string problem;
};

TEST_F(SweepPlans, tell_each_mistake_where_it_stands) {
  const std::vector<Wrong> all{
      {"vary:\n  arrangements.oza.plaices: [20, 30]\n", "5:3",
       "arrangements.oza.plaices names no parameter"},
      {"vary: {}\n", "4:1", "vary names no parameter"},
      {"vary:\n  arrangements.oza.places: []\n", "5:28", "holds no values"},
      {"vary:\n  arrangements.oza.places: [20, 30, 20]\n", "5:37",
       "20 stands twice among the values of arrangements.oza.places"},
      {"vary:\n  arrangements.oza.places: [20, -3]\n", "5:33", "with -3 the scenario is wrong"},
      {"vary:\n  arrangements.oza.places: {from: 30, to: 20, step: 5}\n", "5:43",
       "is not above `from`"},
      {"vary:\n  arrangements.oza.places: {from: 20, to: 30, step: 0}\n", "5:53",
       "makes no steps to `to`"},
      {"vary:\n  arrangements.oza.places: {from: 20, to: 30}\n", "5:28", "has no step"},
      {"vary:\n  desks.youth_team.takes: {from: 4 weeks, to: 2 months, step: 1 week}\n", "5:47",
       "has another unit than `from`"},
      {"vary:\n  desks.youth_team.takes: {from: soon, to: 2 weeks, step: 1 week}\n", "5:34",
       "vary.desks.youth_team.takes.from is soon"},
      {"vary:\n  arrangements.oza.places: {from: 1, to: 2000, step: 1}\n"
       "  arrangements.zoa.places: {from: 1, to: 2000, step: 1}\n",
       "5:3", "the grid has 4000000 points"},
      {"vary:\n  desks.youth_team.takes: {from: -4 weeks, to: 2 weeks}\n"
       "design: {latin_hypercube: 5}\n",
       "5:34", "the scenario is wrong"},
  };
  for (const Wrong& wrong : all) {
    const std::string told = mistakes(wrong.plan);
    EXPECT_THAT(told, AllOf(HasSubstr("plan.yaml:" + wrong.place + ": "), HasSubstr(wrong.problem)))
        << wrong.plan;
    EXPECT_EQ(count_mistakes(told), 1) << told;
  }
}

TEST_F(SweepPlans, tell_once_what_is_wrong_with_a_path_and_not_with_its_values) {
  const std::string told =
      mistakes("vary: {arrangements.ozza.places: [20, 30, 40]}\nreplications: 5\n");
  EXPECT_THAT(told, HasSubstr("with 20 the scenario is wrong: set: arrangements.ozza.places"));
  EXPECT_THAT(told, Not(HasSubstr("with 30")));
  EXPECT_THAT(mistakes("vary: {arrangements.oza.places: [-4, 30, -5]}\nreplications: 5\n"),
              AllOf(HasSubstr("with -4 "), HasSubstr("with -5 ")));
}

TEST_F(SweepPlans, need_a_base) {
  EXPECT_THAT(mistakes("vary: {arrangements.oza.places: [20]}\nbass: x\n"), HasSubstr("bass"));
  const std::string alone = files_.write("places: 3\n", "plan.yaml");
  EXPECT_FALSE(is_sweep(alone));
  EXPECT_TRUE(is_sweep(plan("")));
  EXPECT_FALSE(is_sweep("nowhere.yaml"));
}

/// How often each value comes of so many places, spread evenly.
std::map<std::string, int> counted(const Factor& factor, int places) {
  std::map<std::string, int> counts;
  for (int i = 0; i < places; ++i) ++counts[factor.value_at((i + 0.5) / places)];
  return counts;
}

TEST(Factors, give_every_level_and_every_whole_number_alike) {
  Factor words;
  words.levels = {"\"a\"", "\"b\"", "\"c\""};
  EXPECT_THAT(counted(words, 300), ElementsAre(std::pair("\"a\"", 100), std::pair("\"b\"", 100),
                                               std::pair("\"c\"", 100)));
  Factor places;
  places.from = 8;
  places.to = 9;
  places.whole = true;
  EXPECT_THAT(counted(places, 300), ElementsAre(std::pair("8", 150), std::pair("9", 150)));
  std::swap(places.from, places.to);
  EXPECT_EQ(places.value_at(0), "9") << "a range may go down";
  EXPECT_EQ(places.value_at(0.999), "8");
}

TEST(Factors, give_values_between_in_the_words_of_the_file) {
  Factor weeks;
  weeks.from = 4;
  weeks.to = 8;
  weeks.unit = "weeks";
  EXPECT_EQ(weeks.value_at(0), "\"4 weeks\"");
  EXPECT_EQ(weeks.value_at(0.25), "\"5 weeks\"");
  EXPECT_EQ(weeks.value_at(0.2501), "\"5 weeks\"") << "to a thousandth of 4";
  EXPECT_EQ(weeks.value_at(0.3), "\"5.2 weeks\"");
  Factor share;
  share.from = 0.05;
  share.to = 0.35;
  EXPECT_EQ(share.value_at(0.5), "0.2");
}

TEST(Factors, with_a_middle_have_it_as_their_median) {
  Factor hours;
  hours.from = 10;
  hours.middle = 12;
  hours.to = 20;
  EXPECT_EQ(hours.value_at(0), "10");
  EXPECT_EQ(hours.value_at(0.25), "11");
  EXPECT_EQ(hours.value_at(0.5), "12");
  EXPECT_EQ(hours.value_at(0.75), "16");
  std::swap(hours.from, hours.to);
  EXPECT_EQ(hours.value_at(0), "20") << "the low value may be the higher number";
  EXPECT_EQ(hours.value_at(0.25), "16");
  Factor places;
  places.from = 150;
  places.middle = 185;
  places.to = 250;
  places.whole = true;
  EXPECT_EQ(places.value_at(0.5), "185");
  EXPECT_EQ(places.value_at(0.749), "217");
}

TEST(Amounts, have_one_spelling_of_their_unit) {
  for (const auto& [text, number, unit] : {std::tuple("6 weeks", 6., "weeks"),
                                           {"1 week", 1., "weeks"},
                                           {"15%", 0.15, ""},
                                           {"24", 24., ""},
                                           {"3% per month", 3., "% per month"},
                                           {"-1 week", -1., "weeks"}}) {
    const auto amount = read_amount(text);
    ASSERT_TRUE(amount) << text;
    EXPECT_DOUBLE_EQ(amount->number, number) << text;
    EXPECT_EQ(amount->unit, unit) << text;
  }
  for (const char* text : {"> 26 weeks", "first_come", "", "6 lightyears"})
    EXPECT_FALSE(read_amount(text)) << text;
}

}  // namespace
}  // namespace doorstroom
