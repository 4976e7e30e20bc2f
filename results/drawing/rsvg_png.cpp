#include <cairo.h>
#include <librsvg/rsvg.h>

#include <cmath>
#include <memory>
#include <string>

#include "results/drawing/png_module.hpp"

/// The module doorstroom_png.so. It holds nothing else of the program, so that it needs nothing of
/// it.

namespace doorstroom {
namespace {

struct Unreference {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

/// What librsvg said went wrong; freed with the object.
class DrawingError {
 public:
  DrawingError() = default;
  ~DrawingError() { g_clear_error(&error_); }
  DrawingError(const DrawingError&) = delete;
  DrawingError& operator=(const DrawingError&) = delete;

  GError** out() { return &error_; }
  const char* text() const { return error_ == nullptr ? "librsvg" : error_->message; }

 private:
  GError* error_ = nullptr;
};

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

Png failed(const char* why) {
  return {.bytes = {}, .failure = why};
}

Png drawn(const std::string& svg, double scale) {
  DrawingError error;
  const std::unique_ptr<RsvgHandle, Unreference> handle(rsvg_handle_new_from_data(
      reinterpret_cast<const guint8*>(svg.data()), svg.size(), error.out()));
  if (!handle) return failed(error.text());
  double width = 0;
  double height = 0;
  if (!rsvg_handle_get_intrinsic_size_in_pixels(handle.get(), &width, &height))
    return failed("it has no size");
  const RsvgRectangle sheet{0, 0, std::round(width * scale), std::round(height * scale)};
  const std::unique_ptr<cairo_surface_t, Unreference> surface(cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, static_cast<int>(sheet.width), static_cast<int>(sheet.height)));
  const std::unique_ptr<cairo_t, Unreference> cairo(cairo_create(surface.get()));
  cairo_set_source_rgb(cairo.get(), 1, 1, 1);
  cairo_paint(cairo.get());
  if (!rsvg_handle_render_document(handle.get(), cairo.get(), &sheet, error.out()))
    return failed(error.text());
  Png png;
  const cairo_status_t written =
      cairo_surface_write_to_png_stream(surface.get(), append, &png.bytes);
  return written == CAIRO_STATUS_SUCCESS ? png : failed(cairo_status_to_string(written));
}

}  // namespace
}  // namespace doorstroom

/// What the program looks up.
extern "C" void doorstroom_draw_png(const std::string& svg, double scale, doorstroom::Png& png) {
  png = doorstroom::drawn(svg, scale);
}
