// doorstroom run --extend: more replications of what is there, and what was there stays whole
// whatever happens.

#include <gmock/gmock.h>

#include "tests/app/program.hpp"
#include "tests/app/small_disk.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Extend : public ::testing::Test {
 protected:
  Ended in_scratch(Words words) const {
    return doorstroom({.words = std::move(words), .folder = scratch_.path()});
  }
  /// A run that has ended well.
  void run(Words words, Words more = {}) const {
    words.insert(words.begin(), "run");
    words.insert(words.end(), more.begin(), more.end());
    const Ended ended = in_scratch(words);
    EXPECT_EQ(ended.code, 0) << ended.err;
  }
  void expect_same(const std::string& one, const std::string& other) const {
    const Ended same = in_scratch({"same", one, other});
    EXPECT_EQ(same.code, 0) << same.out << same.err;
  }

  Scratch scratch_;
};

TEST_F(Extend, comes_to_the_same_as_a_fresh_run_for_any_number_of_workers) {
  const Words asked{procesregisseur, "--set", "period.years=2", "--seed", "5", "--visits", "3"};
  run(asked, {"--replications", "7", "-o", "fresh.h5"});
  for (const std::string jobs : {"1", "3"}) {
    run(asked, {"--replications", "2", "--jobs", jobs, "-o", "grown.h5", "--force"});
    run({"--extend", "grown.h5", "--replications", "4", "--jobs", jobs});
    run({"--extend", "grown.h5", "--replications", "7"});
    expect_same("fresh.h5", "grown.h5");
  }
  run(asked, {"--replications", "2", "-o", "few.h5"});
  const std::string few = read_text(scratch_ / "few.h5");
  run({"--extend", "few.h5", "--replications", "7", "-o", "other.h5"});
  expect_same("fresh.h5", "other.h5");
  EXPECT_EQ(read_text(scratch_ / "few.h5"), few);
  EXPECT_THAT(scratch_.files(), ElementsAre("few.h5", "fresh.h5", "grown.h5", "other.h5"));
}

TEST_F(Extend, takes_the_scenario_from_the_result_wherever_its_files_are) {
  fs::copy_file(minimal, scratch_ / "base.yaml");
  scratch_.write("mine.yaml", "extends: base.yaml\nname: Mine\n");
  run({"mine.yaml", "--replications", "2", "--set", "arrangements.oza.places=20"});
  run({"mine.yaml", "--replications", "3", "--set", "arrangements.oza.places=20", "-o", "all.h5"});
  fs::remove(scratch_ / "mine.yaml");
  fs::remove(scratch_ / "base.yaml");
  run({"--extend", "mine.h5", "--replications", "3"});
  expect_same("mine.h5", "all.h5");
}

TEST_F(Extend, is_refused_with_what_would_be_right) {
  run({minimal, "--replications", "3", "-o", "r.h5"});
  const std::string before = read_text(scratch_ / "r.h5");
  const auto refused = [&](Words words) -> std::string {
    words.insert(words.begin(), "run");
    const Ended ended = in_scratch(words);
    EXPECT_EQ(ended.code, 2) << ended.err;
    EXPECT_THAT(ended.out, IsEmpty());
    return ended.err;
  };
  for (const char* too_few : {"1", "3"})
    EXPECT_THAT(refused({"--extend", "r.h5", "--replications", too_few}),
                HasSubstr("r.h5 has 3 replications already"));
  EXPECT_THAT(refused({"--extend", "r.h5"}), HasSubstr("r.h5 has 3 replications already"));
  EXPECT_THAT(refused({"--extend", "r.h5", "--replications", "4", "--set", "seed=3"}),
              HasSubstr("--set changes the scenario"));
  EXPECT_THAT(refused({minimal, "--extend", "r.h5", "--replications", "4", "--set",
                       "arrangements.oza.places=9"}),
              HasSubstr("arrangements.oza.places is 24 there and 9 here"));
  EXPECT_THAT(refused({"--extend", "absent.h5", "--replications", "4"}),
              HasSubstr("absent.h5: there is no such file"));
  EXPECT_THAT(refused({}), HasSubstr("FILE is required"));
  scratch_.write("cut.h5", before.substr(0, before.size() / 2));
  EXPECT_THAT(refused({"--extend", "cut.h5", "--replications", "4"}), HasSubstr("cut.h5"));
  EXPECT_EQ(read_text(scratch_ / "r.h5"), before);
  EXPECT_THAT(scratch_.files(), ElementsAre("cut.h5", "r.h5"));
}

TEST_F(Extend, with_the_scenario_beside_it_is_done_when_that_is_the_same) {
  run({minimal, "--replications", "2", "-o", "r.h5"});
  run({minimal, "--extend", "r.h5", "--replications", "3"});
  run({minimal, "--replications", "3", "-o", "fresh.h5"});
  expect_same("r.h5", "fresh.h5");
}

TEST_F(Extend, that_is_stopped_or_killed_leaves_the_result_as_it_was) {
  run({minimal, "--replications", "2", "--visits", "100000", "-o", "r.h5"});
  const std::string before = read_text(scratch_ / "r.h5");
  const Launch endless{.words = {"run", "--extend", "r.h5", "--replications", "100000"},
                       .folder = scratch_.path()};
  for (const int signal : {SIGINT, SIGKILL}) {
    Running extending(endless);
    EXPECT_TRUE(extending.wait_until([&] {
      std::error_code ignored;
      const auto written = fs::file_size(scratch_ / "r.h5.part", ignored);
      return !ignored && written > before.size() && !extending.workers_below().empty();
    }));
    extending.kill(signal);
    EXPECT_EQ(extending.wait(seconds(10)).code, signal == SIGINT ? 130 : 128 + SIGKILL);
    EXPECT_EQ(read_text(scratch_ / "r.h5"), before);
  }
  // What the killed one left is in nobody's way.
  run({"--extend", "r.h5", "--replications", "3"});
  EXPECT_THAT(scratch_.files(), ElementsAre("r.h5"));
}

TEST_F(Extend, on_a_full_disk_leaves_the_result_as_it_was) {
  const SmallDisk disk(scratch_ / "disk", "3m");
  if (!disk.mounted()) GTEST_SKIP() << "mounting a small file system takes root";
  run({minimal, "--replications", "3", "-o", "disk/r.h5"});
  const std::string before = read_text(scratch_ / "disk/r.h5");
  const Ended ended = in_scratch({"run", "--extend", "disk/r.h5", "--replications", "5000"});
  EXPECT_EQ(ended.code, 1);
  EXPECT_THAT(ended.err, HasSubstr("r.h5.part: the disk is full"));
  EXPECT_EQ(read_text(scratch_ / "disk/r.h5"), before);
  EXPECT_FALSE(fs::exists(scratch_ / "disk/r.h5.part"));
}

TEST_F(Extend, of_one_result_by_two_at_once_is_refused_to_the_second) {
  run({minimal, "--replications", "2", "-o", "r.h5"});
  Running first({.words = {"run", "--extend", "r.h5", "--replications", "1000000"},
                 .folder = scratch_.path()});
  EXPECT_TRUE(first.wait_until([&] { return !first.workers_below().empty(); }));
  const Ended second = in_scratch({"run", "--extend", "r.h5", "--replications", "3"});
  EXPECT_EQ(second.code, 2);
  EXPECT_THAT(second.err, HasSubstr("is being written by another run"));
  first.kill(SIGINT);
  EXPECT_EQ(first.wait().code, 130);
}

}  // namespace
}  // namespace doorstroom::testing
