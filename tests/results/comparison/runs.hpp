#pragma once
/// Runs of the small complete scenario and of changes to it, for the tests of what experiments make
/// of them.

#include <string>
#include <vector>

#include "models/loading/scenario_loader.hpp"
#include "results/run/scenario_run.hpp"
#include "tests/support/example.hpp"
#include "tests/support/scenario_files.hpp"

namespace doorstroom {

using Sets = std::vector<std::string>;

/// Five replications of two years after one.
inline const Sets short_run{"period.years=2", "period.warm_up=1 year", "replications=5"};

class RunFolder {
 public:
  /// Runs a scenario. @param more  below the small one
  std::string run(const std::string& name, const std::string& more = {}, Sets sets = {}) const {
    sets.insert(sets.begin(), short_run.begin(), short_run.end());
    const std::string path = files_.write(minimal() + more, name + ".yaml");
    const Scenario scenario = load_scenario(path, sets).scenario;
    RunNotes notes({});
    const std::string out = folder_ / (name + ".h5");
    run_to_file(scenario, {.out = out, .jobs = 1}, {"0.1.0", "abc"}, notes);
    return out;
  }

  const example::TemporaryFolder& folder() const { return folder_; }

 private:
  example::TemporaryFolder folder_;
  ScenarioFiles files_;
};

}  // namespace doorstroom
