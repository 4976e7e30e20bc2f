// The search for capacity, on queues whose answer is known.

#include <gmock/gmock.h>

#include "tests/support/seek_queues.hpp"

namespace doorstroom::seek_queues {
namespace {

/// Of 10 seeds, one may be wrong; tests/coverage has 200.
class Seek : public testing::TestWithParam<Case> {};

TEST_P(Seek, finds_the_number_of_places_that_the_formula_tells) {
  const Score score = score_of(GetParam(), 1, 10);
  EXPECT_GE(score.right, 9);
  EXPECT_GE(score.right_low, 9);
}

INSTANTIATE_TEST_SUITE_P(OnQueues, Seek,
                         testing::Values(mmc(), mmc_sites(), erlang_a(), erlang_a_sites()),
                         [](const testing::TestParamInfo<Case>& queue) {
                           std::string name;
                           for (const char letter : queue.param.name)
                             if (std::isalnum(static_cast<unsigned char>(letter))) name += letter;
                           return name;
                         });

struct SeekTwo : testing::Test {
  ScenarioFiles files;
  ScenarioTree base{files.write(two_queues()), std::vector<std::string>{}};

  SeekAnswer answer(const std::vector<Constraint>& constraints, std::uint32_t seed) const {
    SeekQuestion question;
    question.knobs = {Knob::parse("arrangements.a.places=8..16", base),
                      Knob::parse("arrangements.b.places=6..14", base)};
    question.constraints = constraints;
    question.minimise = KpiName::parse("cost_euro_per_year");
    Simulations simulations({base}, question.kpis(base.load().scenario),
                            {.seed = seed, .pool = {.jobs = 2}});
    return seek(question, simulations);
  }
};

/// Each target is met from a known number of places of its own on: 11 of a, 9 of b.
TEST_F(SeekTwo, finds_the_least_of_both_where_each_has_a_target_of_its_own) {
  constexpr double a_day = 36.525 / days_per_year;
  const auto target = [&](const std::string& node, double stay, int places) {
    const double meets = queues::ErlangC(a_day, stay, places).entered_within(42);
    const double misses = queues::ErlangC(a_day, stay, places - 1).entered_within(42);
    return Constraint{KpiName::parse(node + ".entered_within_6w"), true, (meets + misses) / 2,
                      (meets - misses) / 3};
  };
  int right = 0;
  for (std::uint32_t seed = 1; seed <= 5; ++seed) {
    const SeekAnswer found = answer({target("a", 80, 11), target("b", 60, 9)}, seed);
    right += found.answer == Combination{3, 3} ? 1 : 0;
  }
  EXPECT_GE(right, 4);
}

}  // namespace
}  // namespace doorstroom::seek_queues
