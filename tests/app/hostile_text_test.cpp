// Text that a terminal would obey, or that reads as what it is not: in scenarios it is refused
// where it stands; whatever else holds it, what is printed shows it.

#include <gmock/gmock.h>

#include "models/loading/scenario_loader.hpp"
#include "results/run/scenario_run.hpp"
#include "tests/app/program.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::Not;

class HostileText : public ::testing::Test {
 protected:
  /// minimal.yaml, named otherwise. @param name  as YAML
  std::string named(const std::string& name, const std::string& file = "named.yaml") const {
    return scratch_.write(file, "extends: " + minimal + "\nname: " + name + "\n");
  }
  Ended run(Words words) const {
    return doorstroom({.words = std::move(words), .folder = scratch_.path()});
  }
  /// Nothing that a terminal obeys, in any answer or message.
  static void expect_harmless(const Ended& ended) {
    for (const std::string& text : {ended.out, ended.err}) {
      EXPECT_EQ(first_invalid_utf8(text), std::nullopt) << text;
      const auto foreign = first_foreign(text);
      EXPECT_FALSE(foreign) << text.substr(0, foreign ? foreign->position : 0);
    }
  }

  Scratch scratch_;
};

TEST_F(HostileText, escaped_in_a_scenario_is_refused_where_it_stands) {
  for (const auto& [escape, told] : {std::pair{"\\e]0;gone\\a", "control character U+001B"},
                                     {"\\x7f", "control character U+007F"},
                                     {"\\x85", "control character U+0085"},
                                     {"\\r", "control character U+000D"},
                                     {"\\u061c", "U+061C, which makes text read in another order"},
                                     {"\\u200f", "U+200F, which makes text read in another order"},
                                     {"\\u202e", "U+202E, which makes text read in another order"},
                                     {"\\u2066", "U+2066, which makes text read in another order"},
                                     {"\\u2028", "U+2028, which is no character of a text"},
                                     {"\\ufffe", "U+FFFE, which is no character of a text"},
                                     {"\\U0001ffff", "U+1FFFF, which is no character of a text"}}) {
    named("\"a" + std::string(escape) + "b\"");
    const Ended checked = run({"check", "named.yaml"});
    EXPECT_EQ(checked.code, 2) << escape;
    EXPECT_THAT(checked.err,
                AllOf(HasSubstr(std::string("named.yaml:2:7: text that holds ") + told),
                      HasSubstr("remove its escape")));
    expect_harmless(checked);
    EXPECT_EQ(run({"run", "named.yaml", "-o", "r.h5"}).code, 2) << escape;
  }
}

TEST_F(HostileText, in_a_key_an_id_a_note_or_a_set_is_refused_too) {
  for (const std::string line :
       {"\"\\e[2J\": 1", "desks: {\"\\u202eyouth_team\": {}}", "description: \"\\e[31mred\"",
        "evidence: {desks.youth_team.staff: {note: \"\\x9b31m\"}}",
        "arrangements: {oza: {label: {nl: \"\\u2067\", en: x}}}"}) {
    scratch_.write("s.yaml", "extends: " + minimal + "\n" + line + "\n");
    const Ended checked = run({"check", "s.yaml"});
    EXPECT_EQ(checked.code, 2) << line;
    EXPECT_THAT(checked.err, AllOf(HasSubstr("s.yaml:2:"), HasSubstr("text that holds"))) << line;
    expect_harmless(checked);
  }
  const Ended set = run({"check", minimal, "--set", "name=\"\\e]0;x\""});
  EXPECT_EQ(set.code, 2);
  EXPECT_THAT(set.err, HasSubstr("text that holds control character U+001B"));
  expect_harmless(set);
}

TEST_F(HostileText, written_as_it_is_in_a_comment_is_refused_too) {
  scratch_.write("s.yaml", "extends: " + minimal + "\n# safe \u202e# enil a\n");
  EXPECT_THAT(run({"check", "s.yaml"}).err, HasSubstr("s.yaml:2:8: U+202E, which makes text read"));
}

TEST_F(HostileText, names_stand_on_one_line_and_block_texts_on_several) {
  named("\"one\\ntwo\"");
  EXPECT_THAT(
      run({"check", "named.yaml"}).err,
      AllOf(HasSubstr("named.yaml:2:7: name is one two\n"), HasSubstr("write it on one line")));
  scratch_.write("label.yaml", "extends: " + minimal +
                                   "\narrangements: {oza: {label: {nl: \"a\\tb\", en: x}}}\n");
  EXPECT_THAT(run({"check", "label.yaml"}).err, HasSubstr("write it on one line"));
  scratch_.write("note.yaml", "extends: " + minimal +
                                  "\nevidence:\n  desks.youth_team.staff:\n    basis: assumed\n"
                                  "    note: |\n      one\ttab\n\n      another paragraph\n");
  const Ended checked = run({"check", "note.yaml"});
  EXPECT_EQ(checked.code, 0) << checked.err;
}

