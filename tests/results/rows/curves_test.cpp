#include "results/rows/curves.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "models/loading/scenario_loader.hpp"
#include "results/figures/kpi_values.hpp"
#include "results/file/result_reader.hpp"
#include "tests/support/example.hpp"
#include "tests/support/worked.hpp"

namespace doorstroom {
namespace {

using namespace example;
using testing::DoubleNear;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsNan;
using testing::ThrowsMessage;

constexpr double close = 1e-14;

/// The value of a curve at a day of the grid.
double at(const std::vector<double>& curve, int day) {
  return curve.at(static_cast<std::size_t>(day / 7));
}

/// The cell of a table, of a day and a node.
double cell(const Table& table, const std::string& column, int day, NodeId node = no_node) {
  for (std::size_t row = 0; row < table.rows(); ++row)
    if (table.numbers("day")[row] == day &&
        (node == no_node || table.codes("node")[row] == code_of(node)))
      return table.as_numbers(column)[row];
  throw std::runtime_error("no such row");
}

TEST(Curves, run_over_two_years_week_by_week) {
  EXPECT_EQ(curve_days().size(), 105u);
  EXPECT_EQ(curve_days()[1], 7);
  EXPECT_EQ(curve_days().back(), 728);
}

// Seven are followed from the first moment, one of whom enters at it; censored at 11 and 31; one
// more from day 30. At 40 two of five enter, at 50 one of three gives up, at 60 one of two enters,
// at 80 the last.
TEST(Curves, of_waiting_are_those_worked_by_hand) {
  const Curves curves = wait_curves(records(scenario()).nodes[oza]);
  ASSERT_EQ(curves.size(), 3u);
  EXPECT_THAT(at(curves[0], 0), DoubleNear(1. / 7, close));
  EXPECT_THAT(at(curves[0], 35), DoubleNear(1. / 7, close));
  EXPECT_THAT(at(curves[0], 42), DoubleNear(17. / 35, close));
  EXPECT_THAT(at(curves[0], 63), DoubleNear(23. / 35, close));
  EXPECT_THAT(at(curves[0], 84), DoubleNear(29. / 35, close));
  EXPECT_THAT(at(curves[0], 728), DoubleNear(29. / 35, close));
  EXPECT_EQ(at(curves[1], 49), 0);
  EXPECT_THAT(at(curves[1], 56), DoubleNear(6. / 35, close));
  EXPECT_THAT(curves[2], Each(0.0));
}

TEST(Curves, of_a_list_that_nobody_joined_are_not_numbers) {
  const Curves curves = wait_curves(records(scenario()).nodes[team]);
  EXPECT_THAT(curves[0], Each(IsNan()));
  EXPECT_THAT(first_end_curves(quiet(scenario()))[0], Each(IsNan()));
}

TEST(Curves, who_is_moved_or_refused_competes_too) {
  Records r = quiet(scenario());
  r.nodes[oza].waits[0] = {wait(0, 5, WaitEnd::other), wait(0, 9, WaitEnd::aged_out)};
  const Curves curves = wait_curves(r.nodes[oza]);
  EXPECT_EQ(at(curves[2], 14), 0.5);
  EXPECT_EQ(at(curves[0], 728), 0);
}

// Three arrive a day apart for one place, and stay 20 days each.
TEST(Curves, of_three_youths_in_a_scenario) {
  const worked::Worked run(worked::scenario(worked::three_arrive + R"(
arrangements:
  oza:
    education: full
    places: 1
    stay: 20 days
    waiting: {stays_home_after: 5 days}
    routes: {out: 100%}
)" + worked::out));
  // Waits of 0, 19 and 38 days. The last stays home from day 5 to 38 of the wait: beyond 33 days.
  const Curves waits = wait_curves(run.records().nodes[run.node("oza")]);
  EXPECT_THAT(at(waits[0], 0), DoubleNear(1. / 3, close));
  EXPECT_THAT(at(waits[0], 14), DoubleNear(1. / 3, close));
  EXPECT_THAT(at(waits[0], 21), DoubleNear(2. / 3, close));
  EXPECT_THAT(at(waits[0], 42), DoubleNear(1, close));
  const Curves first = first_end_curves(run.records());
  EXPECT_EQ(at(first[0], 28), 0);
  EXPECT_THAT(at(first[0], 35), DoubleNear(1. / 3, close));
  EXPECT_THAT(at(first[1], 728), DoubleNear(2. / 3, close));
  EXPECT_EQ(at(first[2], 728), 0);
}

/// Rows of shares of /dropout, all alike.
TableData shares(double dropout, double placed, double left) {
  const auto all = [](double share) { return std::vector<double>(curve_days().size(), share); };
  return curve_rows({}, {all(dropout), all(placed), all(left)})[1];
}

CurveMeans dropout_means() {
  return CurveMeans(curve_tables(scenario()).at(1));
}

TEST(CurveMeans, are_means_over_replications_with_bounds) {
  CurveMeans means = dropout_means();
  means.add(shares(0.1, 0.9, std::nan("")));
  means.add(shares(0.2, 0.7, 0.25));
  means.add(shares(0.3, 0.95, std::nan("")));
  const Table table{means.spec(), means.rows()};
  EXPECT_EQ(table.rows(), curve_days().size());
  EXPECT_EQ(cell(table, "dropout_n", 70), 3);
  EXPECT_DOUBLE_EQ(cell(table, "dropout_mean", 70), 0.2);
  EXPECT_NEAR(cell(table, "dropout_m2", 70), 0.02, 1e-15);
  const double half = 0.95 * std::sqrt(2 / 0.0975) * 0.1 / std::sqrt(3);
  EXPECT_NEAR(cell(table, "placed_mean", 70), 0.85, 1e-15);
  EXPECT_NEAR(cell(table, "dropout_high", 70), 0.2 + half, 1e-12);
  EXPECT_EQ(cell(table, "dropout_low", 70), 0) << "0.2 - 0.248 is no share";
  EXPECT_EQ(cell(table, "placed_high", 70), 1);
  EXPECT_EQ(cell(table, "left_n", 70), 1);
  EXPECT_EQ(cell(table, "left_mean", 70), 0.25);
  EXPECT_THAT(cell(table, "left_low", 70), IsNan());
}

TEST(CurveMeans, of_nothing_are_not_numbers) {
  const CurveMeans means = dropout_means();
  const Table table{means.spec(), means.rows()};
  EXPECT_EQ(cell(table, "dropout_n", 0), 0);
  EXPECT_THAT(cell(table, "dropout_mean", 0), IsNan());
  EXPECT_THAT(cell(table, "dropout_high", 0), IsNan());
}

TEST(CurveMeans, go_on_from_a_file_to_the_very_same_numbers) {
  const std::vector<TableData> replications{shares(0.1, 0.9, std::nan("")),
                                            shares(0.3, 0.77, 0.123), shares(1. / 3, 0.4, 0.2),
                                            shares(0.01, 0.3, 1. / 7)};
  CurveMeans at_once = dropout_means();
  for (const TableData& each : replications) at_once.add(each);

  CurveMeans first = dropout_means();
  first.add(replications[0]);
  first.add(replications[1]);
  CurveMeans then = dropout_means();
  then.continue_from({first.spec(), first.rows()});
  for (std::size_t i = 2; i < replications.size(); ++i) then.add(replications[i]);
  EXPECT_EQ(then.rows().columns, at_once.rows().columns);
}

TEST(CurveMeans, do_not_go_on_from_another_table) {
  CurveMeans means = dropout_means();
  const CurveTable other = curve_tables(scenario()).at(0);
  EXPECT_THAT(
      [&] {
        means.continue_from({other.spec, CurveMeans(other).rows()});
      },
      ThrowsMessage<InputError>(HasSubstr("/dropout holds other rows")));
}

class CurveFile : public testing::Test {
 protected:
  TemporaryFolder folder;
};

TEST_F(CurveFile, holds_a_row_for_each_list_and_day) {
  write(folder / "out.h5", scenario());
  ResultReader file(folder / "out.h5");
  const Table& incidence = file.table("/incidence");
  EXPECT_EQ(incidence.rows(), 3 * curve_days().size());
  EXPECT_EQ(cell(incidence, "entered_n", 42, oza), 3);
  EXPECT_NEAR(cell(incidence, "entered_mean", 42, oza), 17. / 35, close);
  EXPECT_NEAR(cell(incidence, "left_list_mean", 56, oza), 6. / 35, close);
  EXPECT_EQ(cell(incidence, "entered_n", 42, team), 0);
  EXPECT_THAT(cell(incidence, "entered_mean", 42, team), IsNan());
  EXPECT_EQ(file.table("/dropout").rows(), curve_days().size());
}

/// All of it, of a scenario that people start from.
TEST_F(CurveFile, says_at_6_and_10_weeks_what_waiting_says) {
  const std::string path = std::string(DOORSTROOM_SOURCE_DIR) + "/scenarios/minimal.yaml";
  const Scenario s = std::move(load_scenario(path, {}).scenario);
  {
    ResultWriter writer(folder / "out.h5", s, {}, false);
    for (std::uint32_t replication = 0; replication < 4; ++replication)
      writer.append(tables_of(s, replication, simulate(s, replication, false), false));
    writer.finish(facts());
  }
  ResultReader file(folder / "out.h5");
  const Table incidence = file.table("/incidence");
  const Table& waiting = file.table("/waiting");
  int compared = 0;
  NodeId id{0};
  for (const Node& node : s.nodes) {
    for (const auto& [column, day] :
         {std::pair("entered_within_6w", 42), {"entered_within_10w", 70}}) {
      if (node.kind != NodeKind::desk && node.kind != NodeKind::arrangement) continue;
      const KpiName kpi = KpiName::parse(node.id + "." + column);
      const Interval within = t_interval(kpi_values(waiting, kpi));
      EXPECT_EQ(cell(incidence, "entered_mean", day, id), within.mean) << kpi.text();
      EXPECT_EQ(cell(incidence, "entered_n", day, id), static_cast<double>(within.count));
      ++compared;
    }
    ++id;
  }
  EXPECT_GT(compared, 2);
  // What comes first: all that came before the horizon is told.
  const Table& dropout = file.table("/dropout");
  const double all = cell(dropout, "dropout_mean", 728) + cell(dropout, "placed_mean", 728) +
                     cell(dropout, "left_mean", 728);
  EXPECT_GT(all, 0.9);
  EXPECT_LE(all, 1 + close);
  EXPECT_GT(cell(dropout, "placed_mean", 728), cell(dropout, "placed_mean", 7));
}

}  // namespace
}  // namespace doorstroom
