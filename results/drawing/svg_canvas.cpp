#include "results/drawing/svg_canvas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "results/charts/text_width.hpp"

namespace doorstroom {
namespace {

constexpr double slide_width = 1280;
constexpr double slide_height = 720;
constexpr double title_size = 1.4;   // [em]
constexpr double key_gap = 0.5;      // between swatch and words [em]
constexpr double source_line = 1.3;  // [em]
constexpr const char* fonts = "Liberation Sans,Arial,Helvetica,sans-serif";

/// Between entries of a key [em].
constexpr double key_entry_gap(bool slide) {
  return slide ? 0.9 : 1.5;
}

struct HatchKind {
  int angle = 0;    ///< [degree]
  double step = 6;  ///< between lines [px]
  bool cross = false;
};
constexpr std::array<HatchKind, 6> hatch_kinds{HatchKind{},   {45, 6, false}, {-45, 6, false},
                                               {0, 5, false}, {90, 5, false}, {45, 5, true}};

}  // namespace

SvgCanvas::SvgCanvas(const ChartHead& head, const DrawingStyle& style, double content_width)
    : head_(head), style_(style) {
  const bool in_page = style.purpose == DrawingStyle::Purpose::page;
  em_ = is_slide() ? 24 : 13;
  margin_ = is_slide() ? 48 : in_page ? 2 : 24;
  constexpr double usual_width = 760;
  width_ =
      is_slide() ? slide_width : std::max(usual_width, content_width) + (in_page ? 0 : 2 * margin_);
  pugi::xml_node svg = document_.append_child("svg");
  const SvgElement root(svg);
  root.set("xmlns", "http://www.w3.org/2000/svg")
      .set("role", "img")
      .set("aria-labelledby", in_page ? id("title") : id("title") + " " + id("desc"))
      .set("lang", std::string(style.language.code()));
  root.add("title").set("id", id("title")).text(head.title);
  if (!in_page)  // there, the summary stands beside it
    root.add("desc")
        .set("id", id("desc"))
        .text(head.unit.empty() ? head.summary
                                : words(message("{0} Unit: {1}.", head.summary, head.unit)));
  root.add("defs");
  top_ = is_slide() ? 0.6 * margin_ : margin_;
  if (!in_page) draw_head();
}

SvgElement SvgCanvas::root() const {
  return SvgElement(document_.child("svg"));
}

SvgElement SvgCanvas::defs() const {
  return SvgElement(document_.child("svg").child("defs"));
}

SvgElement SvgCanvas::group(const char* kind) const {
  SvgElement group = root().add("g");
  group.set("class", kind);
  return group;
}

void SvgCanvas::draw_head() {
  root()
      .add("rect")
      .set("width", "100%")
      .set("height", "100%")
      .set("style", "fill:" + color("paper"));
  const SvgElement head = group("head");
  const double size = title_size * em_;
  for (const std::string& each : wrapped(head_.title, right() - left(), size, 2, true).lines) {
    top_ += 1.2 * size;
    text(head, left(), top_ - 0.25 * size, each, {.size = title_size, .bold = true});
  }
  if (!head_.unit.empty()) {
    top_ += leading();
    text(head, left(), top_ - 0.2 * em_, words(message("Unit: {0}", head_.unit)),
         {.color = "ink-soft"});
  }
  top_ += 0.8 * em_;
}

std::vector<std::string> SvgCanvas::source_lines() const {
  if (style_.purpose == DrawingStyle::Purpose::page || head_.source.empty()) return {};
  return wrapped(head_.source, right() - left(), small() * em_, 3).lines;
}

double SvgCanvas::height_for(double wanted, const std::vector<KeyEntry>& key) const {
  if (!is_slide()) return wanted;
  return slide_height - margin_ / 2 - top_ - key_height(key) -
         static_cast<double>(source_lines().size()) * source_line * em_;
}

std::string SvgCanvas::color(const std::string& name) const {
  const std::string standard = standard_color(name);
  return style_.purpose == DrawingStyle::Purpose::page ? fmt::format("var(--{},{})", name, standard)
                                                       : standard;
}

std::string SvgCanvas::hatch(int kind, const std::string& color_name, double tint) {
  const HatchKind& lines = hatch_kinds.at(static_cast<std::size_t>(kind) % hatch_kinds.size());
  const std::string name = id(fmt::format("hatch-{}-{}", kind, color_name));
  if (hatches_.insert(name).second) {
    const double step = lines.step * em_ / 13;
    const SvgElement pattern = defs().add("pattern");
    pattern.set("id", name)
        .set("width", step)
        .set("height", step)
        .set("patternUnits", "userSpaceOnUse")
        .set("patternTransform", fmt::format("rotate({})", lines.angle));
    pattern.add("rect")
        .set("width", step)
        .set("height", step)
        .set("style", fmt::format("fill:{};fill-opacity:{}", color(color_name), svg_number(tint)));
    const std::string stroke =
        fmt::format("stroke:{};stroke-width:{};stroke-opacity:{}", color(color_name),
                    svg_number(0.08 * em_), svg_number(std::min(1.0, 3 * tint)));
    if (kind > 0) {
      pattern.add("path").set("d", fmt::format("M0,0H{}", svg_number(step))).set("style", stroke);
      if (lines.cross)
        pattern.add("path").set("d", fmt::format("M0,0V{}", svg_number(step))).set("style", stroke);
    }
  }
  return "url(#" + name + ")";
}

void SvgCanvas::text(const SvgElement& in, double x, double baseline, const std::string& content,
                     const TextLook& look) const {
  std::string style = fmt::format("font-size:{}px;text-anchor:{};fill:{}",
                                  svg_number(look.size * em_), look.anchor, color(look.color));
  if (look.bold) style += ";font-weight:bold";
  if (look.halo)
    style += fmt::format(";stroke:{};stroke-width:{};paint-order:stroke", color("paper"),
                         svg_number(0.3 * em_));
  in.add("text").set("x", x).set("y", baseline).set("style", style).text(content);
}

void SvgCanvas::line(const SvgElement& in, double x1, double y1, double x2, double y2,
                     const std::string& color_name, double width, const std::string& dash) const {
  in.add("line").set("x1", x1).set("y1", y1).set("x2", x2).set("y2", y2).set(
      "style",
      fmt::format("stroke:{};stroke-width:{}{}", color(color_name), svg_number(width * em_ / 13),
                  dash.empty() ? "" : ";stroke-dasharray:" + dash));
}

double SvgCanvas::key_height(const std::vector<KeyEntry>& key) const {
  if (key.empty()) return 0;
  double rows = 1;
  double x = left();
  for (const KeyEntry& entry : key) {
    const double wide = key_swatch_width() + key_gap * em_ + text_width(entry.text, small() * em_);
    if (x > left() && x + wide > right()) {
      ++rows;
      x = left();
    }
    x += wide + key_entry_gap(is_slide()) * em_;
  }
  return (rows * 1.5 + 0.6) * em_;
}

void SvgCanvas::draw_key(double top, const std::vector<KeyEntry>& key) {
  if (key.empty()) return;
  const SvgElement in = group("key");
  double x = left();
  double middle = top + 1.2 * em_;
  for (const KeyEntry& entry : key) {
    const double wide = key_swatch_width() + key_gap * em_ + text_width(entry.text, small() * em_);
    if (x > left() && x + wide > right()) {
      middle += 1.5 * em_;
      x = left();
    }
    entry.draw(in, x, middle);
    text(in, x + key_swatch_width() + key_gap * em_, middle + 0.33 * em_, entry.text,
         {.size = small(), .color = "ink-soft"});
    x += wide + key_entry_gap(is_slide()) * em_;
  }
}

std::string SvgCanvas::finish(double bottom, const std::vector<KeyEntry>& key) {
  draw_key(bottom, key);
  double end = bottom + key_height(key);
  const std::vector<std::string> source = source_lines();
  const double source_height = static_cast<double>(source.size()) * source_line * em_;
  if (is_slide()) end = slide_height - margin_ / 2 - source_height;
  if (!source.empty()) {
    const SvgElement foot = group("source");
    for (const std::string& each : source) {
      end += source_line * em_;
      text(foot, left(), end - 0.2 * em_, each, {.size = small(), .color = "ink-soft"});
    }
  }
  const double height = is_slide() ? slide_height : end + margin_ / 2;
  const bool in_page = style_.purpose == DrawingStyle::Purpose::page;
  const SvgElement svg = root();
  svg.set("viewBox", fmt::format("0 0 {} {}", svg_number(width_), svg_number(height)));
  if (!in_page) svg.set("width", width_).set("height", height);
  svg.set("style", in_page ? fmt::format("width:100%;max-width:{}px;height:auto;font-family:{}",
                                         svg_number(width_), fonts)
                           : fmt::format("font-family:{}", fonts));
  std::ostringstream out;
  document_.child("svg").print(out, "", pugi::format_raw);
  return out.str();
}

}  // namespace doorstroom
