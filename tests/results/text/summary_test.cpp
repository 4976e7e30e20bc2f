#include "results/text/summary.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <sstream>

#include "models/messages/utf8.hpp"
#include "results/text/number_text.hpp"
#include "tests/support/example.hpp"

namespace doorstroom {
namespace {

using namespace example;
using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

std::string summary_of(const Scenario& s) {
  TemporaryFolder folder;
  write(folder / "out.h5", s);
  ResultReader file(folder / "out.h5");
  return summary(file);
}

TEST(Summary, tells_what_was_run) {
  EXPECT_THAT(summary_of(scenario()),
              AllOf(HasSubstr("Voorbeeld: één team\n"),
                    HasSubstr("2026-08-01 to 2028-08-01 (2 years), 3 replications, seed "
                              "4000000000\n")));
}

TEST(Summary, tells_key_figures_with_their_noise) {
  // 3, 3.5 and 4: mean 3.5, t(2) 4.303 x 0.5 / sqrt(3) = 1.24; P10 3.1, P90 3.9
  EXPECT_THAT(summary_of(scenario()),
              AllOf(ContainsRegex("Dropouts a year +3\\.5 +2\\.3 - 4\\.7 +3\\.1 - 3\\.9 "),
                    ContainsRegex("Signal to placement, mean +9\\.0 wk"),
                    ContainsRegex("Left with education +75% "),
                    ContainsRegex("Cost, euro a year +771,455 +771,455 ")));
}

TEST(Summary, tells_of_every_desk_and_arrangement_and_of_nothing_else) {
  EXPECT_THAT(summary_of(scenario()),
              AllOf(ContainsRegex("Oza +3\\.5 +5\\.7 wk +10\\.3 wk +65\\.7% +2 +50%\n"),
                    ContainsRegex("Team +2 +- +- +- +0 +37\\.5%\n"),
                    ContainsRegex("Home +0\\.50 +- +- +- +0 +-\n"), Not(HasSubstr("School")),
                    Not(HasSubstr("Back"))));
}

TEST(Summary, ends_with_what_the_intervals_are_not) {
  EXPECT_THAT(summary_of(scenario()), ContainsRegex("nothing of how[ \n]sure the inputs are"));
}

TEST(Summary, wraps_long_labels_between_words) {
  Scenario s = scenario();
  s.nodes[oza].label.en = "Education-care arrangement led by education (OZA)";
  EXPECT_THAT(
      summary_of(s),
      ContainsRegex("\nEducation-care arrangement led +3\\.5 .*\n  by education \\(OZA\\)\n"));
}

TEST(Summary, fits_80_columns) {
  Scenario s = scenario();
  s.nodes[oza].label = {"",
                        "Een heel lange naam voor een arrangement dat ergens één plek heeft, ja"};
  s.nodes[oza].cost.per_place_year *= 1e6;
  s.name = "Een scenario met een naam die op geen enkele regel van tachtig tekens past, ook al is";
  std::istringstream lines(summary_of(s));
  for (std::string line; std::getline(lines, line);) {
    EXPECT_LE(characters(line).size(), 80u) << line;
    EXPECT_FALSE(line.ends_with(' ')) << line;
  }
}

TEST(Summary, of_a_run_without_replications_has_no_data) {
  TemporaryFolder folder;
  ResultWriter(folder / "out.h5", scenario(), {}, false).finish(facts());
  ResultReader file(folder / "out.h5");
  EXPECT_THAT(summary(file), ContainsRegex("Dropouts a year +- +- +- +-\n"));
}

TEST(NumberText, shows_no_more_decimals_than_the_noise_allows) {
  const auto shown = [](const char* units, double mean, double half) {
    return NumberText(units, {mean, mean - half, mean + half, 9}).value(mean).in(Language::en);
  };
  EXPECT_EQ(shown("youth", 1234567.89, 1000), "1,234,568");
  EXPECT_EQ(shown("youth", 12.345, 12), "12");
  EXPECT_EQ(shown("youth", 12.345, 1.2), "12.3");
  EXPECT_EQ(shown("youth", 12.345, 0.001), "12.35");
  EXPECT_EQ(shown("day", 70, 7 * 0.5), "10.0 wk");
  EXPECT_EQ(shown("1", 0.3456, 0.03), "35%");
  EXPECT_EQ(shown("1", 0.3456, 0.003), "34.6%");
  EXPECT_EQ(shown("1", 0.9999, 0.0001), "100.0%");
  EXPECT_EQ(shown("EUR/year", 1234.5, 0.001), "1,234");
  EXPECT_EQ(shown("EUR/year", 8'527'259, 48'000), "8,530,000") << "no digits below the noise";
  EXPECT_EQ(shown("EUR/year", 85'272'259, 480'000), "85.3 M");
  EXPECT_EQ(shown("EUR/year", 3.456e9, 2e6), "3,456 M");
  EXPECT_EQ(shown("youth", -0.001, 1), "0.0");
}

TEST(NumberText, shows_no_bounds_that_cannot_be) {
  const Interval few{0.9, 0.7, 1.1, 3};
  EXPECT_EQ(NumberText("1", few).range(few.low, few.high).in(Language::en), "70 - 100%");
  const Interval wide{3, -1, 7, 3};
  EXPECT_EQ(NumberText("youth", wide).range(wide.low, wide.high).in(Language::en), "0 - 7");
}

TEST(NumberText, shows_no_difference_as_zero_that_is_told_from_it) {
  const Interval small{0.0003, 0.0001, 0.0005, 9};
  EXPECT_EQ(NumberText::of_difference("1", small).value(small.mean).in(Language::en),
            "0.03 percentage points");
  const Interval none{0.0003, -0.0001, 0.0007, 9};
  EXPECT_EQ(NumberText::of_difference("1", none).value(none.mean).in(Language::en),
            "0.0 percentage points");
  EXPECT_EQ(NumberText::of_difference("1", none).abbreviated().value(none.mean).in(Language::en),
            "0.0 pp");
}

TEST(NumberText, shows_large_differences_of_money_in_millions) {
  const Interval large{-183'000, -227'000, -139'000, 30};
  const NumberText text = NumberText::of_difference("EUR/year", large);
  EXPECT_EQ(text.between(large.low, large.high).in(Language::en), "-0.23 to -0.14 M");
  const Interval little{12'000, 11'000, 13'000, 30};
  EXPECT_EQ(NumberText::of_difference("EUR/year", little).value(12'000).in(Language::en), "12,000");
}

TEST(NumberText, tells_noise_and_ranges_in_one_unit) {
  const Interval interval{0.5, 0.45, 0.55, 10};
  const NumberText text("1", interval);
  EXPECT_EQ(text.value_and_noise(interval).in(Language::en), "50% ± 5");
  EXPECT_EQ(text.value_and_noise({0.5, 0.5, 0.5, 10}).in(Language::en), "50%");
  EXPECT_EQ(text.range(0.45, 0.55).in(Language::en), "45 - 55%");
  EXPECT_EQ(text.range(std::nan(""), 0.55).in(Language::en), "-");
  EXPECT_EQ(text.value(std::nan("")).in(Language::en), "-");
}

}  // namespace
}  // namespace doorstroom
