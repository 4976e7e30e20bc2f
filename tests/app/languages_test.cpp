// What check, run, show, same and fields answer in English and in Dutch, against stored text.

#include <gmock/gmock.h>

#include <algorithm>
#include <regex>
#include <sstream>

#include "tests/app/program.hpp"
#include "tests/support/stored_text.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

const std::string stored_answers = DOORSTROOM_SOURCE_DIR "/tests/app/answers/";

/// A small scenario with a warning; three replications of a year take no time.
constexpr const char* small_scenario = R"(doorstroom: 1
name: Een loket
period: {start: 2026-08-01, years: 1, warm_up: 1 year}
replications: 3
sources:
  school: {per_year: 400, to: team}
desks:
  team:
    label: {nl: Jeugdteam, en: Youth team}
    staff: 6.5 fte
    hours: 1300 hours per year
    work: {exponential: {mean: 20 hours}}
    routes: {oza: 30%, klaar: rest}
arrangements:
  oza:
    label: {nl: Onderwijszorgarrangement, en: Education-care arrangement}
    education: part
    places: 90
    stay: {lognormal: {median: 8 months, sigma: 0.6}}
    cost: {per_place: 22000 EUR per year, paid_by: gemeente}
    waiting: {at_home: 40%}
    routes: {klaar: 100%}
exits:
  klaar: {education: full}
  nergens: {education: none}
)";

/// The small scenario with a mistake in each section.
constexpr const char* wrong = R"(doorstroom: 1
name: Fouten
period: {start: 2026-08-01, years: 0}
sources:
  school: {per_year: 1,200, to: teem}
desks:
  team:
    staff: 3
    takes: 6
    rutes: {klaar: 100%}
arrangements:
  oza:
    education: veel
    places: -4
    stay: {lognormal: {median: 11 months}}
    routes: {klaar: 80%, team: 10%}
exits:
  klaar: {education: full}
)";

/// A sweep of the small scenario, over two points.
constexpr const char* small_plan = R"(doorstroom: 1
sweep: Plaatsen
base: small.yaml
vary: {arrangements.oza.places: [80, 90]}
replications: 2
keep: [dropouts_per_year]
)";

class Languages : public ::testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    scratch_.write("small.yaml", small_scenario);
    scratch_.write("wrong.yaml", wrong);
  }
  /// Everything that a command says, with what it was asked.
  std::string said(Words words) const {
    std::string text = "$ doorstroom";
    for (const std::string& word : words) text += " " + word;
    words.insert(words.end(), {"--lang", GetParam()});
    const Ended ended = doorstroom({.words = words, .folder = scratch_.path()});
    return text + "\n" + ended.out + ended.err + "\n";
  }

  Scratch scratch_;
};

TEST_P(Languages, are_spoken_as_stored) {
  std::string answers;
  for (const Words& words : std::vector<Words>{{"check", "small.yaml"},
                                               {"check", "wrong.yaml"},
                                               {"check", "nothing.yaml"},
                                               {"run", "small.yaml", "--jobs", "1"},
                                               {"show", "small.h5"},
                                               {"same", "small.h5", "small.h5"},
                                               {"fields", "staff"},
                                               {"fields", "staf"}})
    answers += said(words);
  expect_stored(stored_answers + GetParam() + ".txt", answers);
}

TEST_P(Languages, tell_of_mistakes_as_stored) {
  scratch_.write("plan.yaml", small_plan);
  for (const Words& words :
       std::vector<Words>{{"run", "small.yaml"},
                          {"run", "small.yaml", "--seed", "7", "-o", "seven.h5"},
                          {"sweep", "plan.yaml"}})
    ASSERT_EQ(doorstroom({.words = words, .folder = scratch_.path()}).code, 0);
  std::string answers;
  for (const Words& words : std::vector<Words>{
           {"show", "nothing.h5"},
           {"show", "small.yaml"},
           {"show", "."},
           {"same", "nothing.h5", "small.h5"},
           {"compare", "small.h5", "nothing.h5"},
           {"compare", "small.h5", "seven.h5"},
           {"compare", "small.h5", "small.h5", "--over", "evidence=1"},
           {"trace", "nothing.h5"},
           {"trace", "small.h5", "--youth", "100000"},
           {"trace", "small.h5", "--replication", "2"},
           {"export", "nothing.h5", "--csv", "tables"},
           {"export", "small.h5"},
           {"export", "small.h5", "--csv", "tables", "--xlsx", "tables.xlsx"},
           {"export", "small.h5", "--csv", "tables", "--table", "waitin"},
           {"rerun", "nothing.h5"},
           {"rerun", "plan/result.h5"},
           {"run", "nothing.yaml"},
           {"run", "small.yaml"},
           {"run", "small.yaml", "-o", "nowhere/out.h5"},
           {"run", "small.yaml", "-o", "new.h5", "--until", "dropouts +- 2"},
           {"run", "small.yaml", "-o", "new.h5", "--until", "team@3.wait_p90 +- 2"},
           {"run", "small.yaml", "-o", "new.h5", "--until", "teem.wait_p90 +- 2 days"},
           {"sweep", "status", "nothing"},
           {"sweep", "merge", "nothing"},
           {"sweep", "show", "plan", "--kpi", "dropouts_per_yeer"},
           {"sweep", "show", "plan", "--kpi", "arrived"},
           {"sweep", "show", "plan", "--over", "arrangements.oza.stay"},
           {"sweep", "extend", "plan", "--replications", "1"},
           {"sweep", "extend", "plan", "--points", "3"},
           {"sweep"},
           {"sweep", "work", "plan"},
           {"compare", "small.h5", "small.h5", "--inner", "3"},
           {"show"},
           {"show", "small.h5", "seven.h5"},
           {"show", "small.h5", "--longer"},
           {"run", "small.yaml", "--jobs", "0"},
           {"schema", "result"},
           {"run", "plan.yaml"},
           {"sweep", "small.yaml"},
           {"shaw", "small.h5"}})
    answers += said(words);
  expect_stored(stored_answers + "mistakes." + GetParam() + ".txt", answers);
}

