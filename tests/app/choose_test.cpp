#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/app/program.hpp"

/// doorstroom choose, as people call it.

namespace doorstroom::testing {
namespace {

using ::testing::HasSubstr;
using Json = nlohmann::json;

class Choose : public ::testing::Test {
 protected:
  Choose() {
    scratch_.write("base.yaml", "doorstroom: 1\nextends: " + minimal + R"(
period: {years: 2, warm_up: 1 year}
evidence:
  arrangements.oza.stay: {basis: assumed, range: [9 months, 15 months]}
  desks.youth_team.staff: {basis: assumed, range: [3.2 fte, 3.6 fte]}
)");
    scratch_.write("more.yaml",
                   "doorstroom: 1\nextends: base.yaml\nname: more places\n"
                   "set: {arrangements.oza.places: 40}\n");
  }
  Ended choose(const Words& more) const {
    Words words{"choose",
                "base.yaml",
                "more.yaml",
                "--over",
                "evidence",
                "--kpi",
                "oza.entered_within_10w >= 60%",
                "--states",
                "20",
                "--inner",
                "2"};
    words.insert(words.end(), more.begin(), more.end());
    return doorstroom({.words = std::move(words), .folder = scratch_.path()});
  }

  Scratch scratch_;
};

TEST_F(Choose, answers_in_json_with_the_fields_of_its_format) {
  const Ended ended = choose({"--json"});
  ASSERT_EQ(ended.code, 0) << ended.err;
  const Json json = Json::parse(ended.out);
  EXPECT_EQ(json["format"], "doorstroom.choice");
  EXPECT_EQ(json["states"], 20);
  ASSERT_EQ(json["plans"].size(), 2u);
  for (const Json& plan : json["plans"])
    for (const char* key : {"name", "kpi", "mean", "worst_tenth", "regret_mean", "regret_max",
                            "met_share", "open_share", "fails_where"})
      EXPECT_TRUE(plan.contains(key)) << key;
  EXPECT_EQ(json["plans"][1]["name"], "more places");
  EXPECT_GT(json["plans"][1]["mean"], json["plans"][0]["mean"]);
  EXPECT_EQ(json["plans"][1]["regret_max"], 0);
}

TEST_F(Choose, answers_first_and_fits_in_80_columns_in_both_languages) {
  for (const char* language : {"en", "nl"}) {
    const Ended ended = choose({"--lang", language, "-o", "kept"});
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.err, HasSubstr("--at-most"));
    EXPECT_LE(widest_line(ended.out), 80u) << ended.out;
  }
}

TEST_F(Choose, goes_on_where_it_was_killed_and_says_the_same) {
  const auto answer = [](const Ended& ended) {
    Json json = Json::parse(ended.out);
    json.erase("seconds");
    return json;
  };
  Words words{"choose",   "base.yaml", "more.yaml", "--over", "evidence", "--kpi", "absent_4w_mean",
              "--states", "20",        "--inner",   "2",      "--json",   "-o",    "kept"};
  Running disturbed({.words = words, .folder = scratch_.path()});
  disturbed.wait_until([&] { return fs::exists(scratch_ / "kept" / "tasks"); });
  disturbed.kill_all(SIGKILL);
  disturbed.wait();
  const Ended again = doorstroom({.words = words, .folder = scratch_.path()});
  words.resize(words.size() - 2);
  EXPECT_EQ(answer(again), answer(doorstroom({.words = words, .folder = scratch_.path()})));
}

}  // namespace
}  // namespace doorstroom::testing
