#pragma once
/// Options that several commands take.

#include <string>
#include <vector>

#include "app/cli/options.hpp"

namespace doorstroom {

inline constexpr std::uint32_t most_replications = 10'000'000;

/// --set PATH=VALUE, any number of times.
void add_sets(Options& options, std::vector<std::string>& sets);
/// --jobs N. @param jobs  worker processes
void add_jobs(Options& options, int& jobs);

}  // namespace doorstroom
