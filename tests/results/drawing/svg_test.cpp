#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "results/charts/map_layout.hpp"
#include "results/drawing/svg_canvas.hpp"
#include "tests/results/charts/chart_examples.hpp"
#include "tests/results/drawing/drawn_svg.hpp"

namespace doorstroom::chart_examples {
namespace {

MapChart laid_out(MapChart map) {
  lay_out(map);
  return map;
}

std::vector<Chart> example_charts() {
  return {example_curves(4), example_years(), laid_out(example_map(12)), example_differences(12)};
}

ChartHead& head_of_any(Chart& chart) {
  return std::visit([](auto& each) -> ChartHead& { return each.head; }, chart);
}

/// What a careless or hostile author writes into a label.
const std::string hostile = "</svg><script>alert(1)</script> & \"q\" 'a' ]]> \x01 \xff";

TEST(Svg, says_what_it_is_to_who_does_not_see_it) {
  for (const Chart& chart : example_charts())
    for (const auto purpose : all_purposes) {
      const DrawnSvg drawn(chart, purpose, "nl");
      const std::string id = head_of(chart).id;
      EXPECT_STREQ(drawn.root().attribute("role").value(), "img");
      const bool in_page = purpose == DrawingStyle::Purpose::page;  // the summary stands beside it
      EXPECT_EQ(drawn.root().attribute("aria-labelledby").value(),
                in_page ? id + "-title" : id + "-title " + id + "-desc");
      EXPECT_STREQ(drawn.root().attribute("lang").value(), "nl");
      EXPECT_EQ(drawn.root().child("title").child_value(), head_of(chart).title);
      if (in_page)
        EXPECT_FALSE(drawn.root().child("desc"));
      else
        EXPECT_THAT(drawn.root().child("desc").child_value(),
                    ::testing::StartsWith(head_of(chart).summary));
    }
}

TEST(Svg, parts_are_panels_and_groups_of_rows_on_one_axis) {
  const DrawingStyle style{.purpose = DrawingStyle::Purpose::page, .language = {}};
  IntervalChart bars;
  bars.head.id = "bars";
  for (int i = 0; i < 20; ++i)
    bars.rows.push_back({.label = "row " + std::to_string(i),
                         .group = i < 10 ? "one" : "other",
                         .low = -1,
                         .middle = i < 10 ? 0.0 : 2,
                         .high = i < 10 ? 1.0 : 3,
                         .text = "text"});
  const std::vector<std::string> parts = svg_parts_of(bars, style);
  ASSERT_EQ(parts.size(), 2u);
  for (const std::string& part : parts) EXPECT_NE(part.find(">3<"), std::string::npos) << part;
  EXPECT_NE(parts[0].find("row 9"), std::string::npos);
  EXPECT_EQ(parts[0].find("row 10"), std::string::npos);
  EXPECT_NE(parts[1].find("id=\"bars-2-title\""), std::string::npos);

  TimeChart weeks;
  weeks.head.id = "weeks";
  weeks.days = {0, 7};
  weeks.panels = {{"a", "A", {}}, {"b", "B", {}}, {"c", "C", {}}};
  weeks.drawn = 2;
  EXPECT_EQ(svg_parts_of(weeks, style).size(), 2u);
}

TEST(Svg, has_no_id_twice_and_all_begin_with_that_of_the_chart) {
  for (const Chart& chart : example_charts())
    for (const auto purpose : all_purposes) {
      const DrawnSvg drawn(chart, purpose);
      std::set<std::string> seen;
      for (const pugi::xml_node node : drawn.all("//*[@id]")) {
        const std::string id = node.attribute("id").value();
        EXPECT_TRUE(seen.insert(id).second) << id;
        EXPECT_THAT(id, ::testing::StartsWith(head_of(chart).id + "-"));
      }
      for (std::size_t at = 0; (at = drawn.text().find("url(#", at)) != std::string::npos; ++at) {
        const std::string id = drawn.text().substr(at + 5, drawn.text().find(')', at) - at - 5);
        EXPECT_TRUE(seen.contains(id)) << id;
      }
    }
}

TEST(Svg, shows_title_unit_and_source_unless_a_page_does) {
  for (const Chart& chart : example_charts())
    for (const auto purpose : all_purposes) {
      const DrawnSvg drawn(chart, purpose);
      const std::size_t heads = drawn.all("//g[@class='head']/text").size();
      const std::size_t sources = drawn.all("//g[@class='source']/text").size();
      const bool alone = purpose != DrawingStyle::Purpose::page;
      EXPECT_EQ(heads > 1, alone);
      EXPECT_EQ(sources > 0, alone);
    }
}

TEST(Svg, takes_colours_from_the_page_and_writes_them_out_elsewhere) {
  for (const Chart& chart : example_charts()) {
    const std::string page = DrawnSvg(chart, DrawingStyle::Purpose::page).text();
    EXPECT_THAT(page, ::testing::HasSubstr("var(--ink,#1d2329)"));
    for (std::size_t at = 0; (at = page.find('#', at)) != std::string::npos; ++at)
      EXPECT_TRUE(page[at - 1] == ',' || page[at - 1] == '(') << page.substr(at - 20, 30);
    EXPECT_THAT(DrawnSvg(chart, DrawingStyle::Purpose::alone).text(),
                ::testing::Not(::testing::HasSubstr("var(")));
  }
}

TEST(Svg, scales_with_a_page_and_fills_a_slide) {
  for (const Chart& chart : example_charts()) {
    const DrawnSvg page(chart, DrawingStyle::Purpose::page);
    EXPECT_FALSE(page.root().attribute("width"));
    EXPECT_THAT(page.root().attribute("style").value(), ::testing::HasSubstr("width:100%"));
    const DrawnSvg slide(chart, DrawingStyle::Purpose::slide);
    EXPECT_STREQ(slide.root().attribute("viewBox").value(), "0 0 1280 720");
  }
}

TEST(Svg, a_slide_has_text_of_18_points_or_more) {
  std::vector<Chart> charts = example_charts();
  charts.push_back(laid_out(example_map(60)));
  for (const Chart& chart : charts) {
    const DrawnSvg slide(chart, DrawingStyle::Purpose::slide);
    for (const DrawnText& text : slide.texts("//text[not(ancestor::g[@transform])]"))
      EXPECT_GE(text.size, 24) << text.content;
    for (const pugi::xml_node map : slide.all("//g[@transform]")) {
      const std::string transform = map.attribute("transform").value();
      const double scale = std::stod(transform.substr(transform.find("scale(") + 6));
      for (const DrawnText& text : slide.texts("//g[@transform]//text"))
        EXPECT_GE(scale * text.size, 23.9) << text.content;
    }
  }
}

TEST(Svg, no_text_covers_another_or_leaves_the_sheet) {
  std::vector<Chart> charts = example_charts();
  charts.push_back(example_curves(12));
  charts.push_back(example_differences(40));
  charts.push_back(laid_out(example_map(60)));
  for (const Chart& chart : charts)
    for (const auto purpose : all_purposes) {
      const DrawnSvg drawn(chart, purpose);
      for (const char* part : {"//text[not(ancestor::g[@transform])]", "//g[@transform]//text"}) {
        const std::vector<DrawnText> texts = drawn.texts(part);
        for (std::size_t i = 0; i < texts.size(); ++i)
          for (std::size_t k = 0; k < i; ++k)
            EXPECT_FALSE(texts[i].covers(texts[k]))
                << head_of(chart).id << static_cast<int>(purpose) << ": " << texts[i].content
                << " / " << texts[k].content;
      }
      double x = 0, y = 0, width = 0, height = 0;
      std::istringstream(drawn.root().attribute("viewBox").value()) >> x >> y >> width >> height;
      for (const DrawnText& text : drawn.texts("//text[not(ancestor::g[@transform])]")) {
        EXPECT_GE(text.left, 0) << text.content;
        EXPECT_LE(text.right, width) << text.content;
        EXPECT_GE(text.top, 0) << text.content;
        EXPECT_LE(text.bottom, height) << head_of(chart).id << ": " << text.content;
      }
    }
}

TEST(Svg, markup_in_words_stays_text) {
  CurveChart curves = example_curves(1);
  curves.curves[0].label = curves.curves[0].id = curves.x_label = curves.y_label = hostile;
  curves.marks[0].label = hostile;
  TimeChart years = example_years();
  years.panels[0].label = years.panels[0].lines[0].label = years.shades[0].label = hostile;
  MapChart map = example_map(6);
  map.nodes[2].label = map.nodes[2].id = hostile;
  lay_out(map);
  IntervalChart differences = example_differences(3);
  differences.rows[0].label = differences.rows[0].text = differences.rows[0].group = hostile;
  differences.axis = hostile;
  for (Chart chart : std::vector<Chart>{curves, years, map, differences})
    for (const auto purpose : all_purposes) {
      head_of_any(chart).title = head_of_any(chart).summary = hostile;
      const DrawnSvg drawn(chart, purpose);
      EXPECT_TRUE(drawn.all("//script").empty());
      EXPECT_EQ(drawn.all("//svg").size(), 1u);
      EXPECT_THAT(drawn.root().child("title").child_value(),
                  ::testing::StartsWith("</svg><script>alert(1)</script> & \"q\" 'a' ]]>"));
      EXPECT_EQ(std::ranges::count_if(drawn.text(), [](char c) { return c > 0 && c < ' '; }), 0);
    }
}

TEST(Svg, writes_no_place_that_is_no_number) {
  CurveChart empty_curves = example_curves(1);
  empty_curves.curves[0].y.assign(empty_curves.x.size(), gap);
  CurveChart no_curves = example_curves(0);
  no_curves.x.clear();
  CurveChart one_point = example_curves(2, 0);
  TimeChart no_years = example_years();
  no_years.panels.clear();
  TimeChart no_days = example_years();
  no_days.days.clear();
  TimeChart empty_lines = example_years();
  for (TimePanel& panel : empty_lines.panels)
    for (TimeLine& line : panel.lines)
      for (auto* values : {&line.mean, &line.p10, &line.p90, &line.noise_low, &line.noise_high})
        values->assign(values->size(), gap);
  MapChart no_map = example_map(12);
  no_map.nodes.clear();
  no_map.flows.clear();
  MapChart one_node = example_map(12);
  one_node.nodes.resize(1);
  one_node.flows.clear();
  IntervalChart no_bounds = example_differences(3);
  for (IntervalRow& row : no_bounds.rows) row.low = row.middle = row.high = gap;
  for (const Chart& chart : std::vector<Chart>{
           empty_curves, no_curves, one_point, no_years, no_days, empty_lines, laid_out(no_map),
           laid_out(one_node), no_bounds, example_differences(0), example_differences(1)})
    for (const auto purpose : all_purposes) {
      const DrawnSvg drawn(chart, purpose);
      for (const char* bad : {"nan", "inf"})
        for (const pugi::xml_node node : drawn.all("//*[@*]"))
          for (const pugi::xml_attribute attribute : node.attributes())
            EXPECT_THAT(attribute.value(), ::testing::Not(::testing::HasSubstr(bad)))
                << node.name() << " " << attribute.name();
    }
}

/// Of sRGB, as WCAG 2.2 defines it.
double luminance(const std::string& color) {
  double sum = 0;
  constexpr double weights[] = {0.2126, 0.7152, 0.0722};
  for (std::size_t i = 0; i < 3; ++i) {
    const double c = std::stoi(color.substr(1 + 2 * i, 2), nullptr, 16) / 255.0;
    sum += weights[i] * (c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4));
  }
  return sum;
}

TEST(Svg, standard_colours_stand_out_from_white) {
  const auto contrast = [](const std::string& name) {
    return 1.05 / (luminance(standard_color(name)) + 0.05);
  };
  for (const char* name : {"ink", "ink-soft"}) EXPECT_GE(contrast(name), 4.5) << name;
  for (const char* name : {"line-1", "line-2", "line-3", "line-4", "line-5", "line-6", "band-1",
                           "good", "bad", "undecided"})
    EXPECT_GE(contrast(name), 4.5) << name;
  for (const char* name : {"load-1", "load-2", "load-3", "load-4", "load-5", "flow"})
    EXPECT_GE(contrast(name), 3) << name;
}

}  // namespace
}  // namespace doorstroom::chart_examples
