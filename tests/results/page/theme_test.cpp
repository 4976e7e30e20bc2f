#include "results/page/theme.hpp"

#include <gmock/gmock.h>

#include "engine/error.hpp"

namespace doorstroom {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string refusal_of(const std::string& css) {
  try {
    checked_theme("house.css", css);
  } catch (const InputError& error) {
    return error.what();
  }
  return {};
}

TEST(Theme, contrast_is_that_of_the_standard) {
  EXPECT_DOUBLE_EQ(contrast("#000000", "#ffffff"), 21);
  EXPECT_DOUBLE_EQ(contrast("#ffffff", "#ffffff"), 1);
  EXPECT_NEAR(contrast("#777777", "#ffffff"), 4.48, 0.005);  // the grey that just fails
}

TEST(Theme, colours_typeface_and_logo_go_into_the_page) {
  const std::string css =
      checked_theme("house.css",
                    "/* ours */ :root { --accent: #154273; --font: \"Fira Sans\", sans-serif;\n"
                    "--logo: data:image/png;base64,iVBORw0KGgo=; }");
  EXPECT_THAT(
      css, AllOf(HasSubstr("--accent: #154273;"), HasSubstr("--font: \"Fira Sans\", sans-serif;"),
                 HasSubstr("--logo: url(\"data:image/png;base64,iVBORw0KGgo=\");")));
}

TEST(Theme, nothing_else_gets_in) {
  EXPECT_THAT(refusal_of("@import 'x.css';"), HasSubstr("is no property"));
  EXPECT_THAT(refusal_of("--accent: url(https://example.org);"), HasSubstr("write a colour"));
  EXPECT_THAT(refusal_of("--font: x</style><script>"), HasSubstr("typefaces"));
  EXPECT_THAT(refusal_of("--logo: https://example.org/logo.png;"), HasSubstr("stands in the file"));
  EXPECT_THAT(refusal_of("--margin: #ffffff;"), HasSubstr("cannot set --margin"));
  EXPECT_THAT(refusal_of("body { color: red }"), HasSubstr("is no property"));
  EXPECT_THAT(refusal_of("--ink: #000000; } body { color: red"), HasSubstr("is no property"));
}

TEST(Theme, text_that_can_hardly_be_read_is_refused_with_its_contrast) {
  const std::string refusal = refusal_of("--ink: #999999; --line-1: #999; --paper: #ffffff;");
  EXPECT_THAT(
      refusal,
      AllOf(HasSubstr("--ink: #999999 on #ffffff has a contrast of 2.8 to 1, and needs 4.5"),
            HasSubstr("--line-1: #999 on #ffffff has a contrast of 2.8 to 1, and needs 3")));
  EXPECT_EQ(refusal_of("--line-1: #777777;"), "");
}

}  // namespace
}  // namespace doorstroom
