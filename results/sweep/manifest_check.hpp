#pragma once
/// What must hold of a manifest before anything is done with it. A file may have been damaged, cut
/// short by a disk, or changed by hand: a sweep goes on only with the points, the scenario and the
/// work that it was begun with.

#include <cstdint>
#include <string>
#include <vector>

#include "results/sweep/manifest.hpp"

namespace doorstroom {

inline constexpr std::uint32_t most_points = 1'000'000;
inline constexpr std::uint32_t most_replications = 1'000'000;  ///< of each point, and of a task
inline constexpr std::uint64_t most_tasks = 10'000'000;

/// A value of a factor as reading the manifest gives it back.
std::string as_stored(const std::string& value);

/// The values of points [first, first + count) that the design of the manifest has.
std::vector<std::vector<std::string>> values_by_design(const Manifest& manifest,
                                                       std::uint32_t first, std::uint32_t count);

/// What stands beside a point in the manifest.
std::string digest_of_point(const Manifest& manifest, const std::vector<std::string>& values);

/// @throws InputError when a sweep has more points, replications or tasks than one may have
void check_size(const Manifest& manifest);

/// @throws InputError that names the first thing that is not as the program writes it
void check_whole(const Manifest& manifest);

}  // namespace doorstroom
