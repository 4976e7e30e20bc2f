// What may be written on the command line, its help, and the exit codes.

#include <gmock/gmock.h>

#include "tests/app/program.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::MatchesRegex;
using ::testing::Not;
using ::testing::StartsWith;

const std::vector<std::string> commands{"run", "check", "show", "same"};

/// Nobody should have to scroll sideways.
std::size_t longest_line(const std::string& text) {
  std::size_t longest = 0;
  std::size_t begin = 0;
  for (std::size_t end; (end = text.find('\n', begin)) != std::string::npos; begin = end + 1)
    longest = std::max(longest, end - begin);
  return longest;
}

TEST(CommandLine, help_names_every_command_and_shows_examples) {
  const Ended help = doorstroom({"--help"});
  EXPECT_EQ(help.code, 0);
  EXPECT_THAT(help.err, IsEmpty());
  EXPECT_THAT(help.out, AllOf(HasSubstr("Examples:"), HasSubstr("Exit codes:")));
  for (const std::string& command : commands) EXPECT_THAT(help.out, HasSubstr("\n  " + command));
  EXPECT_LE(longest_line(help.out), 100u);
}

TEST(CommandLine, help_of_a_command_shows_examples_of_that_command_only) {
  for (const std::string& command : commands) {
    const Ended help = doorstroom({command, "--help"});
    EXPECT_EQ(help.code, 0) << command;
    EXPECT_THAT(help.out, AllOf(HasSubstr("Usage: doorstroom " + command), HasSubstr("Example"),
                                HasSubstr("\n  doorstroom " + command + " ")));
    for (const std::string& other : commands)
      EXPECT_EQ(help.out.find("\n  doorstroom " + other + " ") != std::string::npos,
                other == command);
    EXPECT_LE(longest_line(help.out), 100u);
  }
}

TEST(CommandLine, examples_in_the_help_work_when_typed) {
  const Scratch scratch;
  fs::create_directory_symlink(scenarios, scratch / "scenarios");
  int tried = 0;
  for (const std::string& command :
       {std::string("--help"), std::string("run"), std::string("check")}) {
    const std::string help =
        doorstroom(command == "--help" ? Words{command} : Words{command, "--help"}).out;
    for (std::size_t at = help.find("Example"); at != std::string::npos;) {
      at = help.find("\n  doorstroom ", at);
      if (at == std::string::npos) break;
      const std::string line = help.substr(at + 3, help.find('\n', at + 1) - at - 3);
      ++at;
      if (line.find("holland") != std::string::npos) continue;  // takes longer
      std::string typed = "cd " + scratch.path().string() + " && " + program + " " +
                          line.substr(line.find(' ') + 1);
      if (line.find(" run scen") != std::string::npos && line.find("--force") == std::string::npos)
        typed += " --force";
      typed += " >/dev/null 2>err";
      const int status = std::system(typed.c_str());
      const bool compares = line.find(" same ") != std::string::npos;
      EXPECT_EQ(WEXITSTATUS(status), compares ? 1 : 0) << line << '\n'
                                                       << read_text(scratch / "err");
      ++tried;
    }
  }
  EXPECT_GE(tried, 8);
}

TEST(CommandLine, version_is_one_line) {
  const Ended version = doorstroom({"--version"});
  EXPECT_EQ(version.code, 0);
  EXPECT_THAT(version.out, MatchesRegex("doorstroom [0-9]+\\.[0-9]+\\.[0-9]+ \\([^\n]+\\)\n"));
}

TEST(CommandLine, without_words_it_shows_its_help_as_a_mistake) {
  const Ended nothing = doorstroom(Words{});
  EXPECT_EQ(nothing.code, 2);
  EXPECT_THAT(nothing.out, IsEmpty());
  EXPECT_THAT(nothing.err, HasSubstr("Examples:"));
}

struct Mistake {
  Words words;
  std::string told;
};

