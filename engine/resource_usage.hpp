#pragma once
/// What a replication took of the machine. Never twice the same, so it stands apart from what
/// happened.

#include <sys/resource.h>

#include <cstdint>

namespace doorstroom {

struct ResourceUsage {
  double simulating_seconds = 0;      ///< from an empty world to closed books
  double simgrid_seconds = 0;         ///< of these, in SimGrid
  std::uint64_t anonymous_bytes = 0;  ///< memory of the process in the end, nothing freed yet

  /// Sums the seconds, keeps the larger memory.
  ResourceUsage& operator+=(const ResourceUsage& other);
};

/// Anonymous memory that this process holds now: heap and stacks, no files or libraries [byte].
/// Zero where the system does not tell.
std::uint64_t anonymous_memory();

/// Memory that processes may still take before the system has none: what the kernel calls
/// available, and what the control group of this process leaves, whichever is less [byte].
/// Infinite where the system does not tell.
double available_memory();

/// What the system limits for each process, such as RLIMIT_DATA: heap and other private memory.
using LimitedResource = decltype(RLIMIT_DATA);

/// From now on this process, and those that it forks, may each use no more than that; memory beyond
/// it [byte] ends as std::bad_alloc. A limit that is lower already stays as it is: the user set it.
/// @return whether the limit holds
bool lower_limit(LimitedResource resource, double most);

}  // namespace doorstroom
