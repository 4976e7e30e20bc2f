#include "results/rows/replication_rows.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "results/rows/costs.hpp"
#include "results/rows/curves.hpp"
#include "results/rows/schema.hpp"
#include "tests/support/example.hpp"

namespace doorstroom {
namespace {

using namespace example;
using testing::DoubleEq;
using testing::DoubleNear;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::NanSensitiveDoubleEq;

const double no_number = std::nan("");

Table table_of(const Scenario& s, const ReplicationRows& rows, const std::string& path) {
  const std::vector<TableSpec> specs = replication_tables(s);
  for (std::size_t i = 0; i < specs.size(); ++i)
    if (specs[i].path == path) return {specs[i], rows.tables[i]};
  throw std::runtime_error("no table " + path);
}

std::vector<std::int32_t> codes_of(const std::vector<NodeId>& nodes) {
  std::vector<std::int32_t> codes;
  for (const NodeId node : nodes) codes.push_back(code_of(node));
  return codes;
}

class Kpi : public testing::Test {
 protected:
  Table table(const std::string& path) { return table_of(s, rows_of(s, 7, r, true), path); }
  /// A column in the rows of one node, year by year from -1.
  std::vector<double> of(NodeId node, const std::string& path, const std::string& column) {
    const Table all = table(path);
    std::vector<double> values;
    for (std::size_t row = 0; row < all.rows(); ++row)
      if (all.codes("node")[row] == code_of(node)) values.push_back(all.as_numbers(column)[row]);
    return values;
  }

