#pragma once
/// What stands in the box of a node on the map, and how big that makes it.

#include "results/charts/chart.hpp"
#include "results/charts/text_width.hpp"

namespace doorstroom {

inline constexpr double map_font_size = 13;       ///< [px]
inline constexpr double map_line = 15;            ///< from line to line [px]
inline constexpr double map_box_narrowest = 128;  ///< [px], for "100%, 1,234 wait"
inline constexpr double map_box_widest = 200;     ///< [px]
inline constexpr double map_box_margin = 8;       ///< [px]
inline constexpr double map_gauge_height = 8;     ///< [px]
inline constexpr double map_gauge_gap = 5;        ///< above it [px]

struct MapBox {
  double width = 0;      ///< no word is broken that fits the widest box
  WrappedText label;     ///< cut where it has no room
  bool gauge = false;    ///< it has a limit in some variant or year
  bool numbers = false;  ///< load or waiting list are told below

  double height() const;
};

MapBox map_box(const MapNode& node);

}  // namespace doorstroom
