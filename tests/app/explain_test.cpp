#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/app/program.hpp"

/// doorstroom explain, as people call it.

namespace doorstroom::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using Json = nlohmann::json;

class Explain : public ::testing::Test {
 protected:
  void SetUp() override {
    scratch_.write("more.yaml", "doorstroom: 1\nextends: " + minimal + R"(
name: more
interventions:
  helper:
    from: 2026-09-01
    cost: {amount: 50000 EUR per year, paid_by: {gemeente: 100%}}
    effects:
      quicker_decisions: {change: desks.youth_team.work, factor: 0.8}
      more_places: {change: arrangements.oza.places, add: 3}
evidence:
  interventions.helper.effects.quicker_decisions.factor: {basis: assumed, range: [1.0, 0.8, 0.5]}
)");
  }
  Ended explain(Words more) const {
    Words words{"explain", minimal, "more.yaml", "--kpi", "absent_4w_mean", "--replications", "4"};
    words.insert(words.end(), more.begin(), more.end());
    return doorstroom({.words = std::move(words), .folder = scratch_.path()});
  }

  Scratch scratch_;
};

TEST_F(Explain, answers_first_and_fits_in_80_columns_in_both_languages) {
  for (const char* language : {"en", "nl"}) {
    const Ended ended = explain({"--lang", language});
    EXPECT_EQ(ended.code, 0) << ended.err;
    EXPECT_THAT(ended.out, AllOf(HasSubstr("more_places"), HasSubstr("quicker_decisions.factor")));
    EXPECT_THAT(ended.err, HasSubstr(" 76 "))
        << "4 of 8 combinations, 2 of the ends of a range, 4 of its 9 values and of the base";
    EXPECT_LE(widest_line(ended.out), 80u) << ended.out;
  }
}

TEST_F(Explain, goes_on_where_it_was_and_says_the_same) {
  const Json whole = Json::parse(explain({"--json", "-o", "kept"}).out);
  const Ended again = explain({"--json", "-o", "kept", "--jobs", "1"});
  Json second = Json::parse(again.out);
  second["seconds"] = whole["seconds"];
  EXPECT_EQ(second, whole);
  EXPECT_EQ(whole["format"], "doorstroom.explanation");
  EXPECT_EQ(whole["format_version"], 1);
  double sum = 0;
  for (const Json& part : whole["figures"][0]["parts"]) sum += part["shapley"].get<double>();
  EXPECT_NEAR(sum, whole["figures"][0]["whole"].get<double>(), 1e-9);
}

TEST_F(Explain, keeps_an_answer_that_export_reads) {
  const Ended ended = explain({"--save", "answer.h5"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  const Ended exported =
      doorstroom({.words = {"export", "answer.h5", "--csv", "tables"}, .folder = scratch_.path()});
  EXPECT_EQ(exported.code, 0) << exported.err;
  EXPECT_THAT(read_text(scratch_ / "tables/parts.csv"), HasSubstr("more_places"));
  EXPECT_EQ(explain({"--save", "answer.h5"}).code, 2) << "it exists";
}

TEST_F(Explain, refuses_what_it_cannot_take_apart) {
  const Ended same =
      doorstroom({.words = {"explain", minimal, minimal, "--kpi", "absent_4w_mean", "--lang", "en"},
                  .folder = scratch_.path()});
  EXPECT_EQ(same.code, 2);
  EXPECT_THAT(same.err, HasSubstr("cannot be taken apart"));
  EXPECT_THAT(explain({"--part", "all=none", "--lang", "en"}).err, HasSubstr("--part all"));
  EXPECT_THAT(explain({"--break-even", "oza.places", "--lang", "en"}).err,
              HasSubstr("--break-even oza.places"));
}

TEST_F(Explain, has_help_with_examples) {
  EXPECT_THAT(explain({"--help"}).out, HasSubstr("scenarios/procesregisseur-middle.yaml --kpi"));
}

}  // namespace
}  // namespace doorstroom::testing
