#include "results/figures/precision.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <vector>

#include "engine/error.hpp"
#include "models/messages/message.hpp"
#include "tests/support/languages.hpp"

namespace doorstroom {
namespace {

using testing::HasSubstr;

double half_width(const std::string& text) {
  return Precision::parse(text).half_width;
}

std::string refusal(const std::string& text, Language language = Language::en) {
  try {
    Precision::parse(text);
  } catch (const InputError& error) {
    return LocalizedText(error).in(language);
  }
  return "";
}

TEST(Precision, is_read_in_the_unit_of_the_key_figure) {
  EXPECT_EQ(half_width("oza.wait_p90 +- 1 week"), 7);
  EXPECT_EQ(half_width("oza.wait_p90@3 +- 2 days"), 2);
  EXPECT_EQ(half_width("placement_days_mean+-0.5 weeks"), 3.5);
  EXPECT_EQ(half_width("placed_within_10w +- 2%"), 0.02);
  EXPECT_EQ(half_width("oza.utilisation +- 0.005"), 0.005);
  EXPECT_EQ(half_width("dropouts_per_year +- 12"), 12);
  EXPECT_EQ(half_width("dropouts_per_year +- 12 per year"), 12);
  EXPECT_EQ(half_width("bounces_per_youth +- 0.01"), 0.01);
  EXPECT_EQ(half_width("cost_euro_per_year +- 50000"), 50000);
  EXPECT_EQ(half_width("cost_euro_per_year +- 50000 EUR per year"), 50000);
  EXPECT_EQ(half_width("wijkteam.worked_hours +- 20 hours"), 20);
}

TEST(Precision, is_read_with_each_sign_and_with_or_without_spaces) {
  EXPECT_EQ(half_width("  arrived ±3 "), 3);
  EXPECT_EQ(half_width("arrived+/-3"), 3);
  EXPECT_EQ(half_width("arrived +- +3"), 3);
}

TEST(Precision, knows_which_figure_it_is_about) {
  EXPECT_EQ(Precision::parse("oza.wait_p90@3 ± 1 week").kpi.text(), "oza.wait_p90@3");
}

TEST(Precision, of_another_unit_is_refused_with_what_to_write) {
  EXPECT_THAT(refusal("oza.wait_p90 +- 5"), HasSubstr("a duration needs a unit"));
  EXPECT_THAT(refusal("oza.wait_p90 +- 5"), HasSubstr("such as `oza.wait_p90 +- 1 week`"));
  EXPECT_THAT(refusal("oza.wait_p90 +- 5%"), HasSubstr("such as `oza.wait_p90 +- 1 week`"));
  EXPECT_THAT(refusal("placed_within_10w +- 1 week"), HasSubstr("`placed_within_10w +- 2%`"));
  EXPECT_THAT(refusal("dropouts_per_year +- 5%"), HasSubstr("`dropouts_per_year +- 10`"));
  EXPECT_THAT(refusal("dropouts_per_year +- 5 weeks"), HasSubstr("`dropouts_per_year +- 10`"));
  EXPECT_THAT(refusal("cost_euro_per_year +- 5%"), HasSubstr("EUR per year"));
}

TEST(Precision, of_nothing_or_less_is_refused) {
  EXPECT_THAT(refusal("arrived +- 0"), HasSubstr("use more than 0"));
  EXPECT_THAT(refusal("arrived +- -3"), HasSubstr("use more than 0"));
  EXPECT_THAT(refusal("placed_within_10w +- 0%"), HasSubstr("use more than 0%"));
  EXPECT_THAT(refusal("arrived +-"), HasSubstr("does not begin with a number"));
  EXPECT_THAT(refusal("placed_within_10w +- 200%"), HasSubstr("write the half-width"));
}

TEST(Precision, without_a_sign_is_refused) {
  EXPECT_THAT(refusal("oza.wait_p90 1 week"), HasSubstr("does not say how precise"));
  EXPECT_THAT(refusal("oza.wait_p90 1 week", language_nl), HasSubstr("zegt niet hoe precies"));
}

TEST(Precision, of_an_unknown_figure_is_refused) {
  EXPECT_THAT(refusal("oza.wait_p95 +- 1 week"), HasSubstr("wait_p90"));
}

/// How many values are taken until it is precise enough; 0 if it never is.
std::size_t count_until_precise(double half_width, const std::vector<double>& values) {
  HalfWidthRule enough(half_width);
  for (std::size_t count = 1; count <= values.size(); ++count) {
    enough.add(values[count - 1]);
    if (enough.done()) return count;
  }
  return 0;
}

TEST(HalfWidthRule, looks_five_values_ahead_from_the_third_on) {
  EXPECT_EQ(count_until_precise(1, {4, 4, 4, 4, 4, 4, 4, 4, 4}), 8u);
  EXPECT_EQ(count_until_precise(1, {4, 4, 4, 4, 4, 4, 4}), 0u);
}

/// Of 0 and 2 in turn: half-width t(n - 1, 97.5%) sd / sqrt(n); R 4.2.2:
/// sapply(3:16, function(n) { x <- rep_len(c(0, 2), n); qt(.975, n - 1) * sd(x) / sqrt(n) })
TEST(HalfWidthRule, stops_when_the_half_width_has_been_small_for_so_long) {
  std::vector<double> values;
  for (int i = 0; i < 40; ++i) values.push_back(i % 2 == 0 ? 0 : 2);
  // 0.98870 at n = 7, 0.89374 at 8, 0.81025 at 9, 0.75405 at 10, 0.70168 at 11, ... falling.
  EXPECT_EQ(count_until_precise(0.8938, values), 13u);
  EXPECT_EQ(count_until_precise(0.8937, values), 14u);
  EXPECT_EQ(count_until_precise(0.7017, values), 16u);
}

TEST(HalfWidthRule, a_value_that_widens_the_interval_starts_the_looking_ahead_anew) {
  std::vector<double> values{4, 4, 4, 4, 4, 4, 4, 400};
  HalfWidthRule enough(1);
  for (const double value : values) enough.add(value);
  EXPECT_FALSE(enough.done());
  EXPECT_GT(enough.interval().half_width(), 1);
}

TEST(HalfWidthRule, may_be_taken_back_by_later_values) {
  HalfWidthRule enough(1);
  for (int i = 0; i < 8; ++i) enough.add(4);
  EXPECT_TRUE(enough.done());
  enough.add(400);
  EXPECT_FALSE(enough.done());
}

TEST(HalfWidthRule, a_replication_without_data_has_no_say) {
  const double none = std::nan("");
  EXPECT_EQ(count_until_precise(1, {none, 4, 4, none, 4, 4, 4, 4, none, 4, 4}), 11u);
  EXPECT_EQ(count_until_precise(1, std::vector<double>(50, none)), 0u);
}

TEST(HalfWidthRule, tells_the_mean_so_far) {
  HalfWidthRule enough(1);
  EXPECT_TRUE(std::isnan(enough.interval().mean));
  enough.add(1);
  enough.add(5);
  EXPECT_EQ(enough.interval().mean, 3);
  EXPECT_EQ(enough.interval().count, 2u);
}

}  // namespace
}  // namespace doorstroom