TEST(CommandLine, each_mistake_is_told_with_what_would_be_right) {
  const std::vector<Mistake> mistakes{
      {{"rnu", minimal}, "there is no command rnu\n  did you mean run?"},
      {{"--hlep"}, "there is no option --hlep\n  did you mean --help?"},
      {{"run", minimal, "--replication", "3"}, "did you mean --replications?"},
      {{"run", minimal, "--replication=3"}, "did you mean --replications?"},
      {{"run", minimal, "--zzzzz"}, "there is no option --zzzzz\n  doorstroom run --help says"},
      {{"run"}, "FILE is required"},
      {{"same", "one.h5"}, "B is required"},
      {{"check", "my", "scenario.yaml"}, "scenario.yaml is one word too many\n  put quotes"},
      {{"run", minimal, "--replications", "0"},
       "--replications: 0 is no whole number from 1 to 10000000"},
      {{"run", minimal, "--replications", "many"}, "many is no whole number"},
      {{"run", minimal, "--seed", "-1"}, "--seed: -1 is no whole number from 0 to 4294967295"},
      {{"run", minimal, "--seed", "4294967296"}, "4294967296 is no whole number from 0"},
      {{"run", minimal, "--seed", "1e3"}, "1e3 is no whole number"},
      {{"run", minimal, "--jobs", "1.5"}, "--jobs: 1.5 is no whole number from 1 to 1024"},
      {{"run", minimal, "--jobs", "0"}, "0 is no whole number from 1 to 1024"},
      {{"run", minimal, "--visits", "-3"}, "--visits: -3 is no whole number"},
      {{"check", minimal, "--set"}, "--set needs a value behind it"},
      {{"run", minimal, "--seed"}, "--seed needs a value behind it"},
      {{"run", minimal, "--seed", "1", "--seed", "2"}, "--seed is given more than once"},
      {{"run", minimal, "--force=yes", "please"}, "please is one word too many"},
      {{"check", minimal, "--set", "oza"}, "write --set PATH=VALUE, such as"},
      {{"check", minimal, "--set", "arrangements.oza.place=30"},
       "did you mean arrangements.oza.places?"},
      {{"check", minimal, "--set", "arrangements.oza.places=many"}, "arrangements.oza.places"},
      {{"show", minimal}, "this is not an HDF5 file"},
      {{"show", "absent.h5"}, "absent.h5: there is no such file"},
      {{"same", "absent.h5", "absent.h5"}, "absent.h5: there is no such file"},
      {{"show", "."}, "this is a folder, not a result file"},
  };
  for (const auto& [words, told] : mistakes) {
    const Ended ended = doorstroom(words);
    EXPECT_EQ(ended.code, 2) << told;
    EXPECT_THAT(ended.out, IsEmpty());
    EXPECT_THAT(ended.err, HasSubstr(told));
  }
}

TEST(CommandLine, set_changes_one_parameter_and_may_be_given_twice) {
  const Scratch scratch;
  const auto run = [&](const std::string& out, Words sets) {
    Words words{"run", minimal, "--replications", "1", "-o", (scratch / out).string()};
    words.insert(words.end(), sets.begin(), sets.end());
    EXPECT_EQ(doorstroom(words).code, 0);
  };
  run("one.h5", {"--set", "arrangements.oza.places=30", "--set", "desks.*.staff=4 fte"});
  run("other.h5", {"--set", "desks.*.staff=4 fte", "--set", "arrangements.oza.places=30"});
  run("plain.h5", {});
  const auto same = [&](const std::string& a, const std::string& b) {
    return doorstroom({"same", (scratch / a).string(), (scratch / b).string()});
  };
  EXPECT_EQ(same("one.h5", "plain.h5").code, 1);
  EXPECT_THAT(same("one.h5", "plain.h5").out, HasSubstr("/use/"));
}

TEST(CommandLine, a_broken_scenario_leaves_no_file) {
  const Scratch scratch;
  scratch.write("broken.yaml", "doorstroom: 1\nname: broken\n");
  const Ended run = doorstroom({.words = {"run", "broken.yaml"}, .folder = scratch.path()});
  EXPECT_EQ(run.code, 2);
  EXPECT_THAT(run.out, IsEmpty());
  EXPECT_THAT(run.err, StartsWith("broken.yaml:1:1: "));
  EXPECT_THAT(scratch.files(), ::testing::ElementsAre("broken.yaml"));
}

TEST(CommandLine, a_run_names_its_result_after_the_scenario_and_show_prints_the_same_again) {
  const Scratch scratch;
  const Ended run =
      doorstroom({.words = {"run", minimal, "--replications", "2"}, .folder = scratch.path()});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("\nResult file: minimal.h5\n"));
  EXPECT_THAT(scratch.files(), ::testing::ElementsAre("minimal.h5"));
  const Ended show = doorstroom({"show", (scratch / "minimal.h5").string()});
  EXPECT_EQ(show.code, 0);
  EXPECT_EQ(run.out, show.out + "\nResult file: minimal.h5\n");
}

TEST(CommandLine, words_that_the_writer_of_a_scenario_uses_come_back_in_check) {
  const Ended check = doorstroom({"check", minimal});
  EXPECT_EQ(check.code, 0);
  EXPECT_THAT(check.out, HasSubstr("One desk, two arrangements makes sense"));
  EXPECT_THAT(check.out, HasSubstr("1 source, 1 desk, 3 arrangements, 0 interventions"));
}

}  // namespace
}  // namespace doorstroom::testing
