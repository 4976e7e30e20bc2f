#include <gmock/gmock.h>

#include <cmath>

#include "results/situation/incidence_curves.hpp"
#include "tests/results/situation/situation.hpp"

namespace doorstroom {
namespace {

using situation::opened;
using situation::Results;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

TEST(WaitingAndDropout, two_of_three_are_placed_within_six_weeks) {
  const Results results;
  ReportSources sources = opened({results.worked(situation::three_for_one_place)});
  const ReportChart made = waiting_chart(sources);
  const auto& chart = std::get<CurveChart>(made.chart);
  ASSERT_THAT(chart.curves, SizeIs(1));
  EXPECT_EQ(chart.x[3], 6);
  EXPECT_NEAR(chart.curves[0].y[0], 100.0 / 3, 1e-9) << "one at once";
  EXPECT_NEAR(chart.curves[0].y[3], 200.0 / 3, 1e-9) << "29 days, but not 58";
  EXPECT_NEAR(chart.curves[0].y[5], 100, 1e-9);
  EXPECT_NEAR(*situation::cell(made.table, "6", "OZA").value, 2.0 / 3, 1e-12);
}

TEST(WaitingAndDropout, says_how_many_of_a_hundred) {
  const Results results;
  ReportSources sources = opened({results.worked(situation::three_for_one_place)});
  const ReportSection section = waiting_and_dropout(sources);
  EXPECT_EQ(situation::all<ReportText>(section.blocks).front().text,
            "OZA: of every 100 who ask, 67 are placed within 6 weeks.");
  EXPECT_THAT(situation::all<ReportList>(section.blocks).front().items, ElementsAre("OZA: 67"));
}

TEST(WaitingAndDropout, arrangements_alike_are_a_tie) {
  const Results results;
  ReportSources sources = opened({results.worked(situation::two_alike)});
  const ReportSection section = waiting_and_dropout(sources);
  EXPECT_EQ(situation::all<ReportText>(section.blocks).front().text,
            "We cannot tell where the fewest are placed within 6 weeks. Of every 100 who ask, it "
            "may be any of these: OZA, 67; ZOA, 67.");
}

TEST(WaitingAndDropout, one_replication_has_no_bounds_and_says_so) {
  const Results results;
  ReportSources sources = opened({results.worked(situation::two_alike, 1)});
  const ReportSection section = waiting_and_dropout(sources);
  EXPECT_THAT(situation::all<ReportText>(section.blocks).front().text,
              HasSubstr("one possible future"));
  const ReportChart made = waiting_chart(sources);
  EXPECT_THAT(std::get<CurveChart>(made.chart).curves[0].low, SizeIs(0));
}

/// The curve at 6 weeks and the key figure are two ways to the same number.
TEST(WaitingAndDropout, curve_meets_the_key_figure) {
  const Results results;
  ReportSources sources = opened({results.run(minimal(), {"replications=4", "period.years=2"})});
  ResultReader file(sources.base().path());
  const Table& waiting = file.table("/waiting");
  for (const Placement& one : placements_of(sources)) {
    double within = 0;
    for (std::size_t row = 0; row < waiting.rows(); ++row)
      if (waiting.codes("year")[row] == -1 &&
          waiting.codes("node")[row] == waiting.code_of("node", one.entered.id))
        within += waiting.numbers("entered_within_6w")[row] / 4;
    EXPECT_NEAR(one.entered.within(6).mean, within, 1e-9) << one.entered.id;
  }
}

TEST(WaitingAndDropout, places_without_limit_have_no_curve) {
  const Results results;
  ReportSources sources = opened({results.run(minimal(), {"replications=2", "period.years=1"})});
  std::vector<std::string> ids;
  for (const Placement& one : placements_of(sources)) ids.push_back(one.entered.id);
  EXPECT_THAT(ids, ::testing::UnorderedElementsAre("oza", "zoa"));
}

TEST(WaitingAndDropout, tells_what_comes_first_after_a_signal) {
  const Results results;
  ReportSources sources = opened({results.worked(situation::three_for_one_place)});
  const ReportSection section = waiting_and_dropout(sources);
  const ReportTable first = situation::table(section, "dropout-table");
  EXPECT_EQ(situation::cell(first, "52", "absent for over 4 weeks").value, 0)
      << "who waits goes to school";
  EXPECT_EQ(situation::cell(first, "52", "placed").value, 1);
  EXPECT_NEAR(*situation::cell(first, "6", "placed").value, 2.0 / 3, 1e-12);
}

TEST(WaitingAndDropout, legal_terms_have_a_table) {
  const Results results;
  ReportSources sources = opened({results.worked(situation::three_for_one_place + R"(
clocks:
  duty: {starts: {asks: oza}, stops: {enters: [oza]}, within: 6 weeks}
)")});
  const ReportSection section = waiting_and_dropout(sources);
  const ReportTable terms = situation::table(section, "legal-terms");
  EXPECT_EQ(situation::cell(terms, "duty", "started a year").value, 3);
  EXPECT_NEAR(*situation::cell(terms, "duty", "too late").value, 1.0 / 3, 1e-12) << "58 days";
}

}  // namespace
}  // namespace doorstroom
