#include "app/about.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>

#include "build_facts.hpp"  // written by the build

namespace doorstroom {

Provenance provenance() {
  return {build_facts::version, build_facts::git_commit};
}

std::string compiler() {
#if defined(__clang__)
  return fmt::format("Clang {}", __clang_version__);
#else
  return fmt::format("GCC {}", __VERSION__);
#endif
}

std::string library_versions() {
  return build_facts::libraries;
}

std::string utc_now() {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now));
}

}  // namespace doorstroom
