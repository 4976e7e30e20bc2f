#include "app/about.hpp"

#include <fmt/format.h>

#include "build_facts.hpp"  // written by the build
#include "engine/random.hpp"

namespace doorstroom {
namespace {

std::string compiler() {
#if defined(__clang__)
  return fmt::format("Clang {}", __clang_version__);
#else
  return fmt::format("GCC {}", __VERSION__);
#endif
}

}  // namespace

Program this_program() {
  return {{build_facts::version, build_facts::git_commit}, compiler(), build_facts::libraries};
}

ProgramVersion this_version() {
  const Provenance about = this_program().provenance;
  return {about.program_version, about.git_commit, std::string(random_scheme)};
}

}  // namespace doorstroom
