#include "results/stats/break_even.hpp"

#include <gmock/gmock.h>

#include <limits>

namespace doorstroom {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

using Effects = std::vector<BoundsAt>;

/// The effect x - 5, give or take 1, is nil from 4 to 6.
TEST(NilRanges, of_a_straight_effect_are_where_its_bounds_cross_zero) {
  const Effects effects{{0, -6, -4}, {10, 4, 6}};
  EXPECT_THAT(nil_ranges(effects), ElementsAre(NilRange{4, 6}));
  const Effects finer{{0, -6, -4}, {2, -4, -2}, {4, -2, 0}, {5, -1, 1}, {10, 4, 6}};
  EXPECT_THAT(nil_ranges(finer), ElementsAre(NilRange{4, 6}));
}

TEST(NilRanges, of_an_effect_that_is_never_nil_are_none) {
  EXPECT_THAT(nil_ranges(Effects{{0, 1, 2}, {10, 4, 6}}), IsEmpty());
  EXPECT_THAT(nil_ranges(Effects{{0, -2, -1}, {10, -6, -4}}), IsEmpty());
  EXPECT_THAT(nil_ranges(Effects{}), IsEmpty());
}

TEST(NilRanges, are_open_where_they_reach_an_end) {
  EXPECT_THAT(nil_ranges(Effects{{0, -1, 1}, {10, -2, 2}}),
              ElementsAre(NilRange{0, 10, true, true}));
  EXPECT_THAT(nil_ranges(Effects{{0, -1, 1}, {10, 1, 3}}),
              ElementsAre(NilRange{0, 5, true, false}));
  EXPECT_THAT(nil_ranges(Effects{{0, 1, 3}, {10, -1, 1}}),
              ElementsAre(NilRange{5, 10, false, true}));
  EXPECT_THAT(nil_ranges(Effects{{3, -1, 1}}), ElementsAre(NilRange{3, 3, true, true}));
}

TEST(NilRanges, can_have_gaps) {
  EXPECT_THAT(nil_ranges(Effects{{0, -1, 1}, {1, 1, 3}, {2, -1, 1}}),
              ElementsAre(NilRange{0, 0.5, true, false}, NilRange{1.5, 2, false, true}));
}

TEST(NilRanges, leave_out_values_without_data) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THAT(nil_ranges(Effects{{0, -6, -4}, {5, none, none}, {10, 4, 6}}),
              ElementsAre(NilRange{4, 6}));
}

}  // namespace
}  // namespace doorstroom
