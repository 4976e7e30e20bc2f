#include "results/file/command_process.hpp"

#include <unistd.h>

#include <array>

namespace doorstroom {
namespace {

pid_t started_process = 0;  // 0: this one

}  // namespace

pid_t command_process() {
  return started_process != 0 ? started_process : getpid();
}

std::string host_name() {
  std::array<char, 256> name{};
  return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown";
}

void work_for(pid_t started) {
  started_process = started;
}

}  // namespace doorstroom
