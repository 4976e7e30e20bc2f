#include <chrono>

#include "tests/analytic/experiment.hpp"
#include "tests/analytic/queues.hpp"

namespace doorstroom::analytic {
namespace {

using namespace std::chrono;

/// Of either half: mean wait, share that waits, utilisation and list, the ten years after the
/// change left out.
Measures halves(const Scenario& scenario, const Records& records) {
  Measures measures;
  for (const char* id : {"places", "desk"}) {
    const NodeId node = node_called(scenario, id);
    const NodeRecord& record = records.nodes[node];
    const bool is_desk = scenario.nodes[node].kind == NodeKind::desk;
    for (const auto& [half, from, to] :
         {std::tuple{"first", 0, 200}, std::tuple{"second", 210, 400}}) {
      double waits = 0, waited = 0, asked = 0;
      for (int year = from; year < to; ++year)
        for (const Wait& wait : record.waits[static_cast<std::size_t>(year)]) {
          if (wait.end() != WaitEnd::entered) continue;
          asked += 1;
          waits += wait.length().count;
          waited += wait.length().count > 0 ? 1 : 0;
        }
      double used = 0, there = 0;
      for (std::size_t part = 0; part < record.segments.size(); ++part) {
        const int year = scenario.period.segments()[part].year;
        if (year < from || year >= to) continue;
        used += is_desk ? record.segments[part].worked_hours : record.segments[part].occupied_days;
        there +=
            is_desk ? record.segments[part].available_hours : record.segments[part].places_days;
      }
      const std::string name = fmt::format("{}, {} half: ", id, half);
      measures[name + "wait"] = waits / asked;
      measures[name + "wait > 0"] = waited / asked;
      measures[name + "use"] = used / there;
    }
  }
  return measures;
}

TEST(CapacityTest, youths_wait_by_the_capacity_of_their_own_half) {
  Experiment run("two_halves.yaml", halves);
  const double arrivals = 36.525 / days_per_year;
  const auto agrees_with = [&](const std::string& name, const queues::ErlangC& queue) {
    EXPECT_TRUE(agrees(run.measured(name + ": wait"), queue.mean_wait()));
    EXPECT_TRUE(agrees(run.measured(name + ": wait > 0"), queue.share_that_waits()));
    EXPECT_TRUE(agrees(run.measured(name + ": use"), queue.utilisation()));
  };
  agrees_with("places, first half", {arrivals, 80, 12});
  agrees_with("places, second half", {arrivals, 80, 10});
  agrees_with("desk, first half", {arrivals, 19.2 / (2.4 / 3), 3});
  agrees_with("desk, second half", {arrivals, 19.2 / (3.3 / 4), 4});

  const Date change = 2226y / August / 1;
  const Period& period = run.scenario().period;
  const auto before = static_cast<double>(period.day_of(change));
  const double after = run.days() - before;
  EXPECT_TRUE(agrees(run.kpi("places.places_mean"), (12 * before + 10 * after) / run.days()));
  EXPECT_TRUE(agrees(run.kpi("desk.places_mean"), (3 * before + 4 * after) / run.days()));
}

TEST(CapacityTest, dated_and_growing_capacity_is_there_on_the_days_that_the_calendar_says) {
  const Scenario scenario =
      load_scenario(DOORSTROOM_SOURCE_DIR "/tests/analytic/capacity.yaml").scenario;
  const Records records = simulate(scenario, 0, false);

  double places_days = 0, workers_days = 0, hours = 0;
  for (int year = 0; year < scenario.period.years(); ++year) {
    const Date august = Date(2026y / August / 1 + years(year));
    const Date next = Date(2026y / August / 1 + years(year + 1));
    for (Date day = august; day < next; day += days(1)) {
      const double places = day < Date(2029y / January / 15)  ? 18
                            : day < Date(2031y / October / 1) ? 23
                                                              : 20;
      const double staff = day < Date(2028y / March / 15) ? 4.5 : 6.2;
      places_days += std::floor(places * std::pow(1.03, year));
      workers_days += std::ceil(staff * std::pow(1.04, year));
      hours += staff * std::pow(1.04, year) * 1300 / days_per_year;
    }
  }

  NodeRecord::Usage there, desk;
  for (const NodeRecord::Usage& part : records.nodes[node_called(scenario, "places")].segments)
    there.places_days += part.places_days;
  for (const NodeRecord::Usage& part : records.nodes[node_called(scenario, "desk")].segments) {
    desk.places_days += part.places_days;
    desk.available_hours += part.available_hours;
  }
  EXPECT_DOUBLE_EQ(there.places_days, places_days);
  EXPECT_DOUBLE_EQ(desk.places_days, workers_days);
  EXPECT_NEAR(desk.available_hours, hours, 1e-9 * hours);
}

}  // namespace
}  // namespace doorstroom::analytic
