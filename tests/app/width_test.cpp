// How wide answers are: 80 columns, where they are printed on no terminal that is wider.

#include <gtest/gtest.h>

#include <sstream>

#include "models/messages/utf8.hpp"
#include "tests/app/program.hpp"

namespace doorstroom::testing {
namespace {

class Width : public ::testing::Test {
 protected:
  /// Runs the program in both languages, and looks at every line of its answers.
  void expect_to_fit(Words words) const {
    for (const char* language : {"en", "nl"}) {
      Words all = words;
      all.insert(all.end(), {"--lang", language});
      const Ended ended = doorstroom({.words = all, .folder = scratch_.path()});
      EXPECT_EQ(ended.code, 0) << ended.err;
      std::istringstream lines(ended.out);
      for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(characters(line).size(), 80u) << words.front() << " " << language << ": " << line;
        EXPECT_FALSE(line.ends_with(' ')) << words.front() << ": " << line;
      }
    }
  }

  Scratch scratch_;
};

/// Of those that differ in what check says: each takes a short simulation.
TEST_F(Width, of_check_is_80_columns_for_shipped_scenarios) {
  for (const char* name : {"minimal.yaml", "holland-rijnland.yaml", "so-zorgpartners.yaml"})
    expect_to_fit({"check", fs::relative(scenarios / name, scratch_.path()).string()});
}

TEST_F(Width, of_run_show_trace_and_compare_is_80_columns) {
  const Words few{"--replications", "2", "--force"};
  Words run{"run", holland_rijnland, "-o", "base.h5"};
  run.insert(run.end(), few.begin(), few.end());
  expect_to_fit(run);
  run[1] = procesregisseur;
  run[3] = "procesregisseur.h5";
  EXPECT_EQ(doorstroom({.words = run, .folder = scratch_.path()}).code, 0);
  run[1] = (scenarios / "regiegroep-plus-20.yaml").string();
  run[3] = "places.h5";
  EXPECT_EQ(doorstroom({.words = run, .folder = scratch_.path()}).code, 0);

  expect_to_fit({"show", "procesregisseur.h5"});
  expect_to_fit({"trace", "base.h5"});
  for (const char* youth : {"12", "700", "3000"})
    expect_to_fit({"trace", "base.h5", "--youth", youth});
  expect_to_fit({"compare", "base.h5", "procesregisseur.h5"});
  expect_to_fit({"compare", "base.h5", "procesregisseur.h5", "--all"});
  expect_to_fit({"compare", "base.h5", "procesregisseur.h5", "places.h5", "--all"});
}

TEST_F(Width, of_sweep_show_is_80_columns) {
  scratch_.write("plan.yaml", "doorstroom: 1\nsweep: places and staff\nbase: " + minimal + R"(
vary:
  arrangements.oza.places: {from: 20, to: 34, step: 2}
  desks.youth_team.staff: [3.2 fte, 3.3 fte, 3.4 fte, 3.5 fte, 3.6 fte, 3.7 fte, 3.8 fte]
replications: 2
)");
  EXPECT_EQ(
      doorstroom({.words = {"sweep", "plan.yaml", "-o", "plan"}, .folder = scratch_.path()}).code,
      0);
  expect_to_fit({"sweep", "show", "plan"});
  expect_to_fit({"sweep", "show", "plan", "--over", "arrangements.oza.places"});
}

}  // namespace
}  // namespace doorstroom::testing
