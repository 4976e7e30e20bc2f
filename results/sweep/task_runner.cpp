#include "results/sweep/task_runner.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "engine/error.hpp"
#include "models/messages/message.hpp"
#include "results/sweep/task_file.hpp"
#include "results/sweep/task_pool.hpp"

namespace doorstroom {
namespace {

/// How a task ended, with a message for the user.
struct Answer {
  enum class End : std::uint8_t { computed, reused, anew, failed };

  End end = End::computed;
  LocalizedText text{};
};

/// Packed as one piece; a message adds one more.
void send_answer(const Answer& answer, const Send& send) {
  send({static_cast<std::byte>(answer.end)});
  if (answer.text.empty()) return;
  send(packed(answer.text));
}

Answer received(const Pieces& pieces) {
  const auto end = static_cast<Answer::End>(pieces.front().front());
  return pieces.size() == 1 ? Answer{end} : Answer{end, LocalizedText(unpacked(pieces[1]))};
}

/// Computes tasks in a worker, one after another; most are of the same point as the one before.
class TaskWorker {
 public:
  TaskWorker(const SweepFolder& folder, const Manifest& manifest)
      : folder_(folder), manifest_(manifest), until_(manifest.precisions()) {}

  Answer work_on(const Task& task) {
    const std::string id = manifest_.task_id(task);
    const std::string path = folder_.task_path(id);
    const TaskFound found = read_task(path, manifest_, task);
    if (found.state == TaskFound::State::whole) return {Answer::End::reused};
    std::optional<TableData> rows;
    try {
      rows = sample(scenario_of(task.point), task.replications, manifest_.keep, until_);
    } catch (const Failure& error) {
      folder_.note_failure(id, error);
      return {Answer::End::failed, error};
    } catch (const std::exception& error) {
      folder_.note_failure(id, std::string(error.what()));
      return {Answer::End::failed, std::string(error.what())};
    }
    write_task(path, manifest_, task, *rows);
    folder_.forget_failure(id);
    if (found.state == TaskFound::State::absent) return {};
    return {Answer::End::anew, message("{0}: {1}; it was done anew", path, found.why)};
  }

 private:
  const Scenario& scenario_of(std::uint32_t point) {
    if (!base_) base_.emplace(manifest_.base_name, manifest_.base);
    if (!scenario_ || scenario_->first != point)
      scenario_ = {point, base_->with(manifest_.sets_of(manifest_.points[point])).scenario};
    return scenario_->second;
  }

  const SweepFolder& folder_;
  const Manifest& manifest_;
  std::vector<Precision> until_;
  std::optional<ScenarioTree> base_;
  std::optional<std::pair<std::uint32_t, Scenario>> scenario_;  ///< of the last point
};

}  // namespace

LocalizedText in_words(const Manifest& manifest, const Task& task) {
  std::string values;
  const SweepPoint& point = manifest.points[task.point];
  for (std::size_t i = 0; i < point.values.size(); ++i)
    values += fmt::format("{} = {}, ", manifest.factors[i].path, point.values[i]);
  return message("{0}replications {1} to {2}", values, task.replications.first,
                 task.replications.end() - 1);
}

TasksDone run_tasks(const SweepFolder& folder, const Manifest& manifest,
                    const std::vector<Task>& tasks, const PoolOptions& options) {
  TasksDone done;
  if (tasks.empty()) return done;
  check_kept_figures(manifest);
  TaskWorker worker(folder, manifest);
  PoolOptions pool = options;
  pool.first = 0;
  pool.count = static_cast<std::uint32_t>(tasks.size());
  pool.name = [&](std::uint32_t task) -> Message { return in_words(manifest, tasks[task]); };
  run_file_tasks(
      pool,
      [&](std::uint32_t task, const Send& send) { send_answer(worker.work_on(tasks[task]), send); },
      [&](std::uint32_t task, const Pieces& pieces) {
        const Answer answer = received(pieces);
        done.reused += answer.end == Answer::End::reused ? 1 : 0;
        done.computed += answer.end == Answer::End::computed || answer.end == Answer::End::anew;
        if (answer.end == Answer::End::anew && pool.report) pool.report(answer.text);
        if (answer.end == Answer::End::failed)
          done.failures.push_back(
              message("{0}: {1}", in_words(manifest, tasks[task]), answer.text));
      },
      [&](std::uint32_t task) { return folder.task_path(manifest.task_id(tasks[task])); });
  return done;
}

}  // namespace doorstroom
