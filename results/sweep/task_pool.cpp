#include "results/sweep/task_pool.hpp"

#include <algorithm>

#include "results/file/output_file.hpp"

namespace doorstroom {

void run_file_tasks(const PoolOptions& options, const Replicate& replicate, const Deliver& deliver,
                    const std::function<std::string(std::uint32_t)>& path) {
  std::uint32_t delivered = 0;
  try {
    run_replications(options, replicate, [&](std::uint32_t number, Pieces pieces) {
      deliver(number, std::move(pieces));
      ++delivered;
    });
  } catch (...) {
    // More than the pool begins beyond the next to be delivered.
    const std::uint32_t begun = 4 * static_cast<std::uint32_t>(options.jobs) + 8;
    const std::uint32_t end = delivered + std::min(begun, options.count - delivered);
    for (std::uint32_t i = delivered; i < end; ++i)
      if (const std::string file = path(options.first + i); !file.empty())
        OutputFile::remove_left(file);
    throw;
  }
}

}  // namespace doorstroom
