#include "engine/resource_usage.hpp"

#include <algorithm>
#include <fstream>
#include <limits>
#include <string>

namespace doorstroom {

ResourceUsage& ResourceUsage::operator+=(const ResourceUsage& other) {
  simulating_seconds += other.simulating_seconds;
  simgrid_seconds += other.simgrid_seconds;
  anonymous_bytes = std::max(anonymous_bytes, other.anonymous_bytes);
  return *this;
}

std::uint64_t anonymous_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    std::uint64_t kib = 0;
    if (word == "RssAnon:" && status >> kib) return kib * 1024;
    status.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
  }
  return 0;
}

}  // namespace doorstroom
