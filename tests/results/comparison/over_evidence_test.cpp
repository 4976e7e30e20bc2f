#include "results/comparison/over_evidence.hpp"

#include <gmock/gmock.h>

#include <atomic>

#include "engine/error.hpp"
#include "results/comparison/comparison_file.hpp"
#include "results/comparison/comparison_text.hpp"
#include "results/stats/design_points.hpp"
#include "results/sweep/sample.hpp"
#include "tests/results/comparison/runs.hpp"
#include "tests/support/languages.hpp"

namespace doorstroom {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;

constexpr auto ranges = R"(
evidence:
  arrangements.zoa.waiting.at_home: {basis: assumed, range: [10%, 30%, 80%]}
  desks.youth_team.staff: {basis: assumed, range: [3.2 fte, 3.6 fte]}
)";

const std::vector<KpiName> judged_figures{KpiName::parse("absent_4w_mean")};

OverEvidence over(const std::string& base, const std::string& variant, EvidencePlan plan,
                  const PoolOptions& pool = {}) {
  ResultReader base_file(base);
  std::vector<ResultReader> variants;
  variants.emplace_back(variant);
  return over_evidence(base_file, variants, judged_figures, plan, pool);
}

TEST(OverEvidence, of_a_scenario_and_its_twin_is_exactly_nothing) {
  const RunFolder runs;
  const OverEvidence found = over(runs.run("base", ranges), runs.run("twin", ranges), {4, 3});
  const VarianceComponents& spread = found.variants.at(0).at(0).spread;
  EXPECT_EQ(spread.points, 4u);
  EXPECT_EQ(spread.least, 0);
  EXPECT_EQ(spread.most, 0);
  EXPECT_EQ(spread.total_variance, 0);
}

/// The points by hand: each scenario loaded with the values, and run by itself.
TEST(OverEvidence, is_the_spread_of_scenarios_that_are_run_one_by_one) {
  const RunFolder runs;
  const std::string base = runs.run("base", ranges);
  const std::string variant = runs.run("more", ranges, {"arrangements.oza.places=34"});
  const EvidencePlan plan{3, 4};
  const OverEvidence found = over(base, variant, plan, {.jobs = 2});

  Factor at_home;
  at_home.from = 0.1;
  at_home.middle = 0.3;
  at_home.to = 0.8;
  Factor staff;
  staff.from = 3.2;
  staff.to = 3.6;
  staff.unit = "fte";
  const auto of_point = [&](const std::string& file, const DesignPoint& place) {
    const ScenarioTree tree(file, ResultReader(file).resolved());
    const Scenario scenario =
        tree.with({"arrangements.zoa.waiting.at_home=" + at_home.value_at(place[0]),
                   "desks.youth_team.staff=" + staff.value_at(place[1])})
            .scenario;
    return std::get<std::vector<double>>(
        sample(scenario, {0, plan.replications}, judged_figures).columns[1]);
  };
  std::vector<std::vector<double>> differences;
  for (const DesignPoint& place : latin_hypercube(plan.points, 2, 2026)) {
    std::vector<double> difference = of_point(variant, place);
    const std::vector<double> of_base = of_point(base, place);
    for (std::size_t i = 0; i < difference.size(); ++i) difference[i] -= of_base[i];
    differences.push_back(difference);
  }
  const VarianceComponents by_hand = variance_components(differences, Seeds::shared);
  const VarianceComponents& spread = found.variants.at(0).at(0).spread;
  EXPECT_EQ(spread.p50, by_hand.p50);
  EXPECT_EQ(spread.least, by_hand.least);
  EXPECT_EQ(spread.noise_variance, by_hand.noise_variance);
  EXPECT_NE(spread.least, spread.most) << "the assumptions do make a difference";
}

TEST(OverEvidence, is_kept_as_a_table_of_the_same_numbers) {
  const RunFolder runs;
  const std::string base = runs.run("base", ranges);
  const std::string variant = runs.run("more", ranges, {"arrangements.oza.places=34"});
  const OverEvidence found = over(base, variant, {3, 4});
  ResultReader base_file(base);
  std::vector<ResultReader> variants;
  variants.emplace_back(variant);
  const Table kept = over_table(compare(base_file, variants), found);
  const VarianceComponents& spread = found.variants.at(0).at(0).spread;
  ASSERT_EQ(kept.rows(), 1u);
  EXPECT_EQ(kept.texts("kpi")[0], "absent_4w_mean");
  EXPECT_EQ(kept.counts("points")[0], 3);
  EXPECT_EQ(kept.counts("pairs")[0], 4);
  const auto at = [&](const char* column) { return kept.numbers(column)[0]; };
  EXPECT_EQ(at("difference"), spread.mean.mean);
  EXPECT_EQ(at("low"), spread.mean.low);
  EXPECT_EQ(at("high"), spread.mean.high);
  EXPECT_THAT((std::vector{at("least"), at("p10"), at("p50"), at("p90"), at("most")}),
              ElementsAre(spread.least, spread.p10, spread.p50, spread.p90, spread.most));
  EXPECT_DOUBLE_EQ(at("noise_share"), spread.noise_variance / spread.total_variance);
}