  Scenario s = scenario();
  Records r = records(s);
};

TEST_F(Kpi, every_table_has_its_rows_in_columns_of_one_length) {
  const ReplicationRows rows = rows_of(s, 7, r, true);
  const std::vector<TableSpec> specs = replication_tables(s);
  ASSERT_EQ(rows.tables.size(), specs.size() + 2) << "and the shares of two tables of curves";
  std::vector<std::size_t> sizes;
  for (const TableData& data : rows.tables) {
    sizes.push_back(data.rows());
    for (const ColumnValues& column : data.columns) EXPECT_EQ(length(column), data.rows());
  }
  EXPECT_THAT(sizes,
              ElementsAre(1, 2, 8, 4 * 8, 9, 9, 9, 3, 2, 10, 0, 6, 0, 1, 3, 3, 2, 2, 3 * 105, 105));
}

TEST_F(Kpi, counts_of_the_period_are_divided_by_its_years_and_means_by_its_days) {
  const Table whole = table("/replications");
  EXPECT_THAT(whole.codes("replication"), ElementsAre(7));
  EXPECT_THAT(whole.counts("arrived"), ElementsAre(40));
  EXPECT_THAT(whole.numbers("dropouts_per_year"), ElementsAre(3));
  EXPECT_THAT(whole.numbers("absent_4w_mean"), ElementsAre(1));
  EXPECT_THAT(whole.numbers("absent_13w_mean"), ElementsAre(DoubleEq(73. / 731)));
  EXPECT_THAT(whole.numbers("education_days_lost_per_year"), ElementsAre(500));
  EXPECT_THAT(whole.numbers("full_youth_care_per_year"), ElementsAre(1.5));
  EXPECT_THAT(whole.numbers("care_to_education_per_year"), ElementsAre(1));
  EXPECT_THAT(whole.numbers("mediated_per_year"), ElementsAre(0.5));
}

TEST_F(Kpi, a_year_holds_its_own_counts) {
  const Table years = table("/by_year");
  EXPECT_THAT(years.codes("year"), ElementsAre(0, 1));
  EXPECT_THAT(years.counts("arrived"), ElementsAre(10, 30));
  EXPECT_THAT(years.numbers("dropouts_per_year"), ElementsAre(4, 2));
  EXPECT_THAT(years.numbers("absent_4w_mean"), ElementsAre(1, 1));
  EXPECT_THAT(years.numbers("education_days_lost_per_year"), ElementsAre(1000, 0));
}

TEST_F(Kpi, placement_is_told_of_those_placed_and_its_share_of_all_who_arrived) {
  const Table years = table("/by_year");
  const auto nan = NanSensitiveDoubleEq(no_number);
  EXPECT_THAT(years.numbers("placement_days_mean"), ElementsAre(62.75, nan));
  EXPECT_THAT(years.numbers("placement_days_p50"), ElementsAre(70.5, nan));
  EXPECT_THAT(years.numbers("placement_days_p90"), ElementsAre(DoubleEq(84.3), nan));
  EXPECT_THAT(years.numbers("placed_within_10w"), ElementsAre(0.2, 0));
  EXPECT_THAT(table("/replications").numbers("placed_within_10w"), ElementsAre(2. / 40));
  EXPECT_THAT(years.numbers("care_to_education_days_p50"), ElementsAre(20, nan));
}

TEST_F(Kpi, shares_of_nobody_are_not_a_number) {
  const Table years = table("/by_year");
  const auto nan = NanSensitiveDoubleEq(no_number);
  EXPECT_THAT(years.numbers("back_in_education_share"), ElementsAre(0.75, nan));
  EXPECT_THAT(years.numbers("returns_share"), ElementsAre(0.25, nan));
  EXPECT_THAT(years.numbers("bounces_per_youth"), ElementsAre(0.5, 0));
  r.years[1].arrived = 0;
  EXPECT_THAT(table("/by_year").numbers("bounces_per_youth"), ElementsAre(0.5, nan));
  EXPECT_THAT(table("/by_year").numbers("placed_within_10w"), ElementsAre(0.2, nan));
}

TEST_F(Kpi, waiting_of_the_period_includes_who_was_listed_at_the_start) {
  EXPECT_THAT(of(oza, "/waiting", "year"), ElementsAre(-1, 0, 1));
  EXPECT_THAT(of(oza, "/waiting", "asked"), ElementsAre(7, 5, 2));
  EXPECT_THAT(of(oza, "/waiting", "asked_before_start"), ElementsAre(1, 0, 0));
  EXPECT_THAT(of(oza, "/waiting", "entered"), ElementsAre(5, 4, 0));
  EXPECT_THAT(of(oza, "/waiting", "entered_per_year"), ElementsAre(3.5, 5, 2));
  EXPECT_THAT(of(oza, "/waiting", "left_list"), ElementsAre(1, 1, 0));
  EXPECT_THAT(of(oza, "/waiting", "still_waiting"), ElementsAre(2, 0, 2));
}

TEST_F(Kpi, waits_of_those_who_entered_are_whole) {
  const auto nan = NanSensitiveDoubleEq(no_number);
  // 0 40 60 80, and with the one of before the start 0 40 40 60 80
  EXPECT_THAT(of(oza, "/waiting", "wait_mean"), ElementsAre(44, 45, nan));
  EXPECT_THAT(of(oza, "/waiting", "wait_p50"), ElementsAre(40, 50, nan));
  EXPECT_THAT(of(oza, "/waiting", "wait_p90"), ElementsAre(DoubleEq(72), DoubleEq(74), nan));
  EXPECT_THAT(of(oza, "/waiting", "so_far_p50"), ElementsAre(21, nan, 21));
  EXPECT_THAT(of(oza, "/waiting", "so_far_p90"), ElementsAre(DoubleEq(29), nan, DoubleEq(29)));
  EXPECT_THAT(of(oza, "/waiting", "calendar_wait_mean"), ElementsAre(0, 0, nan));
}

TEST_F(Kpi, the_share_that_entered_in_time_competes_with_giving_up) {
  // Year 0: 0 and 40 of 5 within 6 weeks; then 50 gives up, and 60 enters of the last two.
  // Period: 0 of 7; 11 and 31 are censored; at 40 two of five, one of them at risk since 30.
  EXPECT_THAT(of(oza, "/waiting", "entered_within_6w"),
              ElementsAre(DoubleNear(1. / 7 + 6. / 7 * 2 / 5, 1e-12), DoubleNear(0.4, 1e-12), 0));
  EXPECT_THAT(of(oza, "/waiting", "entered_within_10w"),
              ElementsAre(DoubleNear(23. / 35, 1e-12), DoubleNear(0.6, 1e-12), 0));
}

TEST_F(Kpi, use_is_a_mean_over_the_days_of_the_span) {
  EXPECT_THAT(of(oza, "/use", "year"), ElementsAre(-1, 0, 1));
  EXPECT_THAT(of(oza, "/use", "unit"), ElementsAre(-1, -1, -1));
  EXPECT_THAT(of(oza, "/use", "occupied_mean"), ElementsAre(10, 10, 10));
  EXPECT_THAT(of(oza, "/use", "places_mean"), ElementsAre(20, 20, 20));
  EXPECT_THAT(of(oza, "/use", "utilisation"), ElementsAre(0.5, 0.5, 0.5));
  EXPECT_THAT(of(oza, "/use", "waiting_mean"), ElementsAre(2, 2, 2));
  EXPECT_THAT(of(oza, "/use", "blocked_mean"),
              ElementsAre(DoubleEq(212. / 731), DoubleEq(212. / 365), 0));
}

TEST_F(Kpi, a_desk_is_used_by_the_hour) {
  const auto nan = NanSensitiveDoubleEq(no_number);
  EXPECT_THAT(of(team, "/use", "utilisation"), ElementsAre(0.375, 0.5, 0.25));
  EXPECT_THAT(of(team, "/use", "worked_hours"), ElementsAre(150, 100, 50));
  EXPECT_THAT(of(oza, "/use", "worked_hours"), ElementsAre(nan, nan, nan));
  EXPECT_THAT(of(home, "/use", "places_mean"), ElementsAre(-1, -1, -1));
  EXPECT_THAT(of(home, "/use", "utilisation"), ElementsAre(nan, nan, nan));
}

TEST_F(Kpi, the_census_is_told_week_by_week_and_node_by_node) {
  const Table census = table("/census");
  EXPECT_THAT(census.codes("week"), ElementsAre(-2, -2, -2, -1, -1, -1, 0, 0, 0));
  EXPECT_THAT(census.numbers("day"), ElementsAre(-14, -14, -14, -7, -7, -7, 0, 0, 0));
  EXPECT_EQ(census.codes("node"), codes_of({team, oza, home, team, oza, home, team, oza, home}));
  EXPECT_THAT(census.codes("occupied"), ElementsAre(1, 2, 3, 4, 5, 6, 7, 8, 9));
  EXPECT_THAT(table("/census_absent").codes("absent_13w"), ElementsAre(3, 2, 1));
}

TEST_F(Kpi, ways_that_nobody_went_are_left_out) {
  const Table flows = table("/flows");
  EXPECT_EQ(flows.codes("from"), codes_of({school, oza}));
  EXPECT_THAT(flows.counts("youths"), ElementsAre(10, 6));
}

TEST_F(Kpi, costs_follow_places_days_stays_hours_cases_and_interventions) {
  const Table costs = table("/costs");
  std::vector<std::string> lines;
  for (std::size_t row = 0; row < costs.rows(); ++row)
    lines.push_back(std::to_string(costs.codes("calendar_year")[row]) + " " +
                    std::to_string(costs.codes("funder")[row]) + " " +
                    costs.spec.columns[3].names[costs.codes("item")[row]] + " " +
                    std::to_string(std::lround(costs.numbers("euro")[row])));
  // oza 2026: 3060 places x day x 100 + 1530 x 2 + 4 x 1000 = 313,060; 60% swv, 40% gemeente.
  // director: 100 a day, over the first 465 days of the period.
  EXPECT_THAT(lines, ElementsAre("2026 -1 team 8530", "2026 0 oza 187836", "2026 1 oza 125224",
                                 "2026 1 director 15300",
                                 // 424,000 + 4,240 + 1,000 and 306,000 + 3,060 + 2,000
                                 "2027 0 oza 444180", "2027 1 oza 296120", "2027 1 director 31200",
                                 "2028 -1 team 4260", "2028 0 oza 258156", "2028 1 oza 172104"));
  const double all = 8530 + 313060 + 46500 + 740300 + 4260 + 430260;
  EXPECT_THAT(table("/replications").numbers("cost_euro_per_year"), ElementsAre(DoubleEq(all / 2)));
  const std::vector<double> years = table("/by_year").numbers("cost_euro_per_year");
  EXPECT_THAT(years[0] + years[1], DoubleEq(all));
}

TEST_F(Kpi, groups_have_the_figures_of_the_whole_period_without_cost) {
  const Table groups = table("/groups");
  EXPECT_THAT(groups.spec.columns[1].names,
              ElementsAre("subregion.noord", "subregion.zuid", "severity.light", "severity.complex",
                          "age.below_5", "age.5_to_12", "age.12_to_18", "age.18_and_above"));
  EXPECT_THAT(groups.codes("group"), ElementsAre(0, 1, 2, 3, 4, 5, 6, 7));
  EXPECT_EQ(groups.counts("arrived")[1], 20);
  EXPECT_DOUBLE_EQ(groups.numbers("dropouts_per_year")[1], 3.5);
  EXPECT_DOUBLE_EQ(groups.numbers("absent_4w_mean")[1], 2);
  EXPECT_DOUBLE_EQ(groups.numbers("placement_days_mean")[1], 60);
  EXPECT_DOUBLE_EQ(groups.numbers("placed_within_10w")[1], 0.1);  // 50 and 59 days, of 20
  EXPECT_TRUE(std::isnan(groups.numbers("placement_days_mean")[0]));
  EXPECT_FALSE(groups.has("cost_euro_per_year"));
}

TEST_F(Kpi, waits_of_groups_are_told_by_node_and_of_all_nodes_together) {
  const Table waits = table("/groups_waiting");
  const auto of_second_group = [&](const std::string& column) {
    std::vector<double> values;
    for (std::size_t row = 0; row < waits.rows(); ++row)
      if (waits.codes("group")[row] == 1) values.push_back(waits.as_numbers(column)[row]);
    return values;
  };
  EXPECT_THAT(of_second_group("node"),
              ElementsAre(code_of(team), code_of(oza), code_of(home), none_code));
  EXPECT_THAT(of_second_group("asked"), ElementsAre(2, 4, 0, 6));
  EXPECT_THAT(of_second_group("entered"), ElementsAre(1, 3, 0, 4));
  EXPECT_THAT(of_second_group("wait_mean"),
              ElementsAre(20, 20, NanSensitiveDoubleEq(no_number), 20));
}

TEST_F(Kpi, clocks_are_told_with_the_share_and_the_length_of_what_came_too_late) {
  const Table clocks = table("/clocks");
  EXPECT_THAT(clocks.spec.columns[2].names, ElementsAre("duty_of_care", "back_to_school"));
  EXPECT_THAT(clocks.codes("clock"), ElementsAre(0, 0, 0, 1, 1, 1));
  EXPECT_THAT(clocks.codes("year"), ElementsAre(-1, 0, 1, -1, 0, 1));
  EXPECT_THAT(clocks.counts("started"), ElementsAre(10, 10, 0, 1, 0, 1));
  EXPECT_THAT(clocks.counts("met"), ElementsAre(5, 5, 0, 0, 0, 0));
  EXPECT_THAT(clocks.counts("breached"), ElementsAre(2, 2, 0, 0, 0, 0));
  EXPECT_THAT(clocks.counts("running"), ElementsAre(1, 1, 0, 1, 0, 1));
  EXPECT_THAT(clocks.counts("void"), ElementsAre(2, 2, 0, 0, 0, 0));
  const auto of_first = [&](const char* column) { return clocks.numbers(column).front(); };
  EXPECT_EQ(of_first("over_mean"), 4.5);
  EXPECT_EQ(of_first("breached_share"), 2.0 / (10 - 2 - 1));
  EXPECT_EQ(of_first("days_mean"), 35);
  EXPECT_EQ(of_first("days_p90"), 55);
  EXPECT_THAT(clocks.numbers("breached_share").back(), NanSensitiveDoubleEq(no_number));
}

TEST_F(Kpi, what_roles_did_is_told_with_what_they_saw) {
  const Table roles = table("/roles");
  EXPECT_THAT(roles.spec.columns[2].names, ElementsAre("director.casework", "director.steering"));
  EXPECT_THAT(roles.codes("replication"), ElementsAre(7, 7, 7));
  EXPECT_THAT(roles.numbers("day"), ElementsAre(7, 273, 365));
  EXPECT_THAT(roles.codes("role"), ElementsAre(0, 1, 1));
  const std::vector<std::string>& words = roles.spec.columns[3].names;
  EXPECT_EQ(words[roles.codes("action")[0]], "placed");
  EXPECT_EQ(words[roles.codes("action")[1]], "decided");
  EXPECT_EQ(words[roles.codes("action")[2]], "opened");
  EXPECT_EQ(roles.codes("node"), codes_of({oza, oza, oza}));
  EXPECT_THAT(roles.numbers("amount"), ElementsAre(1, 0, 5));
  EXPECT_THAT(roles.numbers("hours"), ElementsAre(10, 0, 0));
  EXPECT_THAT(roles.numbers("because"), ElementsAre(12.5, 80, NanSensitiveDoubleEq(no_number)));
}

TEST_F(Kpi, each_role_of_an_intervention_has_a_name_and_each_act_a_word) {
  Intervention desk;
  desk.id = "een_loket";
  desk.single_desk.emplace();
  s.interventions = {desk, s.interventions.front()};
  using What = RoleAction::What;
  r.actions.clear();
  for (const What what : {What::joined, What::parted})
    r.actions.push_back({day(1), InterventionId{0}, what, team, 2});
  for (const What what : {What::found_nothing, What::decided_not, What::closed})
    r.actions.push_back({day(2), InterventionId{1}, what});
  const Table roles = table("/roles");
  EXPECT_THAT(roles.spec.columns[2].names,
              ElementsAre("een_loket.single_desk", "director.casework", "director.steering"));
  EXPECT_THAT(roles.codes("role"), ElementsAre(0, 0, 1, 2, 2));
  EXPECT_EQ(roles.codes("node"), codes_of({team, team, no_node, no_node, no_node}));
  std::vector<std::string> words;
  for (const std::int32_t action : roles.codes("action"))
    words.push_back(roles.spec.columns[3].names[static_cast<std::size_t>(action)]);
  EXPECT_THAT(words, ElementsAre("joined", "parted", "found_nothing", "decided_not", "closed"));
}

TEST_F(Kpi, rows_of_persons_tell_what_did_not_come_as_nan_and_none) {
  const Table visits = table("/visits");
  const auto nan = NanSensitiveDoubleEq(no_number);
  EXPECT_THAT(visits.numbers("entered"), ElementsAre(50.25, nan));
  EXPECT_THAT(visits.numbers("left"), ElementsAre(150, nan));
  EXPECT_EQ(visits.codes("left_to"), codes_of({back, no_node}));
  const ColumnSpec& outcome = visits.spec.columns[visits.spec.index_of("outcome")];
  EXPECT_EQ(outcome.names[static_cast<std::size_t>(visits.codes("outcome")[1])], "censored");
  const Table youths = table("/youths");
  EXPECT_THAT(youths.codes("month"), ElementsAre(2026 * 12 + 8, -1));
  EXPECT_EQ(youths.codes("source"), codes_of({school, oza}));
  EXPECT_THAT(youths.codes("subregion"), ElementsAre(1, none_code));
  EXPECT_THAT(youths.numbers("exited"), ElementsAre(150, nan));
}

TEST_F(Kpi, rows_of_persons_are_left_out_where_they_are_not_kept) {
  const ReplicationRows rows = rows_of(s, 7, r, false);
  EXPECT_EQ(table_of(s, rows, "/visits").rows(), 0u);
  EXPECT_EQ(table_of(s, rows, "/youths").rows(), 0u);
  EXPECT_EQ(table_of(s, rows, "/roles").rows(), 0u);
  EXPECT_EQ(table_of(s, rows, "/balance").rows(), 1u);
}

TEST_F(Kpi, a_balance_that_does_not_close_is_our_fault_and_told_with_numbers) {
  r.exited = 9;
  try {
    rows_of(s, 7, r, false);
    FAIL();
  } catch (const ContractError& error) {
    EXPECT_THAT(error.what(),
                HasSubstr("replication 7: the youths do not balance: 45 arrived + 5"));
  }
  r = records(s);
  r.nodes[oza].left = 5;
  try {
    rows_of(s, 7, r, false);
    FAIL();
  } catch (const ContractError& error) {
    EXPECT_THAT(error.what(), HasSubstr("oza does not balance: 7 entered + 10 inside"));
  }
}

TEST_F(Kpi, nothing_that_happened_gives_rows_all_the_same) {
  r = quiet(s);
  EXPECT_THAT(table("/replications").counts("arrived"), ElementsAre(0));
  EXPECT_THAT(of(oza, "/waiting", "entered_within_10w"),
              ElementsAre(NanSensitiveDoubleEq(no_number), NanSensitiveDoubleEq(no_number),
                          NanSensitiveDoubleEq(no_number)));
  EXPECT_THAT(of(oza, "/use", "utilisation"),
              ElementsAre(NanSensitiveDoubleEq(no_number), NanSensitiveDoubleEq(no_number),
                          NanSensitiveDoubleEq(no_number)));
}

TEST_F(Kpi, rows_come_through_the_pipe_as_they_went_in) {
  const ReplicationRows sent = rows_of(s, 7, r, true);
  const ReplicationRows got = unpack(tables_of(s, 7, r, true));
  EXPECT_EQ(got.replication, 7u);
  EXPECT_EQ(got.work.events, 100u);
  EXPECT_EQ(got.work.visits, 2u);
  EXPECT_EQ(got.work.peak_pending, 10u);
  ASSERT_EQ(got.tables.size(), sent.tables.size());
  EXPECT_EQ(std::get<2>(got.tables[0].columns[1]), std::get<2>(sent.tables[0].columns[1]));
  Pieces cut = tables_of(s, 7, r, true);
  cut.back().resize(cut.back().size() - 3);
  EXPECT_THROW(unpack(cut), ContractError);
}

TEST_F(Kpi, many_rows_of_persons_go_in_small_pieces_and_come_back_in_order) {
  constexpr std::size_t many = 100'000;
  r.visits.assign(many, Visit(r.visits.front()));
  for (std::size_t i = 0; i < many; ++i) r.visits[i].absent_days = static_cast<double>(i);
  const Pieces pieces = tables_of(s, 7, r, true);
  EXPECT_GT(pieces.size(), 4u);
  for (const Bytes& piece : pieces) EXPECT_LT(piece.size(), 3'000'000u);
  const Table visits = table("/visits");
  ASSERT_EQ(visits.rows(), many);
  for (std::size_t i = 0; i < many; ++i)
    ASSERT_EQ(visits.numbers("absent_days")[i], static_cast<double>(i));
}

TEST(Schema, names_that_a_file_cannot_hold_are_refused) {
  Scenario s = scenario();
  s.nodes[oza].id = "none";
  EXPECT_THROW(replication_tables(s), InputError);
  s = scenario();
  s.severities = {"none"};
  EXPECT_THROW(replication_tables(s), InputError);
  s = scenario();
  for (int i = 0; i < 3000; ++i) {
    s.nodes.push_back(s.nodes[back]);
    s.nodes.back().id = "a_rather_long_name_of_a_place_" + std::to_string(i);
  }
  EXPECT_THROW(replication_tables(s), InputError);
}

TEST(Schema, an_intervention_with_the_id_of_a_node_stands_apart) {
  Scenario s = scenario();
  s.interventions.front().id = "oza";
  EXPECT_THAT(cost_items(s),
              ElementsAre("school", "team", "oza", "home", "any", "back", "interventions.oza"));
}

TEST(Schema, every_column_is_explained_in_each_language) {
  std::vector<TableSpec> tables = replication_tables(scenario());
  tables.push_back(node_table(scenario()));
  for (const CurveTable& curves : curve_tables(scenario())) tables.push_back(curves.spec);
  for (const TableSpec& table : tables)
    for (const ColumnSpec& column : table.columns) {
      EXPECT_FALSE(column.units.empty()) << table.path << " " << column.name;
      for (const Language language : Language::all())
        EXPECT_GT(column.description.in(language).size(), 3u)
            << table.path << " " << column.name << " " << language.code();
    }
}

TEST(Schema, the_table_of_nodes_tells_kind_labels_and_education) {
  const Scenario s = scenario();
  const Table nodes{node_table(s), node_rows(s)};
  EXPECT_THAT(nodes.texts("id"), ElementsAre("school", "team", "oza", "home", "any", "back"));
  EXPECT_THAT(nodes.codes("kind"), ElementsAre(0, 1, 2, 2, 3, 4));
  EXPECT_THAT(nodes.codes("leads"), ElementsAre(-1, -1, 0, -1, -1, -1));
  EXPECT_THAT(nodes.codes("education"), ElementsAre(4, 4, 1, none_code, 4, 0));
  EXPECT_THAT(nodes.codes("units"), ElementsAre(0, 1, 1, 1, 0, 0));
  EXPECT_EQ(nodes.texts("label_nl")[2], "het oza");
}

}  // namespace
}  // namespace doorstroom
