#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "results/situation/census_series.hpp"
#include "tests/results/situation/situation.hpp"

namespace doorstroom {
namespace {

using situation::line;
using situation::opened;
using situation::panel;
using situation::Results;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

TimeChart chart_of(ReportSources& sources) {
  return std::get<TimeChart>(years_chart(sources).chart);
}

TEST(OverTheYears, week_by_week_of_three_youths_and_one_place) {
  const Results results;
  ReportSources sources = opened({results.worked(situation::three_for_one_place)});
  const TimeChart chart = chart_of(sources);
  EXPECT_EQ(chart.panels.front().id, "absent");
  EXPECT_EQ(chart.drawn, 2u);
  ASSERT_THAT(chart.days, SizeIs(53)) << "one year, from day 0 to day 364";
  const TimePanel oza = panel(chart, "oza");
  const std::vector<double> occupied = line(oza, "oza-occupied").mean;
  const std::vector<double> waiting = line(oza, "oza-waiting").mean;
  for (std::size_t week = 1; week < 53; ++week) {
    const double day = 7 * static_cast<double>(week);
    EXPECT_EQ(occupied[week], day < 90 ? 1 : 0) << day;
    EXPECT_EQ(waiting[week], day < 30 ? 2 : day < 60 ? 1 : 0) << day;
  }
  const TimeLine places = line(oza, "oza-places");
  EXPECT_EQ(places.role, TimeLine::Role::capacity);
  EXPECT_THAT(places.mean, ::testing::Each(1));
}

TEST(OverTheYears, futures_that_are_all_alike_have_no_spread) {
  const Results results;
  ReportSources sources = opened({results.worked(situation::three_for_one_place)});
  const TimeLine waiting = line(panel(chart_of(sources), "oza"), "oza-waiting");
  EXPECT_EQ(waiting.p10, waiting.mean);
  EXPECT_EQ(waiting.noise_high, waiting.mean);
  EXPECT_EQ(waiting.one_future, waiting.mean);
}

TEST(OverTheYears, one_replication_has_only_a_line_and_says_so) {
  const Results results;
  ReportSources sources = opened({results.worked(situation::three_for_one_place, 1)});
  const TimeChart chart = chart_of(sources);
  const TimeLine waiting = line(panel(chart, "oza"), "oza-waiting");
  EXPECT_THAT(waiting.p10, IsEmpty());
  EXPECT_THAT(waiting.noise_low, IsEmpty());
  EXPECT_THAT(chart.head.summary, HasSubstr("one possible future"));
  const ReportSection section = over_the_years(sources);
  for (const ReportTable& table : situation::all<ReportTable>(section.blocks))
    EXPECT_EQ(table.id, "years-means") << "neither trends nor a spread";
}

TEST(OverTheYears, unlimited_places_are_no_line) {
  const Results results;
  ReportSources sources = opened({results.run(minimal(), {"replications=2", "period.years=1"})});
  EXPECT_THAT(panel(chart_of(sources), "home").lines, SizeIs(2));
}

TEST(OverTheYears, long_periods_have_three_points_in_each_quarter) {
  EXPECT_THAT(drawn_weeks(365), SizeIs(53));
  EXPECT_THAT(drawn_weeks(4 * 365 + 1), SizeIs(209));
  const std::vector<std::int32_t> ten_years = drawn_weeks(3653);
  EXPECT_THAT(std::vector<std::int32_t>(ten_years.begin(), ten_years.begin() + 6),
              ElementsAre(0, 4, 9, 13, 17, 22));
  EXPECT_EQ(ten_years.back(), 520);
}

/// Means and bands, from rows of the census.
TEST(OverTheYears, lines_equal_the_file) {
  const Results results;
  const std::string path = results.run(minimal(), {"replications=5", "period.years=2"});
  ReportSources sources = opened({path});
  const TimeChart chart = chart_of(sources);
  const TimeLine waiting = line(panel(chart, "zoa"), "zoa-waiting");
  ResultReader file(path);
  const Table& census = file.table("/census");
  std::vector<double> values;
  for (std::size_t row = 0; row < census.rows(); ++row)
    if (census.numbers("day")[row] == 7 * 60 &&
        census.codes("node")[row] == census.code_of("node", "zoa"))
      values.push_back(census.codes("waiting")[row]);
  ASSERT_THAT(values, SizeIs(5));
  EXPECT_EQ(chart.days[60], 7 * 60);
  EXPECT_EQ(waiting.one_future[60], values.front());
  double mean = 0;
  for (const double value : values) mean += value / 5;
  EXPECT_NEAR(waiting.mean[60], mean, 1e-9) << "not rounded yet";
  std::ranges::sort(values);
  EXPECT_NEAR(waiting.p10[60], values[0] + 0.4 * (values[1] - values[0]), 1e-9) << "type 7";
  EXPECT_NEAR(waiting.p90[60], values[3] + 0.6 * (values[4] - values[3]), 1e-9);
}

TEST(OverTheYears, table_has_every_thirteenth_week) {
  const Results results;
  ReportSources sources = opened({results.worked(situation::three_for_one_place)});
  const ReportTable table = years_chart(sources).more_tables.at(0);
  EXPECT_THAT(situation::headers(table),
              ElementsAre("1 August 2026", "31 October 2026", "30 January 2027", "1 May 2027",
                          "31 July 2027"));
  EXPECT_EQ(situation::cell(table, "31 October 2026", "in use").value, 0);
  EXPECT_EQ(situation::cell(table, "31 October 2026", "places").value, 1);
}

TEST(OverTheYears, every_panel_has_a_table) {
  const Results results;
  ReportSources sources = opened({results.run(minimal(), {"replications=2"})});
  const ReportChart made = years_chart(sources);
  const auto& chart = std::get<TimeChart>(made.chart);
  ASSERT_EQ(made.more_tables.size(), chart.panels.size() - 1) << "behind the first";
  for (std::size_t i = 0; i < made.more_tables.size(); ++i) {
    const TimePanel& drawn = chart.panels[1 + i];
    const ReportTable& table = made.more_tables[i];
    EXPECT_EQ(table.columns.size(), drawn.lines.size());
    EXPECT_THAT(table.caption, HasSubstr(drawn.label));
    EXPECT_THAT(situation::headers(table), situation::headers(made.table));
  }
}

TEST(OverTheYears, period_of_an_intervention_is_shaded_that_of_a_variant_too) {
  const Results results;
  const std::vector<std::string> sets{"replications=2", "period.years=3"};
  const std::string measure = R"(
interventions:
  quick:
    label: {en: Quick, nl: Snel}
    from: 2027-08-01
    until: 2028-08-01
    effects: {less: {change: desks.youth_team.work, factor: 0.5}}
  always:
    from: 2020-08-01
    effects: {same: {change: desks.youth_team.work, factor: 1}}
)";
  ReportSources sources =
      opened({results.run(minimal(), sets), results.run(minimal() + measure, sets, "quick")});
  const TimeChart chart = chart_of(sources);
  ASSERT_THAT(chart.shades, SizeIs(1)) << "what always holds is not shaded";
  EXPECT_EQ(chart.shades[0].label, "Quick");
  EXPECT_EQ(chart.shades[0].from_day, 365);
  EXPECT_EQ(chart.shades[0].to_day, 731);
  const TimePanel oza = panel(chart, "oza");
  const TimeLine of_variant = line(oza, "oza-waiting-1");
  EXPECT_EQ(of_variant.variant, 1);
  EXPECT_THAT(of_variant.p10, IsEmpty());
  EXPECT_THAT(oza.lines, Not(Contains(Field(&TimeLine::id, "oza-places-1"))))
      << "as many places as the base has";
}

TEST(OverTheYears, what_a_variant_has_more_places_of_is_drawn_first) {
  const Results results;
  const std::string twelve = worked::three_arrive + R"(
arrangements:
  oza: {education: part, places: 1, stay: 30 days, routes: {b: 100%}}
  b: {education: part, places: 1, stay: 30 days, routes: {c: 100%}}
  c: {education: part, places: 1, stay: 30 days, routes: {d: 100%}}
  d: {education: part, places: 1, stay: 30 days, routes: {out: 100%}}
)" + worked::out;
  const std::string base = results.worked(twelve);
  const std::string more =
      results.run(worked::scenario(twelve), {"replications=3", "arrangements.d.places=2"}, "more");
  ReportSources alone = opened({base});
  EXPECT_EQ(chart_of(alone).panels[1].id, "oza");
  ReportSources sources = opened({base, more});
  const TimeChart chart = chart_of(sources);
  EXPECT_EQ(chart.panels[1].id, "d");
  EXPECT_EQ(chart.panels[2].id, "oza");
  EXPECT_GE(chart.drawn, 2U);
}

