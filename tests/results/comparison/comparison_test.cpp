#include "results/comparison/comparison.hpp"
#include "results/rows/kpi_lists.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "engine/error.hpp"
#include "results/comparison/comparison_text.hpp"
#include "tests/results/comparison/runs.hpp"

namespace doorstroom {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::ThrowsMessage;

constexpr auto inert = R"(
interventions:
  nothing:
    from: 2027-08-01
    until: 2028-08-01
    effects: {same: {change: desks.youth_team.work, factor: 1}}
)";

Comparison compared(const std::string& base, const std::string& variant) {
  ResultReader base_file(base);
  std::vector<ResultReader> variants;
  variants.emplace_back(variant);
  return compare(base_file, variants);
}

/// Exactly: not one replication differs.
void expect_zero(const KpiName& kpi, const PairedDifference& paired) {
  if (paired.count < 2) return;
  EXPECT_EQ(paired.difference.mean, 0) << kpi.text();
  EXPECT_EQ(paired.difference.low, 0) << kpi.text();
  EXPECT_EQ(paired.difference.high, 0) << kpi.text();
  EXPECT_EQ(paired.p10, 0) << kpi.text();
  EXPECT_EQ(paired.p90, 0) << kpi.text();
}

void expect_zero(const ComparedVariant& variant) {
  EXPECT_THAT(variant.verdicts, Not(IsEmpty()));
  for (const Judged& judged : variant.verdicts) {
    expect_zero(judged.figure.kpi, judged.paired);
    EXPECT_EQ(judged.relevance.verdict, Verdict::negligible) << judged.figure.kpi.text();
  }
  EXPECT_EQ(variant.system.size(), system_kpis().size());
  EXPECT_EQ(variant.nodes.size(), 4u * 4) << "four figures of a desk and three arrangements";
  for (const auto* figures : {&variant.system, &variant.nodes, &variant.funders, &variant.groups})
    for (const ComparedFigure& figure : *figures) expect_zero(figure.kpi, figure.paired);
  EXPECT_EQ(variant.years.size(), 2u);
  for (const ComparedYear& year : variant.years)
    for (std::size_t i = 0; i < variant.verdicts.size(); ++i)
      expect_zero(variant.verdicts[i].figure.kpi, year.differences[i]);
}

TEST(Comparison, with_itself_shows_exactly_nothing) {
  const RunFolder runs;
  const Comparison found = compared(runs.run("base"), runs.run("twin"));
  expect_zero(found.variants.front());
  EXPECT_THAT(found.variants.front().phases, IsEmpty()) << "there is no intervention";
}

TEST(Comparison, of_an_intervention_without_force_shows_exactly_nothing) {
  const RunFolder runs;
  const Comparison found = compared(runs.run("base"), runs.run("inert", inert));
  const ComparedVariant& variant = found.variants.front();
  expect_zero(variant);
  EXPECT_EQ(variant.phases.size(), 2u);
}

/// Differences worked out from the two files, by hand.
std::vector<double> by_hand(const std::string& base, const std::string& variant,
                            const std::string& kpi) {
  ResultReader base_file(base);
  ResultReader variant_file(variant);
  std::vector<double> differences = kpi_values(variant_file, kpi);
  const std::vector<double> of_base = kpi_values(base_file, kpi);
  for (std::size_t i = 0; i < differences.size(); ++i) differences[i] -= of_base[i];
  return differences;
}

