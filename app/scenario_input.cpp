#include "app/scenario_input.hpp"

#include <filesystem>
#include <utility>

#include "app/console/output.hpp"
#include "app/warnings.hpp"
#include "models/loading/scenario_loader.hpp"
#include "results/figures/targets.hpp"

namespace doorstroom {

Scenario load_and_warn(const std::string& path, const std::vector<std::string>& sets,
                       Language language) {
  LoadedScenario loaded = load_scenario(path, sets, report_wrong_kpi_names);
  if (const std::string warnings = warnings_of(loaded, language); !warnings.empty())
    print_message(warnings);
  return std::move(loaded.scenario);
}

std::string default_result_path(const std::string& scenario) {
  return std::filesystem::path(scenario).filename().replace_extension(".h5").string();
}

}  // namespace doorstroom
