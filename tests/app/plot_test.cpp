// doorstroom plot, as a user runs it.

#include <gmock/gmock.h>

#include "tests/app/program.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

/// A short run of the smallest scenario, and one of it with more places.
class PlotTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    scratch_ = new Scratch;
    const std::string more = scratch_->write(
        "more.yaml",
        "extends: " + minimal + "\nname: More places\narrangements: {oza: {places: 40}}\n");
    for (const auto& [scenario, result] : {std::pair{minimal, "base.h5"}, {more, "more.h5"}}) {
      const Ended run = doorstroom(
          {"run", scenario, "--replications", "10", "-o", (*scratch_ / result).string()});
      ASSERT_EQ(run.code, 0) << run.err;
    }
  }
  static void TearDownTestSuite() { delete scratch_; }

  static std::string path(const std::string& name) { return (*scratch_ / name).string(); }
  static Ended plot(Words words) {
    words.insert(words.begin(), {"plot", path("base.h5")});
    return doorstroom(words);
  }

  static inline Scratch* scratch_ = nullptr;
};

TEST_F(PlotTest, draws_each_kind_as_svg_and_as_png) {
  for (const std::string kind : {"waiting", "years", "map", "difference"}) {
    const std::string svg = path(kind + ".svg");
    const std::string png = path(kind + ".png");
    for (const std::string& out : {svg, png}) {
      const Ended ended =
          doorstroom({"plot", path("base.h5"), path("more.h5"), "--kind", kind, "-o", out});
      EXPECT_EQ(ended.code, 0) << ended.err;
      EXPECT_THAT(ended.out, HasSubstr(out));
    }
    EXPECT_THAT(read_text(svg), StartsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "));
    EXPECT_THAT(read_text(svg), HasSubstr("role=\"img\""));
    EXPECT_EQ(read_text(png).substr(1, 3), "PNG");
  }
}

TEST_F(PlotTest, writes_beside_the_result_and_replaces_nothing_unasked) {
  const Ended first = plot({"--kind", "map"});
  EXPECT_EQ(first.code, 0) << first.err;
  const std::string drawn = read_text(path("base-map.svg"));
  EXPECT_FALSE(drawn.empty());
  const Ended again = plot({"--kind", "map", "--slide"});
  EXPECT_EQ(again.code, 2);
  EXPECT_THAT(again.err, HasSubstr("--force"));
  EXPECT_EQ(read_text(path("base-map.svg")), drawn);
  EXPECT_EQ(plot({"--kind", "map", "--slide", "--force"}).code, 0);
  EXPECT_THAT(read_text(path("base-map.svg")), HasSubstr("0 0 1280 720"));
}

TEST_F(PlotTest, speaks_the_language_of_the_user) {
  ASSERT_EQ(plot({"--kind", "waiting", "--lang", "nl", "-o", path("dutch.svg")}).code, 0);
  EXPECT_THAT(read_text(path("dutch.svg")), HasSubstr("lang=\"nl\""));
  EXPECT_THAT(read_text(path("dutch.svg")), HasSubstr("Eenheid: "));
}

TEST_F(PlotTest, draws_the_nodes_that_are_asked_for) {
  ASSERT_EQ(plot({"--kind", "waiting", "--node", "oza", "-o", path("one.svg")}).code, 0);
  const std::string one = read_text(path("one.svg"));
  EXPECT_THAT(one, HasSubstr("data-series=\"oza\""));
  EXPECT_THAT(one, ::testing::Not(HasSubstr("data-series=\"zoa\"")));
  ASSERT_EQ(plot({"--kind", "years", "--node", "zoa", "--node", "oza", "-o", path("two.svg")}).code,
            0);
  const std::string two = read_text(path("two.svg"));
  EXPECT_LT(two.find("data-panel=\"zoa\""), two.find("data-panel=\"oza\""));
}

TEST_F(PlotTest, says_what_to_do_when_a_word_is_wrong) {
  const auto expect_told = [](const Ended& ended, const std::string& words) {
    EXPECT_EQ(ended.code, 2);
    EXPECT_THAT(ended.err, HasSubstr(words));
  };
  expect_told(plot({"--kind", "map", "-o", path("x.pdf")}), "end the name in .svg or .png");
  expect_told(plot({"--kind", "pie"}), "difference");
  expect_told(plot({"--kind", "waiting", "--node", "ozo", "-o", path("x.svg")}), "oza");
  expect_told(plot({"--kind", "map", "--node", "oza", "-o", path("x.svg")}), "leave --node out");
  expect_told(plot({"--kind", "difference", "-o", path("x.svg")}), "variant");
  expect_told(plot({"--kind", "years", "--slide", "--node", "oza", "--node", "zoa", "--node",
                    "youth_team", "-o", path("x.svg")}),
              "room for two");
  expect_told(doorstroom({"plot", path("none.h5"), "--kind", "map"}), "none.h5");
  EXPECT_THAT(scratch_->files(), ::testing::Not(::testing::Contains(StartsWith("x."))));
}

TEST_F(PlotTest, help_shows_examples) {
  const Ended ended = doorstroom({"plot", "--help"});
  EXPECT_EQ(ended.code, 0);
  EXPECT_THAT(ended.out, HasSubstr("doorstroom plot holland-rijnland.h5 --kind map"));
}

}  // namespace
}  // namespace doorstroom::testing
