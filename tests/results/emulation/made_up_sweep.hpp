#pragma once
/// A sweep whose figures are made up, not simulated.

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "results/file/result_format.hpp"
#include "results/file/result_reader.hpp"
#include "results/sweep/sweep_result.hpp"
#include "results/sweep/task_file.hpp"
#include "tests/results/sweep/plans.hpp"
#include "tests/support/example.hpp"

namespace doorstroom {

/// Figures of a point and a replication, by the names of key figures.
/// @param values  of the point, by factor
using MadeUp = std::function<std::map<std::string, double>(const std::vector<double>& values,
                                                           std::uint32_t replication)>;

class MadeUpSweep {
 public:
  /// @param below  the plan, from its key `vary` on; its factors are numbers
  MadeUpSweep(const std::string& below, const MadeUp& figures)
      : manifest_(plans_.manifest(below, 100)) {
    folder_.add(manifest_);
    const Table design = design_table(manifest_);
    for (const Task& task : manifest_.tasks()) {
      std::vector<double> values;
      for (std::size_t i = 0; i < manifest_.factors.size(); ++i)
        if (design.spec.columns[i + 1].type == ColumnType::float64)
          values.push_back(design.numbers(design.spec.columns[i + 1].name)[task.point]);
      write(task, [&](std::uint32_t r) { return figures(values, r); });
    }
    merge(folder_, manifest_, "2026-08-01T00:00:00Z");
  }

  const Manifest& manifest() const { return manifest_; }
  const SweepFolder& folder() const { return folder_; }
  ResultReader merged() const { return ResultReader(folder_.result_path(), sweep_format); }

 private:
  void write(const Task& task,
             const std::function<std::map<std::string, double>(std::uint32_t)>& figures) const {
    TableData rows(sample_spec("/replications", manifest_.keep));
    for (std::uint32_t r = task.replications.first; r < task.replications.end(); ++r) {
      std::map<std::string, double> of = figures(r);
      std::get<std::vector<std::int32_t>>(rows.columns[0]).push_back(static_cast<std::int32_t>(r));
      for (std::size_t i = 0; i < manifest_.keep.size(); ++i)
        std::get<std::vector<double>>(rows.columns[i + 1])
            .push_back(of.at(manifest_.keep[i].text()));
    }
    const std::filesystem::path path = folder_.task_path(manifest_.task_id(task));
    std::filesystem::create_directories(path.parent_path());
    write_task(path, manifest_, task, rows);
  }

  PlanFiles plans_;
  example::TemporaryFolder place_;
  Manifest manifest_;
  SweepFolder folder_{place_ / "sweep"};
};

}  // namespace doorstroom
