#pragma once
/// The file of one task: the key figures of some replications of one scenario, in a small HDF5 file
/// that is either complete or absent. It holds the name of its task and a hash of its values, so
/// that reading detects a damaged or foreign file.

#include <string>
#include <vector>

#include "models/messages/message.hpp"
#include "results/sweep/manifest.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// What a file must hold to be the one of a task.
struct TaskKey {
  std::string id;                    ///< a hash of everything that the values depend on
  std::vector<std::string> figures;  ///< names of the values of a replication
  std::uint32_t replications = 0;    ///< how many it holds
  bool may_be_fewer = false;         ///< whether it ended when its figures were precise enough
  std::string program_version;
};

/// Makes the folder of the file, too.
/// @param values  one replication after the other, each with its figures in their order
/// @throws RunError when it cannot be written (a full disk); no file is then left
void write_task(const std::string& path, const TaskKey& key, const std::vector<double>& values);
/// @param rows  of sample_spec()
void write_task(const std::string& path, const Manifest& manifest, const Task& task,
                const TableData& rows);

/// What was found where the result of a task belongs.
struct TaskFound {
  enum class State : std::uint8_t { absent, whole, unusable };

  State state = State::absent;
  std::vector<double> values{};  ///< as written, when whole
  LocalizedText why{};           ///< of an unusable one
};
TaskFound read_task(const std::string& path, const TaskKey& key);
TaskFound read_task(const std::string& path, const Manifest& manifest, const Task& task);

/// The values of a task of a sweep as rows of sample_spec().
TableData task_rows(const std::vector<double>& values, const Manifest& manifest, const Task& task);

}  // namespace doorstroom
