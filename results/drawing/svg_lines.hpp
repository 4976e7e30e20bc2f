#pragma once
/// Lines of a chart and what belongs to them: bands, bars of noise, markers, labels at their ends.

#include <string>
#include <vector>

#include "results/drawing/axis.hpp"
#include "results/drawing/svg_canvas.hpp"

namespace doorstroom {

/// Where values are drawn.
struct PlotArea {
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
  LinearScale x;
  LinearScale y;
};

/// Lines differ by colour, dashes and marker, so that no two look alike in black and white.
struct LineLook {
  int color = 1;   ///< line-1 ...; 0: ink-soft
  int dash = 0;    ///< 0: none
  int marker = 0;  ///< 0: circle, square, triangle, diamond, cross, plus

  std::string line_color() const;
  std::string band_color() const;
};

/// Of the line with this number among those that a chart tells apart, from 0.
LineLook line_look(int number);

/// A line with its label; `label` is wrapped.
struct EndLabel {
  std::string text;
  double x = 0;  ///< where the line ends [px]
  double y = 0;
  LineLook look;
  bool thin = false;  ///< of a capacity
};

/// The axis of values, its grid, and what it counts.
void draw_value_axis(SvgCanvas& canvas, const SvgElement& in, const PlotArea& area,
                     const NiceTicks& ticks, const std::string& label);

/// Breaks where a value is NaN; a value between two NaN is a dot.
void draw_line(SvgCanvas& canvas, const SvgElement& in, const PlotArea& area,
               const std::vector<double>& x, const std::vector<double>& y, const LineLook& look);
/// The same as steps: a value holds until the next one.
void draw_steps(SvgCanvas& canvas, const SvgElement& in, const PlotArea& area,
                const std::vector<double>& x, const std::vector<double>& y, const LineLook& look);
void draw_band(SvgCanvas& canvas, const SvgElement& in, const PlotArea& area,
               const std::vector<double>& x, const std::vector<double>& low,
               const std::vector<double>& high, const LineLook& look);
/// At about eight places; the lines of a chart take turns, and a bar stands apart from the markers.
/// @param turn  number of the line, of so many
void draw_noise_bars(SvgCanvas& canvas, const SvgElement& in, const PlotArea& area,
                     const std::vector<double>& x, const std::vector<double>& low,
                     const std::vector<double>& high, const LineLook& look, int turn, int turns);
void draw_noise_bar(SvgCanvas& canvas, const SvgElement& in, double x, double low, double high,
                    const LineLook& look);
void draw_markers(SvgCanvas& canvas, const SvgElement& in, const PlotArea& area,
                  const std::vector<double>& x, const std::vector<double>& y, const LineLook& look,
                  int turn, int turns);
/// One marker; also the dot of a lonely value.
void draw_marker(SvgCanvas& canvas, const SvgElement& in, double x, double y, const LineLook& look);

/// How wide the column of labels is: that of the widest, and no more than `most`.
double end_labels_width(const SvgCanvas& canvas, const std::vector<std::string>& labels,
                        double most);
/// How high they are together.
double end_labels_height(const SvgCanvas& canvas, const std::vector<std::string>& labels,
                         double width);
void draw_end_labels(SvgCanvas& canvas, const SvgElement& in, const PlotArea& area,
                     const std::vector<EndLabel>& labels, double width);

/// Place of the last value that is a number; `values.size()` when there is none.
std::size_t last_number(const std::vector<double>& values);

KeyEntry band_key(SvgCanvas& canvas, const LineLook& look);
KeyEntry noise_key(SvgCanvas& canvas, const LineLook& look);

}  // namespace doorstroom
