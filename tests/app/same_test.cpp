// One scenario and seed give one result, however and wherever it is computed.

#include <gmock/gmock.h>

#include "results/file/result_reader.hpp"
#include "tests/app/program.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class Same : public ::testing::Test {
 protected:
  /// Runs a scenario into a file of that name.
  std::string run(const std::string& out, const std::string& scenario, Words words,
                  Words environment = {}) {
    Words all{"run", scenario, "-o", out};
    all.insert(all.end(), words.begin(), words.end());
    const Ended ended = doorstroom(
        {.words = all, .folder = scratch_.path(), .environment = std::move(environment)});
    EXPECT_EQ(ended.code, 0) << ended.err;
    return (scratch_ / out).string();
  }
  Ended same(const std::string& one, const std::string& other) {
    return doorstroom({.words = {"same", one, other}, .folder = scratch_.path()});
  }

  Scratch scratch_;
};

TEST_F(Same, one_seed_gives_one_result_with_any_number_of_workers) {
  run("one.h5", minimal, {"--replications", "9", "--jobs", "1"});
  run("again.h5", minimal, {"--replications", "9", "--jobs", "1"});
  run("two.h5", minimal, {"--replications", "9", "--jobs", "2"});
  run("many.h5", minimal, {"--replications", "9", "--jobs", "7"});
  for (const std::string other : {"again.h5", "two.h5", "many.h5"}) {
    const Ended ended = same("one.h5", other);
    EXPECT_EQ(ended.code, 0) << ended.out;
    EXPECT_THAT(ended.out, HasSubstr("The same"));
  }
}

TEST_F(Same, where_the_user_stands_does_not_count) {
  fs::create_directories(scratch_ / "mine");
  fs::copy_file(minimal, scratch_ / "mine/base.yaml");
  scratch_.write("mine/more.yaml", "extends: base.yaml\narrangements: {oza: {places: 30}}\n");
  run("one.h5", "mine/more.yaml", {"--replications", "2", "--set", "seed=7"});
  const Ended there = doorstroom({.words = {"run", "./more.yaml", "--replications", "2", "--set",
                                            "seed=7", "-o", "../other.h5"},
                                  .folder = scratch_ / "mine",
                                  .environment = {"LC_ALL=C", "TZ=Asia/Kathmandu"}});
  ASSERT_EQ(there.code, 0) << there.err;
  const Ended ended = same("one.h5", "other.h5");
  EXPECT_EQ(ended.code, 0) << ended.out;
}

TEST_F(Same, another_seed_gives_another_result_and_same_says_what_differs) {
  run("one.h5", minimal, {"--replications", "2"});
  run("other.h5", minimal, {"--replications", "2", "--seed", "2027"});
  const Ended ended = same("one.h5", "other.h5");
  EXPECT_EQ(ended.code, 1);
  EXPECT_THAT(ended.out, AllOf(HasSubstr("Not the same: "),
                               HasSubstr("\n  /@seed: the value is 2026 against 2027\n"),
                               HasSubstr("\n  /replications/arrived: "), HasSubstr(" against ")));
}

TEST_F(Same, a_file_that_is_cut_off_is_no_difference_but_wrong_input) {
  run("one.h5", minimal, {"--replications", "1"});
  fs::copy_file(scratch_ / "one.h5", scratch_ / "cut.h5");
  fs::resize_file(scratch_ / "cut.h5", fs::file_size(scratch_ / "one.h5") / 2);
  const Ended ended = same("one.h5", "cut.h5");
  EXPECT_EQ(ended.code, 2);
  EXPECT_THAT(ended.err, HasSubstr("cut.h5: the end of the file is missing"));
  EXPECT_EQ(doorstroom({"show", (scratch_ / "cut.h5").string()}).code, 2);
}

TEST_F(Same, more_replications_begin_with_the_same_ones) {
  run("three.h5", minimal, {"--replications", "3"});
  run("two.h5", minimal, {"--replications", "2"});
  ResultReader three((scratch_ / "three.h5").string());
  ResultReader two((scratch_ / "two.h5").string());
  const auto arrived = [](ResultReader& file) {
    return file.table("/replications").as_numbers("arrived");
  };
  auto first = arrived(three);
  ASSERT_EQ(first.size(), 3u);
  first.pop_back();
  EXPECT_EQ(first, arrived(two));
}

TEST_F(Same, the_procesregisseur_meets_the_same_youths) {
  const Words few{"--replications", "2", "--visits", "2", "--set", "period.years=3"};
  ResultReader without(run("without.h5", holland_rijnland, few));
  ResultReader with(run("with.h5", procesregisseur, few));
  const Table& youths = without.table("/youths");
  const Table& others = with.table("/youths");
  ASSERT_EQ(youths.rows(), others.rows());
  EXPECT_GT(youths.rows(), 5000u);
  for (const char* column : {"replication", "source", "month", "ordinal", "arrived", "age_years",
                             "severity", "subregion"})
    EXPECT_TRUE(youths.as_numbers(column) == others.as_numbers(column)) << column;

  std::size_t on_another_day = 0;
  for (std::size_t i = 0; i < youths.rows(); ++i) {
    const double day = youths.numbers("exited")[i];
    const double other_day = others.numbers("exited")[i];
    if (day < other_day || day > other_day) ++on_another_day;  // NaN: still there
  }
  EXPECT_GT(on_another_day, 100u) << "the process director changes nothing";
}

/// Of glibc's FMA paths off, whose log and exp differ in the last bit of some results. With -FMA
/// alone glibc 2.36 already leaves them; -AVX2 and -FMA4 are for the selectors of other versions.
/// (-AVX2_Usable, the name of before 2.33, does nothing.)
const std::string without_fma = "GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4";

std::string digest_of_logs(const std::string& environment) {
  const std::string command = environment + " " DOORSTROOM_RAW_LOGS;
  FILE* pipe = popen(command.c_str(), "r");
  char text[64] = "";
  if (std::fgets(text, sizeof text, pipe) == nullptr) text[0] = '\0';
  pclose(pipe);
  return text;
}

TEST_F(Same, results_do_not_depend_on_fused_multiply_add) {
  // The comparison proves something only where the switch changes the raw logs and exps.
  if (digest_of_logs("") == digest_of_logs(without_fma))
    GTEST_SKIP() << "here std::log and std::exp are the same with " << without_fma;
  const Words few{"--replications", "2", "--visits", "2"};
  run("minimal.h5", minimal, few);
  run("minimal-without.h5", minimal, few, {without_fma});
  const Ended small = same("minimal.h5", "minimal-without.h5");
  EXPECT_EQ(small.code, 0) << small.out;

  const Words short_run{"--replications", "2", "--visits", "2", "--set", "period.years=2"};
  run("region.h5", procesregisseur, short_run);
  run("region-without.h5", procesregisseur, short_run, {without_fma});
  const Ended region = same("region.h5", "region-without.h5");
  EXPECT_EQ(region.code, 0) << region.out;
}

}  // namespace
}  // namespace doorstroom::testing
