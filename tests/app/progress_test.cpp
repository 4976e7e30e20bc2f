// What is shown while a run goes on, and where: progress on standard error, answers on standard
// output; and that a run does not suffer when nobody reads them.

#include <gmock/gmock.h>

#include "tests/app/program.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::ContainsRegex;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class Shown : public ::testing::Test {
 protected:
  Launch run(const std::string& scenario, const std::string& replications) const {
    return {.words = {"run", scenario, "--replications", replications, "-o", "out.h5"},
            .folder = scratch_.path()};
  }
  void expect_whole_result() const {
    EXPECT_THAT(scratch_.files(), ElementsAre("out.h5"));
    EXPECT_EQ(doorstroom({"show", (scratch_ / "out.h5").string()}).code, 0);
  }

  Scratch scratch_;
};

TEST_F(Shown, a_short_run_says_nothing_but_its_answer) {
  const Ended ended = doorstroom(run(minimal, "2"));
  EXPECT_EQ(ended.code, 0);
  EXPECT_THAT(ended.err, IsEmpty());
  EXPECT_THAT(ended.out, HasSubstr("Result file: out.h5"));
}

TEST_F(Shown, a_long_run_writes_plain_lines_with_the_time_left_where_there_is_no_terminal) {
  Running long_run(run(holland_rijnland, "100000"));
  EXPECT_TRUE(long_run.wait_until_it_says(" left\n"));
  long_run.kill(SIGINT);
  const Ended ended = long_run.wait();
  EXPECT_THAT(ended.err, ContainsRegex("^[0-9]+ of 100000 replications, about .* left\n"));
  EXPECT_THAT(ended.err, Not(HasSubstr("\r")));
  EXPECT_THAT(ended.err, Not(HasSubstr("\033")));
  EXPECT_THAT(ended.out, IsEmpty());
}

TEST_F(Shown, a_terminal_shows_a_bar_with_the_time_left_and_ctrl_c_stops_it) {
  Launch launch = run(holland_rijnland, "100000");
  launch.terminal_columns = 100;
  Running long_run(launch);
  EXPECT_TRUE(long_run.wait_until_it_says(" left"));
  EXPECT_THAT(long_run.err(), HasSubstr("\r[..............................] 0 of 100000"));
  EXPECT_THAT(long_run.err(), ContainsRegex("\\] [0-9]+ of 100000 replications, about .* left"));
  long_run.type("\x03");
  const Ended ended = long_run.wait(seconds(10));
  EXPECT_EQ(ended.code, 130);
  EXPECT_THAT(ended.err, HasSubstr("\r\033[KStopped. No result file was written."));
  EXPECT_THAT(ended.out, IsEmpty());
  EXPECT_THAT(scratch_.files(), IsEmpty());
}

TEST_F(Shown, a_bar_is_wiped_when_the_run_ends) {
  Launch launch = run(minimal, "20");
  launch.terminal_columns = 100;
  const Ended ended = doorstroom(launch);
  EXPECT_EQ(ended.code, 0);
  EXPECT_THAT(ended.err, HasSubstr("] 20 of 20 replications, in 0 s"));
  EXPECT_TRUE(ended.err.ends_with("\r\033[K")) << ended.err;
  EXPECT_THAT(ended.out, HasSubstr("Result file: out.h5"));
}

TEST_F(Shown, a_bar_fits_on_a_narrow_terminal) {
  constexpr unsigned short columns = 50;
  Launch launch = run(minimal, "20");
  launch.terminal_columns = columns;
  const std::string shown = doorstroom(launch).err;
  EXPECT_THAT(shown, HasSubstr("] 20 of 20"));
  for (std::size_t at = shown.find('\r'); at != std::string::npos;) {
    const std::size_t next = shown.find('\r', at + 1);
    const std::string line = shown.substr(at + 1, next - at - 1);
    EXPECT_LT(line.substr(0, line.find('\033')).size(), columns) << line;
    at = next;
  }
}

TEST_F(Shown, a_reader_who_has_seen_enough_leaves_a_whole_result) {
  int ends[2];
  ASSERT_EQ(pipe2(ends, O_CLOEXEC), 0);
  close(ends[0]);
  Launch launch = run(minimal, "2");
  launch.out = ends[1];
  const Ended ended = doorstroom(launch);
  close(ends[1]);
  EXPECT_EQ(ended.code, 0);
  EXPECT_THAT(ended.err, IsEmpty());
  expect_whole_result();
}

TEST_F(Shown, an_answer_that_cannot_be_written_is_told_and_the_result_is_whole) {
  const int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
  if (full < 0) GTEST_SKIP() << "this system has no /dev/full";
  Launch launch = run(minimal, "2");
  launch.out = full;
  const Ended ended = doorstroom(launch);
  close(full);
  EXPECT_EQ(ended.code, 1);
  EXPECT_THAT(ended.err, HasSubstr("cannot be written to standard output: the disk is full"));
  expect_whole_result();
}

TEST_F(Shown, no_message_gets_into_the_result_when_the_standard_streams_are_closed) {
  Launch launch = run(minimal, "2");
  launch.closed = {0, 1, 2};
  EXPECT_EQ(doorstroom(launch).code, 0);
  expect_whole_result();

  Launch broken{.words = {"run", "absent.yaml"}, .folder = scratch_.path(), .closed = {1, 2}};
  EXPECT_EQ(doorstroom(broken).code, 2);
}

TEST_F(Shown, a_run_goes_on_when_nobody_reads_its_messages) {
  int ends[2];
  ASSERT_EQ(pipe2(ends, O_CLOEXEC), 0);
  close(ends[0]);
  Launch launch = run(holland_rijnland, "3");
  launch.words.insert(launch.words.end(), {"--jobs", "1", "--set", "period.years=3"});
  launch.err = ends[1];
  Running unheard(launch);
  ASSERT_TRUE(unheard.wait_until([&] { return !children_of(unheard.process()).empty(); }));
  for (const pid_t worker : children_of(unheard.process())) kill(worker, SIGKILL);  // is told
  EXPECT_EQ(unheard.wait().code, 0);
  close(ends[1]);
  expect_whole_result();
}

}  // namespace
}  // namespace doorstroom::testing
