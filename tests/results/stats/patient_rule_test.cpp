#include "results/stats/patient_rule.hpp"

#include <gmock/gmock.h>

#include <random>

namespace doorstroom {
namespace {

using testing::SizeIs;

struct World {
  std::vector<std::vector<double>> states;
  std::vector<bool> failed;
};

/// States at random in so many inputs; `fails` tells which fail.
template <class Fails>
World world(std::size_t states, std::size_t inputs, std::uint64_t seed, Fails fails) {
  std::mt19937_64 random(seed);
  std::uniform_real_distribution<double> place;
  World made;
  for (std::size_t i = 0; i < states; ++i) {
    std::vector<double>& state = made.states.emplace_back();
    for (std::size_t k = 0; k < inputs; ++k) state.push_back(place(random));
    made.failed.push_back(fails(state, place(random)));
  }
  return made;
}

TEST(PatientRule, finds_the_one_input_above_which_all_fails) {
  const World made = world(200, 10, 1, [](const auto& state, double) { return state[4] > 0.7; });
  const auto box = failure_box(made.states, made.failed);
  ASSERT_TRUE(box);
  ASSERT_THAT(box->sides, SizeIs(1));
  EXPECT_EQ(box->sides[0].input, 4u);
  EXPECT_NEAR(box->sides[0].low, 0.7, 0.05);
  EXPECT_EQ(box->sides[0].high, 1);
  EXPECT_GT(box->coverage, 0.9);
  EXPECT_GT(box->density, 0.9);
}

TEST(PatientRule, finds_two_inputs_that_fail_together) {
  const World made =
      world(400, 10, 2, [](const auto& state, double) { return state[2] > 0.5 && state[7] < 0.5; });
  const auto box = failure_box(made.states, made.failed);
  ASSERT_TRUE(box);
  ASSERT_THAT(box->sides, SizeIs(2));
  EXPECT_GT(box->density, 0.85);
  EXPECT_GT(box->coverage, 0.85);
  const World fresh =
      world(400, 10, 3, [](const auto& state, double) { return state[2] > 0.5 && state[7] < 0.5; });
  EXPECT_GT(measured(*box, fresh.states, fresh.failed).density, 0.8);
}

/// 9 in 10 above 0.6 fail, and 1 in 10 below.
TEST(PatientRule, sees_through_noise) {
  const World made = world(200, 10, 4, [](const auto& state, double chance) {
    return chance < (state[0] > 0.6 ? 0.9 : 0.1);
  });
  const auto box = failure_box(made.states, made.failed);
  ASSERT_TRUE(box);
  EXPECT_EQ(box->sides[0].input, 0u);
  EXPECT_NEAR(box->sides[0].low, 0.6, 0.1);
}

TEST(PatientRule, finds_nothing_in_white_noise_in_95_of_100_tries) {
  int found = 0;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const World made =
        world(100, 6, 100 + seed, [](const auto&, double chance) { return chance < 0.3; });
    found += failure_box(made.states, made.failed, 100).has_value() ? 1 : 0;
  }
  EXPECT_LE(found, 5);
}

TEST(PatientRule, tells_nothing_where_nothing_or_everything_fails) {
  const World none = world(50, 3, 5, [](const auto&, double) { return false; });
  EXPECT_FALSE(failure_box(none.states, none.failed));
  const World all = world(50, 3, 5, [](const auto&, double) { return true; });
  EXPECT_FALSE(failure_box(all.states, all.failed));
}

}  // namespace
}  // namespace doorstroom
