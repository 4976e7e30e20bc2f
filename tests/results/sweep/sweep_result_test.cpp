#include "results/sweep/sweep_result.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <filesystem>

#include "engine/error.hpp"
#include "results/file/result_format.hpp"
#include "results/file/result_reader.hpp"
#include "results/sweep/task_file.hpp"
#include "tests/results/sweep/plans.hpp"
#include "tests/support/example.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;

/// Four points of three replications, in tasks of two and one, whose figures are made by hand: of
/// point p and replication r, 100 p + 10 r, and no wait in the first replication.
class Merged : public testing::Test {
 protected:
  Merged() {
    for (const Task& task : manifest_.tasks()) write(task);
  }

  void write(const Task& task) {
    TableData rows(sample_spec("/replications", manifest_.keep));
    for (std::uint32_t r = task.replications.first; r < task.replications.end(); ++r)
      rows.add(r, 100.0 * task.point + 10.0 * r, r == 0 ? std::nan("") : 7.0 + r);
    const std::filesystem::path path = path_of(task);
    std::filesystem::create_directories(path.parent_path());
    write_task(path, manifest_, task, rows);
  }
  std::string path_of(const Task& task) const { return folder_.task_path(manifest_.task_id(task)); }
  ResultReader merged() const {
    merge(folder_, manifest_, "2026-08-01T00:00:00Z");
    return ResultReader(folder_.result_path(), sweep_format);
  }

  PlanFiles plans_;
  example::TemporaryFolder place_;
  Manifest manifest_ = plans_.manifest(
      "vary:\n  arrangements.oza.places: [20, 30]\n  desks.youth_team.takes: [1 week, 2 weeks]\n"
      "replications: 3\nkeep: [dropouts_per_year, oza.wait_p90]\n",
      2);
  SweepFolder folder_{place_ / "sweep"};
};

TEST_F(Merged, tasks_stand_in_the_order_of_points_and_replications) {
  ResultReader file = merged();
  const Table& rows = file.table("/replications");
  EXPECT_THAT(rows.codes("point"), ElementsAre(0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3));
  EXPECT_THAT(rows.codes("replication"), ElementsAre(0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2));
  EXPECT_THAT(rows.numbers("dropouts_per_year"),
              ElementsAre(0, 10, 20, 100, 110, 120, 200, 210, 220, 300, 310, 320));
}

// Of 100, 110 and 120: mean 110, standard deviation 10, and t of two degrees of freedom at 97.5%
// is 4.302653. Type-7 quantiles at 10% and 90% are 102 and 118.
TEST_F(Merged, points_have_means_with_their_noise_and_their_spread) {
  ResultReader file = merged();
  const Table& means = file.table("/estimates");
  ASSERT_EQ(means.rows(), 8u);  // two figures of four points
  EXPECT_EQ(means.codes("point")[2], 1);
  EXPECT_EQ(means.counts("n")[2], 3);
  EXPECT_DOUBLE_EQ(means.numbers("mean")[2], 110);
  EXPECT_NEAR(means.numbers("low")[2], 110 - 4.302653 * 10 / std::sqrt(3), 1e-5);
  EXPECT_NEAR(means.numbers("high")[2], 110 + 4.302653 * 10 / std::sqrt(3), 1e-5);
  EXPECT_DOUBLE_EQ(means.numbers("p10")[2], 102);
  EXPECT_DOUBLE_EQ(means.numbers("p90")[2], 118);
  // A replication without data does not count.
  EXPECT_EQ(means.codes("kpi")[3], means.code_of("kpi", "oza.wait_p90"));
  EXPECT_EQ(means.counts("n")[3], 2);
  EXPECT_DOUBLE_EQ(means.numbers("mean")[3], 8.5);
}

TEST_F(Merged, numbers_of_one_unit_are_numbers_and_other_values_are_names) {
  ResultReader file = merged();
  const Table& design = file.table("/design");
  EXPECT_THAT(design.numbers("arrangements.oza.places"), ElementsAre(20, 20, 30, 30));
  EXPECT_THAT(design.numbers("desks.youth_team.takes"), ElementsAre(1, 2, 1, 2));
  const Manifest mixed = plans_.manifest(
      "vary:\n  desks.youth_team.takes: [1 week, 10 days]\nreplications: 2\n"
      "keep: [dropouts_per_year]\n");
  const Table names = design_table(mixed);
  EXPECT_EQ(names.code_of("desks.youth_team.takes", "1 week"), 0);
  EXPECT_EQ(names.code_of("desks.youth_team.takes", "10 days"), 1);
}

TEST_F(Merged, tasks_that_are_missing_or_damaged_are_told_and_leave_what_was_merged_before) {
  merged();
  const auto before = std::filesystem::last_write_time(folder_.result_path());
  const std::vector<Task> tasks = manifest_.tasks();
  std::filesystem::remove(path_of(tasks[0]));
  std::filesystem::remove(path_of(tasks[1]));
  std::filesystem::resize_file(path_of(tasks[2]), 100);
  EXPECT_THAT([&] { merged(); },
              ThrowsMessage<InputError>(HasSubstr("of 8 tasks 2 are missing and 1 are damaged")));
  EXPECT_EQ(std::filesystem::last_write_time(folder_.result_path()), before);
}

}  // namespace
}  // namespace doorstroom
