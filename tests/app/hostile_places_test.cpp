// Where files are read and written, when somebody has put something else there: links, pipes, an
// input under the name of the output, tables whose names lead elsewhere.

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <cstdlib>

#include "tests/app/program.hpp"
#include "tests/app/sweep.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class HostilePlaces : public SweepTest {
 protected:
  Ended command(Words words) const {
    return doorstroom({.words = std::move(words), .folder = scratch_.path()});
  }
  void make_result(const std::string& out, Words more = {}) const {
    Words words{"run", "short.yaml", "--replications", "2", "-o", out};
    words.insert(words.end(), more.begin(), more.end());
    const Ended ended = command(words);
    ASSERT_EQ(ended.code, 0) << ended.err;
  }
  void make_pipe(const std::string& name) const {
    ASSERT_EQ(mkfifo((scratch_ / name).c_str(), 0666), 0);
  }
  /// The command ends at once with a message, without waiting for the pipe.
  void expect_told(Words words, const std::string& told, int code = 2) const {
    const std::string what = words.front();
    Running running({.words = std::move(words), .folder = scratch_.path()});
    const Ended ended = running.wait(seconds(10));
    EXPECT_FALSE(ended.hung) << what;
    EXPECT_EQ(ended.code, code) << what << ended.err;
    EXPECT_THAT(ended.err, HasSubstr(told)) << what;
  }
};

TEST_F(HostilePlaces, links_beside_a_result_overwrite_nothing) {
  scratch_.write("victim", "precious");
  for (const bool symbolic : {true, false}) {
    const fs::path part = scratch_ / "p.h5.part";
    if (symbolic) {
      fs::create_symlink("victim", part);
    } else {
      fs::create_hard_link(scratch_ / "victim", part);
    }
    for (const Words& words : {Words{"run", "short.yaml", "--replications", "1", "-o", "p.h5"},
                               Words{"schema", "-o", "p.h5"}}) {
      const Ended ended = command(words);
      EXPECT_EQ(ended.code, 2);
      EXPECT_THAT(ended.err, HasSubstr("p.h5.part"));
      EXPECT_EQ(read_text(scratch_ / "victim"), "precious");
    }
    fs::remove(part);
  }
}

TEST_F(HostilePlaces, links_in_the_folder_of_a_sweep_overwrite_nothing) {
  write_plan(2, 1);
  expect_done({"plan.yaml", "-o", "places"});
  scratch_.write("victim", "precious");
  const fs::path lock = scratch_ / "places/lock";
  fs::remove(lock);
  fs::create_symlink("../victim", lock);
  EXPECT_THAT(run({"retry", "places"}).err, HasSubstr("places/lock is a link, a pipe or a device"));
  fs::remove(lock);
  fs::create_hard_link(scratch_ / "victim", lock);
  EXPECT_THAT(run({"retry", "places"}).err, HasSubstr("places/lock has another name too"));
  EXPECT_EQ(read_text(scratch_ / "victim"), "precious");
  fs::remove(lock);
  fs::create_symlink("../victim", scratch_ / "places/result.h5.part");
  EXPECT_EQ(run({"merge", "places"}).code, 2);
  EXPECT_EQ(read_text(scratch_ / "victim"), "precious");
}

TEST_F(HostilePlaces, pipes_are_told_and_nobody_waits_for_them) {
  make_pipe("pipe");
  make_pipe("pipe.h5");
  make_pipe("pipe.yaml");
  for (const char* reader : {"show", "export", "rerun", "trace", "report"})
    expect_told(reader == std::string("export") ? Words{"export", "pipe.h5", "--csv", "out"}
                                                : Words{reader, "pipe.h5"},
                "pipe.h5: this is a pipe");
  expect_told({"same", "pipe.h5", "pipe.h5"}, "pipe.h5: this is a pipe");
  expect_told({"run", "--extend", "pipe.h5", "--replications", "2"}, "pipe.h5: this is a pipe");
  expect_told({"compare", "pipe.h5", "pipe.h5"}, "pipe.h5: this is a pipe");
  expect_told({"check", "pipe.yaml"}, "`pipe.yaml` is a pipe");
  scratch_.write("child.yaml", "extends: pipe.yaml\n");
  expect_told({"check", "child.yaml"}, "extends names `pipe.yaml`, which is no file");
  expect_told({"sweep", "pipe.yaml", "-o", "places"}, "`pipe.yaml` is a pipe");
  fs::create_directory(scratch_ / "found");
  make_pipe("found/calibration.json");
  expect_told(
      {"choose", "short.yaml", "short.yaml", "--kpi", "dropouts_per_year", "--over", "found"},
      "there is no calibration in this folder");
  expect_told({"run", "short.yaml", "-o", "pipe", "--force"}, "pipe is a device or a pipe");
}