TEST(OverEvidence, does_not_depend_on_the_number_of_workers) {
  const RunFolder runs;
  const std::string base = runs.run("base", ranges);
  const std::string variant = runs.run("more", ranges, {"arrangements.oza.places=34"});
  const VarianceComponents one = over(base, variant, {5, 2}, {.jobs = 1}).variants[0][0].spread;
  const VarianceComponents three = over(base, variant, {5, 2}, {.jobs = 3}).variants[0][0].spread;
  EXPECT_EQ(one.mean.mean, three.mean.mean);
  EXPECT_EQ(one.total_variance, three.total_variance);
}

TEST(OverEvidence, needs_a_range) {
  const RunFolder runs;
  const std::string base = runs.run("base");
  EXPECT_THAT([&] { over(base, base, {}); },
              ThrowsMessage<InputError>(HasSubstr("no entry of `evidence` has a range")));
}

TEST(OverEvidence, names_values_that_do_not_go_together) {
  const RunFolder runs;
  const std::string clash =
      "evidence:\n"
      "  arrangements.oza.routes.back_at_school: {basis: assumed, range: [70%, 99%]}\n";
  const std::string base = runs.run("base", clash);
  EXPECT_THAT(
      [&] {
        over(base, base, {4, 2});
      },
      ThrowsMessage<InputError>(AllOf(HasSubstr("these values of `evidence` do not go together"),
                                      HasSubstr("arrangements.oza.routes.back_at_school = 0.9"))));
}

TEST(OverEvidence, stops_when_it_is_asked_to) {
  const RunFolder runs;
  const std::string base = runs.run("base", ranges);
  const std::atomic<bool> stop = true;
  EXPECT_THROW(over(base, base, {20, 10}, {.stop = &stop}), Interrupted);
}

/// Made by hand: 20 points between 2 and 40 lower.
std::string told(double least, double p10, double p50, double p90, double most, double half_width,
                 Language language) {
  Comparison comparison;
  comparison.variants.push_back({"Meer plaatsen", "b.h5", {}, {}, {}, {}, {}});
  OverEvidence made;
  made.plan = {20, 10};
  made.assumptions.varied.resize(14);
  made.assumptions.kept = {{"desks.x.work", message("it is a list")}};
  VarianceComponents spread;
  spread.points = 20;
  spread.mean = {p50, p50 - half_width, p50 + half_width, 20};
  spread.total_variance = 100;
  spread.noise_variance = 12;
  spread.between_variance = 88;
  spread.least = least;
  spread.p10 = p10;
  spread.p50 = p50;
  spread.p90 = p90;
  spread.most = most;
  made.variants = {{{judged_figures[0], spread}}};
  return over_evidence_text(comparison, made, false, language, 200);
}

TEST(OverEvidence, is_told_apart_from_noise_in_both_languages) {
  const std::string english = told(-60, -40, -18, -2, 0, 3, Language::en);
  EXPECT_THAT(english, HasSubstr("20 points of 14 assumptions, 10 pairs of replications"));
  EXPECT_THAT(english, HasSubstr("over the assumed ranges 2 to 40 lower (18 in the middle); "
                                 "simulation noise adds 3."));
  EXPECT_THAT(english, HasSubstr("desks.x.work: it is a list"));
  EXPECT_THAT(english, HasSubstr("-60 to 0"));
  EXPECT_THAT(english, HasSubstr("12%"));
  EXPECT_THAT(english, HasSubstr("an assumption worked out, not evidence of effect"));
  const std::string dutch = told(-60, -40, -18, -2, 0, 3, language_nl);
  EXPECT_THAT(dutch, HasSubstr("over de aangenomen bandbreedtes 2 tot 40 lager (midden 18); de "
                               "ruis van het simuleren voegt 3 toe."));
  EXPECT_THAT(dutch, HasSubstr("geen bewijs van effect"));
}

TEST(OverEvidence, that_makes_no_difference_is_told_so) {
  EXPECT_THAT(told(0, 0, 0, 0, 0, 0, Language::en), HasSubstr("exactly alike at every point"));
  EXPECT_THAT(told(-3, 0, 0, 0, 0, 1, Language::en), HasSubstr("alike at most points"));
}

}  // namespace
}  // namespace doorstroom
