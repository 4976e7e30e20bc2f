#include "results/provenance/invented_youths.hpp"

#include <gmock/gmock.h>

#include "tests/results/report/made_report.hpp"
#include "tests/support/worked.hpp"

/// Whom a report tells of.

namespace doorstroom {
namespace {

using example::day;

std::vector<std::uint32_t> numbers_of(const std::vector<WaitOfYouth>& youths) {
  std::vector<std::uint32_t> numbers;
  for (const WaitOfYouth& one : youths) numbers.push_back(one.youth);
  return numbers;
}

YouthRow arrived(double on, std::int32_t month = 2026 * 12 + 8) {
  YouthRow youth;
  youth.source = example::school;
  youth.month = month;
  youth.arrived = day(on);
  youth.exited = day(on + 200);
  return youth;
}

Visit waited(std::uint32_t youth, double from, double to) {
  Visit visit;
  visit.youth = youth;
  visit.node = example::oza;
  visit.asked = day(from);
  visit.entered = day(to);
  visit.left = day(to + 10);
  return visit;
}

TEST(InventedYouths, are_ranked_by_all_they_waited) {
  RetainedVisits rows;
  rows.youths = {arrived(1), arrived(2), arrived(3)};
  // Two lists at once count once; two waits one after the other count both.
  rows.visits = {waited(0, 10, 40), waited(0, 20, 40), waited(1, 10, 20), waited(1, 50, 60),
                 waited(2, 10, 15)};
  const auto youths = invented_youths(rows, example::scenario(), {});
  EXPECT_THAT(numbers_of(youths), testing::ElementsAre(2, 1, 0));
  EXPECT_EQ(youths[1].waited.count, 20);
  EXPECT_EQ(youths[2].waited.count, 30);
}

TEST(InventedYouths, found_listed_early_and_unfinished_ones_are_left_out) {
  Scenario scenario = example::scenario();
  RetainedVisits rows;
  rows.youths = {arrived(1), arrived(1, YouthRow::of_today), arrived(1, YouthRow::of_initial),
                 arrived(-5), arrived(1)};
  rows.youths[4].exited = never;
  for (std::uint32_t youth = 0; youth < 5; ++youth) rows.visits.push_back(waited(youth, 5, 9));
  EXPECT_THAT(numbers_of(invented_youths(rows, scenario, {})), testing::ElementsAre(0));

  scenario.sources[0].arrivals.emplace_back();  // a table of a region's own
  EXPECT_THAT(invented_youths(rows, scenario, {}), testing::IsEmpty());
}

TEST(InventedYouths, who_came_while_the_start_is_hidden_is_left_out) {
  const Privacy privacy(worked::load(worked::scenario(R"(
sources: {school: {per_year: 10, to: oza}}
arrangements:
  oza: {education: part, places: 5, stay: 5 weeks, routes: {out: 100%}}
exits: {out: {education: full}}
today: {oza: {occupied: 2}}
)")),
                        5);
  ASSERT_EQ(privacy.shown_from_day(), 364);
  RetainedVisits rows;
  rows.youths = {arrived(363), arrived(364)};
  rows.visits = {waited(0, 363, 370), waited(1, 364, 370)};
  EXPECT_THAT(numbers_of(invented_youths(rows, example::scenario(), privacy)),
              testing::ElementsAre(1));
}

TEST(InventedYouths, seed_chooses_within_a_tenth) {
  std::vector<WaitOfYouth> ranked;
  for (std::uint32_t i = 0; i < 100; ++i) ranked.push_back({i, Days{1.0 * i}});
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    EXPECT_LT(chosen_youth(ranked, 0, seed), 10U);
    EXPECT_THAT(chosen_youth(ranked, 0.5, seed),
                testing::AllOf(testing::Ge(45U), testing::Lt(55U)));
    EXPECT_GE(chosen_youth(ranked, 1, seed), 90U);
  }
  EXPECT_NE(chosen_youth(ranked, 1, 3), chosen_youth(ranked, 1, 4));
  ranked.resize(3);
  EXPECT_EQ(chosen_youth(ranked, 0, 5), 0U);
  EXPECT_EQ(chosen_youth(ranked, 0.5, 5), 1U);
  EXPECT_EQ(chosen_youth(ranked, 1, 5), 2U);
}

const std::string storied_region = R"(
doorstroom: 1
name: A region
period: {start: 2026-08-01, years: 2}
replications: 2
seed: 7
sources: {school: {per_year: 80, to: oza}}
arrangements:
  oza: {education: part, places: 20, stay: {exponential: {mean: 4 months}}, routes: {out: 100%}}
exits: {out: {education: full}}
)";

const ReportSection* section_of(const Report& report) {
  const auto at = std::ranges::find(report.sections, "one-youth", &ReportSection::id);
  return at == report.sections.end() ? nullptr : &*at;
}

TEST(OneYouth, tells_three_stories_alike_every_time) {
  const made::Reports files;
  const std::string result = files.run("region", storied_region);
  for (const Language language : Language::all()) {
    const Report report = made::report({result}, 5, language);
    const ReportSection* const section = section_of(report);
    ASSERT_TRUE(section);
    std::vector<ReportStory> stories;
    for (const ReportBlock& block : section->blocks)
      if (const auto* story = std::get_if<ReportStory>(&block)) stories.push_back(*story);
    ASSERT_EQ(stories.size(), 3U);
    for (const ReportStory& story : stories) EXPECT_GE(story.lines.size(), 3U) << story.title;
    EXPECT_EQ(report_json(report), report_json(made::report({result}, 5, language)));
  }
}

TEST(OneYouth, is_left_out_when_every_youth_is_of_records) {
  const made::Reports files;
  std::string yaml = storied_region;
  const std::string rate = "per_year: 80";
  yaml.replace(yaml.find(rate), rate.size(),
               "arrivals: [2026-08-01, 2026-08-05, 2026-09-01, 2026-09-02, 2026-09-03]");
  yaml += "today: {oza: {occupied: 19}}\n";
  EXPECT_FALSE(section_of(made::report({files.run("region", yaml)})));
}

}  // namespace
}  // namespace doorstroom