Words help_of(Words command) {
  command.push_back("--help");
  return command;
}

/// A command and all below it, as the help lists them; the program itself is the empty one.
std::vector<Words> with_subcommands(const Words& command) {
  std::vector<Words> found{command};
  std::istringstream help(doorstroom({.words = help_of(command), .environment = {"LC_ALL=C"}}).out);
  bool in_list = false;
  for (std::string line; std::getline(help, line);) {
    if (in_list && line.empty()) break;
    if (in_list) {
      Words below = command;
      below.push_back(line.substr(2, line.find(' ', 2) - 2));
      for (Words& each : with_subcommands(below)) found.push_back(std::move(each));
    }
    in_list = in_list || line == "Commands:";
  }
  return found;
}

const std::vector<Words>& all_commands() {
  static const std::vector<Words> all = with_subcommands({});
  return all;
}

TEST_P(Languages, explain_every_command_as_stored) {
  std::string answers;
  for (const Words& command : all_commands()) answers += said(help_of(command));
  expect_stored(stored_answers + "help." + GetParam() + ".txt", answers);
}

TEST_P(Languages, tell_that_there_is_no_slurm) {
  scratch_.write("plan.yaml", small_plan);
  const Ended ended =
      doorstroom({.words = {"sweep", "submit", "plan.yaml", "-o", "plan", "--lang", GetParam()},
                  .folder = scratch_.path(),
                  .environment = {"SLURM_CONF=/dev/null"}});
  EXPECT_EQ(ended.code, 2);
  EXPECT_THAT(ended.err,
              StartsWith(GetParam() == "nl" ? "er is geen Slurm dat vanaf hier te bereiken is: "
                                            : "there is no Slurm that can be reached from here: "));
}

INSTANTIATE_TEST_SUITE_P(Stored, Languages, ::testing::Values("en", "nl"),
                         [](const auto& test) { return test.param; });

TEST(Language, is_that_of_the_environment_unless_it_is_asked_for) {
  const auto said = [](Words environment, Words more) {
    more.insert(more.begin(), {"check", minimal});
    return doorstroom({.words = more, .environment = std::move(environment)}).out;
  };
  EXPECT_THAT(said({"LC_ALL=", "LC_MESSAGES=", "LANG=nl_NL.UTF-8"}, {}), HasSubstr("is in orde"));
  EXPECT_THAT(said({"LC_ALL=en_GB.UTF-8", "LANG=nl_NL.UTF-8"}, {}), HasSubstr("makes sense"));
  EXPECT_THAT(said({"LC_ALL=nl_NL.UTF-8"}, {"--lang=en"}), HasSubstr("makes sense"));
  EXPECT_THAT(said({"LC_ALL=C"}, {"--lang", "nl"}), HasSubstr("is in orde"));
}

TEST(Language, that_is_not_spoken_is_refused) {
  const Ended ended = doorstroom({"check", minimal, "--lang", "fr"});
  EXPECT_EQ(ended.code, 2);
  EXPECT_THAT(ended.err, HasSubstr("--lang"));
}

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

TEST(Language, of_the_help_leaves_nothing_in_english) {
  const std::regex alike(
      "|  doorstroom .*|  seq 200 .*|    (scenarios/|--).*|  (doorstroom|base|vary|replications): "
      ".*|"
      "# yaml-language-server: .*|.*Scenario \\(YAML\\)");
  for (Words command : all_commands()) {
    command.insert(command.end(), {"--help", "--lang"});
    Words dutch = command;
    command.push_back("en");
    dutch.push_back("nl");
    const std::vector<std::string> english = lines_of(doorstroom(command).out);
    EXPECT_GT(english.size(), 5u);
    for (const std::string& line : lines_of(doorstroom(dutch).out)) {
      EXPECT_LE(line.size(), 101u) << line;
      EXPECT_TRUE(std::regex_match(line, alike) ||
                  std::ranges::find(english, line) == english.end())
          << line;
    }
  }
}

TEST(Schema, is_written_to_a_file_or_printed) {
  const Scratch scratch;
  const Ended printed = doorstroom({"schema", "sweep"});
  EXPECT_EQ(printed.code, 0);
  EXPECT_EQ(printed.out, read_text(scenarios / "sweep.schema.json"));
  const std::string out = (scratch / "a.json").string();
  EXPECT_EQ(doorstroom({"schema", "-o", out}).code, 0);
  EXPECT_EQ(read_text(out), read_text(scenarios / "scenario.schema.json"));
  EXPECT_THAT(doorstroom({"schema", "overlay", "--lang", "nl"}).out, HasSubstr("De naam van"));
  EXPECT_EQ(doorstroom({"schema", "result"}).code, 2);
}

}  // namespace
}  // namespace doorstroom::testing
