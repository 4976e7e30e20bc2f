#pragma once
/// The process by which users know a command: the one that they started. What does the work may be
/// a child of it (app/console/supervisor.hpp).

#include <sys/types.h>

namespace doorstroom {

/// This process, unless it was told that it works for another.
pid_t command_process();

/// Called once, by the supervisor's child, before all else.
void work_for(pid_t started);

}  // namespace doorstroom
