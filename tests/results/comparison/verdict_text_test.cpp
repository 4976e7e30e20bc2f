#include <gmock/gmock.h>

#include <cmath>

#include "results/comparison/comparison_text.hpp"
#include "tests/support/languages.hpp"

namespace doorstroom {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

/// A verdict made by hand: the difference of a figure with its bounds.
Judged judged(const std::string& kpi, double middle, double low, double high, double smallest,
              Verdict verdict, std::uint64_t pairs = 50) {
  Judged made{{KpiName::parse(kpi), smallest}, {}, {}};
  made.paired.count = pairs;
  made.paired.difference = {middle, low, high, pairs};
  made.relevance.verdict = verdict;
  return made;
}

TEST(Verdicts, that_matter_tell_which_way_and_how_far) {
  const LocalizedText fewer =
      verdict_text(judged("dropouts_per_year", -21, -24, -18, 10, Verdict::relevant));
  EXPECT_EQ(fewer.in(Language::en),
            "relevant, better: 18 to 24 lower (21 in the middle); 10 or more matters");
  EXPECT_EQ(fewer.in(language_nl),
            "doet ertoe, beter: 18 tot 24 lager (midden 21); dat is zo vanaf 10");
  const LocalizedText more =
      verdict_text(judged("dropouts_per_year", 21, 18, 24, 10, Verdict::relevant));
  EXPECT_EQ(more.in(Language::en),
            "relevant, worse: 18 to 24 higher (21 in the middle); 10 or more matters");
  EXPECT_THAT(more.in(language_nl), StartsWith("doet ertoe, slechter: 18 tot 24 hoger"));
}

TEST(Verdicts, on_money_call_less_of_it_cheaper_and_not_better) {
  const Judged less = judged("cost_euro_per_year", -2e6, -3e6, -1e6, 5e5, Verdict::relevant);
  EXPECT_THAT(verdict_text(less).in(Language::en), StartsWith("relevant, cheaper: "));
  EXPECT_THAT(verdict_text(less).in(language_nl), StartsWith("doet ertoe, goedkoper: "));
  const Judged more = judged("cost_euro_per_year", 2e6, 1e6, 3e6, 5e5, Verdict::relevant);
  EXPECT_THAT(verdict_text(more).in(Language::en), StartsWith("relevant, dearer: "));
  EXPECT_THAT(verdict_text(more).in(language_nl), StartsWith("doet ertoe, duurder: "));
}

TEST(Verdicts, on_a_share_are_in_percentage_points_and_more_of_it_may_be_better) {
  const LocalizedText text =
      verdict_text(judged("oza.entered_within_10w", 0.12, 0.09, 0.15, 0.05, Verdict::relevant));
  EXPECT_EQ(text.in(Language::en),
            "relevant, better: 9 to 15 percentage points higher (12 in the middle); 5 "
            "percentage points or more matters");
}

TEST(Verdicts, that_do_not_matter_say_so) {
  const LocalizedText small =
      verdict_text(judged("dropouts_per_year", 1, -2, 4, 10, Verdict::negligible));
  EXPECT_EQ(small.in(Language::en),
            "negligible: between 2 lower and 4 higher; less than the 10 that matters");
  EXPECT_EQ(
      small.in(language_nl),
      "te klein om ertoe te doen: tussen 2 lager en 4 hoger; minder dan de 10 die ertoe doet");
  const LocalizedText none =
      verdict_text(judged("dropouts_per_year", 0, 0, 0, 10, Verdict::negligible));
  EXPECT_THAT(none.in(Language::en), HasSubstr("exactly alike in every replication"));
  EXPECT_THAT(none.in(language_nl), HasSubstr("precies gelijk in elke herhaling"));
  const LocalizedText little =
      verdict_text(judged("dropouts_per_year", 0, 0, 0, 0.38, Verdict::negligible));
  EXPECT_THAT(little.in(Language::en), HasSubstr("less than the 0.38 that matters"));
}

TEST(Verdicts, tell_bounds_that_round_alike_once) {
  const Judged dearer = judged("cost_euro_per_year", 24983, 24983, 24983, 1000, Verdict::relevant);
  EXPECT_THAT(verdict_text(dearer).in(Language::en),
              StartsWith("relevant, dearer: 24,983 higher; 1,000"));
  const KpiName money = KpiName::parse("cost_euro_per_year");
  EXPECT_EQ(span_text(money, {0.1, -0.2, 0.3, 50}).in(Language::en), "hardly lower or higher");
  EXPECT_EQ(bounds_text(money, {24983, 24983, 24983, 50}).in(Language::en), "24,983 higher");
}

TEST(Verdicts, tell_what_matters_in_the_same_digits_beside_every_difference) {
  const Judged precise = judged("dropouts_per_year", 1.04, 1.01, 1.07, 10, Verdict::negligible);
  const Judged rough = judged("dropouts_per_year", 1, -4, 6, 10, Verdict::negligible);
  EXPECT_EQ(smallest_text(precise).in(Language::en), smallest_text(rough).in(Language::en));
}

// A half-width of 6 must become 4, the room between 6 and 10: 50 (6 / 4)^2 = 112.5.
TEST(Verdicts, that_are_open_tell_how_many_replications_would_close_them) {
  const LocalizedText open =
      verdict_text(judged("dropouts_per_year", -6, -12, 0, 10, Verdict::undecided));
  EXPECT_THAT(open.in(Language::en), StartsWith("undecided: 0 to 12 lower"));
  EXPECT_THAT(open.in(Language::en), HasSubstr("; about 113 replications would tell"));
  EXPECT_THAT(open.in(language_nl), HasSubstr("; ongeveer 113 herhalingen wijzen het uit"));
  // An effect all the same, though perhaps too small to matter.
  const LocalizedText effect =
      verdict_text(judged("dropouts_per_year", -8, -15, -1, 10, Verdict::undecided));
  EXPECT_THAT(effect.in(Language::en), StartsWith("undecided, better: 1 to 15 lower"));
}

TEST(Verdicts, at_the_very_size_that_matters_are_not_promised_to_close) {
  const LocalizedText open =
      verdict_text(judged("dropouts_per_year", -10, -12, -8, 10, Verdict::undecided));
  EXPECT_THAT(open.in(Language::en), HasSubstr("more replications would hardly tell"));
  EXPECT_THAT(open.in(language_nl), HasSubstr("meer herhalingen wijzen het nauwelijks uit"));
}

TEST(Verdicts, need_two_pairs) {
  const LocalizedText none =
      verdict_text(judged("dropouts_per_year", 3, 3, 3, 10, Verdict::undecided, 1));
  EXPECT_EQ(none.in(Language::en), "no verdict: there is too little data");
  EXPECT_EQ(none.in(language_nl), "geen oordeel: er zijn te weinig gegevens");
}

TEST(Verdicts, on_a_figure_without_a_good_side_are_neither_better_nor_worse) {
  const LocalizedText text =
      verdict_text(judged("oza.utilisation", 0.21, 0.18, 0.24, 0.1, Verdict::relevant));
  EXPECT_THAT(text.in(Language::en), StartsWith("relevant: 18 to 24 percentage points higher"));
}

}  // namespace
}  // namespace doorstroom
