#pragma once
/// Draws charts: as SVG that explains itself (title, description, labels at the lines, hatches
/// beside colours), and as PNG.

#include <cstdint>
#include <string>
#include <vector>

#include "models/messages/language.hpp"
#include "results/charts/chart.hpp"

namespace doorstroom {

struct DrawingStyle {
  enum class Purpose : std::uint8_t {
    page,   ///< inside a report: colours are custom properties of its style sheet
    alone,  ///< a file by itself: colours are written out, title and source stand in it
    slide,  ///< the same at 16:9, with text of 18 pt or more
  };

  Purpose purpose = Purpose::alone;
  Language language;
};

/// An svg element. All ids in it begin with that of the chart.
std::string svg_of(const Chart& chart, const DrawingStyle& style);

/// The same in parts that each fit on a page of paper: a panel over time, or some ten rows of
/// intervals on one axis. A chart of another kind is one part.
std::vector<std::string> svg_parts_of(const Chart& chart, const DrawingStyle& style);

/// @param svg    not one for a page
/// @param scale  pixels for each unit of the drawing
/// @return the bytes of the file
/// @throws RunError when librsvg cannot draw it
std::string png_of(const std::string& svg, double scale = 2);

}  // namespace doorstroom
