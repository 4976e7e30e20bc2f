#include "tests/bench/groups.hpp"

#include "models/loading/scenario_loader.hpp"

namespace doorstroom::bench {

std::vector<Group> groups() {
  return {replication(), patience(),    whole_process(), whole_study(), whole_country(), writing(),
          workers(),     sweep_tasks(), sweep_merge(),   pairing(),     start()};
}

Scenario scenario_of(const std::string& path, const std::vector<std::string>& sets) {
  return load_scenario(std::string(DOORSTROOM_SOURCE_DIR "/") + path, sets).scenario;
}

}  // namespace doorstroom::bench
