#include <gmock/gmock.h>

#include "results/choices/choices.hpp"
#include "results/comparison/comparison_text.hpp"
#include "results/report/verdict_words.hpp"
#include "tests/results/report/made_section.hpp"

namespace doorstroom {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSubsetOf;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

/// A verdict made by hand: the difference of a figure with its bounds.
Judged verdict_on(const std::string& kpi, double middle, double low, double high, double smallest,
                  Verdict verdict) {
  constexpr std::uint64_t pairs = 50;
  Judged made{{KpiName::parse(kpi), smallest}, {}, {}};
  made.paired.count = pairs;
  made.paired.difference = {middle, low, high, pairs};
  made.relevance.verdict = verdict;
  return made;
}

TEST(VerdictWords, are_those_that_compare_begins_with) {
  for (const Judged& judged :
       {verdict_on("dropouts_per_year", -21, -24, -18, 10, Verdict::relevant),
        verdict_on("dropouts_per_year", 21, 18, 24, 10, Verdict::relevant),
        verdict_on("back_in_education_share", 0.3, 0.2, 0.4, 0.1, Verdict::relevant),
        verdict_on("cost_euro_per_year", -2e6, -3e6, -1e6, 5e5, Verdict::relevant),
        verdict_on("mediated_per_year", 21, 18, 24, 10, Verdict::relevant)})
    for (const Language language : {Language::en, language_nl}) {
      EXPECT_THAT(verdict_text(judged).in(language),
                  StartsWith(verdict_words(judged).in(language) + ":"));
      EXPECT_THAT(verdict_text(judged).in(language),
                  HasSubstr(span_text(judged.figure.kpi, judged.paired.difference).in(language)));
      EXPECT_THAT(difference_words(judged).in(language),
                  StartsWith(span_text(judged.figure.kpi, judged.paired.difference).in(language)));
    }
}

TEST(VerdictWords, call_what_is_negligible_too_small_and_say_than_what) {
  const Judged small = verdict_on("dropouts_per_year", 1, -2, 4, 10, Verdict::negligible);
  EXPECT_EQ(verdict_words(small).in(Language::en), "too small to matter (less than 10)");
}

TEST(VerdictWords, never_call_what_is_undecided_no_effect) {
  const Judged open = verdict_on("dropouts_per_year", 1, -12, 14, 10, Verdict::undecided);
  EXPECT_EQ(verdict_words(open).in(Language::en), "we cannot tell yet");
  EXPECT_EQ(verdict_words(open).in(language_nl), "dat weten we nog niet");
  const Judged effect = verdict_on("dropouts_per_year", -6, -11, -2, 10, Verdict::undecided);
  EXPECT_EQ(difference_words(effect).in(Language::en),
            "2 to 11 lower (6 in the middle): better, but we cannot tell yet whether it matters");
}

TEST(VerdictWords, take_the_direction_that_a_figure_prefers) {
  using Tone = IntervalRow::Tone;
  const auto tone = [](const char* kpi, double sign) {
    return tone_of(verdict_on(kpi, sign * 2, sign > 0 ? 1.5 : -2.5, sign > 0 ? 2.5 : -1.5, 1,
                              Verdict::relevant));
  };
  EXPECT_EQ(tone("dropouts_per_year", -1), Tone::better);
  EXPECT_EQ(tone("dropouts_per_year", 1), Tone::worse);
  EXPECT_EQ(tone("back_in_education_share", 1), Tone::better);
  EXPECT_EQ(tone("back_in_education_share", -1), Tone::worse);
  EXPECT_EQ(tone("mediated_per_year", 1), Tone::neutral);
  EXPECT_EQ(tone_of(verdict_on("dropouts_per_year", 0, -1, 1, 10, Verdict::negligible)),
            Tone::neutral);
  EXPECT_EQ(tone_of(verdict_on("dropouts_per_year", 0, -20, 20, 10, Verdict::undecided)),
            Tone::undecided);
}

TEST(WhatChanges, has_nothing_to_tell_without_variants) {
  const RunFolder runs;
  ReportSources sources = sources_of({runs.run("base")});
  EXPECT_THAT(what_changes(sources).blocks, IsEmpty());
  EXPECT_THROW(difference_chart(sources), InputError);
}

/// A base and a variant with an intervention of its own, in the first of two years.
class ChangeOfAYear : public testing::Test {
 protected:
  std::vector<std::string> paths() {
    return {runs_.run("base"), runs_.run("helper", R"(
interventions:
  helper:
    from: 2026-08-01
    until: 2027-08-01
    effects: {less_work: {change: desks.youth_team.work, factor: 0.5}}
    cost: {amount: 50000 EUR per year, paid_by: {gemeente: 50%, swv: 50%}}
)",
                                         {"name=A helper for a year"})};
  }

  RunFolder runs_;
};

TEST_F(ChangeOfAYear, is_drawn_in_differences_that_matter_during_it_and_after) {
  ReportSources sources = sources_of(paths());
  const ReportChart made = difference_chart(sources);
  const auto& chart = std::get<IntervalChart>(made.chart);
  const ComparedVariant& compared = sources.comparison()->variants.front();
  ASSERT_THAT(chart.rows, SizeIs(2 * compared.verdicts.size()));
  EXPECT_EQ(chart.rows.front().group, "During the intervention (2026-27)");
  EXPECT_EQ(chart.rows.back().group, "After the intervention (2027-28)");
  const double one = compared.verdicts.front().figure.smallest_relevant;
  const Interval& during = compared.phases.front().differences.front().difference;
  EXPECT_DOUBLE_EQ(chart.rows.front().middle, during.mean / one);
  EXPECT_DOUBLE_EQ(chart.rows.front().low, during.low / one);
  EXPECT_DOUBLE_EQ(*made.table.rows.front().cells.back().value, during.high / one);
  std::vector<double> marks;
  for (const ChartMark& mark : chart.marks) marks.push_back(mark.at);
  EXPECT_THAT(marks, testing::ElementsAre(-1, 0, 1));
}

TEST_F(ChangeOfAYear, tells_who_pays_and_for_whom) {
  ReportSources sources = sources_of(paths());
  const ReportSection section = what_changes(sources);
  std::vector<std::string> ids;
  for (const ReportTable& table : tables_of(section)) ids.push_back(table.id);
  EXPECT_THAT(
      ids, testing::IsSupersetOf({"change-1-verdicts-1", "change-1-verdicts-3", "change-1-funders",
                                  "change-1-groups", "difference-table"}));
  EXPECT_THAT(blocks_of<ReportList>(section).front().items,
              Contains(testing::MatchesRegex("gemeente: .* higher.*")));
}

TEST_F(ChangeOfAYear, has_no_number_in_words_that_is_in_no_table) {
  const std::vector<std::string> made = paths();
  for (const Language language : {Language::en, language_nl}) {
    ReportSources sources = sources_of(made, language);
    const ReportSection section = what_changes(sources);
    std::set<std::string> known = numbers_in(words_of(tables_of(section)));
    known.insert("95");  // the confidence of every interval
    known.merge(numbers_in(sources.names().front()));
    EXPECT_THAT(numbers_in(sentences_of(section)), IsSubsetOf(known));
  }
}

}  // namespace
}  // namespace doorstroom
