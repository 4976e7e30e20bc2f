#pragma once
/// Scenario files for tests: the small complete scenario, and changes to it.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/error.hpp"
#include "models/loading/scenario_loader.hpp"

namespace doorstroom {

/// The text of scenarios/minimal.yaml, but for the line on top that is for editors.
inline std::string minimal() {
  std::ifstream file(DOORSTROOM_SOURCE_DIR "/scenarios/minimal.yaml");
  std::string for_editors;
  std::getline(file, for_editors);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The text with the first `from` replaced; an empty `from` appends.
inline std::string changed(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = from.empty() ? text.size() : text.find(from);
  if (at == std::string::npos) return "the text has no " + std::string(from);
  return text.replace(at, from.size(), to);
}

/// A folder that is gone afterwards.
class ScenarioFiles {
 public:
  ScenarioFiles() {
    std::string pattern = std::filesystem::temp_directory_path() / "scenario_XXXXXX";
    if (!mkdtemp(pattern.data())) std::abort();
    folder_ = pattern;
  }
  ~ScenarioFiles() { std::filesystem::remove_all(folder_); }
  ScenarioFiles(const ScenarioFiles&) = delete;
  ScenarioFiles& operator=(const ScenarioFiles&) = delete;

  std::string write(const std::string& text, const std::string& name = "a.yaml") const {
    std::ofstream(folder_ / name) << text;
    return (folder_ / name).string();
  }

  LoadedScenario load(const std::string& text, const std::vector<std::string>& sets = {}) const {
    return load_scenario(write(text), sets);
  }

  /// What is told about a text: nothing when it loads.
  std::string mistakes(const std::string& text, const std::vector<std::string>& sets = {}) const {
    try {
      load(text, sets);
      return {};
    } catch (const InputError& error) {
      return error.what();
    }
  }

 private:
  std::filesystem::path folder_;
};

/// How many mistakes a message tells: each has a line that begins with its file.
inline int count_mistakes(const std::string& message) {
  std::istringstream lines(message);
  int count = 0;
  for (std::string line; std::getline(lines, line);)
    count += !line.empty() && line.front() != ' ' && line.find("warning: ") == std::string::npos;
  return count;
}

}  // namespace doorstroom
