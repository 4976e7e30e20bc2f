#include "engine/resource_usage.hpp"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <limits>
#include <optional>
#include <string>

namespace doorstroom {

ResourceUsage& ResourceUsage::operator+=(const ResourceUsage& other) {
  simulating_seconds += other.simulating_seconds;
  simgrid_seconds += other.simgrid_seconds;
  anonymous_bytes = std::max(anonymous_bytes, other.anonymous_bytes);
  return *this;
}

namespace {

/// The bytes behind a word in a file such as /proc/self/status.
std::optional<std::uint64_t> bytes_behind(const std::string& name, const char* path) {
  std::ifstream file(path);
  for (std::string word; file >> word;) {
    std::uint64_t kib = 0;
    if (word == name && file >> kib) return kib * 1024;
    file.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
  }
  return std::nullopt;
}

std::optional<double> number_in(const std::string& path) {
  double number = 0;
  if (std::ifstream(path) >> number) return number;  // "max" is no number
  return std::nullopt;
}

/// What the control group of this process leaves (version 2, whose line begins with "0::").
double left_by_control_group() {
  constexpr double infinite = std::numeric_limits<double>::infinity();
  std::ifstream groups("/proc/self/cgroup");
  for (std::string line; std::getline(groups, line);) {
    if (!line.starts_with("0::")) continue;
    const std::string folder = "/sys/fs/cgroup" + line.substr(3);
    const std::optional<double> most = number_in(folder + "/memory.max");
    const std::optional<double> used = number_in(folder + "/memory.current");
    return most && used ? std::max(0.0, *most - *used) : infinite;
  }
  return infinite;
}

}  // namespace

std::uint64_t anonymous_memory() {
  // Of a whole status the system writes fifty lines, which takes ten times as long.
  std::uint64_t size = 0;
  std::uint64_t resident = 0;
  std::uint64_t shared = 0;
  if (!(std::ifstream("/proc/self/statm") >> size >> resident >> shared)) return 0;
  return (resident - std::min(resident, shared)) * static_cast<std::uint64_t>(getpagesize());
}

double available_memory() {
  const std::optional<std::uint64_t> available = bytes_behind("MemAvailable:", "/proc/meminfo");
  return std::min(
      available ? static_cast<double>(*available) : std::numeric_limits<double>::infinity(),
      left_by_control_group());
}

bool lower_limit(LimitedResource resource, double most) {
  rlimit limit{};
  if (::getrlimit(resource, &limit) != 0) return false;
  // No limit is the largest of all numbers.
  if (most >= static_cast<double>(limit.rlim_cur)) return true;
  limit.rlim_cur = static_cast<rlim_t>(std::max(0.0, most));
  return ::setrlimit(resource, &limit) == 0;
}

}  // namespace doorstroom
