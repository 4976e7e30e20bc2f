// What is wrong with the machine or with a file is told as that, in the language of the reader,
// with what to do about it; exit code 3, our own fault, is for nothing else.

#include <gmock/gmock.h>

#include <cstdlib>

#include "models/loading/scenario_loader.hpp"
#include "results/run/scenario_run.hpp"
#include "tests/app/program.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::AllOf;
using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::Not;

class OthersFaults : public ::testing::Test {
 protected:
  OthersFaults() {
    scratch_.write("short.yaml", "extends: " + minimal + "\nperiod: {years: 1, warm_up: 1 year}\n");
  }
  Ended run(Words words, Words environment = {}) const {
    return doorstroom({.words = std::move(words),
                       .folder = scratch_.path(),
                       .environment = std::move(environment)});
  }
  std::string result(const std::string& name = "r.h5") const {
    const Ended ran = run({"run", "short.yaml", "-o", name, "--replications", "3"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    return name;
  }
  /// Changes the first such text of a file, for one of the same length.
  void change(const std::string& name, const std::string& from, const std::string& to) const {
    std::string bytes = read_text(scratch_ / name);
    const std::size_t at = bytes.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    ASSERT_EQ(from.size(), to.size());
    scratch_.write(name, bytes.replace(at, from.size(), to));
  }

  Scratch scratch_;
};

TEST_F(OthersFaults, no_folder_for_temporary_files) {
  result();
  const Ended ended = run({"rerun", "r.h5"}, {"TMPDIR=/nowhere"});
  EXPECT_EQ(ended.code, 2);
  EXPECT_THAT(ended.err, AllOf(HasSubstr("there is no folder for temporary files"),
                               HasSubstr("TMPDIR"), HasSubstr("-o")));
  EXPECT_EQ(run({"rerun", "r.h5", "-o", "again.h5"}, {"TMPDIR=/nowhere"}).code, 0);
}

TEST_F(OthersFaults, a_program_that_was_copied_without_what_simulates) {
  fs::copy_file(program, scratch_ / "doorstroom");
  const auto code_of = [this](const std::string& words) {
    return WEXITSTATUS(std::system(
        ("cd '" + scratch_.path().string() + "' && ./doorstroom " + words + " > out 2> err")
            .c_str()));
  };
  EXPECT_EQ(code_of("kpis"), 0);
  EXPECT_EQ(code_of("run short.yaml -o r.h5"), 1);
  EXPECT_THAT(read_text(scratch_ / "err"), HasSubstr("keep doorstroom_simgrid.so beside"));
  EXPECT_FALSE(fs::exists(scratch_ / "r.h5"));
  fs::copy_file(fs::path(program).parent_path() / "doorstroom_simgrid.so",
                scratch_ / "doorstroom_simgrid.so");
  EXPECT_EQ(code_of("run short.yaml -o r.h5"), 0);
}

TEST_F(OthersFaults, a_damaged_scenario_in_a_result) {
  result("whole.h5");
  for (const auto& [from, to] : {std::pair<std::string, std::string>{"\"seed\":", "\"sead\":"},
                                 {"\"arrangements\": {", "\"arrangements\": ["},
                                 {"\"period\": {", "\"period\" :{"},
                                 {"\"desks\": {", "\"desks\": \x01"}}) {
    fs::copy_file(scratch_ / "whole.h5", scratch_ / "r.h5", fs::copy_options::overwrite_existing);
    change("r.h5", from, to);
    for (const Words& words : {Words{"show", "r.h5"},
                               {"trace", "r.h5"},
                               {"rerun", "r.h5"},
                               {"compare", "r.h5", "whole.h5"},
                               {"compare", "whole.h5", "r.h5"},
                               {"report", "r.h5", "-o", "r.html", "--force"},
                               {"kpis", "r.h5"},
                               {"plot", "r.h5", "--kind", "waiting", "-o", "r.svg", "--force"}}) {
      const Ended ended = run(words);
      EXPECT_EQ(ended.code, 2) << words.front() << ' ' << from << '\n' << ended.err;
      EXPECT_THAT(ended.err, HasSubstr("damaged")) << words.front();
    }
  }
}

/// Whoever changes the scenario can write its hash, too.
TEST_F(OthersFaults, a_crafted_scenario_in_a_result) {
  Scenario scenario = load_scenario((scratch_ / "short.yaml").string()).scenario;
  scenario.replications = 2;
  RunNotes notes({});
  const auto run_into = [&](const std::string& name) {
    run_to_file(scenario, {.out = (scratch_ / name).string(), .force = true, .jobs = 1},
                {"0.1.0", "abc"}, notes);
  };
  run_into("whole.h5");
  for (const std::string resolved :
       {"", "{", "[]", "{}", "7", "{\"interventions\": {\"x\": 5}, \"period\": []}"}) {
    scenario.resolved = resolved;
    run_into("r.h5");
    for (const Words& words : {Words{"show", "r.h5"},
                               {"trace", "r.h5"},
                               {"rerun", "r.h5"},
                               {"compare", "r.h5", "whole.h5"},
                               {"compare", "whole.h5", "r.h5"},
                               {"run", "--extend", "r.h5", "--replications", "3"},
                               {"report", "r.h5", "whole.h5", "-o", "r.html", "--force"},
                               {"kpis", "r.h5"},
                               {"export", "r.h5", "--csv", "tables", "--force"}}) {
      const Ended ended = run(words);
      EXPECT_THAT(ended.code, AnyOf(0, 2)) << words.front() << ' ' << resolved << '\n' << ended.err;
    }
  }
}

TEST_F(OthersFaults, names_that_no_disk_takes) {
  const std::string endless(300, 'a');
  for (const Words& words : {Words{"show", endless},
                             {"check", endless},
                             {"same", endless, endless},
                             {"report", endless},
                             {"compare", endless, endless},
                             {"export", endless, "--csv", "x"},
                             {"sweep", "status", endless},
                             {"sweep", endless},
                             {"trace", endless},
                             {"run", "short.yaml", "-o", endless},
                             {"run", endless},
                             {"compare", "short.yaml", "short.yaml", "-o", endless},
                             {"seek", "short.yaml", "--save", endless},
                             {"schema", "-o", endless}}) {
    const Ended ended = run(words);
    EXPECT_THAT(ended.code, AnyOf(1, 2)) << words.front() << '\n' << ended.err;
    EXPECT_THAT(ended.err, Not(HasSubstr("our own fault"))) << words.front();
  }
  EXPECT_THAT(run({"show", endless}).err,
              HasSubstr("the name is too long\n  choose a shorter one"));
  EXPECT_THAT(run({"show", endless, "--lang", "nl"}).err, HasSubstr("de naam is te lang"));
}

TEST_F(OthersFaults, are_told_in_dutch_too_with_what_to_do) {
  const Ended full = doorstroom({.words = {"run", "short.yaml", "--lang", "nl"},
                                 .folder = scratch_.path(),
                                 .largest_file = 100'000});
  EXPECT_EQ(full.code, 1);
  EXPECT_THAT(full.err, AllOf(HasSubstr("het bestand zou groter worden dan hier mag"),
                              HasSubstr("verhoog de grens"), Not(HasSubstr("too large"))));
  const Ended nowhere = run({"export", result(), "--csv", "/proc/none", "--lang", "nl"});
  EXPECT_EQ(nowhere.code, 1);
  EXPECT_THAT(nowhere.err, AllOf(HasSubstr("zo'n bestand of map is er niet"),
                                 HasSubstr("kijk het pad na"), Not(HasSubstr("No such"))));
}

}  // namespace
}  // namespace doorstroom::testing
