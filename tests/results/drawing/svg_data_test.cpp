// What a drawing shows is what the data say: values are read back from it by the ticks of its axes.

#include <gmock/gmock.h>

#include <algorithm>
#include <map>

#include "tests/results/charts/chart_examples.hpp"
#include "tests/results/drawing/drawn_svg.hpp"

namespace doorstroom::chart_examples {
namespace {

/// From places back to values, by two ticks that are labelled with a number.
class ReadAxis {
 public:
  /// @param kind  "value-axis": labels at the left, read by their y; "x-axis": by their x
  ReadAxis(const DrawnSvg& drawn, const std::string& kind) {
    for (const DrawnText& text : drawn.texts("//g[@class='" + kind + "']/text")) {
      if (text.content.find_first_not_of("0123456789.-") != std::string::npos) continue;
      ticks_[std::stod(text.content)] = kind == "value-axis"
                                            ? (text.top + 0.72 * text.size) - 0.33 * 13
                                            : (text.left + text.right) / 2;
    }
  }

  std::size_t ticks() const { return ticks_.size(); }
  double value(double at) const {
    const auto [low, low_at] = *ticks_.begin();
    const auto [high, high_at] = *ticks_.rbegin();
    return low + (at - low_at) / (high_at - low_at) * (high - low);
  }

