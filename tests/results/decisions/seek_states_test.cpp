// The search for capacity over states of the world, on queues whose answer is known.

#include <gmock/gmock.h>

#include <set>

#include "results/decisions/seek.hpp"
#include "results/experiment/spread_simulations.hpp"
#include "tests/support/seek_queues.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;

constexpr std::array arrivals{30.0, 36.0, 45.0};  ///< [per year], by state

class SeekOverStates : public testing::Test {
 protected:
  SeekOverStates()
      : base_(files_.write(changed(seek_queues::mmc().scenario, "", R"(evidence:
  sources.arrivals.per_year: {basis: assumed, range: [30, 45]}
  arrangements.places.places: {basis: assumed, range: [8, 12]}
)")),
              std::vector<std::string>{}) {}

  CalibratedSets sets() const {
    CalibratedSets sets{"kept", "M/M/c", "", {"sources.arrivals.per_year"}, {}};
    for (const double rate : arrivals) sets.values.push_back({fmt::format("{}", rate)});
    return sets;
  }

  /// The share that enters within six weeks, in the mean over the states.
  static double entered_within_6w(int places) {
    double sum = 0;
    for (const double rate : arrivals)
      sum += queues::ErlangC(rate / days_per_year, 80, places).entered_within(42);
    return sum / arrivals.size();
  }

  SeekQuestion question() const {
    SeekQuestion question;
    question.knobs = {Knob::parse("arrangements.places.places=10..20", base_)};
    const double meets = entered_within_6w(12);
    const double misses = entered_within_6w(11);
    question.constraints = {Constraint{KpiName::parse("places.entered_within_6w"), true,
                                       (meets + misses) / 2, (meets - misses) / 3}};
    question.minimise = KpiName::parse("cost_euro_per_year");
    question.one_pool = false;
    question.states = SeekStates::of(base_, question.knobs, sets());
    return question;
  }

  ScenarioFiles files_;
  ScenarioTree base_;
};

TEST_F(SeekOverStates, finds_the_capacity_with_which_the_mean_over_them_meets_the_target) {
  const SeekQuestion asked = question();
  int right = 0;
  for (std::uint32_t seed = 1; seed <= 6; ++seed) {
    Simulations simulations({base_}, asked.kpis(base_.load().scenario),
                            {.seed = seed, .pool = {.jobs = 2}});
    const SeekAnswer found = seek(asked, simulations);
    right += found.answer && asked.knobs.front().value(found.answer->front()) == 12 ? 1 : 0;
    ASSERT_TRUE(found.in_states);
    // Two states of three meet it by far; the third misses it, by little more than noise.
    EXPECT_NEAR(found.in_states->met_share, 2.0 / 3, 0.01);
    EXPECT_LT(found.in_states->open_share, 0.34);
    EXPECT_LT(found.confirmed[0].states.p10, found.confirmed[0].figure.mean.low);
    EXPECT_EQ(found.fresh % arrivals.size(), 0u);
  }
  EXPECT_GE(right, 5);
}

TEST_F(SeekOverStates, what_is_sought_keeps_out_of_the_states) {
  const SeekStates states = SeekStates::of(base_, question().knobs, std::nullopt);
  EXPECT_EQ(states.sets.size(), 50u);
  for (const std::vector<std::string>& sets : states.sets)
    EXPECT_THAT(sets, ElementsAre(HasSubstr("sources.arrivals.per_year=")));
  std::vector<Knob> both = question().knobs;
  both.push_back({.path = "sources.arrivals.per_year"});
  EXPECT_THAT([&] { SeekStates::of(base_, both, std::nullopt); },
              ThrowsMessage<InputError>(HasSubstr("leave --over out")));
}

TEST_F(SeekOverStates, states_take_turns_and_each_round_has_each_once) {
  Simulations simulations({base_}, {KpiName::parse("arrived")}, {.seed = 3});
  const std::vector<std::vector<std::string>> seven(7);
  const SpreadSimulations spread(simulations, seven);
  const std::vector<std::size_t> states = spread.states_of({0, 70});
  std::set<std::vector<std::size_t>> orders;
  for (std::size_t round = 0; round < 10; ++round) {
    const std::vector<std::size_t> order(states.begin() + 7 * round,
                                         states.begin() + 7 * round + 7);
    EXPECT_EQ(std::set<std::size_t>(order.begin(), order.end()).size(), 7u);
    orders.insert(order);
  }
  EXPECT_GT(orders.size(), 7u);
  const std::vector<std::size_t> later = spread.states_of({25, 10});
  EXPECT_TRUE(std::equal(later.begin(), later.end(), states.begin() + 25));
  EXPECT_NE(spread.states_of({first_fresh, 70}), states);
}

TEST_F(SeekOverStates, sets_of_another_scenario_are_refused) {
  CalibratedSets others = sets();
  others.paths = {"arrangements.elsewhere.stay"};
  EXPECT_THAT([&] { SeekStates::of(base_, question().knobs, others); },
              ThrowsMessage<InputError>(HasSubstr("none of these inputs")));
}

}  // namespace
}  // namespace doorstroom
