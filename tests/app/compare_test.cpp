// Comparisons: scenarios are run when need be, and what is told of them.

#include <gmock/gmock.h>

#include <boost/algorithm/string/replace.hpp>
#include <nlohmann/json.hpp>

#include "tests/app/program.hpp"
#include "tests/support/stored_text.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using Json = nlohmann::json;

const std::string stored_comparison = DOORSTROOM_SOURCE_DIR "/tests/app/answers/compare.";

class Compare : public ::testing::Test {
 protected:
  Compare() {
    scratch_.write("base.yaml", "extends: " + minimal + R"(
name: Zoals nu
period: {years: 2, warm_up: 1 year}
arrangements: {oza: {places: 9}}
headline: {dropouts_per_year: 2, oza.entered_within_10w: 5%}
evidence:
  desks.youth_team.routes.oza.share: {basis: assumed, range: [10%, 15%, 20%]}
  arrangements.oza.stay: {basis: assumed, range: [8 months, 15 months]}
  arrangements.zoa.places: {basis: assumed, range: [20, 30]}
)");
    scratch_.write("more.yaml",
                   "extends: base.yaml\nname: Meer plaatsen\n"
                   "set: {arrangements.oza.places: 14}\n");
    scratch_.write("helper.yaml",
                   "extends: base.yaml\nname: Hulp erbij\n"
                   "interventions:\n  helper:\n    from: 2027-08-01\n    effects: {quick: {change: "
                   "desks.youth_team.work, factor: 0.8}}\n");
  }

  Ended compare(Words words) const {
    words.insert(words.begin(), "compare");
    return doorstroom({.words = std::move(words), .folder = scratch_.path()});
  }
  std::string said(const Words& words) const {
    const Ended ended = compare(words);
    EXPECT_EQ(ended.code, 0) << ended.err;
    return ended.out;
  }

  Scratch scratch_;
};

TEST_F(Compare, runs_scenarios_once_and_uses_what_is_there) {
  const Words words{"base.yaml", "more.yaml", "--replications", "6"};
  const Ended first = compare(words);
  EXPECT_EQ(first.code, 0) << first.err;
  EXPECT_THAT(scratch_.files(), AllOf(Contains("base.h5"), Contains("more.h5")));
  const auto written = fs::last_write_time(scratch_ / "more.h5");
  const Ended again = compare(words);
  EXPECT_EQ(again.out, first.out);
  EXPECT_THAT(again.err, HasSubstr("more.h5 is there already, and used"));
  EXPECT_EQ(fs::last_write_time(scratch_ / "more.h5"), written);
  EXPECT_EQ(said({"base.h5", "more.h5"}), first.out) << "results are compared as they are";
}

TEST_F(Compare, compares_just_as_many_replications_as_are_asked_for) {
  const Words json{"base.yaml", "more.yaml", "helper.yaml", "--json", "--replications"};
  const auto asked = [&](const std::string& replications, const std::string& folder) {
    Words words = json;
    words.insert(words.end(), {replications, "-o", folder});
    return compare(words);
  };
  const Ended four = asked("4", "four");
  const Ended nine = asked("9", "nine");
  ASSERT_EQ(four.code + nine.code, 0) << four.err << nine.err;
  const std::string held = read_text(scratch_ / "nine/more.h5");
  const auto without_folder = [](const Ended& ended, const std::string& folder) {
    return boost::replace_all_copy(ended.out, folder + "/", "");
  };

  const Ended fewer = asked("4", "nine");  // than the folder holds
  EXPECT_EQ(without_folder(fewer, "nine"), without_folder(four, "four"));
  EXPECT_THAT(fewer.err, HasSubstr("nine/more.h5 holds 9 replications; the first 4 of them are"));
  EXPECT_EQ(read_text(scratch_ / "nine/more.h5"), held) << "what was made is kept";

  const Ended more = asked("9", "four");  // than the folder holds
  EXPECT_EQ(without_folder(more, "four"), without_folder(nine, "nine"));
  EXPECT_THAT(more.err, HasSubstr("four/more.h5 holds 4 replications; 5 are added to them"));
  const Ended same = doorstroom(
      {.words = {"same", "four/helper.h5", "nine/helper.h5"}, .folder = scratch_.path()});
  EXPECT_EQ(same.code, 0) << same.out;

  EXPECT_EQ(
      compare({"nine/base.h5", "nine/more.h5", "nine/helper.h5", "--json", "--replications", "4"})
          .out,
      fewer.out);
}

