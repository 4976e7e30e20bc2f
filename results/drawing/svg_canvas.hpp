#pragma once
/// The sheet that a chart is drawn on: its sizes, its colours, its hatches, what stands around the
/// drawing, and what a reader who does not see it is told.
///
/// Inside a page a colour is a custom property of the page's style sheet with the standard colour
/// behind it, "var(--line-1,#1b4f72)"; elsewhere the standard colour is written out. The names:
///
///     ink, ink-soft, paper, grid        texts and axes, the sheet, lines of the grid
///     line-1 to line-6, band-1 to -6    series, and the bands around them
///     good, bad, undecided              verdicts on a difference
///     load-1 to load-5                  from little used to overfull
///     flow                              youths on their way
///
/// Against white, texts, lines and marks have a contrast of 4.5:1 or more, loads and flows of 3:1.

#include <pugixml.hpp>

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "models/messages/message.hpp"
#include "results/drawing/drawing.hpp"
#include "results/drawing/svg_element.hpp"

namespace doorstroom {

/// @param name  one of those above; "line-7" is "line-1" again
std::string standard_color(const std::string& name);

inline constexpr int line_colors = 6;

struct TextLook {
  const char* anchor = "start";  ///< or "middle", "end"
  double size = 1;               ///< [em]
  const char* color = "ink";
  bool bold = false;
  bool halo = false;  ///< lines end at it
};

/// What a mark means: the mark, and its words.
struct KeyEntry {
  /// Draws it in a box of `key_swatch_width` x 1 em with this middle left.
  std::function<void(const SvgElement&, double left, double middle)> draw;
  std::string text;
};

class SvgCanvas {
 public:
  /// @param content_width  that the drawing would like; 0: the usual one
  SvgCanvas(const ChartHead& head, const DrawingStyle& style, double content_width = 0);

  bool is_slide() const { return style_.purpose == DrawingStyle::Purpose::slide; }
  double em() const { return em_; }                       ///< size of the text [px]
  double small() const { return is_slide() ? 1 : 0.92; }  ///< of texts at the side [em]
  double leading() const { return 1.25 * em_; }           ///< from line to line [px]
  double left() const { return margin_; }
  double right() const { return width_ - margin_; }
  double top() const { return top_; }  ///< where the drawing begins, below title and unit
  double key_swatch_width() const { return (is_slide() ? 1.6 : 2.2) * em_; }
  /// Room for the drawing between title and key: on a slide what is left, else what is wanted.
  double height_for(double wanted, const std::vector<KeyEntry>& key) const;
  Language language() const { return style_.language; }
  std::string words(const LocalizedText& text) const { return text.in(style_.language); }

  /// As a value in CSS.
  std::string color(const std::string& name) const;
  /// A fill of hatched lines over a tint; kinds 0 to 5 differ without colour, 0 has no lines.
  /// @param tint  opacity of the colour between the lines
  std::string hatch(int kind, const std::string& color_name, double tint);
  /// A fresh id that begins with that of the chart.
  std::string id(const std::string& name) const { return head_.id + "-" + name; }
  SvgElement root() const;
  SvgElement defs() const;
  SvgElement group(const char* kind) const;

  void text(const SvgElement& in, double x, double baseline, const std::string& content,
            const TextLook& look = {}) const;
  void line(const SvgElement& in, double x1, double y1, double x2, double y2,
            const std::string& color_name, double width, const std::string& dash = "") const;

  /// Draws the key and the source below the drawing, and ends the sheet.
  /// @param bottom  of the drawing [px]
  /// @return the svg element
  std::string finish(double bottom, const std::vector<KeyEntry>& key);

 private:
  void draw_head();
  double key_height(const std::vector<KeyEntry>& key) const;
  void draw_key(double top, const std::vector<KeyEntry>& key);
  std::vector<std::string> source_lines() const;

  const ChartHead& head_;
  DrawingStyle style_;
  pugi::xml_document document_;
  std::set<std::string> hatches_;
  double em_ = 0;
  double margin_ = 0;
  double width_ = 0;
  double top_ = 0;
};

}  // namespace doorstroom