TEST_F(HostilePlaces, pipes_in_the_folder_of_a_sweep_are_told) {
  write_plan(2, 1);
  expect_done({"plan.yaml", "-o", "places"});
  const fs::path task = task_files("places").front();
  fs::remove(task);
  ASSERT_EQ(mkfifo(task.c_str(), 0666), 0);
  expect_told({"sweep", "retry", "places"}, "is a device or a pipe");
  expect_told({"sweep", "merge", "places"}, "1 are damaged");
  fs::remove(scratch_ / "places/lock");
  make_pipe("places/lock");
  expect_told({"sweep", "retry", "places"}, "places/lock is a link, a pipe or a device");
  EXPECT_FALSE(Running(sweep({"status", "places"})).wait(seconds(10)).hung);
  fs::remove(scratch_ / "places/manifest.json");
  make_pipe("places/manifest.json");
  expect_told({"sweep", "status", "places"}, "places/manifest.json");
}

// Whatever is read is not replaced by what is made of it, not even through a link, and not even
// with --force.
TEST_F(HostilePlaces, an_input_is_not_replaced_by_what_is_made_of_it) {
  make_result("a.h5");
  make_result("b.h5", {"--set", "arrangements.oza.places=30"});
  fs::create_symlink("b.h5", scratch_ / "soft.h5");
  fs::create_hard_link(scratch_ / "b.h5", scratch_ / "hard.h5");
  fs::create_hard_link(scratch_ / "b.h5", scratch_ / "b.svg");
  fs::copy_file(minimal, scratch_ / "base.yaml");
  scratch_.write("mine.yaml", "extends: base.yaml\n");
  scratch_.write("theme.css", "--accent: #123456\n");
  fs::create_directory(scratch_ / "csv");
  fs::create_hard_link(scratch_ / "b.h5", scratch_ / "csv/use.csv");
  const std::string before = read_text(scratch_ / "b.h5");
  const std::string base = read_text(scratch_ / "base.yaml");
  const std::vector<std::string> files = scratch_.files();

  const std::vector<Words> commands{
      {"export", "b.h5", "--xlsx", "b.h5"},
      {"export", "b.h5", "--xlsx", "soft.h5"},
      {"export", "b.h5", "--xlsx", "hard.h5"},
      {"export", "soft.h5", "--xlsx", "b.h5"},
      {"export", "b.h5", "--csv", "csv"},
      {"compare", "a.h5", "b.h5", "--save", "b.h5"},
      {"compare", "b.h5", "a.h5", "--save", "./soft.h5"},
      {"compare", "a.h5", "mine.yaml", "--save", "base.yaml"},
      {"report", "b.h5", "-o", "b.h5"},
      {"report", "a.h5", "b.h5", "-o", "hard.h5"},
      {"report", "b.h5", "--theme", "theme.css", "-o", "theme.css"},
      {"plot", "b.h5", "--kind", "map", "-o", "b.svg"},
      {"run", "mine.yaml", "-o", "base.yaml"},
      {"run", "mine.yaml", "-o", "mine.yaml"},
      {"run", "mine.yaml", "--extend", "a.h5", "--replications", "3", "-o", "mine.yaml"},
      {"seek", "mine.yaml", "--vary", "arrangements.oza.places=20..30", "--so-that",
       "dropouts_per_year <= 20", "--save", "base.yaml"},
      {"bottlenecks", "b.h5", "--save", "b.h5"},
      {"sensitivity", "b.h5", "--kpi", "dropouts_per_year", "--save", "soft.h5"},
      {"explain", "a.h5", "b.h5", "--kpi", "dropouts_per_year", "--save", "b.h5"},
      {"choose", "a.h5", "b.h5", "--kpi", "dropouts_per_year", "--save", "b.h5"},
      {"calibrate", "mine.yaml", "-o", "found", "--save", "mine.yaml"}};
  for (Words words : commands) {
    std::string line;
    for (const std::string& word : words) line += word + " ";
    words.push_back("--force");
    const Ended ended = command(words);
    EXPECT_EQ(ended.code, 2) << line << ended.err;
    EXPECT_THAT(ended.err, HasSubstr("is a file that is read here")) << line;
  }
  EXPECT_EQ(read_text(scratch_ / "b.h5"), before);
  EXPECT_EQ(read_text(scratch_ / "base.yaml"), base);
  EXPECT_EQ(scratch_.files(), files);
}