 private:
  std::map<double, double> ticks_;
};

TEST(SvgData, every_point_of_a_curve_is_where_its_axes_say) {
  const CurveChart chart = example_curves(3, 20);
  const DrawnSvg drawn(chart, DrawingStyle::Purpose::page);
  const ReadAxis y(drawn, "value-axis");
  const ReadAxis x(drawn, "x-axis");
  ASSERT_GE(y.ticks(), 3u);
  ASSERT_GE(x.ticks(), 3u);
  for (const Curve& curve : chart.curves) {
    const auto lines = drawn.all("//g[@data-series='" + curve.id + "']/path[@class='line']");
    ASSERT_EQ(lines.size(), 1u);
    const std::vector<DrawnPoint> points = DrawnSvg::points(lines[0]);
    ASSERT_EQ(points.size(), curve.y.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
      EXPECT_NEAR(x.value(points[i].x), chart.x[i], 0.02);
      EXPECT_NEAR(y.value(points[i].y), curve.y[i], 0.02);
    }
  }
}

TEST(SvgData, a_gap_in_the_data_is_a_gap_in_the_line) {
  CurveChart chart = example_curves(1, 9);
  chart.curves[0].y[3] = gap;
  chart.curves[0].y[5] = gap;
  const DrawnSvg drawn(chart, DrawingStyle::Purpose::page);
  const auto lines = drawn.all("//path[@class='line']");
  ASSERT_EQ(lines.size(), 1u);
  const std::string d = lines[0].attribute("d").value();
  EXPECT_EQ(std::ranges::count(d, 'M'), 2);  // 0 to 2, 6 to 9
  EXPECT_EQ(DrawnSvg::points(lines[0]).size(), 7u);
  CurveChart without_dots = example_curves(1, 9);
  EXPECT_EQ(drawn.all("//g[@class='series']/circle").size(),
            DrawnSvg(without_dots, DrawingStyle::Purpose::page)
                    .all("//g[@class='series']/circle")
                    .size() -
                2 + 1);  // two markers lie in the gaps; week 4 is a dot
}

TEST(SvgData, counts_begin_at_zero) {
  TimeChart chart = example_years();
  for (TimePanel& panel : chart.panels) panel.lines.resize(1);
  const DrawnSvg drawn(chart, DrawingStyle::Purpose::page);
  EXPECT_EQ(drawn.all("//g[@class='value-axis']/text[.='0']").size(), 2u);
}

TEST(SvgData, futures_are_bands_and_noise_is_bars) {
  TimeChart chart = example_years();
  chart.panels[0].lines.resize(1);
  chart.drawn = 1;
  const auto count = [](const TimeChart& each, const char* what) {
    return DrawnSvg(each, DrawingStyle::Purpose::page)
        .all("//g[not(@class='key')]/path[@class='" + std::string(what) + "']")
        .size();
  };
  EXPECT_EQ(count(chart, "band"), 1u);
  EXPECT_EQ(count(chart, "noise"), 8u);
  TimeChart no_futures = chart;
  no_futures.panels[0].lines[0].p10.clear();
  EXPECT_EQ(count(no_futures, "band"), 0u);
  EXPECT_EQ(count(no_futures, "noise"), 8u);
  chart.panels[0].lines[0].noise_low.clear();
  EXPECT_EQ(count(chart, "band"), 1u);
  EXPECT_EQ(count(chart, "noise"), 0u);
  EXPECT_EQ(DrawnSvg(chart, DrawingStyle::Purpose::page).all("//g[@class='key']/text").size(), 1u);
}

TEST(SvgData, no_two_lines_look_alike_without_colour) {
  const DrawnSvg drawn(example_curves(12), DrawingStyle::Purpose::page);
  std::map<std::string, int> looks;
  for (const pugi::xml_node line : drawn.all("//path[@class='line']")) {
    const std::string style = line.attribute("style").value();
    const std::size_t dash = style.find("stroke-dasharray");
    const std::string marker = line.next_sibling().attribute("d").value();
    const std::size_t shape = marker.find_first_of("m");
    ++looks[(dash == std::string::npos ? "" : style.substr(dash)) + " " +
            (shape == std::string::npos ? line.next_sibling().name() : marker.substr(shape))];
  }
  EXPECT_EQ(looks.size(), 12u);
}

TEST(SvgData, places_are_steps) {
  TimeChart chart = example_years();
  const DrawnSvg drawn(chart, DrawingStyle::Purpose::page);
  const auto steps = drawn.all("//path[@class='capacity']");
  ASSERT_EQ(steps.size(), 1u);
  const std::vector<DrawnPoint> points = DrawnSvg::points(steps[0]);
  for (std::size_t i = 1; i < points.size(); ++i)
    EXPECT_TRUE(points[i].x == points[i - 1].x || points[i].y == points[i - 1].y);
  EXPECT_NE(points.front().y, points.back().y);
}

TEST(SvgData, an_interval_is_where_its_axis_says) {
  const IntervalChart chart = example_differences(9);
  const DrawnSvg drawn(chart, DrawingStyle::Purpose::page);
  const ReadAxis x(drawn, "x-axis");
  const auto rows = drawn.all("//g[@class='row']");
  ASSERT_EQ(rows.size(), 9u);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const pugi::xml_node line = rows[i].child("line");
    EXPECT_NEAR(x.value(line.attribute("x1").as_double()), chart.rows[i].low, 0.05);
    EXPECT_NEAR(x.value(line.attribute("x2").as_double()), chart.rows[i].high, 0.05);
  }
}

TEST(SvgData, a_verdict_has_a_shape_of_its_own) {
  IntervalChart chart = example_differences(4);
  using enum IntervalRow::Tone;
  const IntervalRow::Tone tones[] = {neutral, better, worse, undecided};
  for (std::size_t i = 0; i < 4; ++i) chart.rows[i].tone = tones[i];
  const DrawnSvg drawn(chart, DrawingStyle::Purpose::page);
  const auto markers = drawn.all("//g[@class='row']/*[@class='marker']");
  ASSERT_EQ(markers.size(), 4u);
  EXPECT_STREQ(markers[0].name(), "path");
  EXPECT_STREQ(markers[1].name(), "circle");
  EXPECT_STREQ(markers[2].name(), "rect");
  EXPECT_STREQ(markers[3].name(), "circle");
  EXPECT_THAT(markers[3].attribute("style").value(), ::testing::HasSubstr("fill:var(--paper"));
  EXPECT_THAT(markers[1].attribute("style").value(), ::testing::HasSubstr("fill:var(--good"));
  EXPECT_EQ(drawn.all("//g[@class='key']/text").size(), 3u);
}

TEST(SvgData, a_bound_far_beyond_the_others_ends_in_an_arrow) {
  IntervalChart chart = example_differences(5);
  EXPECT_TRUE(DrawnSvg(chart, DrawingStyle::Purpose::page).all("//path[@class='beyond']").empty());
  chart.rows[2].high = 5000;
  const DrawnSvg drawn(chart, DrawingStyle::Purpose::page);
  EXPECT_EQ(drawn.all("//path[@class='beyond']").size(), 1u);
  EXPECT_EQ(drawn.all("//g[@class='row'][3]/path[@class='beyond']").size(), 1u);
}

TEST(SvgData, rows_without_room_are_left_to_the_table) {
  const DrawnSvg page(example_differences(43), DrawingStyle::Purpose::page);
  EXPECT_EQ(page.all("//g[@class='row']").size(), 40u);
  EXPECT_EQ(page.all("//text[.='3 more rows are in the table']").size(), 1u);
  const DrawnSvg slide(example_differences(43), DrawingStyle::Purpose::slide);
  const std::size_t drawn = slide.all("//g[@class='row']").size();
  EXPECT_GE(drawn, 4u);
  EXPECT_EQ(
      slide.all("//text[.='" + std::to_string(43 - drawn) + " more rows are in the table']").size(),
      1u);
}

TEST(SvgYears, of_more_lines_than_can_be_told_apart_has_a_panel_for_each_figure) {
  TimeChart chart = example_years();
  TimePanel& panel = chart.panels[0];
  const TimeLine line = panel.lines[0];
  panel.lines.clear();
  for (int variant = 0; variant < 4; ++variant)
    for (const char* what : {"in use", "on the list"}) {
      panel.lines.push_back(line);
      panel.lines.back().variant = variant;
      panel.lines.back().label = what + std::to_string(variant);
      panel.lines.back().id = panel.lines.back().label;
    }
  chart.panels.resize(1);
  chart.drawn = 1;
  const std::string eight = svg_of(chart, {.language = Language::en});
  EXPECT_THAT(eight, testing::AllOf(testing::HasSubstr(": in use0</text>"),
                                    testing::HasSubstr(": on the list0</text>")));
  panel.lines.resize(6);
  EXPECT_THAT(svg_of(chart, {.language = Language::en}),
              testing::Not(testing::HasSubstr(": in use0</text>")));
}

}  // namespace
}  // namespace doorstroom::chart_examples
