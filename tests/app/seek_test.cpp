// doorstroom seek and doorstroom bottlenecks, as a user runs them.

#include <gmock/gmock.h>

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "tests/app/program.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::json;

class Deciding : public ::testing::Test {
 protected:
  Deciding() {
    scratch_.write("short.yaml", fmt::format("extends: {}\n"
                                             "period: {{years: 2, warm_up: 1 year}}\n",
                                             minimal));
  }

  Launch launch(Words words) const {
    return {.words = std::move(words), .folder = scratch_.path()};
  }
  Ended run(Words words) const { return doorstroom(launch(std::move(words))); }
  Words seek(const Words& more = {}) const {
    Words words{"seek",      "short.yaml",
                "--vary",    "arrangements.oza.places=16..48:2",
                "--so-that", "oza.entered_within_10w >= 60%"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }
  std::string refused(Words words) const {
    const Ended ended = run(std::move(words));
    EXPECT_EQ(ended.code, 2) << ended.out;
    return ended.err;
  }
  /// The answer, without how long it took.
  static Json json_of(const Ended& ended) {
    EXPECT_EQ(ended.code, 0) << ended.err;
    Json json = Json::parse(ended.out);
    json.erase("seconds");
    return json;
  }

  Scratch scratch_;
};

TEST_F(Deciding, seek_of_two_capacities_answers_when_its_replications_are_spent_on_the_way) {
  for (const char* most : {"100", "160", "300"}) {
    const Json json = json_of(
        run(seek({"--vary", "desks.youth_team.staff=3..5:0.2", "--at-most", most, "--json"})));
    ASSERT_FALSE(json["tried"].empty());
    for (const Json& tried : json["tried"]) EXPECT_GT(tried["replications"], 0) << tried;
  }
}

TEST_F(Deciding, seek_answers_in_json_with_the_fields_of_its_format) {
  const Json json = json_of(run(seek({"--json"})));
  EXPECT_EQ(json["format"], "doorstroom.seek");
  EXPECT_EQ(json["format_version"], 1);
  ASSERT_TRUE(json["answer"].is_number());
  EXPECT_LE(json["answer_low"], json["answer"]);
  EXPECT_EQ(json["knobs"][0]["path"], "arrangements.oza.places");
  EXPECT_EQ(json["knobs"][0]["answer"], json["answer"]);
  const Json& constraint = json["constraints"][0];
  EXPECT_EQ(constraint["kpi"], "oza.entered_within_10w");
  EXPECT_EQ(constraint["relation"], ">=");
  EXPECT_EQ(constraint["target"], 0.6);
  EXPECT_EQ(constraint["met"], true);
  EXPECT_LE(constraint["low"], constraint["mean"]);
  EXPECT_GE(json["met_chance"], 0);
  EXPECT_LE(json["met_chance"], 1);
  for (const Json& tried : json["tried"])
    for (const char* key : {"values", "replications", "mean", "low", "high", "verdict"})
      EXPECT_TRUE(tried.contains(key)) << key;
  EXPECT_GE(json["replications"], 100);
}

TEST_F(Deciding, seek_tells_null_and_why_where_no_value_meets_the_target) {
  const Words words{"seek",      "short.yaml",
                    "--vary",    "arrangements.oza.places=10..14",
                    "--so-that", "oza.entered_within_10w >= 95%"};
  Words with_json = words;
  with_json.push_back("--json");
  const Json json = json_of(run(with_json));
  EXPECT_TRUE(json["answer"].is_null());
  EXPECT_TRUE(json["answer_low"].is_null());
  EXPECT_EQ(json["constraints"][0]["met"], false);
  EXPECT_EQ(json["best_seen"][0], 14);
  const Ended text = run(words);
  EXPECT_THAT(text.out, HasSubstr("No value in the range was shown to meet the target"));
  EXPECT_THAT(text.out, HasSubstr("The best that was seen: 14"));
}

TEST_F(Deciding, seek_gives_the_same_for_any_number_of_workers_and_after_a_kill) {
  const Json whole = json_of(run(seek({"--json", "--jobs", "1"})));
  EXPECT_EQ(json_of(run(seek({"--json", "--jobs", "3"}))), whole);
  Running disturbed(launch(seek({"--json", "-o", "kept"})));
  disturbed.wait_until([&] { return fs::exists(scratch_ / "kept" / "tasks"); });
  std::this_thread::sleep_for(milliseconds(300));
  disturbed.kill_all(SIGKILL);
  disturbed.wait();
  EXPECT_EQ(json_of(run(seek({"--json", "-o", "kept"}))), whole);
}

/// A target of a year is searched for in runs that end after that year, which give it the same
/// figures.
TEST_F(Deciding, seek_finds_the_same_in_a_longer_period) {
  const auto answer = [&](const std::string& years) {
    const Json json = json_of(
        run({"seek", "short.yaml", "--vary", "arrangements.oza.places=16..48:2", "--so-that",
             "oza.entered_within_10w@1 >= 60%", "--json", "--set", "period.years=" + years}));
    return std::pair(json["answer"], json["tried"]);
  };
  EXPECT_EQ(answer("2"), answer("4"));
}

TEST_F(Deciding, seek_stops_at_ctrl_c_and_tells_how_to_go_on) {
  Running running(launch(seek({"-o", "kept", "--with-chance", "60%"})));
  running.wait_until([&] { return fs::exists(scratch_ / "kept" / "tasks"); });
  running.kill_all(SIGINT);
  const Ended ended = running.wait();
  EXPECT_EQ(ended.code, 130);
  EXPECT_THAT(ended.err, HasSubstr("What is done is kept in kept"));
}

TEST_F(Deciding, seek_has_lines_of_80_columns_in_both_languages) {
  for (const char* language : {"en", "nl"}) {
    const Ended ended = run(seek({"--lang", language, "-o", "kept"}));
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_LE(widest_line(ended.out), 80u) << ended.out;
  }
}

TEST_F(Deciding, seek_saves_tables_that_export_reads) {
  EXPECT_EQ(run(seek({"--save", "answer.h5", "-o", "kept"})).code, 0);
  const Ended exported = run({"export", "answer.h5", "--csv", "tables"});
  EXPECT_EQ(exported.code, 0) << exported.err;
  EXPECT_THAT(read_text(scratch_ / "tables" / "tried.csv"), HasSubstr("verdict"));
  EXPECT_THAT(refused(seek({"--save", "answer.h5"})), HasSubstr("answer.h5 exists already"));
}

TEST_F(Deciding, seek_refuses_what_is_no_question) {
  const auto with = [&](const std::string& vary, const std::string& target,
                        const Words& more = {}) {
    Words words{"seek", "short.yaml", "--vary", vary, "--so-that", target};
    words.insert(words.end(), more.begin(), more.end());
    return refused(words);
  };
  const std::string vary = "arrangements.oza.places=16..48";
  const std::string target = "oza.entered_within_10w >= 60%";
  EXPECT_THAT(with("arrangements.oza.places=16", target), HasSubstr("PATH=LOWEST..HIGHEST"));
  EXPECT_THAT(with("arrangements.ozb.places=16..48", target),
              HasSubstr("did you mean arrangements.oza.places?"));
  EXPECT_THAT(with("arrangements.oza.places=48..16", target), HasSubstr("lowest value first"));
  EXPECT_THAT(with("arrangements.oza.places=16..20:0.5", target), HasSubstr("places"));
  EXPECT_THAT(with("arrangements.oza.places=0..100:0.001", target), HasSubstr("larger step"));
  EXPECT_THAT(with(vary, "oza.entered_within_10w > 60%"), HasSubstr("this is no target"));
  EXPECT_THAT(with(vary, "ozb.entered_within_10w >= 60%"), HasSubstr("did you mean `oza`?"));
  EXPECT_THAT(with(vary, "oza.entered_within_10w@7 >= 60%"), HasSubstr("years are 0 to 1"));
  EXPECT_THAT(with(vary, "oza.entered_within_10w >= 6 weeks"),
              HasSubstr("a share is written such as"));
  EXPECT_THAT(with(vary, target, {"--with-chance", "100%"}), HasSubstr("between 0% and 100%"));
  EXPECT_THAT(with(vary, target, {"--indifference", "1%", "--indifference", "2%"}),
              HasSubstr("one for each --so-that"));
}

TEST_F(Deciding, bottlenecks_answers_in_json_with_the_fields_of_its_format) {
  const Words words{"bottlenecks", "short.yaml", "--kpi",          "placement_days_mean",
                    "-o",          "kept",       "--replications", "20"};
  Words with_json = words;
  with_json.push_back("--json");
  const Json json = json_of(run(with_json));
  EXPECT_EQ(json["format"], "doorstroom.bottlenecks");
  ASSERT_FALSE(json["rows"].empty());
  for (const Json& row : json["rows"])
    for (const char* key :
         {"node", "lever", "unit", "step", "difference", "low", "high", "euro_per_year",
          "bill_difference", "per_100k_euro", "rank_low", "rank_high"})
      EXPECT_TRUE(row.contains(key)) << key;
  for (const char* language : {"en", "nl"}) {
    Words in_words = words;
    in_words.insert(in_words.end(), {"--lang", language});
    const Ended text = run(in_words);
    EXPECT_EQ(text.code, 0) << text.err;
    EXPECT_THAT(text.out, Not(HasSubstr("nan")));
  }
}

TEST_F(Deciding, bottlenecks_refuses_a_figure_that_cannot_improve) {
  EXPECT_THAT(refused({"bottlenecks", "short.yaml", "--kpi", "arrived"}),
              HasSubstr("neither better nor worse"));
}

}  // namespace
}  // namespace doorstroom::testing