TEST_F(HostileText, whatever_a_run_takes_its_result_can_be_read_again) {
  const std::string file = "\x1b]0;x\nOwn: y\x7f\xff\u202e";  // of which the scenario gets its name
  scratch_.write(file + ".yaml", "extends: " + minimal + "\nperiod: {years: 1, warm_up: 1 year}\n");
  const Ended ran =
      run({"run", file + ".yaml", "-o", file + ".h5", "--visits", "1", "--replications", "2"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("\\u001b]0;x\\nOwn: y\\u007f\\xff\\u202e.h5"));
  expect_harmless(ran);
  for (const Words& words : {Words{"show", file + ".h5"},
                             {"trace", file + ".h5"},
                             {"rerun", file + ".h5"},
                             {"same", file + ".h5", file + ".h5"},
                             {"compare", file + ".h5", file + ".h5"},
                             {"compare", file + ".h5", file + ".h5", "--json"},
                             {"report", file + ".h5", "--json"},
                             {"export", file + ".h5", "--csv", file}}) {
    const Ended ended = run(words);
    EXPECT_EQ(ended.code, 0) << words.front() << '\n' << ended.err;
    expect_harmless(ended);
    EXPECT_THAT(ended.out + ended.err, Not(HasSubstr("\nOwn: y"))) << words.front();
  }
}

/// No scenario has such names, so whoever made the file wrote it with another program.
TEST_F(HostileText, in_names_of_a_crafted_result_is_shown) {
  scratch_.write("s.yaml", "extends: " + minimal + "\nperiod: {years: 1, warm_up: 1 year}\n");
  Scenario scenario = load_scenario((scratch_ / "s.yaml").string()).scenario;
  RunNotes notes({});
  const auto run_into = [&](const std::string& name) {
    run_to_file(scenario, {.out = (scratch_ / name).string(), .jobs = 1}, {"0.1.0", "abc"}, notes);
  };
  scenario.replications = 3;
  run_into("plain.h5");
  const std::string evil = "\x1b]0;gone\x07\u202e\x7f";
  scenario.name = evil;
  for (Node& node : scenario.nodes) node.id += evil;
  const std::size_t name = scenario.resolved.find("One desk");
  ASSERT_NE(name, std::string::npos);
  scenario.resolved.insert(name, "\\u001b[2J\\u202e");
  run_into("evil.h5");
  for (const Words& words : {Words{"show", "evil.h5"},
                             {"trace", "evil.h5"},
                             {"rerun", "evil.h5"},
                             {"same", "evil.h5", "plain.h5"},
                             {"compare", "plain.h5", "evil.h5"},
                             {"compare", "evil.h5", "evil.h5", "--json"},
                             {"kpis", "evil.h5"},
                             {"plot", "evil.h5", "--kind", "waiting", "-o", "p.svg"},
                             {"report", "evil.h5", "--json"},
                             {"export", "evil.h5", "--csv", "tables"},
                             {"export", "evil.h5", "--xlsx", "tables.xlsx"}}) {
    const Ended ended = run(words);
    EXPECT_THAT(ended.code, AnyOf(0, 1, 2)) << words.front() << '\n' << ended.err;
    expect_harmless(ended);
  }
  EXPECT_THAT(run({"show", "evil.h5"}).out, HasSubstr("\\u001b[2J\\u202eOne desk"));
  EXPECT_THAT(run({"same", "evil.h5", "plain.h5"}).out, HasSubstr("\\u001b]0;gone\\u0007"));
}

TEST_F(HostileText, in_arguments_and_names_of_files_is_shown) {
  const std::string escape = "\x1b]0;gone\x07\xc2\x9b\u202e\xff";
  for (const Words& words : {Words{"show", escape},
                             {"check", escape},
                             {escape},
                             {"show", "--" + escape},
                             {"run", minimal, "--seed", escape},
                             {"sweep", "status", escape},
                             {"check", minimal, "--set", escape}}) {
    const Ended ended = run(words);
    EXPECT_EQ(ended.code, 2) << ended.err;
    expect_harmless(ended);
  }
}

TEST_F(HostileText, of_the_bar_of_progress_is_shown) {
  scratch_.write("a\x1b]0;b.yaml", "extends: " + minimal + "\nreplications: 20\n");
  Running compared({.words = {"compare", minimal, "a\x1b]0;b.yaml", "--replications", "20"},
                    .folder = scratch_.path(),
                    .terminal_columns = 100});
  const Ended ended = compared.wait(seconds(60));
  EXPECT_THAT(ended.err, Not(HasSubstr("\x1b]")));
  EXPECT_THAT(ended.err, HasSubstr("\\u001b]0;b"));
}

}  // namespace
}  // namespace doorstroom::testing
