#pragma once
/// A drawing as a test reads it: its elements, its texts and where they stand.

#include <gtest/gtest.h>

#include <pugixml.hpp>

#include <cmath>
#include <sstream>
#include <string>
#include <vector>

#include "results/charts/text_width.hpp"
#include "results/drawing/drawing.hpp"

namespace doorstroom::chart_examples {

struct DrawnText {
  std::string content;
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
  double size = 0;

  bool covers(const DrawnText& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
};

struct DrawnPoint {
  double x = 0;
  double y = 0;
};

class DrawnSvg {
 public:
  explicit DrawnSvg(std::string text) : text_(std::move(text)) {
    const pugi::xml_parse_result read = document_.load_string(text_.c_str());
    EXPECT_TRUE(read) << read.description();
  }
  DrawnSvg(const Chart& chart, DrawingStyle::Purpose purpose, const char* language = "en")
      : DrawnSvg(svg_of(chart, {purpose, *Language::of_code(language)})) {}

  const std::string& text() const { return text_; }
  pugi::xml_node root() const { return document_.child("svg"); }

  std::vector<pugi::xml_node> all(const std::string& xpath) const {
    std::vector<pugi::xml_node> nodes;
    for (const pugi::xpath_node& each : document_.select_nodes(xpath.c_str()))
      nodes.push_back(each.node());
    return nodes;
  }

  /// Every text element below an element, at its place on the untransformed sheet.
  std::vector<DrawnText> texts(const std::string& xpath = "//text") const {
    std::vector<DrawnText> found;
    for (const pugi::xml_node node : all(xpath)) {
      DrawnText text;
      text.content = node.child_value();
      const std::string style = node.attribute("style").value();
      text.size = std::stod(style.substr(style.find("font-size:") + 10));
      const double wide =
          text_width(text.content, text.size, style.find("bold") != std::string::npos);
      const double x = node.attribute("x").as_double();
      const double y = node.attribute("y").as_double();
      const double before = style.find("anchor:end") != std::string::npos      ? wide
                            : style.find("anchor:middle") != std::string::npos ? wide / 2
                                                                               : 0;
      text.left = x - before;
      text.right = text.left + wide;
      text.top = y - 0.72 * text.size;
      text.bottom = y + 0.2 * text.size;
      found.push_back(text);
    }
    return found;
  }

  /// The points of a path of straight lines.
  static std::vector<DrawnPoint> points(const pugi::xml_node& path) {
    std::string d = path.attribute("d").value();
    for (char& each : d)
      if (each == 'M' || each == ',' || each == 'Z') each = ' ';
    std::istringstream in(d);
    std::vector<DrawnPoint> found;
    for (DrawnPoint point; in >> point.x >> point.y;) found.push_back(point);
    return found;
  }

 private:
  std::string text_;
  pugi::xml_document document_;
};

inline constexpr DrawingStyle::Purpose all_purposes[] = {
    DrawingStyle::Purpose::page, DrawingStyle::Purpose::alone, DrawingStyle::Purpose::slide};

}  // namespace doorstroom::chart_examples
