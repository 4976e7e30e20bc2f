#include <utility>

#include "engine/module.hpp"
#include "models/messages/message.hpp"
#include "results/drawing/drawing.hpp"
#include "results/drawing/png_module.hpp"

namespace doorstroom {

std::string png_of(const std::string& svg, double scale) {
  const auto draw =
      reinterpret_cast<DrawPng>(function_of_module("doorstroom_png.so", "doorstroom_draw_png"));
  Png png;
  draw(svg, scale, png);
  if (!png.failure.empty())
    throw run_error(
        message("the picture cannot be drawn as PNG: {0}\n  write it as SVG instead", png.failure));
  return std::move(png.bytes);
}

}  // namespace doorstroom
