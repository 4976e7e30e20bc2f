// A search for two capacities, on two queues whose answer is known.

#include "results/decisions/seek_combinations.hpp"

#include <gmock/gmock.h>

#include "tests/support/seek_queues.hpp"

namespace doorstroom {
namespace {

using testing::Optional;

constexpr double a_day = 36.525 / days_per_year;

/// The share of each queue that enters within six weeks must lie midway between what so many places
/// give and what one place less gives; what differs by a thousandth counts.
class SeekCombinations : public testing::Test {
 protected:
  SeekCombinations() : base_(files_.write(seek_queues::two_queues()), std::vector<std::string>{}) {
    question_.constraints = {target("a", 80, 11), target("b", 60, 9)};
    question_.minimise = KpiName::parse("cost_euro_per_year");
  }

  static Constraint target(const std::string& node, double stay, int places) {
    const queues::ErlangC enough(a_day, stay, places);
    const queues::ErlangC one_less(a_day, stay, places - 1);
    return {KpiName::parse(node + ".entered_within_6w"), true,
            (enough.entered_within(42) + one_less.entered_within(42)) / 2, 0.001};
  }

  SeekAnswer found(const std::string& places_of_a, const std::string& places_of_b) {
    question_.knobs = {Knob::parse("arrangements.a.places=" + places_of_a, base_),
                       Knob::parse("arrangements.b.places=" + places_of_b, base_)};
    Simulations simulations({base_}, question_.kpis(base_.load().scenario), {.pool = {.jobs = 2}});
    SeekAnswer answer = seek(question_, simulations);
    replications_ = simulations.replications();
    return answer;
  }

  ScenarioFiles files_;
  ScenarioTree base_;
  SeekQuestion question_;
  std::uint32_t replications_ = 0;
};

TEST_F(SeekCombinations, is_soon_done_where_the_targets_lie_far_from_every_figure) {
  const SeekAnswer answer = found("4..24", "2..20");
  EXPECT_THAT(answer.answer, Optional(Combination{7, 7}));
  for (const TriedCombination& tried : answer.tried)
    EXPECT_NE(tried.judgement.standing, TargetStanding::open)
        << testing::PrintToString(tried.values);
  EXPECT_LT(replications_, 3000u);
}

TEST_F(SeekCombinations, looks_at_one_combination_where_the_largest_does_not_do) {
  const SeekAnswer answer = found("4..9", "2..20");
  EXPECT_EQ(answer.answer, std::nullopt);
  ASSERT_EQ(answer.tried.size(), 1u);
  EXPECT_EQ(answer.best_seen, (Combination{5, 18}));
}

}  // namespace
}  // namespace doorstroom