TEST_F(HostilePlaces, a_result_that_compare_made_is_not_replaced_either) {
  make_result("base.h5");
  scratch_.write("base.yaml", "extends: short.yaml\nset: {arrangements.oza.places: 11}\n");
  const std::string before = read_text(scratch_ / "base.h5");
  // The result of the scenario would get the name of the base.
  const Ended ended = command({"compare", "base.h5", "base.yaml", "--force"});
  EXPECT_EQ(ended.code, 2);
  EXPECT_THAT(ended.err, HasSubstr("is a file that is read here"));
  EXPECT_EQ(read_text(scratch_ / "base.h5"), before);
}

TEST_F(HostilePlaces, a_table_cannot_lead_out_of_the_folder) {
  scratch_.write("make.py", R"(
import h5py, sys
def table(group):
    group.attrs['columns'] = ['a']
    group['a'] = [1.0, 2.0]
# h5py makes no name with a slash, so the names are changed in the bytes.
for out, name in (('up.h5', b'../x'), ('at.h5', b'/qqx')):
    with h5py.File(out, 'w') as file:
        file.attrs['format'] = 'doorstroom.sweep'
        file.attrs['format_version'] = 1
        table(file.create_group('PPQQ/x'))
        table(file.create_group('PPRR'))
        table(file.create_group('qqx'))
    data = open(out, 'rb').read()
    assert data.count(b'PPRR\0') == 1
    data = data.replace(b'PPQQ\0', b'..\0\0\0').replace(b'PPRR\0', name + b'\0')
    open(out, 'wb').write(data)
)");
  ASSERT_EQ(
      std::system(("cd " + scratch_.path().string() + " && /usr/bin/python3 make.py").c_str()), 0);
  for (const std::string file : {"up.h5", "at.h5"})
    for (const Words& more : {Words{"--csv", "deep/out"}, Words{"--xlsx", "out.xlsx"}}) {
      Words words{"export", file};
      words.insert(words.end(), more.begin(), more.end());
      const Ended ended = command(words);
      EXPECT_EQ(ended.code, 2) << ended.err;
      EXPECT_THAT(ended.err, HasSubstr("which cannot be the name of a file or a sheet"));
    }
  EXPECT_FALSE(fs::exists(scratch_ / "deep"));
  EXPECT_FALSE(fs::exists(scratch_ / "x.csv"));
}

// A table must have columns before rows are made of them.
TEST_F(HostilePlaces, a_table_without_columns_is_told) {
  scratch_.write("make.py", R"(
import h5py
import numpy
with h5py.File('bare.h5', 'w') as file:
    file.attrs['format'] = 'doorstroom.sweep'
    file.attrs['format_version'] = 1
    file.create_group('bare').attrs['columns'] = numpy.array([], dtype=h5py.string_dtype())
)");
  ASSERT_EQ(
      std::system(("cd " + scratch_.path().string() + " && /usr/bin/python3 make.py").c_str()), 0);
  for (const Words& more : {Words{"--csv", "out"}, Words{"--xlsx", "out.xlsx"}}) {
    Words words{"export", "bare.h5"};
    words.insert(words.end(), more.begin(), more.end());
    const Ended ended = command(words);
    EXPECT_EQ(ended.code, 2) << ended.err;
    EXPECT_THAT(ended.err, HasSubstr("/bare has no columns"));
  }
}

// Two programs at one name, many times: one file, whole, and nothing beside it.
TEST_F(HostilePlaces, two_programs_at_one_name_leave_one_whole_file) {
  const std::string whole = command({"schema"}).out;
  for (int round = 0; round < 60; ++round) {
    const Launch launch{.words = {"schema", "-o", "s.json"}, .folder = scratch_.path()};
    Running first(launch);
    Running second(launch);
    if (round % 2 == 0) second.kill(SIGINT);
    const int one = first.wait().code;
    const int other = second.wait().code;
    EXPECT_TRUE(one == 0 || one == 2) << one;  // 2: the other one was at it
    EXPECT_TRUE(other == 0 || other == 2 || other == 130 || other == 128 + SIGINT) << other;
    const bool made = one == 0 || other == 0;
    ASSERT_TRUE(!made || read_text(scratch_ / "s.json") == whole) << round;
    EXPECT_THAT(scratch_.files(), Not(::testing::Contains("s.json.part")));
    fs::remove(scratch_ / "s.json");
  }
}

}  // namespace
}  // namespace doorstroom::testing
