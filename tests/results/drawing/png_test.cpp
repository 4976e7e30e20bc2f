#include <gmock/gmock.h>

#include "engine/error.hpp"
#include "results/drawing/drawing.hpp"
#include "tests/results/charts/chart_examples.hpp"

namespace doorstroom::chart_examples {
namespace {

unsigned number_at(const std::string& bytes, std::size_t at) {
  unsigned number = 0;
  for (std::size_t i = at; i < at + 4; ++i)
    number = number * 256 + static_cast<unsigned char>(bytes.at(i));
  return number;
}

TEST(Png, has_the_size_of_the_drawing_times_the_scale) {
  const std::string svg = svg_of(example_curves(3), {DrawingStyle::Purpose::slide, Language::en});
  const std::string png = png_of(svg, 1.5);
  EXPECT_EQ(png.substr(1, 3), "PNG");
  EXPECT_EQ(number_at(png, 16), 1920u);
  EXPECT_EQ(number_at(png, 20), 1080u);
}

TEST(Png, is_not_blank_and_shows_what_differs) {
  const DrawingStyle slide{DrawingStyle::Purpose::slide, Language::en};
  const std::string blank =
      png_of(R"(<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720"/>)", 1);
  const std::string three = png_of(svg_of(example_curves(3), slide), 1);
  EXPECT_GT(three.size(), 3 * blank.size());
  EXPECT_NE(three, png_of(svg_of(example_curves(4), slide), 1));
}

TEST(Png, tells_why_a_drawing_cannot_be_drawn) {
  EXPECT_THROW(png_of("no drawing at all"), RunError);
  EXPECT_THROW(png_of("<svg xmlns=\"http://www.w3.org/2000/svg\"><g>"), RunError);
}

}  // namespace
}  // namespace doorstroom::chart_examples
