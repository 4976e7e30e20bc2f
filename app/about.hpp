#pragma once
/// What this program is: its version, and what it was built from.

#include <string>

#include "results/result_writer.hpp"

namespace doorstroom {

/// Version, and the git commit it was built from ("unknown" outside a clone).
Provenance provenance();
/// Such as "GCC 12.2.0".
std::string compiler();
/// Such as "SimGrid 3.32, yaml-cpp 0.7.0, fmt 9.1.0".
std::string library_versions();

/// Now in UTC, as 2026-08-01T09:30:00Z.
std::string utc_now();

}  // namespace doorstroom
