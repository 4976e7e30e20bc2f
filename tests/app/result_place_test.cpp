// Where the result goes, and what happens when it cannot go there: a whole file or none, and the
// reason.

#include <gmock/gmock.h>

#include "tests/app/program.hpp"
#include "tests/app/small_disk.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class ResultPlace : public ::testing::Test {
 protected:
  Ended run(const std::string& out, Words more = {}) const {
    Words words{"run", minimal, "-o", out};
    words.insert(words.end(), more.begin(), more.end());
    return doorstroom({.words = words, .folder = scratch_.path()});
  }
  void expect_refused(const std::string& out, const std::string& told, Words more = {}) const {
    const Ended ended = run(out, std::move(more));
    EXPECT_EQ(ended.code, 2) << out;
    EXPECT_THAT(ended.out, IsEmpty());
    EXPECT_THAT(ended.err, HasSubstr(told));
  }

  Scratch scratch_;
};

TEST_F(ResultPlace, a_result_is_not_overwritten_by_accident) {
  scratch_.write("old.h5", "old");
  expect_refused("old.h5", "old.h5 exists already\n");
  EXPECT_EQ(read_text(scratch_ / "old.h5"), "old");
  EXPECT_EQ(run("old.h5", {"--force"}).code, 0);
  EXPECT_EQ(read_text(scratch_ / "old.h5").substr(0, 19), "doorstroom 1 sha256");
  EXPECT_THAT(scratch_.files(), ElementsAre("old.h5"));
}

TEST_F(ResultPlace, a_place_where_no_file_can_be_is_told_before_anything_runs) {
  fs::create_directory(scratch_ / "folder");
  scratch_.write("file", "");
  expect_refused("absent/out.h5", "there is no folder absent");
  expect_refused("file/out.h5", "there is no folder file");
  expect_refused("folder", "folder is a folder");
  expect_refused("folder/", "is a folder");
  expect_refused("folder", "folder is a folder", {"--force"});
  EXPECT_THAT(scratch_.files(), ElementsAre("file", "folder"));
}

TEST_F(ResultPlace, a_device_is_never_replaced_by_a_result) {
  expect_refused("/dev/null", "/dev/null");
  expect_refused("/dev/null", "/dev/null is a device or a pipe", {"--force"});
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST_F(ResultPlace, a_scenario_is_never_replaced_by_its_result) {
  fs::copy_file(minimal, scratch_ / "base.yaml");
  scratch_.write("mine.yaml", "extends: base.yaml\n");
  for (const std::string victim : {"mine.yaml", "./base.yaml"}) {
    const Ended ended = doorstroom(
        {.words = {"run", "mine.yaml", "-o", victim, "--force"}, .folder = scratch_.path()});
    EXPECT_EQ(ended.code, 2);
    EXPECT_THAT(ended.err, HasSubstr(victim + " is a file that is read here"));
  }
  EXPECT_EQ(read_text(scratch_ / "base.yaml"), read_text(minimal));
  EXPECT_THAT(scratch_.files(), ElementsAre("base.yaml", "mine.yaml"));
}

TEST_F(ResultPlace, a_folder_that_takes_no_files_is_told_with_the_reason) {
  const Ended ended = run("/proc/self/out.h5");  // nobody may write there, not even root
  EXPECT_EQ(ended.code, 1);
  EXPECT_THAT(ended.err, HasSubstr("Failed: cannot write /proc/self/out.h5.part: "));
}

TEST_F(ResultPlace, a_full_disk_leaves_no_file_wherever_the_run_is) {
  for (const std::string size : {"4k", "64k", "1m"}) {
    const SmallDisk disk(scratch_ / size, size);
    if (!disk.mounted()) GTEST_SKIP() << "mounting a small file system takes root";
    const Ended ended = run(size + "/out.h5");
    EXPECT_EQ(ended.code, 1) << size;
    EXPECT_THAT(ended.out, IsEmpty());
    EXPECT_THAT(ended.err, HasSubstr("out.h5.part: the disk is full"));
    EXPECT_TRUE(disk.is_empty()) << size;
  }
}

TEST_F(ResultPlace, a_file_that_may_not_grow_is_told_instead_of_ending_the_program) {
  const Ended ended = doorstroom({.words = {"run", minimal, "-o", "out.h5"},
                                  .folder = scratch_.path(),
                                  .largest_file = 500'000});
  EXPECT_EQ(ended.code, 1);
  EXPECT_THAT(
      ended.err,
      HasSubstr(
          "Failed: cannot write out.h5.part: the file would be larger than files may be here"));
  EXPECT_THAT(scratch_.files(), IsEmpty());
}

TEST_F(ResultPlace, names_may_hold_spaces_and_other_alphabets) {
  fs::copy_file(minimal, scratch_ / "één loket; rm -rf 'x'.yaml");
  const Ended ended =
      doorstroom({.words = {"run", "één loket; rm -rf 'x'.yaml", "--replications", "1"},
                  .folder = scratch_.path()});
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_TRUE(fs::exists(scratch_ / "één loket; rm -rf 'x'.h5"));
}

}  // namespace
}  // namespace doorstroom::testing
