#include "results/sweep/task_file.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <filesystem>
#include <fstream>

#include "results/file/seal.hpp"
#include "tests/results/sweep/plans.hpp"
#include "tests/support/example.hpp"

namespace doorstroom {
namespace {

using testing::HasSubstr;

class TaskFiles : public testing::Test {
 protected:
  TaskFiles() : rows_(sample_spec("/replications", manifest_.keep)) {
    rows_.add(0, 12.5, 40.0);
    rows_.add(1, 13.5, std::nan(""));
    write_task(path_, manifest_, task_, rows_);
  }

  TaskFound found(const Task& task) const { return read_task(path_, manifest_, task); }

  PlanFiles plans_;
  example::TemporaryFolder folder_;
  Manifest manifest_ = plans_.manifest(places_and_takes);
  Task task_{1, {0, 2}};
  TableData rows_;
  std::string path_ = folder_ / "task.h5";
};

TEST_F(TaskFiles, are_read_as_they_were_written) {
  const TaskFound whole = found(task_);
  ASSERT_EQ(whole.state, TaskFound::State::whole) << whole.why.in(Language::en);
  const TableData rows = task_rows(whole.values, manifest_, task_);
  EXPECT_EQ(std::get<std::vector<std::int32_t>>(rows.columns[0]),
            (std::vector<std::int32_t>{0, 1}));
  EXPECT_EQ(std::get<std::vector<double>>(rows.columns[1]), (std::vector<double>{12.5, 13.5}));
  EXPECT_TRUE(std::isnan(std::get<std::vector<double>>(rows.columns[2])[1]));
}

TEST_F(TaskFiles, that_are_not_there_are_absent) {
  EXPECT_EQ(read_task(folder_ / "none.h5", manifest_, task_).state, TaskFound::State::absent);
}

TEST_F(TaskFiles, of_another_task_are_not_taken) {
  const TaskFound other = found({2, {0, 2}});
  EXPECT_EQ(other.state, TaskFound::State::unusable);
  EXPECT_THAT(other.why.in(Language::en), HasSubstr("another task"));
}

TEST_F(TaskFiles, that_are_no_hdf5_or_cut_off_are_not_taken) {
  const auto size = std::filesystem::file_size(path_);
  for (const auto left : {size - 1, size / 2, std::uintmax_t{10}, std::uintmax_t{0}}) {
    std::filesystem::resize_file(path_, left);
    EXPECT_EQ(found(task_).state, TaskFound::State::unusable) << left << " of " << size;
  }
}

TEST_F(TaskFiles, of_other_replications_than_the_task_has_are_not_taken) {
  const auto found_of = [&](int rows, bool until) {
    Manifest manifest = manifest_;
    if (until) manifest.until = {"oza.wait_p90 +- 1 week"};
    TableData some(sample_spec("/replications", manifest.keep));
    for (int row = 0; row < rows; ++row) some.add(row, 1.0, 2.0);
    write_task(path_, manifest, task_, some);
    return read_task(path_, manifest, task_);
  };
  EXPECT_EQ(found_of(2, false).state, TaskFound::State::whole);
  for (const int rows : {0, 1, 3}) {
    const TaskFound other = found_of(rows, false);
    EXPECT_EQ(other.state, TaskFound::State::unusable) << rows;
    EXPECT_THAT(other.why.in(Language::en),
                HasSubstr("does not hold the replications of its task"));
  }
  EXPECT_EQ(found_of(1, true).state, TaskFound::State::whole) << "it was precise enough";
  EXPECT_EQ(found_of(0, true).state, TaskFound::State::unusable);
  EXPECT_EQ(found_of(3, true).state, TaskFound::State::unusable);
}

/// One bit of the values is enough, even when somebody has sealed the file anew: each of their
/// bytes is changed in turn.
TEST_F(TaskFiles, with_other_values_than_were_written_are_not_taken) {
  std::string bytes = example::content_of(path_);
  const double value = 12.5;
  const std::string pattern(reinterpret_cast<const char*>(&value), sizeof value);
  const std::size_t at = bytes.find(pattern);
  ASSERT_NE(at, std::string::npos);
  for (std::size_t i = 0; i < sizeof value; ++i) {
    std::string damaged = bytes;
    damaged[at + i] = static_cast<char>(damaged[at + i] ^ 1);
    std::ofstream(path_, std::ios::binary) << damaged;
    EXPECT_THAT(found(task_).why.in(Language::en), HasSubstr("saved by another program"));
    seal(path_);
    const TaskFound task = found(task_);
    EXPECT_EQ(task.state, TaskFound::State::unusable) << "byte " << i;
    EXPECT_THAT(task.why.in(Language::en), HasSubstr("its values are not those that were written"));
  }
}

}  // namespace
}  // namespace doorstroom
