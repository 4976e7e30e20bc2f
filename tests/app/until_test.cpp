// doorstroom run --until and doorstroom rerun.

#include <gmock/gmock.h>

#include <cstdio>

#include "tests/app/program.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Again : public ::testing::Test {
 protected:
  Ended in_scratch(Words words, Words environment = {}) const {
    return doorstroom({.words = std::move(words),
                       .folder = scratch_.path(),
                       .environment = std::move(environment)});
  }
  Ended run(Words words) const {
    words.insert(words.begin(), "run");
    Ended ended = in_scratch(std::move(words));
    EXPECT_EQ(ended.code, 0) << ended.err;
    return ended;
  }
  void expect_same(const std::string& one, const std::string& other) const {
    const Ended same = in_scratch({"same", one, other});
    EXPECT_EQ(same.code, 0) << same.out << same.err;
  }

  Scratch scratch_;
};

/// The number behind a text.
int number_behind(const std::string& text, const std::string& behind) {
  const std::size_t at = text.find(behind);
  return at == std::string::npos ? -1 : std::atoi(text.c_str() + at + behind.size());
}

TEST_F(Again, until_comes_to_the_same_as_so_many_replications_however_it_got_there) {
  const Words precise{"--until", "dropouts_per_year +- 1.5", "--until", "oza.wait_p90 +- 4 weeks"};
  const auto with = [&](Words words) {
    words.insert(words.end(), precise.begin(), precise.end());
    return run(words);
  };
  const Ended one = with({minimal, "--jobs", "1", "-o", "one.h5"});
  const int count = number_behind(one.out, "Precise enough after ");
  EXPECT_GE(count, 10);
  run({minimal, "--replications", std::to_string(count), "-o", "fresh.h5"});
  expect_same("one.h5", "fresh.h5");
  with({minimal, "--jobs", "4", "-o", "four.h5"});
  expect_same("four.h5", "fresh.h5");
  run({minimal, "--replications", "2", "-o", "grown.h5"});
  with({"--extend", "grown.h5"});
  expect_same("grown.h5", "fresh.h5");
  EXPECT_THAT(with({"--extend", "grown.h5"}).out, HasSubstr("Precise enough already"));
  expect_same("grown.h5", "fresh.h5");
}

TEST_F(Again, until_gives_up_at_most_and_tells_how_many_it_would_take) {
  const Ended ended =
      run({minimal, "--until", "oza.wait_p90 +- 1 day", "--at-most", "12", "-o", "r.h5"});
  EXPECT_THAT(ended.out, HasSubstr("Not precise enough after 12 replications"));
  EXPECT_THAT(ended.out, HasSubstr("oza.wait_p90: 95% interval of the mean ± "));
  EXPECT_GT(number_behind(ended.out, "It would take roughly "), 0);
}

TEST_F(Again, until_is_refused_with_what_would_be_right) {
  const auto refused = [&](Words words) {
    words.insert(words.begin(), {"run", minimal});
    const Ended ended = in_scratch(words);
    EXPECT_EQ(ended.code, 2);
    return ended.err;
  };
  EXPECT_THAT(refused({"--at-most", "5"}), HasSubstr("--at-most goes with --until"));
  EXPECT_THAT(refused({"--until", "ozb.wait_p90 +- 1 week"}), HasSubstr("did you mean `oza`?"));
  EXPECT_THAT(
      refused({"--until", "oza.wait_p90 +- 1 week", "--replications", "10", "--at-most", "5"}),
      HasSubstr("--replications 10 is more than --at-most 5"));
  EXPECT_THAT(scratch_.files(), IsEmpty());
}

TEST_F(Again, rerun_comes_to_the_same_and_leaves_nothing) {
  fs::create_directory(scratch_ / "tmp");
  const Words there{"TMPDIR=" + (scratch_ / "tmp").string()};
  run({minimal, "--replications", "3", "--seed", "8", "--visits", "2", "--set",
       "arrangements.oza.places=20", "-o", "r.h5"});
  const std::string before = read_text(scratch_ / "r.h5");
  const Ended again = in_scratch({"rerun", "r.h5", "--jobs", "2"}, there);
  EXPECT_EQ(again.code, 0) << again.err;
  EXPECT_THAT(again.out, HasSubstr("The same: r.h5 run again comes to what it holds"));
  EXPECT_EQ(read_text(scratch_ / "r.h5"), before);
  EXPECT_TRUE(fs::is_empty(scratch_ / "tmp"));
  EXPECT_EQ(in_scratch({"rerun", "r.h5", "-o", "kept.h5"}, there).code, 0);
  expect_same("r.h5", "kept.h5");
}

TEST_F(Again, rerun_that_is_stopped_leaves_nothing) {
  fs::create_directory(scratch_ / "tmp");
  run({minimal, "--replications", "500", "-o", "r.h5"});
  Running again({.words = {"rerun", "r.h5", "--jobs", "1"},
                 .folder = scratch_.path(),
                 .environment = {"TMPDIR=" + (scratch_ / "tmp").string()}});
  EXPECT_TRUE(again.wait_until([&] { return !again.workers_below().empty(); }));
  EXPECT_FALSE(fs::is_empty(scratch_ / "tmp"));
  again.kill(SIGINT);
  EXPECT_EQ(again.wait().code, 130);
  EXPECT_TRUE(fs::is_empty(scratch_ / "tmp"));
}

TEST_F(Again, rerun_names_what_differs_and_the_likely_reason) {
  run({minimal, "--replications", "2", "-o", "r.h5"});
  // The file is of another commit, which stands in it as text of the same length.
  std::string text = read_text(scratch_ / "r.h5");
  const std::string commit = doorstroom({"--version"}).out;
  const std::size_t open = commit.find('(');
  const std::string here = commit.substr(open + 1, commit.find(')') - open - 1);
  const std::size_t at = text.find(here);
  ASSERT_NE(at, std::string::npos);
  text.replace(at, 4, "ffff");
  scratch_.write("r.h5", text);
  const Ended again = in_scratch({"rerun", "r.h5", "--accept-changed"});
  EXPECT_EQ(again.code, 1) << again.err;
  EXPECT_THAT(again.out, HasSubstr("/@git_commit: the value is \"ffff"));
  EXPECT_THAT(again.out, HasSubstr("Likely reason: it was made by doorstroom"));
}

}  // namespace
}  // namespace doorstroom::testing
