#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

#include "results/charts/map_layout.hpp"
#include "results/charts/map_part.hpp"
#include "tests/results/charts/chart_examples.hpp"
#include "tests/results/drawing/drawn_svg.hpp"

namespace doorstroom::chart_examples {
namespace {

void expect_same_layout(const MapChart& first, const MapChart& second) {
  EXPECT_EQ(first.width, second.width);
  EXPECT_EQ(first.height, second.height);
  ASSERT_EQ(first.nodes.size(), second.nodes.size());
  for (std::size_t i = 0; i < first.nodes.size(); ++i) {
    EXPECT_EQ(first.nodes[i].x, second.nodes[i].x);
    EXPECT_EQ(first.nodes[i].y, second.nodes[i].y);
  }
  for (std::size_t i = 0; i < first.flows.size(); ++i)
    EXPECT_EQ(first.flows[i].path, second.flows[i].path);
}

TEST(MapLayout, sixty_boxes_do_not_overlap_and_lie_on_the_sheet) {
  MapChart map = example_map(60);
  lay_out(map);
  for (std::size_t i = 0; i < map.nodes.size(); ++i) {
    const MapNode& a = map.nodes[i];
    EXPECT_GE(a.x - a.width / 2, 0);
    EXPECT_LE(a.x + a.width / 2, map.width);
    EXPECT_GE(a.y - a.height / 2, 0);
    EXPECT_LE(a.y + a.height / 2, map.height);
    for (std::size_t k = 0; k < i; ++k) {
      const MapNode& b = map.nodes[k];
      EXPECT_TRUE(std::abs(a.x - b.x) >= (a.width + b.width) / 2 ||
                  std::abs(a.y - b.y) >= (a.height + b.height) / 2)
          << a.label << " / " << b.label;
    }
  }
}

TEST(MapLayout, is_the_same_each_time_and_for_all_variants) {
  MapChart first = example_map(25);
  MapChart again = example_map(25);
  MapChart varied = example_map(25, 3);
  for (MapNode& node : varied.nodes) {
    if (std::isfinite(node.load[0][0])) node.load[1][0] = 2;
    if (std::isfinite(node.waiting[0][0])) node.waiting[2][0] = 1234;
  }
  for (MapFlow& flow : varied.flows) flow.youths[1][0] = 0;
  for (MapChart* map : {&first, &again, &varied}) lay_out(*map);
  expect_same_layout(first, again);
  expect_same_layout(first, varied);
}

TEST(MapLayout, youths_go_from_left_to_right) {
  MapChart map = example_map(25);
  lay_out(map);
  for (const MapNode& node : map.nodes) {
    if (node.kind == "source") {
      EXPECT_LE(node.x, map.nodes[10].x);
    }
    if (node.kind == "exit") {
      EXPECT_GE(node.x, map.nodes[20].x);
    }
  }
}

TEST(MapLayout, a_flow_leads_from_its_node_to_the_other) {
  MapChart map = example_map(25);
  lay_out(map);
  const auto touches = [](const MapNode& node, double x, double y) {
    return std::abs(x - node.x) <= node.width / 2 + 3 &&
           std::abs(y - node.y) <= node.height / 2 + 3;
  };
  for (const MapFlow& flow : map.flows) {
    ASSERT_GE(flow.path.size(), 8u);
    EXPECT_EQ(flow.path.size() % 6, 2u);  // a start, and three points a curve
    EXPECT_TRUE(touches(map.nodes[flow.from], flow.path[0], flow.path[1]));
    EXPECT_TRUE(touches(map.nodes[flow.to], flow.path[flow.path.size() - 2], flow.path.back()));
  }
}

TEST(MapLayout, copes_with_nothing_with_loops_and_with_flows_alike) {
  MapChart map = example_map(12);
  map.flows.push_back(map.flows[0]);
  map.flows.push_back({.from = 4, .to = 4, .path = {}, .youths = {{5}}});
  lay_out(map);
  EXPECT_EQ(map.flows.back().path.size() % 6, 2u);
  MapChart nothing;
  lay_out(nothing);
  EXPECT_GT(nothing.width, 0);
}

TEST(MapPart, follows_the_ways_that_most_youths_go) {
  MapChart map = example_map(40);
  for (MapFlow& flow : map.flows) flow.youths = {{0}};
  map.flows.push_back({.from = 20, .to = 30, .path = {}, .youths = {{100}}});
  map.flows.push_back({.from = 10, .to = 20, .path = {}, .youths = {{50}}});
  map.flows.push_back({.from = 11, .to = 12, .path = {}, .youths = {{49}}});  // touches no other
  lay_out(map);
  const MapChart part = main_ways_within(map, 640, 230);
  ASSERT_EQ(part.nodes.size(), 3u);
  EXPECT_EQ(part.nodes[0].id, "n10");
  EXPECT_EQ(part.nodes[1].id, "n20");
  EXPECT_EQ(part.nodes[2].id, "n30");
}

TEST(MapPart, fits_and_is_the_whole_where_that_fits) {
  MapChart map = example_map(40);
  lay_out(map);
  const MapChart part = main_ways_within(map, 640, 230);
  EXPECT_LE(part.width, 640);
  EXPECT_LE(part.height, 230);
  EXPECT_GT(part.nodes.size(), 3u);
  expect_same_layout(main_ways_within(map, map.width, map.height), map);
}

TEST(SvgMap, tells_load_and_waiting_list_in_words) {
  MapChart map = example_map(12);
  map.nodes[4].load = {{0.923}};
  map.nodes[4].waiting = {{52.4}};
  map.nodes[5].load = {{gap}};
  map.nodes[5].waiting = {{gap}};
  lay_out(map);
  const DrawnSvg english(map, DrawingStyle::Purpose::page);
  EXPECT_EQ(english.all("//g[@data-node='n4']/text[.='92%, 52 wait']").size(), 1u);
  EXPECT_EQ(english.all("//g[@data-node='n5']/rect[@class='gauge']").size(), 0u);
  const DrawnSvg dutch(map, DrawingStyle::Purpose::page, "nl");
  EXPECT_EQ(dutch.all("//g[@data-node='n4']/text[.='92%, 52 wachten']").size(), 1u);
}

TEST(SvgMap, a_gauge_is_as_full_as_the_node) {
  MapChart map = example_map(12);
  map.nodes[4].load = {{0.25}};
  map.nodes[5].load = {{1.3}};
  map.nodes[5].waiting = {{1}};
  lay_out(map);
  const DrawnSvg drawn(map, DrawingStyle::Purpose::page);
  const auto share = [&](const std::string& node) {
    const double full = drawn.all("//g[@data-node='" + node + "']/rect[@class='gauge']")
                            .at(0)
                            .attribute("width")
                            .as_double();
    return drawn.all("//g[@data-node='" + node + "']/rect[@class='load']")
               .at(0)
               .attribute("width")
               .as_double() /
           full;
  };
  EXPECT_NEAR(share("n4"), 0.25, 1e-3);
  EXPECT_NEAR(share("n5"), 1, 1e-3);
}

TEST(SvgMap, a_flow_is_as_wide_as_many_go_and_never_invisible) {
  MapChart map = example_map(12);
  for (MapFlow& flow : map.flows) flow.youths = {{0.001}};
  map.flows[0].youths = {{100}};
  map.flows[1].youths = {{50}};
  lay_out(map);
  const DrawnSvg drawn(map, DrawingStyle::Purpose::page);
  std::vector<double> widths;
  for (const pugi::xml_node flow : drawn.all("//g[@class='map']/g[@class='flow']")) {
    const std::string style = flow.child("path").attribute("style").value();
    widths.push_back(std::stod(style.substr(style.find("stroke-width:") + 13)));
  }
  ASSERT_EQ(widths.size(), map.flows.size());
  EXPECT_NEAR(widths[0] / widths[1], 2, 0.01);  // the widest are drawn first
  EXPECT_GE(widths.back(), 0.5);
}

TEST(SvgMap, what_has_no_room_in_a_box_is_in_its_title) {
  MapChart map = example_map(6);
  map.nodes[2].label =
      "a label that is so very long that no box of a map has the room that it "
      "takes to tell all of its many words on the lines that there are";
  lay_out(map);
  const DrawnSvg drawn(map, DrawingStyle::Purpose::page);
  EXPECT_THAT(drawn.all("//g[@data-node='n2']/title").at(0).child_value(),
              ::testing::StartsWith(map.nodes[2].label));
}

}  // namespace
}  // namespace doorstroom::chart_examples