TEST_F(Compare, without_a_number_uses_all_that_there_are_or_tells_how_to_come_by_more) {
  said({"base.yaml", "more.yaml", "--replications", "4"});
  EXPECT_THAT(said({"base.h5", "more.h5"}), HasSubstr("\n4 pairs of replications"));
  EXPECT_THAT(said({"base.h5", "more.yaml"}), HasSubstr("\n4 pairs of replications"));
  const Ended more = compare({"base.yaml", "more.yaml"});
  EXPECT_EQ(more.code, 2);
  EXPECT_THAT(more.err, HasSubstr("base.h5 holds 4 replications of this run, and 50 are wanted\n"
                                  "  add them: doorstroom run --extend base.h5 --replications 50"));
  const Ended files = compare({"base.h5", "more.h5", "--replications", "6"});
  EXPECT_EQ(files.code, 2) << "a result that is named is not changed";
  EXPECT_THAT(files.err, HasSubstr("base.h5 holds 4 replications of this run, and 6 are wanted"));
}

TEST_F(Compare, adds_nothing_to_a_result_that_it_also_compares_with) {
  said({"base.yaml", "more.yaml", "--replications", "4"});
  const std::string before = read_text(scratch_ / "more.h5");
  EXPECT_EQ(compare({"base.yaml", "more.yaml", "more.h5", "--replications", "6"}).code, 2);
  EXPECT_EQ(read_text(scratch_ / "more.h5"), before);
}

TEST_F(Compare, does_not_replace_the_result_of_another_run_unless_it_is_told_to) {
  said({"base.yaml", "more.yaml", "--replications", "4"});
  const std::string before = read_text(scratch_ / "more.h5");
  scratch_.write("more.yaml", "extends: base.yaml\nset: {arrangements.oza.places: 40}\n");
  const Words words{"base.yaml", "more.yaml", "--replications", "4"};
  const Ended refused = compare(words);
  EXPECT_EQ(refused.code, 2);
  EXPECT_THAT(refused.err, HasSubstr("more.h5"));
  EXPECT_EQ(read_text(scratch_ / "more.h5"), before);
  Words force = words;
  force.push_back("--force");
  said(force);
  EXPECT_NE(read_text(scratch_ / "more.h5"), before);
}

TEST_F(Compare, puts_results_where_it_is_asked_and_variants_under_the_seed_of_the_base) {
  scratch_.write("other.yaml", "extends: more.yaml\nseed: 7\n");
  const Json found = Json::parse(
      said({"base.yaml", "other.yaml", "--replications", "3", "-o", "results", "--json"}));
  EXPECT_TRUE(fs::exists(scratch_ / "results/base.h5"));
  EXPECT_TRUE(fs::exists(scratch_ / "results/other.h5"));
  EXPECT_EQ(found["seed"], 2026);
}

/// Names of the fields of an object.
std::vector<std::string> fields(const Json& object) {
  std::vector<std::string> names;
  for (const auto& [name, value] : object.items()) names.push_back(name);
  return names;
}

TEST_F(Compare, tells_in_json_what_the_page_on_results_documents) {
  const Json found = Json::parse(said({"base.yaml", "more.yaml", "helper.yaml", "--replications",
                                       "4", "--json", "--over", "evidence=3", "--inner", "2"}));
  const std::string page = read_text(fs::path(DOORSTROOM_SOURCE_DIR) / "results/README.md");
  const std::size_t from = page.find("\n## Comparisons\n");
  ASSERT_NE(from, std::string::npos);
  const std::string section = page.substr(from, page.find("\n## ", from + 1) - from);
  const auto expect_told = [&](const Json& object) {
    EXPECT_THAT(fields(object), Not(IsEmpty()));
    for (const std::string& name : fields(object))
      EXPECT_THAT(section, HasSubstr("`" + name + "`")) << "the page does not tell it";
  };
  expect_told(found);
  ASSERT_EQ(found["variants"].size(), 2u);
  const Json& helper = found["variants"][1];
  expect_told(helper);
  for (const char* list :
       {"headline", "system", "nodes", "funders", "groups", "phases", "by_year", "over_evidence"}) {
    ASSERT_THAT(helper[list], Not(IsEmpty())) << list;
    expect_told(helper[list][0]);
  }
  const Json& over = found["over_evidence"];
  expect_told(over);
  EXPECT_EQ(over["points"], 3);
  EXPECT_EQ(over["replications"], 2);
  expect_told(over["varied"][0]);
  ASSERT_EQ(over["kept"].size(), 1u);
  expect_told(over["kept"][0]);
  EXPECT_EQ(over["kept"][0]["path"], "arrangements.zoa.places");
  EXPECT_EQ(found["statements"], 4);
  EXPECT_EQ(helper["headline"][0]["kpi"], "dropouts_per_year");
  EXPECT_EQ(helper["headline"][0]["smallest_relevant"], 2);
}

TEST_F(Compare, writes_nothing_of_what_it_tries_over_the_evidence) {
  said({"base.yaml", "more.yaml", "--replications", "3"});
  const std::vector<std::string> before = scratch_.files();
  const Ended over = compare({"base.h5", "more.h5", "--over", "evidence=3", "--inner", "2"});
  EXPECT_EQ(over.code, 0) << over.err;
  EXPECT_EQ(scratch_.files(), before);
  EXPECT_THAT(over.out, ::testing::ContainsRegex("3 points of 2 assumptions, 2 pairs of[ \n]+"
                                                 "replications at[ \n]+each"));
  EXPECT_THAT(over.out, HasSubstr("arrangements.zoa.places: it is a list"));
}

