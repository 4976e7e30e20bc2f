#include <gmock/gmock.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "results/page/report_page.hpp"

namespace doorstroom {
namespace {

nlohmann::json json_with(ReportBlock block) {
  Report report;
  report.sections.push_back({.id = "only", .title = "Only", .blocks = {std::move(block)}});
  return nlohmann::json::parse(report_json(report))["sections"][0]["blocks"][0];
}

TEST(ReportJson, number_that_is_none_becomes_null) {
  CurveChart chart;
  chart.x = {0, 1};
  chart.curves.push_back(
      {.id = "oza", .label = "OZA", .y = {0.5, std::nan("")}, .low = {}, .high = {}});
  const auto block = json_with(ReportChart{.chart = chart, .table = {}});
  EXPECT_EQ(block["chart"]["curves"][0]["y"], nlohmann::json::parse("[0.5, null]"));
}

TEST(ReportJson, text_with_a_link_tells_where_it_leads) {
  const nlohmann::json linked =
      json_with(ReportText{.text = "Much.", .link = ReportLink{.to = "table", .text = "All"}});
  EXPECT_EQ(linked["link"]["to"], "table");
  EXPECT_EQ(linked["link"]["text"], "All");
  EXPECT_FALSE(json_with(ReportText{.text = "More."}).contains("link"));
}

TEST(ReportJson, whole_numbers_have_no_decimals) {
  CurveChart chart;
  chart.x = {0, 2.5, 197, -3};
  const auto block = json_with(ReportChart{.chart = chart, .table = {}});
  EXPECT_EQ(block["chart"]["x"].dump(), "[0,2.5,197,-3]");
}

TEST(ReportJson, cell_of_words_has_no_value) {
  ReportTable table;
  table.rows.push_back(
      {.header = "a", .cells = {{.text = "yes", .value = {}}, {.text = "2", .value = 2}}});
  const auto cells = json_with(table)["table"]["rows"][0]["cells"];
  EXPECT_FALSE(cells[0].contains("value"));
  EXPECT_EQ(cells[1]["value"], 2);
}

}  // namespace
}  // namespace doorstroom
