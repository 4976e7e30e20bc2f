#include "results/emulation/swept_space.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "tests/results/emulation/made_up_sweep.hpp"

namespace doorstroom {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;
using testing::ThrowsMessage;

const std::string places_and_staff =
    "vary:\n  arrangements.oza.places: {from: 16, to: 36}\n"
    "  desks.youth_team.takes: {from: 1 week, to: 3 weeks}\n"
    "design: {latin_hypercube: 24}\nreplications: 2\n";

/// 24 places' worth of youths want in, so fewer places are full.
std::map<std::string, double> with_use(const std::vector<double>& values, std::uint32_t) {
  return {{"dropouts_per_year", 1}, {"oza.utilisation", std::min(1.0, 24 / values[0])}};
}

SweptSpace space_of(const MadeUpSweep& sweep) {
  ResultReader merged = sweep.merged();
  return swept_space(merged, sweep.manifest().factors, design_values(merged));
}

TEST(SweptSpace, is_as_wide_as_the_plan_says) {
  const SweptSpace space =
      space_of({places_and_staff + "keep: [dropouts_per_year, oza.utilisation]\n", with_use});
  ASSERT_THAT(space.factors, SizeIs(2));
  const SweptFactor& places = space.factors[0];
  EXPECT_TRUE(places.whole);
  EXPECT_EQ(places.place(16), 0);
  EXPECT_EQ(places.place(26), 0.5);
  EXPECT_EQ(places.value(0.5), 26);
  EXPECT_EQ(places.value(0.49), 26);
  const SweptFactor& takes = space.factors[1];
  EXPECT_EQ(takes.text(takes.value(0.25)), "1.5 weeks");
  EXPECT_THAT(takes.value(1. / 3), DoubleNear(1.667, 1e-9));
  EXPECT_EQ(space.text(std::vector{20.0, 2.0}),
            "arrangements.oza.places = 20, desks.youth_team.takes = 2 weeks");
  EXPECT_THAT(space.sets(std::vector{20.0, 2.0}),
              ElementsAre("arrangements.oza.places=20", "desks.youth_team.takes=2 weeks"));
}

TEST(SweptSpace, knows_what_a_capacity_is_offered_from_where_it_is_not_full) {
  const SweptSpace space =
      space_of({places_and_staff + "keep: [dropouts_per_year, oza.utilisation]\n", with_use});
  ASSERT_THAT(space.loads, SizeIs(1));
  EXPECT_EQ(space.loads[0].node, "oza");
  EXPECT_TRUE(space.loads[0].known);
  EXPECT_THAT(space.loads_at(std::vector{20.0, 2.0}), ElementsAre(DoubleNear(1.2, 1e-9)));
  EXPECT_THAT(space.loads_at(std::vector{32.0, 1.0}), ElementsAre(DoubleNear(0.75, 1e-9)));
  const std::vector<double> inputs = space.inputs_at(std::vector{36.0, 1.0});
  ASSERT_THAT(inputs, SizeIs(3));
  EXPECT_EQ(inputs[0], 1);
  EXPECT_EQ(inputs[1], 0);
  EXPECT_NEAR(inputs[2], 0, 0.05);
}

TEST(SweptSpace, does_not_know_the_load_that_the_sweep_did_not_keep) {
  const SweptSpace space = space_of({places_and_staff + "keep: [dropouts_per_year]\n", with_use});
  ASSERT_THAT(space.loads, SizeIs(1));
  EXPECT_FALSE(space.loads[0].known);
  const std::vector<double> few = space.inputs_at(std::vector{16.0, 2.0});
  const std::vector<double> many = space.inputs_at(std::vector{36.0, 2.0});
  EXPECT_GT(few[2], many[2]);
}

TEST(SweptSpace, takes_no_words) {
  const MadeUpSweep sweep(
      "vary:\n  arrangements.oza.places: [20, 30]\n"
      "  arrangements.oza.order: [first_come, severity]\n"
      "replications: 2\nkeep: [dropouts_per_year]\n",
      [](const auto&, std::uint32_t) {
        return std::map<std::string, double>{{"dropouts_per_year", 1}};
      });
  ResultReader merged = sweep.merged();
  EXPECT_THAT([&] { design_values(merged); }, ThrowsMessage<InputError>(HasSubstr("takes words")));
}

TEST(SweptSpace, takes_no_parameter_of_one_value) {
  const MadeUpSweep sweep(
      "vary:\n  arrangements.oza.places: [20, 30]\n  desks.youth_team.takes: [1 week]\n"
      "replications: 2\nkeep: [dropouts_per_year]\n",
      [](const auto&, std::uint32_t) {
        return std::map<std::string, double>{{"dropouts_per_year", 1}};
      });
  ResultReader merged = sweep.merged();
  EXPECT_THAT([&] { design_values(merged); },
              ThrowsMessage<InputError>(HasSubstr("desks.youth_team.takes has one value only")));
}

}  // namespace
}  // namespace doorstroom
