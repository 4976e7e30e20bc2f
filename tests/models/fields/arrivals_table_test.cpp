/// Arrivals from a table beside the scenario.

#include "models/fields/arrivals_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/continuum/continuum.hpp"
#include "tests/support/scenario_files.hpp"

namespace doorstroom {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

const std::string region = R"(doorstroom: 1
period: {start: 2026-08-01, years: 1, follow_up: 0 days}
subregions: [north, south]
sources:
  school: {arrivals: {file: tables/arrivals.csv}, subregion: {north: 100%}, age: 8 years, to: oza}
arrangements:
  oza: {education: part, places: 9, stay: 10 days, routes: {out: 100%}}
exits:
  out: {}
)";

class ArrivalsTable : public testing::Test {
 protected:
  std::string with(const std::string& table) {
    std::filesystem::create_directories(
        std::filesystem::path(files_.write("", "none")).parent_path() / "tables");
    files_.write(table, "tables/arrivals.csv");
    return region;
  }
  LoadedScenario load(const std::string& table) { return files_.load(with(table)); }
  std::string mistakes(const std::string& table) { return files_.mistakes(with(table)); }

  ScenarioFiles files_;
};

TEST_F(ArrivalsTable, each_line_is_a_youth_and_what_is_not_said_is_as_the_source_says) {
  const Scenario scenario = load(
                                "day,age,severity,subregion\n"
                                "2026-08-03,10.5,complex,south\n"
                                "2026-08-01, 12 years ,,\n"
                                "\n"
                                "2026-08-03,,middle,\r\n")
                                .scenario;
  const Records records = simulate(scenario, 0, true);
  ASSERT_EQ(records.youths.size(), 3u);
  const auto expect = [&](std::size_t youth, double day, double age, int severity, int subregion) {
    const YouthRow& row = records.youths[youth];
    EXPECT_EQ(row.arrived.days(), day);
    EXPECT_NEAR(row.age_at(row.arrived), age, 1e-6);
    EXPECT_EQ(row.severity, SeverityId{severity});
    EXPECT_EQ(row.values[subregion_attribute], ValueId{subregion});
    EXPECT_EQ(records.visits[youth].left.days(), day + 10);
  };
  expect(0, 0, 12, 0, 0);
  expect(1, 2, 10.5, 2, 1);
  expect(2, 2, 8, 1, 0);
}

TEST_F(ArrivalsTable, columns_may_be_left_out_and_come_in_any_order) {
  const Scenario scenario = load("severity,day\nmiddle,2026-08-01\n").scenario;
  EXPECT_EQ(scenario.sources[0].arrivals.at(0).severity, SeverityId{1});
  EXPECT_FALSE(scenario.sources[0].arrivals.at(0).age);
}

TEST_F(ArrivalsTable, the_table_is_kept_among_the_documents) {
  const Scenario scenario = load("day\n2026-08-01\n").scenario;
  ASSERT_EQ(scenario.documents.size(), 2u);
  EXPECT_THAT(scenario.documents[1].path, testing::EndsWith("tables/arrivals.csv"));
  EXPECT_EQ(scenario.documents[1].text, "day\n2026-08-01\n");
}

TEST_F(ArrivalsTable, the_resolved_scenario_holds_the_table_and_needs_no_file) {
  const Scenario scenario = load("day,age\n2026-08-03,12\n").scenario;
  const Scenario again = load_resolved("out.h5", scenario.resolved).scenario;
  ASSERT_EQ(again.sources[0].arrivals.size(), 1u);
  EXPECT_EQ(again.sources[0].arrivals[0].day, scenario.sources[0].arrivals[0].day);
  EXPECT_EQ(again.sources[0].arrivals[0].age, scenario.sources[0].arrivals[0].age);
  EXPECT_EQ(again.resolved, scenario.resolved);
}

TEST_F(ArrivalsTable, a_mistake_in_a_table_within_the_scenario_is_told_at_the_table) {
  const std::string told = files_.mistakes(
      changed(region, "file: tables/arrivals.csv", "table: \"day,age\\n2026-08-03,ten\""));
  EXPECT_THAT(told, HasSubstr("a.yaml:5:30: age is ten"));
}

TEST_F(ArrivalsTable, a_mistake_is_told_at_its_line_and_column) {
  const struct {
    const char* table;
    const char* place;
    const char* words;
  } broken[] = {
      {"day,age\n2026-08-01,ten\n", "arrivals.csv:2:12: ", "age is ten"},
      {"day,age\n2026-08-01,-1\n", "arrivals.csv:2:12: ", "age is -1"},
      {"day,age\n2026-08-01,9,5\n", "arrivals.csv:2:1: ", "3 values for 2 columns"},
      {"day\n2026-08-01\n2026-02-30\n", "arrivals.csv:3:1: ", "no such day"},
      {"day\n2025-08-01\n", "arrivals.csv:2:1: ", "2025-08-01, outside the run"},
      {"day\n2027-08-01\n", "arrivals.csv:2:1: ", "2027-08-01, outside the run"},
      {"day,severity\n2026-08-01, complx\n", "arrivals.csv:2:13: ", "did you mean complex?"},
      {"day,subregion\n2026-08-01,west\n", "arrivals.csv:2:12: ", "which is no subregion"},
      {"day,sevrity\n2026-08-01,light\n", "arrivals.csv:1:5: ", "sevrity is not a known column"},
      {"day,day\n2026-08-01,2026-08-01\n", "arrivals.csv:1:5: ", "day is there twice"},
      {"age\n10\n", "arrivals.csv:1:1: ", "no column day"},
      {"day,age\n\"2026-08-01\",9\n", "arrivals.csv:2:1: ", "take them out"},
      {"day;age\n2026-08-01;9\n", "arrivals.csv:1:4: ", "save the table with commas"},
      {"day\n", "arrivals.csv:1:1: ", "holds no youths"},
      {"", "arrivals.csv:1:1: ", "holds no youths"},
  };
  for (const auto& [table, place, words] : broken) {
    SCOPED_TRACE(table);
    const std::string told = mistakes(table);
    EXPECT_THAT(told, HasSubstr(place));
    EXPECT_THAT(told, HasSubstr(words));
    EXPECT_EQ(count_mistakes(told), 1) << told;
  }
}

TEST_F(ArrivalsTable, the_check_knows_who_comes_in_the_table) {
  const auto with_way = [&](const std::string& table) {
    return files_.mistakes(changed(with(table), "routes: {out: 100%}",
                                   "routes: [{if: {age: {to: 12}}, to: {out: 100%}}]"));
  };
  EXPECT_THAT(with_way("day,age\n2026-08-01,9\n"), IsEmpty());
  EXPECT_THAT(with_way("day,age\n2026-08-01,13\n"), HasSubstr("no way for a youth of 12 years"));
}

}  // namespace
}  // namespace doorstroom
