// Which plan holds up, on a queue whose failures have a known cause.

#include "results/decisions/choice_of_plans.hpp"

#include <gmock/gmock.h>

#include "tests/support/scenario_files.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;

/// Places that are enough or not by how many youths arrive; what they cost for a stay says nothing
/// about the list.
constexpr auto queue = R"(doorstroom: 1
name: as it is
period: {start: 2026-08-01, years: 4, warm_up: 1 year, follow_up: 1 year}
sources: {arrivals: {per_year: 60, to: places}}
arrangements:
  places:
    education: full
    places: 10
    stay: {exponential: {mean: 40 days}}
    routes: {served: 100%}
    cost: {per_stay: 1000 EUR, paid_by: {town: 100%}}
exits: {served: {education: full}}
evidence:
  sources.arrivals.per_year: {basis: assumed, range: [40, 60, 140]}
  arrangements.places.cost.per_stay: {basis: assumed, range: [500 EUR, 1000 EUR, 2000 EUR]}
)";

struct Choosing : testing::Test {
  ScenarioFiles files;

  std::vector<ScenarioTree> plans() const {
    const std::string base = files.write(queue, "base.yaml");
    std::vector<ScenarioTree> trees;
    trees.emplace_back(base, std::vector<std::string>{});
    trees.emplace_back(base, std::vector<std::string>{"arrangements.places.places=12"});
    trees.emplace_back(base, std::vector<std::string>{"arrangements.places.places=40"});
    return trees;
  }

  PlansCompared compared(const std::string& criterion, std::uint32_t states = 60) const {
    const std::vector<ScenarioTree> trees = plans();
    ChoiceQuestion question;
    question.criteria = {Criterion::parse(criterion, trees.front().load().scenario)};
    question.states = states;
    Simulations simulations(trees, question.kpis(), {.seed = 5, .pool = {.jobs = 2}});
    return compare_plans(question, simulations);
  }
};

TEST_F(Choosing, tells_under_which_assumption_a_plan_fails) {
  const PlansCompared found = compared("places.waiting_mean <= 2");
  ASSERT_EQ(found.assumptions.varied.size(), 2u);
  EXPECT_EQ(found.assumptions.varied[0].factor.path, "sources.arrivals.per_year");
  const PlanFigure& as_it_is = found.figures[0];
  ASSERT_TRUE(as_it_is.fails_where);
  const FailureBox& box = as_it_is.fails_where->box;
  ASSERT_EQ(box.sides.size(), 1u);
  EXPECT_EQ(box.sides[0].input, 0u);
  EXPECT_GT(box.sides[0].low, 0.4);
  EXPECT_EQ(box.sides[0].high, 1);
  EXPECT_GT(box.coverage, 0.85);
  EXPECT_GT(as_it_is.fails_where->fresh.density, 0.8);
}

/// 40 places are enough whatever comes: nobody waits, so it has no regret and never fails.
TEST_F(Choosing, ranks_plans_by_their_regret) {
  const PlansCompared found = compared("places.waiting_mean <= 2");
  EXPECT_NEAR(found.figures[2].regret_mean, 0, 0.01);
  EXPECT_NEAR(found.figures[2].regret_max, 0, 0.2);
  EXPECT_EQ(found.figures[2].met_share, 1);
  EXPECT_EQ(found.figures[2].open_share, 0);
  EXPECT_FALSE(found.figures[2].fails_where);
  EXPECT_GT(found.figures[0].regret_mean, found.figures[1].regret_mean);
  EXPECT_GT(found.figures[1].regret_mean, found.figures[2].regret_mean);
  EXPECT_GE(found.figures[0].worst_tenth, found.figures[0].mean.mean);
  EXPECT_THAT(found.not_beaten, ElementsAre(false, false, true));
}

TEST_F(Choosing, without_a_target_tells_no_failures) {
  const PlansCompared found = compared("places.entered_within_6w", 20);
  EXPECT_FALSE(found.figures[0].met_share);
  EXPECT_FALSE(found.figures[0].fails_where);
  EXPECT_LE(found.figures[0].worst_tenth, found.figures[0].mean.mean);  // more is better
}

TEST_F(Choosing, refuses_what_nothing_can_be_drawn_for) {
  const std::string text =
      changed(queue, std::string(queue).substr(std::string(queue).find("evidence:")), "");
  std::vector<ScenarioTree> trees;
  trees.emplace_back(files.write(text), std::vector<std::string>{});
  ChoiceQuestion question;
  question.criteria = {Criterion::parse("places.waiting_mean", trees.front().load().scenario)};
  Simulations simulations(trees, question.kpis(), {.seed = 5});
  EXPECT_THROW(compare_plans(question, simulations), InputError);
}

}  // namespace
}  // namespace doorstroom
