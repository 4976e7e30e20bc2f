#include "results/file/command_process.hpp"

#include <unistd.h>

namespace doorstroom {
namespace {

pid_t started_process = 0;  // 0: this one

}  // namespace

pid_t command_process() {
  return started_process != 0 ? started_process : getpid();
}

void work_for(pid_t started) {
  started_process = started;
}

}  // namespace doorstroom
