#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "results/situation/waiting_lists.hpp"
#include "tests/results/situation/situation.hpp"

namespace doorstroom {
namespace {

using situation::opened;
using situation::Results;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::SizeIs;

/// Two wait: from day 1 to 30, and from day 2 to 60.
constexpr double youth_days_waited = 29 + 58;

std::string lead_of(const ReportSection& section) {
  return situation::all<ReportText>(section.blocks).front().text;
}

TEST(WhereItHurts, longest_list_of_three_youths_and_one_place) {
  const Results results;
  ReportSources sources = opened({results.worked(situation::three_for_one_place)});
  const ReportSection section = where_it_hurts(sources);
  EXPECT_EQ(lead_of(section), "The longest waiting list: OZA, on average 0.24 youths.");
  const ReportTable table = situation::table(section, "desks-and-arrangements");
  EXPECT_EQ(situation::cell(table, "OZA", "Rank").text, "1");
  EXPECT_NEAR(*situation::cell(table, "OZA", "Waiting").value, youth_days_waited / 365, 1e-9);
  EXPECT_EQ(situation::cell(table, "OZA", "Waited, median").value, 29);
  EXPECT_EQ(situation::cell(table, "OZA", "Entered within 10 weeks").value, 1);
  EXPECT_NEAR(*situation::cell(table, "OZA", "Use").value, 90.0 / 365, 1e-9);
}

TEST(WhereItHurts, a_list_that_is_not_what_was_observed_is_named) {
  const Results results;
  const std::string observed = situation::two_alike + R"(
targets:
  oza.waiting_mean: {range: [500, 600], use: check, basis: measured, source: a count}
  zoa.waiting_mean: {range: [0, 600], use: check, basis: measured, source: a count}
)";
  ReportSources sources = opened({results.worked(observed)});
  const ReportSection section = where_it_hurts(sources);
  EXPECT_THAT(situation::all<ReportText>(section.blocks)[1].text, EndsWith("the model: OZA."));
  const ReportTable table = situation::table(section, "desks-and-arrangements");
  ASSERT_EQ(table.columns[1].label, "As observed");
  for (const ReportRow& row : table.rows)
    EXPECT_EQ(row.cells[1].text, row.header == "OZA" ? "no" : "yes");
}

TEST(WhereItHurts, lists_alike_are_a_tie) {
  const Results results;
  ReportSources sources = opened({results.worked(situation::two_alike)});
  const ReportSection section = where_it_hurts(sources);
  EXPECT_EQ(lead_of(section),
            "We cannot tell which waiting list is the longest. It may be any of these: OZA, on "
            "average 0.24 youths; ZOA, on average 0.24 youths.");
  const ReportTable table = situation::table(section, "desks-and-arrangements");
  EXPECT_EQ(situation::cell(table, "OZA", "Rank").text, "1 to 2");
  EXPECT_EQ(situation::cell(table, "ZOA", "Rank").text, "1 to 2");
}

TEST(WhereItHurts, one_replication_has_no_ranks_and_says_so) {
  const Results results;
  ReportSources sources = opened({results.worked(situation::two_alike, 1)});
  const ReportSection section = where_it_hurts(sources);
  EXPECT_THAT(lead_of(section), HasSubstr("one possible future"));
  const ReportTable table = situation::table(section, "desks-and-arrangements");
  EXPECT_EQ(situation::cell(table, "OZA", "Rank").text, "-");
  for (const ReportChart& chart : situation::all<ReportChart>(section.blocks))
    if (const auto* lists = std::get_if<IntervalChart>(&chart.chart)) {
      EXPECT_TRUE(std::isnan(lists->rows.front().low));
      EXPECT_EQ(situation::cell(chart.table, "OZA", "95%, from").text, "-");
    }
}

TEST(WhereItHurts, nobody_waits_where_places_suffice) {
  const Results results;
  ReportSources sources = opened({results.run(worked::scenario(situation::three_for_one_place),
                                              {"replications=2", "arrangements.oza.places=3"})});
  const ReportSection section = where_it_hurts(sources);
  EXPECT_THAT(lead_of(section), HasSubstr("Nobody waits"));
  EXPECT_THAT(situation::all<ReportChart>(section.blocks), SizeIs(1)) << "the map alone";
}

TEST(WhereItHurts, what_happens_in_one_future_only_has_no_rank_and_leaves_others_theirs) {
  const double none = std::nan("");
  const auto ranks = joint_ranks({{9, 9.1, 9.2}, {none, none, 30}, {1, 1.1, 1.2}});
  EXPECT_EQ(ranks[0], (RankRange{1, 1}));
  EXPECT_EQ(ranks[1], std::nullopt);
  EXPECT_EQ(ranks[2], (RankRange{2, 2}));
}

TEST(WhereItHurts, map_has_the_way_of_three_youths) {
  const Results results;
  ReportSources sources = opened({results.worked(situation::three_for_one_place)});
  const ReportChart made = map_chart(sources);
  const auto& map = std::get<MapChart>(made.chart);
  EXPECT_THAT(map.years, ElementsAre("all years", "2026-27"));
  ASSERT_THAT(map.nodes, SizeIs(4)) << "a source, an arrangement, two exits";
  EXPECT_EQ(map.nodes[1].kind, "arrangement");
  EXPECT_NEAR(map.nodes[1].load[0][0], 90.0 / 365, 1e-9);
  EXPECT_NEAR(map.nodes[1].waiting[0][1], youth_days_waited / 365, 1e-9);
  EXPECT_TRUE(std::isnan(map.nodes[0].load[0][0]));
  ASSERT_THAT(map.flows, SizeIs(2));
  for (const MapFlow& flow : map.flows) EXPECT_THAT(flow.youths[0], ElementsAre(3, 3));
  EXPECT_EQ(situation::cell(made.table, "From OZA to out", "2026-27").value, 3);
}

TEST(WhereItHurts, every_node_is_reached_and_left_on_the_map) {
  const Results results;
  ReportSources sources = opened({results.run(minimal(), {"replications=2", "period.years=2"})});
  const ReportChart made = map_chart(sources);
  const auto& map = std::get<MapChart>(made.chart);
  for (std::size_t node = 0; node < map.nodes.size(); ++node) {
    const auto goes = [&](std::size_t MapFlow::*end, std::size_t MapFlow::*other) {
      return std::ranges::any_of(
          map.flows, [&](const MapFlow& flow) { return flow.*end == node && flow.*other != node; });
    };
    EXPECT_EQ(goes(&MapFlow::to, &MapFlow::from), map.nodes[node].kind != "source")
        << map.nodes[node].id;
    EXPECT_EQ(goes(&MapFlow::from, &MapFlow::to), map.nodes[node].kind != "exit")
        << map.nodes[node].id;
  }
}

/// Sums of /flows and of /waiting, row by row, without the readers that the report uses.
TEST(WhereItHurts, tables_equal_the_file) {
  const Results results;
  const std::string path = results.run(minimal(), {"replications=4", "period.years=2"});
  ReportSources sources = opened({path});
  const ReportSection section = where_it_hurts(sources);
  ResultReader file(path);

  const Table& waiting = file.table("/waiting");
  double within = 0;
  for (std::size_t row = 0; row < waiting.rows(); ++row)
    if (waiting.codes("year")[row] == -1 &&
        waiting.codes("node")[row] == waiting.code_of("node", "oza"))
      within += waiting.numbers("entered_within_10w")[row] / 4;
  const ReportTable nodes = situation::table(section, "desks-and-arrangements");
  EXPECT_NEAR(*situation::cell(nodes, "oza", "Entered within 10 weeks").value, within, 1e-12);

  const Table& flows = file.table("/flows");
  double youths = 0;
  for (std::size_t row = 0; row < flows.rows(); ++row)
    if (flows.codes("from")[row] == flows.code_of("from", "youth_team") &&
        flows.codes("to")[row] == flows.code_of("to", "oza") && flows.codes("year")[row] == 1)
      youths += static_cast<double>(flows.counts("youths")[row]) / 4;
  const ReportTable map = situation::table(section, "map-table");
  EXPECT_NEAR(*situation::cell(map, "From youth team to oza", "2027-28").value, youths, 1e-12);
}

TEST(WhereItHurts, variants_stand_in_the_map) {
  const Results results;
  const std::vector<std::string> sets{"replications=3", "period.years=2"};
  std::vector<std::string> more = sets;
  more.emplace_back("arrangements.oza.places=60");
  ReportSources sources =
      opened({results.run(minimal(), sets), results.run(minimal(), more, "more")});
  const ReportChart made = map_chart(sources);
  const auto& map = std::get<MapChart>(made.chart);
  ASSERT_THAT(map.variants, SizeIs(2));
  for (const MapNode& node : map.nodes) {
    EXPECT_THAT(node.load, SizeIs(2));
    EXPECT_THAT(node.waiting, SizeIs(2));
    if (node.id == "oza") {
      EXPECT_LT(node.load[1][0], node.load[0][0]) << "more places, as many youths";
    }
  }
  for (const MapFlow& flow : map.flows) EXPECT_THAT(flow.youths, SizeIs(2));
}

TEST(WhereItHurts, groups_are_told_apart_by_each_attribute) {
  const Results results;
  ReportSources sources = opened({results.run(minimal(), {"replications=4", "period.years=2"})});
  const ReportSection section = where_it_hurts(sources);
  const ReportTable severity = situation::table(section, "groups-severity");
  EXPECT_THAT(severity.rows, SizeIs(3));
  double arrived = 0;
  for (const ReportRow& row : severity.rows) arrived += *row.cells.front().value;
  ResultReader file(sources.base().path());
  double all = 0;
  for (const std::int64_t each : file.table("/replications").counts("arrived"))
    all += static_cast<double>(each) / 4;
  EXPECT_NEAR(arrived, all, 1e-9);
}

}  // namespace
}  // namespace doorstroom
