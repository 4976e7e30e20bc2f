#pragma once
/// Sweeps of the small scenario, for the tests of their manifests and tasks.

#include <string>

#include "results/sweep/manifest.hpp"
#include "tests/support/scenario_files.hpp"

namespace doorstroom {

class PlanFiles {
 public:
  PlanFiles() { files_.write(minimal(), "base.yaml"); }

  /// @param below  the plan, from its key `vary` on
  Manifest manifest(const std::string& below, std::uint32_t block = 4,
                    const ProgramVersion& program = {"0.1.0", "abc", "philox"}) const {
    const std::string path =
        files_.write("doorstroom: 1\nsweep: test\nbase: base.yaml\n" + below, "plan.yaml");
    return make_manifest(load_sweep(path), program, block);
  }

 private:
  ScenarioFiles files_;
};

inline const std::string places_and_takes =
    "vary:\n  arrangements.oza.places: [20, 30]\n  desks.youth_team.takes: [1 week, 2 weeks]\n"
    "replications: 10\nkeep: [dropouts_per_year, oza.wait_p90]\n";

}  // namespace doorstroom