TEST(OverTheYears, trend_is_told_only_where_the_interval_carries_it) {
  const Results results;
  ReportSources sources = opened(
      {results.run(minimal() + "headline: {dropouts_per_year: 1, youth_team.waiting_mean: 1}\n",
                   {"replications=10", "period.years=3", "sources.school.growth=60% per year",
                    "sources.school.per_year=60"})});
  const ReportSection section = over_the_years(sources);
  EXPECT_THAT(situation::all<ReportText>(section.blocks).front().text,
              HasSubstr("Higher in 2028-29 than in 2026-27"));
  const ReportTable trends = situation::table(section, "years-trends");
  ASSERT_THAT(trends.rows, SizeIs(3));
  EXPECT_THAT(situation::all<ReportText>(section.blocks)[1].text,
              AllOf(HasSubstr("assumes that more youths come: "),
                    HasSubstr(trends.rows[2].cells[0].text.substr(0, 2))));
  EXPECT_THAT(trends.rows[1].cells[2].text, HasSubstr("higher")) << "the list grows";
  EXPECT_NEAR(*trends.rows[1].cells[2].value,
              *trends.rows[1].cells[1].value - *trends.rows[1].cells[0].value, 1e-9);
  const ReportTable means = situation::table(section, "years-means");
  EXPECT_THAT(situation::headers(means), ElementsAre("2026-27", "2027-28", "2028-29"));
}

