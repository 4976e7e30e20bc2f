#pragma once
/// The process by which users know a command: the one that they started. What does the work may be
/// a child of it (app/console/supervisor.hpp). And the machine on which it runs.

#include <sys/types.h>

#include <string>

namespace doorstroom {

/// This process, unless it was told that it works for another.
pid_t command_process();

/// Name of this machine; "unknown" where the system does not tell.
std::string host_name();

/// Called once, by the supervisor's child, before all else.
void work_for(pid_t started);

}  // namespace doorstroom
