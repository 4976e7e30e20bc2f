#include <gmock/gmock.h>

#include <set>

#include "tests/results/report/made_report.hpp"

/// How a report says that it was made.

namespace doorstroom {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::Not;

const std::string region = R"yaml(
doorstroom: 1
name: A region
period: {start: 2026-08-01, years: 2, warm_up: 1 year}
replications: 2
seed: 7
sources:
  school: {label: Signal, per_year: 80, to: oza}
arrangements:
  oza:
    label: OZA
    education: part
    places: 20
    stay: {exponential: {mean: 4 months}}
    order: severity
    routes: {out: 100%}
  so: {label: SO, education: full, places: unlimited, stay: 1 year, routes: {out: 100%}}
exits: {out: {education: full}}
evidence:
  arrangements.oza.stay: {basis: measured, source: "Records of 2025, https://example.org/stays"}
  arrangements.oza.places: {basis: assumed, range: [15, 20, 25]}
)yaml";
const std::string few_there =
    "today:\n  oza: {occupied: 18, waiting: 3, waited: 5 weeks}\n  so: {occupied: 40}\n";

class ProvenanceOf : public testing::Test {
 protected:
  ReportSection made(const std::vector<std::string>& paths, int small_cells = 5) const {
    const Report report = made::report(paths, small_cells);
    return report.sections.back();
  }

  static ReportTable table(const ReportSection& section, const std::string& id) {
    for (const ReportBlock& block : section.blocks)
      if (const auto* const found = std::get_if<ReportTable>(&block))
        if (found->id == id) return *found;
    throw std::out_of_range(id);
  }
  static std::vector<std::string> texts(const ReportRow& row) {
    std::vector<std::string> all{row.header};
    for (const ReportCell& cell : row.cells) all.push_back(cell.text);
    return all;
  }

  made::Reports files_;
};

TEST_F(ProvenanceOf, answers_every_part_of_the_checklist) {
  const ReportSection section = made({files_.run("region", region)});
  EXPECT_EQ(section.id, "provenance");
  std::set<std::string> ids;
  for (const ReportBlock& block : section.blocks)
    if (const auto* const found = std::get_if<ReportTable>(&block)) {
      EXPECT_TRUE(ids.insert(found->id).second) << found->id;
      EXPECT_FALSE(found->rows.empty()) << found->id;
      for (const ReportRow& row : found->rows)
        EXPECT_THAT(texts(row), Not(Contains(""))) << found->id << ": " << row.header;
    }
  EXPECT_THAT(ids, IsSupersetOf({"stress-objectives", "stress-logic", "stress-data",
                                 "stress-experiments", "stress-implementation", "stress-code"}));
}

TEST_F(ProvenanceOf, names_nodes_and_where_inputs_come_from) {
  const ReportSection section = made({files_.run("region", region)});
  const ReportTable nodes = table(section, "modelled-nodes");
  ASSERT_EQ(nodes.rows.size(), 4U);
  EXPECT_THAT(texts(nodes.rows[0]),
              ElementsAre("Signal", "source", "At the start 80 youths a year come, by chance."));
  EXPECT_THAT(texts(nodes.rows[1]),
              ElementsAre("OZA", "arrangement",
                          "At the start 20 places; a stay is 17 weeks on average. The most severe "
                          "go first."));
  EXPECT_THAT(texts(nodes.rows[2]), ElementsAre("SO", "arrangement",
                                                "There is always a place; a stay is 12 months on "
                                                "average."));
  const ReportTable evidence = table(section, "evidence-sources");
  EXPECT_THAT(texts(evidence.rows[0]),
              ElementsAre("arrangements.oza.stay", "measured",
                          "Records of 2025, https://example.org/stays", "-"));
  EXPECT_THAT(texts(evidence.rows[1]),
              ElementsAre("arrangements.oza.places", "assumed", "-", "15 - 20 - 25"));
}

TEST_F(ProvenanceOf, results_and_commands_are_those_of_all_variants) {
  std::string other = region;
  other.replace(other.find("A region"), 8, "Another ");
  const ReportSection section =
      made({files_.run("region", region), files_.run("other way", other)});
  const ReportTable results = table(section, "results");
  ASSERT_EQ(results.rows.size(), 2U);
  EXPECT_THAT(texts(results.rows[1]),
              ElementsAre("Another", "other way.h5", "0.1.0", "abc", "2", "7"));
  for (const ReportBlock& block : section.blocks) {
    const auto* const list = std::get_if<ReportList>(&block);
    if (!list) continue;
    EXPECT_THAT(list->items,
                ElementsAre("doorstroom rerun region.h5",
                            "doorstroom run region.yaml --seed 7 --replications 2 -o region.h5",
                            "doorstroom rerun 'other way.h5'",
                            "doorstroom run 'other way.yaml' --seed 7 --replications 2 -o "
                            "'other way.h5'"));
  }
}

TEST_F(ProvenanceOf, computer_is_not_named) {
  const std::string result = files_.run("region", region);
  const std::string host = ResultReader(result).text("host", "/run");
  const ReportTable implementation = table(made({result}), "stress-implementation");
  for (const ReportRow& row : implementation.rows)
    EXPECT_THAT(row.cells[0].text, Not(HasSubstr(" " + host + " ")));
}

TEST_F(ProvenanceOf, small_counts_of_the_start_are_hidden_with_another) {
  const std::string result = files_.run("region", region + few_there);
  const ReportTable hidden = table(made({result}), "start-of-records");
  EXPECT_THAT(texts(hidden.rows[0]), ElementsAre("OZA", "18", "fewer than 5"));
  EXPECT_FALSE(hidden.rows[0].cells[1].value);
  EXPECT_THAT(texts(hidden.rows[1]), ElementsAre("SO", "40", "0"));
  EXPECT_THAT(hidden.note, HasSubstr("Numbers from 1 to 4"));

  const ReportTable open = table(made({result}, 0), "start-of-records");
  EXPECT_THAT(texts(open.rows[0]), ElementsAre("OZA", "18", "3"));
  EXPECT_THAT(open.note, HasSubstr("--small-cells 0"));
}

TEST_F(ProvenanceOf, start_is_left_out_where_no_records_are) {
  EXPECT_THROW(table(made({files_.run("region", region)}), "start-of-records"), std::out_of_range);
}

}  // namespace
}  // namespace doorstroom