TEST(OverTheYears, nothing_changes_where_every_year_is_alike) {
  const Results results;
  ReportSources sources = opened({results.run(
      worked::scenario(situation::three_for_one_place + "headline: {absent_4w_mean: 1}\n", 2),
      {"replications=3"})});
  const ReportSection section = over_the_years(sources);
  EXPECT_THAT(situation::all<ReportText>(section.blocks).front().text,
              HasSubstr("We cannot tell yet"));
  EXPECT_EQ(situation::table(section, "years-trends").rows.at(0).cells.at(2).text,
            "we cannot tell yet");
}

/// A real region, with few youths on a list on the start date.
const std::string few_at_the_start = R"(
doorstroom: 1
name: A small region
period: {start: 2026-08-01, years: 2, warm_up: 1 year}
replications: 3
seed: 7
sources:
  school: {per_year: 60, to: oza}
arrangements:
  oza: {education: part, places: 20, stay: {exponential: {mean: 5 months}}, routes: {so: 20%, out: rest}}
  so: {education: full, places: 36, stay: {exponential: {mean: 6 months}}, routes: {out: 100%}}
exits:
  out: {education: full}
today:
  oza: {occupied: 20, waiting: 3}
  so: {occupied: 30, waiting: 12}
)";

TEST(OverTheYears, weeks_that_tell_of_few_real_youths_are_gaps) {
  const Results results;
  const std::string path = results.run(few_at_the_start);
  ReportSources sources = opened({path});
  const double shown_from = sources.privacy().shown_from_day();
  ASSERT_GT(shown_from, 0);
  const ReportChart made = years_chart(sources);
  const auto& chart = std::get<TimeChart>(made.chart);
  const TimePanel oza = panel(chart, "oza");
  const TimeLine waiting = line(oza, "oza-waiting");
  for (std::size_t point = 0; point < chart.days.size(); ++point)
    for (const auto* values : {&waiting.mean, &waiting.p10, &waiting.p90, &waiting.noise_low,
                               &waiting.noise_high, &waiting.one_future})
      EXPECT_EQ(std::isnan((*values)[point]), chart.days[point] < shown_from) << chart.days[point];
  EXPECT_EQ(line(oza, "oza-places").mean.front(), 20) << "places are no youths";
  const auto of_oza = std::ranges::find_if(
      made.more_tables, [](const ReportTable& each) { return each.caption.starts_with("oza"); });
  ASSERT_NE(of_oza, made.more_tables.end());
  EXPECT_EQ(situation::cell(*of_oza, "1 August 2026", "on the list").text, "-");
  EXPECT_FALSE(situation::cell(*of_oza, "1 August 2026", "on the list").value);

  ReportSources open = opened({path}, 0);
  EXPECT_EQ(line(panel(chart_of(open), "oza"), "oza-waiting").mean.front(), 3)
      << "when no count is called small";
}

}  // namespace
}  // namespace doorstroom
