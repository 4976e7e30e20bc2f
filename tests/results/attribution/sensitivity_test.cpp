#include "results/attribution/sensitivity.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "engine/error.hpp"
#include "results/attribution/sensitivity_report.hpp"
#include "tests/support/languages.hpp"
#include "tests/support/scenario_files.hpp"

namespace doorstroom {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::ThrowsMessage;

/// An M/G/infinity queue: in the mean as many are there as arrive while one stays. The other
/// arrangement is nobody's.
std::string infinite_server(const std::string& evidence) {
  return "doorstroom: 1\nname: as many places as needed\n"
         "period: {start: 2026-08-01, years: 10, warm_up: 2 years, follow_up: 0 days}\nseed: 1\n"
         "sources: {school: {per_year: 200 per year, to: home}, elsewhere: {per_year: 0 per year, "
         "to: "
         "other}}\n"
         "arrangements:\n"
         "  home: {education: full, places: unlimited, stay: {exponential: {mean: 75 days}}, "
         "routes: {out: 100%}}\n"
         "  other: {education: full, places: unlimited, stay: {exponential: {mean: 75 days}}, "
         "routes: {out: 100%}}\n"
         "exits: {out: {education: full}}\nevidence:\n" +
         evidence;
}

constexpr auto queue_ranges =
    "  sources.school.per_year: {basis: assumed, range: [100 per year, 300 per year]}\n"
    "  arrangements.home.stay: {basis: assumed, range: [50 days, 100 days]}\n"
    "  arrangements.other.stay: {basis: assumed, range: [50 days, 100 days]}\n";

class SensitivityOfQueues : public testing::Test {
 protected:
  SensitivityAnswer answer(const std::vector<std::string>& plans, SensitivityQuestion question,
                           const std::string& kpi = "home.occupied_mean") {
    std::vector<ScenarioTree> trees;
    const std::vector<std::string> none;
    for (std::size_t i = 0; i < plans.size(); ++i)
      trees.emplace_back(files_.write(plans[i], std::to_string(i) + ".yaml"), none);
    question.figures = {ExplainedFigure::parse(kpi, trees.front().load().scenario)};
    const Assumptions assumptions = assumptions_of(trees);
    Simulations simulations(trees, kpis_of(question.figures), {.seed = 1, .pool = {.jobs = 2}});
    const SensitivityAnswer found = sensitivity(question, assumptions, simulations);
    for (const Language language : {Language::en, language_nl})
      text_ += sensitivity_text(found, assumptions, simulations, language, 80);
    json_ = sensitivity_json(found, assumptions, simulations, 1);
    return found;
  }

  ScenarioFiles files_;
  std::string text_, json_;
};

/// Occupied = rate x stay, both uniform: with variances 200^2/12 and 50^2/12 and means 200 and 75,
/// the product has a variance of V(rate) 75^2 + V(stay) 200^2 + V(rate) V(stay).
TEST_F(SensitivityOfQueues, of_rate_and_stay_are_those_in_closed_form) {
  const double of_rate = 200. * 200 / 12, of_stay = 50. * 50 / 12;
  const double alone[] = {of_rate * 75 * 75, of_stay * 200 * 200};
  const double both = of_rate * of_stay;
  const double all = alone[0] + alone[1] + both;

  const SensitivityAnswer found =
      answer({infinite_server(queue_ranges)},
             {.trajectories = 40, .rows = 128, .inputs = 3, .replications = 1});
  const Sensitivity& one = found.figures.front();
  ASSERT_THAT(one.effects, SizeIs(3));
  EXPECT_EQ(one.effects[0].path, "sources.school.per_year");
  EXPECT_EQ(one.effects[1].path, "arrangements.home.stay");
  // Over the whole range of one, at a mean value of the other.
  EXPECT_NEAR(one.effects[0].measures.mu_star, 200 / days_per_year * 75, 3);
  EXPECT_NEAR(one.effects[1].measures.mu_star, 50 * 200 / days_per_year, 3);
  EXPECT_EQ(one.effects[2].measures.mu_star, 0) << "of what is nobody's, to the bit";
  EXPECT_GT(one.noise.mu_star, 0);
  EXPECT_LT(one.noise.mu_star, 4);

  ASSERT_THAT(one.shares, SizeIs(2));
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_NEAR(one.shares[i].indices.first, alone[i] / all, 0.04);
    EXPECT_NEAR(one.shares[i].indices.total, (alone[i] + both) / all, 0.04);
    EXPECT_LT(one.shares[i].indices.total_bounds.low, (alone[i] + both) / all);
    EXPECT_GT(one.shares[i].indices.total_bounds.high, (alone[i] + both) / all);
  }
  EXPECT_GT(one.noise_floor, 0);
  EXPECT_LT(one.noise_floor, 0.02);
  EXPECT_NEAR(one.outcomes.mean.mean, 200 * 75 / days_per_year, 1.5);
  EXPECT_THAT(text_, AllOf(HasSubstr("most depends on sources.school.per_year"),
                           HasSubstr("1 other assumptions")));
  EXPECT_THAT(json_, AllOf(HasSubstr("\"format\": \"doorstroom.sensitivity\""),
                           HasSubstr("\"noise_floor\"")));
}

