#pragma once
/// The zygote's own side: what runs in its process.

#include "app/serve/zygote.hpp"

namespace doorstroom {

/// What the server tells the zygote: a header, then the text that a job is asked. With `start`
/// comes the descriptor into which the job writes.
struct ZygoteOrder {
  enum class Verb : std::uint32_t { start, cancel };

  Verb verb = Verb::start;
  std::uint32_t number = 0;  ///< of the job
};

/// Forks, kills and reaps until the server is gone. @param socket  to the server
[[noreturn]] void run_zygote(int socket, const ZygoteChores& chores, const Job& job);

}  // namespace doorstroom
