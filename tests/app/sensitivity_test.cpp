#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/app/program.hpp"

/// doorstroom sensitivity, as people call it.

namespace doorstroom::testing {
namespace {

using ::testing::HasSubstr;
using Json = nlohmann::json;

class SensitivityCommand : public ::testing::Test {
 protected:
  void SetUp() override {
    scratch_.write("base.yaml", "doorstroom: 1\nextends: " + minimal + R"(
evidence:
  arrangements.oza.places: {basis: assumed, range: [20, 24, 30]}
  desks.youth_team.staff: {basis: assumed, range: [3.2 fte, 3.6 fte]}
)");
  }
  Ended sensitivity(Words more) const {
    Words words{"sensitivity",    "base.yaml", "--kpi",  "absent_4w_mean",
                "--replications", "2",         "--rows", "4",
                "--trajectories", "4",         "--set",  "period.years=2"};
    words.insert(words.end(), more.begin(), more.end());
    return doorstroom({.words = std::move(words), .folder = scratch_.path()});
  }

  Scratch scratch_;
};

TEST_F(SensitivityCommand, answers_first_and_fits_in_80_columns_in_both_languages) {
  for (const char* language : {"en", "nl"}) {
    const Ended ended = sensitivity({"--lang", language});
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.err, HasSubstr("--at-most"));
    EXPECT_LE(widest_line(ended.out), 80u) << ended.out;
  }
}

TEST_F(SensitivityCommand, goes_on_where_it_was_and_says_the_same) {
  const Json whole = Json::parse(sensitivity({"--json", "-o", "kept", "--save", "a.h5"}).out);
  Json second = Json::parse(sensitivity({"--json", "-o", "kept", "--jobs", "1"}).out);
  second["seconds"] = whole["seconds"];
  EXPECT_EQ(second, whole);
  EXPECT_EQ(whole["format"], "doorstroom.sensitivity");
  EXPECT_EQ(whole["figures"][0]["morris"].size(), 2u);
  const Ended exported =
      doorstroom({.words = {"export", "a.h5", "--csv", "tables"}, .folder = scratch_.path()});
  EXPECT_EQ(exported.code, 0) << exported.err;
  EXPECT_THAT(read_text(scratch_ / "tables/morris.csv"), HasSubstr("noise"));
}

TEST_F(SensitivityCommand, refuses_rows_that_do_not_cover_and_scenarios_without_ranges) {
  EXPECT_THAT(sensitivity({"--rows", "5", "--lang", "en"}).err, HasSubstr("--rows"));
  const Ended none =
      doorstroom({.words = {"sensitivity", minimal, "--kpi", "absent_4w_mean", "--lang", "en"},
                  .folder = scratch_.path()});
  EXPECT_EQ(none.code, 2);
  EXPECT_THAT(none.err, HasSubstr("evidence"));
}

}  // namespace
}  // namespace doorstroom::testing
