#pragma once
/// Reports of scenarios that are run for a test.

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "models/loading/scenario_loader.hpp"
#include "results/page/report_page.hpp"
#include "results/page/whole_report.hpp"
#include "results/report/report_sources.hpp"
#include "results/run/scenario_run.hpp"
#include "tests/support/example.hpp"

namespace doorstroom::made {

/// A folder with scenarios and their results.
class Reports {
 public:
  /// Runs a scenario. @param name  of its files, without ending
  /// @return path of the result
  std::string run(const std::string& name, const std::string& yaml) const {
    std::ofstream(folder_ / (name + ".yaml")) << yaml;
    const Scenario scenario = load_scenario(folder_ / (name + ".yaml"), {}).scenario;
    RunNotes notes(Program{{"0.1.0", "abc"}, "GCC", "fmt 9"});
    std::string result = folder_ / (name + ".h5");
    run_to_file(scenario, {.out = result, .jobs = 1}, {"0.1.0", "abc"}, notes);
    return result;
  }

  std::string operator/(const std::string& name) const { return folder_ / name; }
  const std::string& path() const { return folder_.path(); }

 private:
  example::TemporaryFolder folder_;
};

inline Report report(const std::vector<std::string>& paths, int small_cells = 5,
                     Language language = Language::en, const std::string& command = {}) {
  ReportSources sources(
      {.paths = paths, .language = language, .small_cells = small_cells, .command = command});
  return whole_report(sources);
}

}  // namespace doorstroom::made
