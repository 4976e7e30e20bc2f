#include "results/page/report_filter.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "models/messages/message.hpp"
#include "tests/results/report/made_report.hpp"

/// What must stand nowhere in a report, whoever wrote it there.

namespace doorstroom {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string world = R"yaml(
doorstroom: 1
name: Region of /home/geheim/regions/one
period: {start: 2026-08-01, years: 2, warm_up: 1 year}
replications: 3
seed: 7
sources:
  school: {label: Signal (/home/geheim/signals.csv), per_year: 60, to: oza}
arrangements:
  oza: {education: part, places: 20, stay: {exponential: {mean: 5 months}}, routes: {out: 100%}}
exits:
  out: {education: full}
evidence:
  arrangements.oza.stay: {basis: measured, source: "C:\\Users\\geheim\\stays.xlsx, see https://example.org/stays"}
  arrangements.oza.places: {basis: assumed, range: [15, 20, 25], source: "javascript:alert(1)"}
)yaml";

TEST(ReportFilter, names_of_users_and_folders_stand_nowhere) {
  const made::Reports files;
  const std::string result = files.run("region", world);
  for (const Language language : Language::all()) {
    const Report report =
        made::report({result}, 5, language, "doorstroom report /home/geheim/runs/region.h5");
    for (const std::string& text : {report_json(report), report_page(report, {})}) {
      EXPECT_THAT(text, Not(HasSubstr("geheim")));
      EXPECT_THAT(text, Not(HasSubstr(files.path())));
    }
    const std::string json = report_json(report);
    EXPECT_THAT(json, HasSubstr("doorstroom report region.h5"));
    EXPECT_THAT(json, HasSubstr("stays.xlsx, see https://example.org/stays"));
  }
}

TEST(ReportFilter, only_addresses_of_the_web_become_links) {
  const made::Reports files;
  const std::string page = report_page(made::report({files.run("region", world)}), {});
  EXPECT_THAT(page, Not(HasSubstr("href=\"javascript:")));
  EXPECT_THAT(page, Not(HasSubstr("href='javascript:")));
}

/// A scenario of which one youth of the records waits.
Scenario recorded() {
  const made::Reports files;
  std::ofstream(files / "one.yaml") << world << "today:\n  oza: {occupied: 12, waiting: 2}\n";
  return load_scenario(files / "one.yaml", {}).scenario;
}

Report with(ReportBlock block) {
  Report report;
  report.sections.push_back({.id = "one", .title = "One", .blocks = {std::move(block)}});
  return report;
}

TEST(ReportFilter, numbers_of_today_are_taken_out_of_texts_and_rows) {
  const Privacy privacy(recorded(), 5);
  Report report = with(ReportTable{
      .id = "t",
      .caption = "today.oza.waiting from 2 to 4",
      .corner = {},
      .columns = {{"value", ""}},
      .rows = {{"today.oza.waiting", {{"2", 2}, {"2 to 4", {}}}}, {"seed", {{"7", 7}}}}});
  filter(report, privacy);
  const auto& table = std::get<ReportTable>(report.sections[0].blocks[0]);
  EXPECT_EQ(table.caption, "today.oza.waiting from ... to ...");
  EXPECT_FALSE(table.rows[0].cells[0].value);
  EXPECT_THAT(table.rows[0].cells[0].text + table.rows[0].cells[1].text, Not(HasSubstr("2")));
  EXPECT_EQ(table.rows[1].cells[0].value, 7);
}

TEST(ReportFilter, sliders_that_move_the_start_make_way) {
  const Privacy privacy(recorded(), 5);
  SliderBlock sliders;
  sliders.knobs.push_back({.path = "today.oza.waiting", .label = "waiting", .unit = {}, .now = 2});
  Report report = with(sliders);
  filter(report, privacy);
  EXPECT_TRUE(std::holds_alternative<ReportText>(report.sections[0].blocks[0]));

  report = with(sliders);
  filter(report, Privacy());
  EXPECT_TRUE(std::holds_alternative<SliderBlock>(report.sections[0].blocks[0]));
}

TEST(ReportFilter, weeks_of_a_hidden_node_begin_late) {
  const Privacy privacy(recorded(), 5);
  const double nan = std::nan("");
  TimeChart chart;
  chart.days = {0, 350, 364, 371};
  for (const char* const id : {"oza", "so"}) {
    TimeLine line;
    line.mean = {1, 2, 3, 4};
    chart.panels.push_back({.id = id, .label = id, .lines = {line}});
  }
  Report report = with(ReportChart{.chart = chart, .table = {}});
  filter(report, privacy);
  const auto& made = std::get<TimeChart>(std::get<ReportChart>(report.sections[0].blocks[0]).chart);
  EXPECT_THAT(made.panels[0].lines[0].mean,
              testing::Pointwise(testing::NanSensitiveDoubleEq(), {nan, nan, 3.0, 4.0}));
  EXPECT_THAT(made.panels[1].lines[0].mean, testing::ElementsAre(1, 2, 3, 4));
}

TEST(ReportFilter, fingerprint_is_shown_only_where_nothing_is_hidden) {
  const made::Reports files;
  const std::string open = files.run("open", world);
  const std::string hidden =
      files.run("hidden", world + "today:\n  oza: {occupied: 12, waiting: 2, waited: 3 weeks}\n");
  EXPECT_THAT(report_json(made::report({open})),
              HasSubstr(ResultReader(open).text("scenario_sha256")));
  EXPECT_THAT(report_json(made::report({hidden})),
              Not(HasSubstr(ResultReader(hidden).text("scenario_sha256"))));
}

}  // namespace
}  // namespace doorstroom