/// What is marked together is one input, which has all of the variance.
TEST_F(SensitivityOfQueues, of_inputs_that_go_together_is_one_index) {
  const SensitivityAnswer found = answer(
      {infinite_server("  sources.school.per_year: {basis: assumed, range: [100 per year, 300 per "
                       "year], together: pressure}\n"
                       "  arrangements.home.stay: {basis: assumed, range: [50 days, 100 days], "
                       "together: pressure}\n")},
      {.trajectories = 4, .rows = 32, .replications = 1});
  const Sensitivity& one = found.figures.front();
  ASSERT_THAT(one.effects, SizeIs(1));
  EXPECT_EQ(one.effects[0].path, "pressure");
  ASSERT_THAT(one.shares, SizeIs(1));
  EXPECT_NEAR(one.shares[0].indices.first, 1, 0.05);
  EXPECT_NEAR(one.shares[0].indices.total, 1, 0.1);
}

/// A tenth shorter stay takes a tenth of rate x stay away, so both matter for the difference as
/// they do for the level, and the helper's own factor does most.
TEST_F(SensitivityOfQueues, of_a_difference_has_the_inputs_of_the_variant) {
  const std::string helper =
      "  interventions.helper.effects.shorter.factor: {basis: assumed, range: [0.5, 1.0]}\n"
      "interventions: {helper: {from: 2024-08-01, effects: {shorter: {change: "
      "arrangements.home.stay, factor: 0.9}}}}\n";
  const SensitivityAnswer found =
      answer({infinite_server(queue_ranges), infinite_server(queue_ranges + helper)},
             {.trajectories = 20, .rows = 32, .inputs = 2, .replications = 1});
  EXPECT_TRUE(found.is_of_difference);
  const Sensitivity& one = found.figures.front();
  EXPECT_EQ(one.effects.front().path, "interventions.helper.effects.shorter.factor");
  ASSERT_THAT(one.shares, SizeIs(2));
  EXPECT_LT(one.outcomes.p90, 0) << "fewer are there";
}

TEST_F(SensitivityOfQueues, that_cannot_be_told_is_said) {
  const SensitivityAnswer found =
      answer({infinite_server(
                 "  arrangements.other.stay: {basis: assumed, range: [50 days, 100 days]}\n")},
             {.trajectories = 3, .rows = 4, .replications = 1});
  EXPECT_THAT(found.figures.front().shares, IsEmpty());
  EXPECT_TRUE(std::isnan(found.figures.front().noise_floor));
  EXPECT_THAT(text_, HasSubstr("no assumption does more than other random numbers do"));
}

TEST_F(SensitivityOfQueues, without_ranges_or_replications_is_refused) {
  EXPECT_THAT([&] { answer({infinite_server("  exits.out: {basis: assumed}\n")}, {}); },
              ThrowsMessage<InputError>(HasSubstr("has a range that can be drawn from")));
  EXPECT_THAT([&] { answer({infinite_server(queue_ranges)}, {.at_most = 100}); },
              ThrowsMessage<InputError>(HasSubstr("--at-most 100 is too few")));
  EXPECT_EQ(answer({infinite_server(queue_ranges)},
                   {.trajectories = 2, .rows = 4, .replications = 9, .at_most = 80})
                .replications,
            2u);
}

}  // namespace
}  // namespace doorstroom
