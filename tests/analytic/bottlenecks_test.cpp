// Where a little more helps most, on queues in a row whose answer is known.

#include <gmock/gmock.h>

#include "results/decisions/bottlenecks.hpp"
#include "tests/analytic/queues.hpp"
#include "tests/support/scenario_files.hpp"

namespace doorstroom {
namespace {

constexpr double a_day = 36.525 / days_per_year;

/// A desk of 2.4 fte (three workers at 0.8) and ten places behind it. Who leaves an M/M/3 queue
/// does so as a Poisson process (Burke, Operations Research 4:699, 1956), so the places are an
/// M/M/10 queue; the time to placement is the wait and the work at the desk, and the wait for a
/// place.
constexpr auto tandem = R"(doorstroom: 1
name: a desk and places behind it
period: {start: 2026-08-01, years: 60, warm_up: 10 years, follow_up: 1 year}
sources: {arrivals: {per_year: 36.525, to: desk}}
desks:
  desk:
    staff: 2.4 fte
    hours: 365.25 hours per year
    work: {exponential: {mean: 19.2 hours}}
    takes: 0 days
    routes: {places: 100%}
    cost: {per_fte: 90000 EUR per year, paid_by: {town: 100%}}
arrangements:
  places:
    education: full
    places: 10
    stay: {exponential: {mean: 80 days}}
    routes: {served: 100%}
    cost: {per_place: 20000 EUR per year, paid_by: {board: 100%}}
  roomy:
    education: full
    places: 500
    stay: {exponential: {mean: 10 days}}
    routes: {served: 100%}
    cost: {per_place: 1000 EUR per year, paid_by: {board: 100%}}
exits: {served: {education: full}}
)";

/// Days from the signal to the place.
double placement(double staff, int places) {
  const double at_work = 19.2 * 3 / staff;
  return queues::ErlangC(a_day, at_work, 3).mean_wait() + at_work +
         queues::ErlangC(a_day, 80, places).mean_wait();
}

struct BottlenecksInARow : testing::Test {
  ScenarioFiles files;

  Bottlenecks found_in(const std::string& text, std::uint32_t fresh = 120) const {
    const ScenarioTree base(files.write(text), std::vector<std::string>{});
    BottleneckQuestion question;
    question.kpi = KpiName::parse("placement_days_mean");
    question.fresh = fresh;
    Simulations simulations({base}, question.kpis(base.load().scenario),
                            {.seed = 7, .pool = {.jobs = 2}});
    return bottlenecks(question, simulations);
  }
};

TEST_F(BottlenecksInARow, agree_with_the_difference_of_the_formulas) {
  const Bottlenecks found = found_in(tandem);
  ASSERT_EQ(found.rows.size(), 2u);
  EXPECT_TRUE(found.by_money);
  EXPECT_THAT(found.without_list, testing::ElementsAre("roomy"));
  for (const BottleneckRow& row : found.rows) {
    const bool is_desk = row.node == "desk";
    const double known = is_desk ? placement(2.4 + row.step, 10) - placement(2.4, 10)
                                 : placement(2.4, 11) - placement(2.4, 10);
    EXPECT_LE(row.effect.difference.low, known) << row.node;
    EXPECT_GE(row.effect.difference.high, known) << row.node;
    EXPECT_LT(row.effect.difference.high, 0) << row.node;
    EXPECT_DOUBLE_EQ(row.euro_per_year, row.step * (is_desk ? 90'000 : 20'000));
    EXPECT_NEAR(row.bill.difference.mean, row.euro_per_year, 1);
  }
  EXPECT_EQ(found.rows.front().node, "desk");
  EXPECT_EQ(found.rows.front().rank, (RankRange{1, 1}));
  EXPECT_EQ(found.rows.back().rank, (RankRange{2, 2}));
}

/// The places alone: from ten to eleven saves 11 days, from eleven to twelve far less, so twice the
/// step does not do twice as much, and nothing is said for 100,000 euro.
TEST_F(BottlenecksInARow, tell_nothing_for_the_money_where_the_effect_is_not_proportional) {
  const Bottlenecks found = found_in(tandem);
  const auto places = std::ranges::find(found.rows, "places", &BottleneckRow::node);
  EXPECT_FALSE(places->proportional);
  EXPECT_FALSE(places->per_100k_euro.has_value());
}

/// A place in use has 365.25 / 80 stays a year.
TEST_F(BottlenecksInARow, have_the_price_of_the_stays_that_a_place_makes_room_for) {
  const Bottlenecks found =
      found_in(changed(tandem, "cost: {per_place: 20000 EUR per year, paid_by: {board: 100%}}",
                       "cost: {per_stay: 1000 EUR, paid_by: {board: 100%}}"),
               20);
  const auto places = std::ranges::find(found.rows, "places", &BottleneckRow::node);
  EXPECT_NEAR(places->euro_per_year, 1000 * days_per_year / 80, 150);
  EXPECT_TRUE(found.by_money);
}

TEST_F(BottlenecksInARow, are_ranked_by_the_effect_where_a_price_is_missing) {
  const Bottlenecks found = found_in(
      changed(tandem, "    cost: {per_place: 20000 EUR per year, paid_by: {board: 100%}}\n", ""),
      20);
  EXPECT_FALSE(found.by_money);
  EXPECT_EQ(std::ranges::find(found.rows, "places", &BottleneckRow::node)->euro_per_year, 0);
}

}  // namespace
}  // namespace doorstroom