double mean(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

TEST(Comparison, of_other_places_is_the_difference_of_the_two_files) {
  const RunFolder runs;
  const std::string base = runs.run("base");
  const std::string more = runs.run("more", "", {"arrangements.oza.places=34"});
  const Comparison found = compared(base, more);
  const ComparedVariant& variant = found.variants.front();
  EXPECT_THAT(found.base_name, testing::StartsWith("One desk, two arrangements"));
  EXPECT_EQ(found.seed, 2026);
  for (const Judged& judged : variant.verdicts) {
    const std::string kpi = judged.figure.kpi.text();
    const std::vector<double> differences = by_hand(base, more, kpi);
    const double middle = mean(differences);
    double squares = 0;
    for (const double difference : differences) squares += std::pow(difference - middle, 2);
    const double error = std::sqrt(squares / 4 / 5);
    EXPECT_EQ(judged.paired.count, 5u);
    EXPECT_NEAR(judged.paired.difference.mean, middle, 1e-9 * (1 + std::abs(middle))) << kpi;
    EXPECT_NEAR(judged.paired.standard_error, error, 1e-9 * (1 + error)) << kpi;
    for (const ComparedYear& year : variant.years) {
      const std::size_t i = static_cast<std::size_t>(&judged - variant.verdicts.data());
      const double of_year = mean(by_hand(base, more, kpi + "@" + std::to_string(year.year)));
      if (!std::isnan(of_year)) {
        EXPECT_NEAR(year.differences[i].difference.mean, of_year, 1e-9 * (1 + std::abs(of_year)))
            << kpi << " of year " << year.year;
      }
    }
  }
  const auto dropouts =
      std::ranges::find(variant.system, KpiName::parse("dropouts_per_year"), &ComparedFigure::kpi);
  ASSERT_NE(dropouts, variant.system.end());
  EXPECT_NE(dropouts->paired.difference.mean, 0) << "places do make a difference";
}

TEST(Comparison, parts_the_years_by_the_intervention_that_the_base_does_not_have) {
  const RunFolder runs;
  const Sets four{"period.years=4"};
  const std::string strong = changed(inert, "factor: 1", "factor: 0.5");
  const std::string base = runs.run("base", "", four);
  const std::string variant = runs.run("strong", strong, four);
  const ComparedVariant found = compared(base, variant).variants.front();
  ASSERT_EQ(found.phases.size(), 3u);
  EXPECT_EQ(found.phases[0].phase, InterventionPhase::before);
  EXPECT_EQ(found.phases[1].phase, InterventionPhase::during);
  EXPECT_EQ(found.phases[2].phase, InterventionPhase::after);
  EXPECT_EQ(found.phases[1].first_year, 1);
  EXPECT_EQ(found.phases[1].last_year, 1);
  EXPECT_EQ(found.phases[2].first_year, 2);
  EXPECT_EQ(found.phases[2].last_year, 3);
  for (std::size_t i = 0; i < found.verdicts.size(); ++i) {
    const KpiName& kpi = found.verdicts[i].figure.kpi;
    expect_zero(kpi, found.phases[0].differences[i]);
    if (kpi.text() != "dropouts_per_year") continue;
    const double after = (mean(by_hand(base, variant, kpi.text() + "@2")) +
                          mean(by_hand(base, variant, kpi.text() + "@3"))) /
                         2;
    EXPECT_NEAR(found.phases[2].differences[i].difference.mean, after, 1e-9);
    EXPECT_NE(after, 0);
  }
  // One that both have is no difference between them.
  const std::string again =
      runs.run("again", strong, {"period.years=4", "arrangements.oza.places=30"});
  EXPECT_THAT(compared(variant, again).variants.front().phases, IsEmpty());
}

TEST(Comparison, judges_what_happens_during_and_after_an_intervention_that_ends) {
  const RunFolder runs;
  const Sets four{"period.years=4"};
  const std::string headline = "headline: {dropouts_per_year: 3, absent_13w_mean: 2}\n";
  const std::string strong = changed(inert, "factor: 1", "factor: 0.5");
  const std::string base = runs.run("base", headline, four);
  const Comparison found = compared(base, runs.run("strong", headline + strong, four));
  EXPECT_EQ(found.statements.statements, 6u) << "during, after and the mean, of two figures";
  const ComparedVariant& variant = found.variants.front();
  ASSERT_EQ(variant.phases.size(), 3u);
  EXPECT_THAT(variant.phases[0].relevance, IsEmpty()) << "before";
  for (const std::size_t phase : {1u, 2u}) {
    ASSERT_EQ(variant.phases[phase].relevance.size(), 2u);
    const Relevance by_hand = relevance_of(variant.phases[phase].differences[0], 3, {0.95, 6});
    EXPECT_EQ(variant.phases[phase].relevance[0].verdict, by_hand.verdict);
    EXPECT_DOUBLE_EQ(variant.phases[phase].relevance[0].p_equivalent, by_hand.p_equivalent);
  }
  const std::string text = comparison_text(found, false, Language::en);
  EXPECT_LT(text.find("During the intervention, 2027-28\n"),
            text.find("After the intervention, 2028-29 to 2029-30\n"));
  EXPECT_LT(text.find("After the intervention, 2028-29 to 2029-30\n"),
            text.find("Mean of all years, 2026-27 to 2029-30\n"));

  const std::string lasting = changed(strong, "    until: 2028-08-01\n", "");
  const Comparison without_end = compared(base, runs.run("lasting", headline + lasting, four));
  EXPECT_EQ(without_end.statements.statements, 2u);
  for (const ComparedPhase& phase : without_end.variants.front().phases)
    EXPECT_THAT(phase.relevance, IsEmpty());
}

TEST(Comparison, counts_a_year_to_the_phase_that_holds_in_its_middle) {
  const RunFolder runs;
  const Sets four{"period.years=4"};
  const std::string base = runs.run("base", "", four);
  const auto phases_of = [&](const std::string& name, const std::string& from,
                             const std::string& until) {
    std::string one = changed(inert, "from: 2027-08-01", "from: " + from);
    one = changed(one, "until: 2028-08-01", "until: " + until);
    std::vector<InterventionPhase> phases;
    for (const ComparedYear& year : compared(base, runs.run(name, one, four)).variants[0].years)
      phases.push_back(year.phase);
    return phases;
  };
  using enum InterventionPhase;
  // The years begin on 1 August 2026.
  EXPECT_THAT(phases_of("director", "2026-09-01", "2028-09-01"),
              ElementsAre(during, during, after, after));
  EXPECT_THAT(phases_of("late", "2027-04-01", "2029-01-01"),
              ElementsAre(before, during, after, after));
  EXPECT_THAT(phases_of("short", "2027-09-01", "2027-12-01"),
              ElementsAre(before, during, after, after));
}

/// The first part that has that name.
const ComparedFigure& part_of(const std::vector<ComparedFigure>& figures, const std::string& part,
                              const std::string& kpi) {
  for (const ComparedFigure& figure : figures)
    if (figure.part == part && figure.kpi.text() == kpi) return figure;
  ADD_FAILURE() << "there is no " << kpi << " of " << part;
  return figures.front();
}

TEST(Comparison, tells_who_pays_and_for_whom) {
  const RunFolder runs;
  const Comparison found =
      compared(runs.run("base"), runs.run("more", "", {"arrangements.oza.places=34"}));
  const ComparedVariant& variant = found.variants.front();
  // 10 places more at 22,000 euro a year, of which the municipality pays 40%.
  const ComparedFigure& paid = part_of(variant.funders, "gemeente", "cost_euro_per_year");
  const double all = part_of(variant.system, "", "cost_euro_per_year").paired.difference.mean;
  double funders = 0;
  for (const ComparedFigure& each : variant.funders) funders += each.paired.difference.mean;
  EXPECT_NEAR(funders, all, 1e-6);
  EXPECT_GT(paid.paired.difference.mean, 0);
  double dropouts = 0;
  for (const char* severity : {"severity.light", "severity.middle", "severity.complex"})
    dropouts += part_of(variant.groups, severity, "dropouts_per_year").paired.difference.mean;
  EXPECT_NEAR(dropouts, part_of(variant.system, "", "dropouts_per_year").paired.difference.mean,
              1e-9);
}

TEST(Comparison, of_other_futures_is_refused_with_what_differs) {
  const RunFolder runs;
  const std::string base = runs.run("base");
  const auto refusal = [&](const Sets& sets) {
    const std::string other = runs.run("other", "", sets);
    try {
      compared(base, other);
    } catch (const InputError& error) {
      std::filesystem::remove(other);
      return std::string(error.what());
    }
    return std::string("it was compared");
  };
  EXPECT_THAT(refusal({"seed=7"}), AllOf(HasSubstr("do not live through the same futures"),
                                         HasSubstr("seed is 2026 and 7")));
  EXPECT_THAT(refusal({"period.years=3"}), HasSubstr("horizon_days is"));
  EXPECT_THAT(refusal({"period.warm_up=2 years"}), HasSubstr("period.warm_up is"));
  EXPECT_THAT(refusal({"sources.school.per_year=130"}),
              HasSubstr("sources.school.per_year is 120 and 130"));
  EXPECT_THAT(refusal({"period.start=2027-08-01"}), HasSubstr("start_date is 2026-08-01"));
}

TEST(Comparison, judges_what_the_scenario_declares_and_the_customary_figures_otherwise) {
  const RunFolder runs;
  const std::string base =
      runs.run("base", "headline: {dropouts_per_year: 3, oza.entered_within_10w: 5%}\n");
  const std::string plain = runs.run("plain");
  const ComparedVariant said = compared(base, plain).variants.front();
  ASSERT_EQ(said.verdicts.size(), 2u);
  EXPECT_EQ(said.verdicts[0].figure.kpi.text(), "dropouts_per_year");
  EXPECT_EQ(said.verdicts[0].figure.smallest_relevant, 3);
  EXPECT_EQ(said.verdicts[1].figure.kpi.text(), "oza.entered_within_10w");
  EXPECT_DOUBLE_EQ(said.verdicts[1].figure.smallest_relevant, 0.05);

  ResultReader file(plain);
  const ComparedVariant customary = compared(plain, base).variants.front();
  EXPECT_THAT(customary.verdicts, Not(IsEmpty()));
  for (const Judged& judged : customary.verdicts) {
    const KpiDefinition& kpi = judged.figure.kpi.definition();
    EXPECT_TRUE(kpi.headline);
    if (kpi.units == "1")
      EXPECT_EQ(judged.figure.smallest_relevant, 0.05) << kpi.name;
    else
      EXPECT_NEAR(judged.figure.smallest_relevant, 0.05 * mean(kpi_values(file, judged.figure.kpi)),
                  1e-6)
          << kpi.name;
  }
}

TEST(Comparison, of_several_variants_shares_one_chance_of_error) {
  const RunFolder runs;
  ResultReader base(runs.run("base", "headline: {dropouts_per_year: 3, absent_13w_mean: 2}\n"));
  std::vector<ResultReader> variants;
  variants.emplace_back(runs.run("more", "", {"arrangements.oza.places=30"}));
  variants.emplace_back(runs.run("most", "", {"arrangements.oza.places=40"}));
  const Comparison found = compare(base, variants);
  EXPECT_EQ(found.statements.statements, 4u);
  const Judged& judged = found.variants[1].verdicts[0];
  const PairedDifference alone = compare_pairs(kpi_values(base, judged.figure.kpi),
                                               kpi_values(variants[1], judged.figure.kpi));
  EXPECT_GT(judged.paired.difference.half_width(), alone.difference.half_width());
  EXPECT_DOUBLE_EQ(judged.paired.p_adjusted, std::min(1.0, 4 * alone.p));
}

}  // namespace
}  // namespace doorstroom
