#pragma once
/// The result file of one task: the key figures of some replications of one design point, in a
/// small HDF5 file that is either complete or absent. It holds the name of its task and a hash of
/// its values, so that reading detects a damaged or foreign file.

#include <string>

#include "models/messages/message.hpp"
#include "results/experiment/manifest.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// @param rows  of sample_spec()
/// @throws RunError when it cannot be written (a full disk); no file is then left
void write_task(const std::string& path, const Manifest& manifest, const Task& task,
                const TableData& rows);

/// What was found where the result of a task belongs.
struct TaskFound {
  enum class State : std::uint8_t { absent, whole, unusable };

  State state = State::absent;
  TableData rows{};     ///< of sample_spec(), when whole
  LocalizedText why{};  ///< of an unusable one
};
TaskFound read_task(const std::string& path, const Manifest& manifest, const Task& task);

}  // namespace doorstroom
