// doorstroom sweep emulate and sweep predict, as a user runs them.

#include <nlohmann/json.hpp>

#include "results/figures/kpi_values.hpp"
#include "results/file/result_reader.hpp"
#include "results/stats/intervals.hpp"
#include "tests/app/sweep.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::HasSubstr;
using Json = nlohmann::json;

class Emulating : public SweepTest {
 protected:
  Emulating() {
    scratch_.write("plan.yaml",
                   "doorstroom: 1\n"
                   "sweep: places and staff\n"
                   "base: short.yaml\n"
                   "vary:\n"
                   "  arrangements.oza.places: {from: 16, to: 36}\n"
                   "  desks.youth_team.staff: {from: 3.2 fte, to: 4 fte}\n"
                   "design: {sobol: 32}\n"
                   "replications: 6\n"
                   "keep: [dropouts_per_year, placed_within_10w, oza.utilisation]\n");
    expect_done({"plan.yaml", "-o", "s"});
  }
  std::string refused(Words words) const {
    const Ended ended = run(std::move(words));
    EXPECT_EQ(ended.code, 2) << ended.out;
    return ended.err;
  }
  Words predict(const Words& more = {}) const {
    Words words{"predict", "s", "arrangements.oza.places=27", "desks.youth_team.staff=3.5 fte"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }
};

TEST_F(Emulating, estimates_a_point_that_the_simulation_then_confirms) {
  const Ended made = run({"emulate", "s", "--kpi", "placed_within_10w", "--json"});
  ASSERT_EQ(made.code, 0) << made.err;
  const Json emulator = Json::parse(made.out);
  EXPECT_EQ(emulator["format"], "doorstroom.emulator");
  EXPECT_TRUE(emulator["accepted"]) << emulator["check"];
  EXPECT_EQ(emulator["check"]["all"]["points"], 60);
  EXPECT_EQ(emulator["design"].size(), 32u);
  EXPECT_EQ(emulator["lengths"].size(), 4u) << "two parameters and the loads of both";

  const Ended told = run(predict({"--json"}));
  ASSERT_EQ(told.code, 0) << told.err;
  const Json figure = Json::parse(told.out)["figures"].at(0);
  EXPECT_EQ(figure["basis"], "estimated");

  const Ended simulated = doorstroom(
      {.words = {"run", "short.yaml", "--replications", "6", "-o", "p.h5", "--set",
                 "arrangements.oza.places=27", "--set", "desks.youth_team.staff=3.5 fte"},
       .folder = scratch_.path()});
  ASSERT_EQ(simulated.code, 0) << simulated.err;
  ResultReader file((scratch_ / "p.h5").string());
  const double mean = t_interval(kpi_values(file, "placed_within_10w")).mean;
  EXPECT_NEAR(figure["mean"], mean, 0.02);
}

TEST_F(Emulating, tells_in_both_languages_within_80_columns) {
  for (const std::string language : {"en", "nl"}) {
    const Ended made = run({"emulate", "s", "--lang", language});
    ASSERT_EQ(made.code, 0) << made.err;
    const Ended told = run(predict({"--lang", language}));
    ASSERT_EQ(told.code, 0) << told.err;
    EXPECT_THAT(told.out, HasSubstr(language == "en" ? "estimated" : "geschat"));
    for (const std::string& text : {made.out, told.out}) EXPECT_LE(widest_line(text), 80u) << text;
  }
}

TEST_F(Emulating, is_of_the_sweep_as_it_was) {
  EXPECT_THAT(refused(predict()), HasSubstr("has no emulator yet"));
  expect_done({"emulate", "s"});
  EXPECT_THAT(refused(predict({"--kpi", "placed_within_10w"})),
              HasSubstr("there is no emulator of placed_within_10w"));
  expect_done({"extend", "s", "--replications", "7"});
  EXPECT_THAT(refused(predict()), HasSubstr("was extended since"));
}

}  // namespace
}  // namespace doorstroom::testing