TEST_F(Compare, over_the_evidence_ends_when_it_is_stopped) {
  said({"base.yaml", "more.yaml", "--replications", "3"});
  Running long_one({.words = {"compare", "base.h5", "more.h5", "--over", "evidence=5000"},
                    .folder = scratch_.path()});
  ASSERT_TRUE(long_one.wait_until([&] { return !long_one.workers_below().empty(); }));
  long_one.kill_all(SIGINT);
  const Ended ended = long_one.wait();
  EXPECT_EQ(ended.code, 130);
  EXPECT_THAT(ended.out, IsEmpty());
}

TEST_F(Compare, refuses_other_futures_and_words_that_it_does_not_know) {
  scratch_.write("crowd.yaml", "extends: base.yaml\nset: {sources.school.per_year: 200}\n");
  const Ended crowd = compare({"base.yaml", "crowd.yaml", "--replications", "2"});
  EXPECT_EQ(crowd.code, 2);
  EXPECT_THAT(crowd.err, HasSubstr("do not live through the same futures"));
  for (const char* over : {"evidences", "evidence=1", "evidence=many", "evidence="})
    EXPECT_EQ(compare({"base.yaml", "more.yaml", "--over", over}).code, 2) << over;
  EXPECT_EQ(compare({"base.yaml", "more.yaml", "--inner", "3"}).code, 2) << "without --over";
}

/// An attribute is drawn apart from all else, so youths are the same with it and without.
TEST_F(Compare, an_attribute_that_nothing_asks_for_stands_in_no_way) {
  const std::string attributes =
      "attributes: {gemeente: {values: [leiden, katwijk]}, swv: {values: [coast, town]}}\n"
      "sources: {school: {gemeente: {leiden: 60%, katwijk: rest}, swv: {by: gemeente, leiden: "
      "{town: 100%}, katwijk: {coast: 100%}}}}\n";
  scratch_.write("places.yaml", "extends: more.yaml\n" + attributes);
  scratch_.write("asks.yaml", "extends: more.yaml\n" + attributes +
                                  "desks: {youth_team: {routes: {zoa: {if: {swv: [coast]}}}}}\n");
  said({"base.yaml", "more.yaml", "--replications", "2"});
  EXPECT_EQ(said({"base.yaml", "places.yaml", "--replications", "2"}),
            boost::replace_all_copy(said({"base.h5", "more.h5"}), "more.h5", "places.h5"));
  const Ended asks = compare({"base.yaml", "asks.yaml", "--replications", "2"});
  EXPECT_EQ(asks.code, 2);
  EXPECT_THAT(asks.err, AllOf(HasSubstr("do not live through the same futures"),
                              HasSubstr("sources.school.gemeente is missing")));
}

TEST_F(Compare, funders_are_called_as_the_scenario_calls_them) {
  scratch_.write(
      "named.yaml",
      "extends: base.yaml\nfunders: {swv: {label: {nl: het samenwerkingsverband, en: the "
      "partnership}}}\n");
  const std::string dutch =
      said({"named.yaml", "more.yaml", "--replications", "2", "--lang", "nl"});
  EXPECT_THAT(dutch, AllOf(HasSubstr("\nSamenwerkingsverband"), HasSubstr("\ngemeente"),
                           Not(HasSubstr("\nswv"))));
  EXPECT_THAT(said({"named.h5", "more.h5", "--lang", "en"}), HasSubstr("\nPartnership"));
  const Ended shown =
      doorstroom({.words = {"show", "named.h5", "--lang", "nl"}, .folder = scratch_.path()});
  EXPECT_THAT(shown.out, AllOf(HasSubstr("\nSamenwerkingsverband"), Not(HasSubstr("\nswv"))));
}

class CompareIn : public Compare, public ::testing::WithParamInterface<std::string> {};

TEST_P(CompareIn, is_told_as_stored) {
  std::string answers;
  for (const Words& words :
       std::vector<Words>{{"base.yaml", "more.yaml", "helper.yaml", "--replications", "8"},
                          {"base.h5", "helper.h5", "--all"},
                          {"base.h5", "more.h5", "--over", "evidence=4", "--inner", "3"},
                          {"base.h5", "nothing.h5"}}) {
    answers += "$ doorstroom compare";
    for (const std::string& word : words) answers += " " + word;
    Words spoken = words;
    spoken.insert(spoken.end(), {"--lang", GetParam(), "--jobs", "1"});
    const Ended ended = compare(spoken);
    answers += "\n" + ended.out + ended.err + "\n";
  }
  expect_stored(stored_comparison + GetParam() + ".txt", answers);
}

INSTANTIATE_TEST_SUITE_P(Stored, CompareIn, ::testing::Values("en", "nl"),
                         [](const auto& test) { return test.param; });

}  // namespace
}  // namespace doorstroom::testing
