#pragma once
/// From a file to a scenario that makes sense, or to every mistake in it at once.

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "models/yaml/issues.hpp"

namespace doorstroom {

struct LoadedScenario {
  Scenario scenario;
  std::vector<Issue> warnings;
};

/// A scenario that was read and written out in full. Many can be made of it that differ in some
/// parameters, each at the price of a copy.
class ScenarioTree {
 public:
  /// @param path  of the scenario file
  /// @param sets  changes by path from the command line, as "PATH=VALUE"; VALUE is YAML
  /// @throws InputError when there is nothing to make a scenario of; other mistakes wait for load()
  ScenarioTree(const std::string& path, const std::vector<std::string>& sets);
  /// Of what a result file holds as its resolved scenario.
  /// @param name  what stands for its path in messages
  ScenarioTree(const std::string& name, std::string resolved);

  /// @throws InputError with every mistake
  LoadedScenario load() const;
  /// With further parameters set. @throws InputError with every mistake
  LoadedScenario with(const std::vector<std::string>& sets) const;
  /// What would be wrong with that scenario.
  std::vector<Issue> mistakes_with(const std::vector<std::string>& sets) const;

  /// The tree, complete. @pre load() passes
  const Value& tree() const { return *tree_; }

 private:
  void take_in(const std::vector<std::string>& arguments);
  LoadedScenario load(const Value& tree, std::vector<Document> documents, Issues& issues,
                      const std::set<std::string>& told) const;
  LoadedScenario with(const std::vector<std::string>& sets, Issues& issues) const;

  std::string path_;
  std::vector<Document> documents_;
  Issues issues_;
  std::shared_ptr<Value> tree_;
  std::set<std::string> told_;  ///< paths that the shape took out, or missed
};

/// @param path  of the scenario file
/// @param sets  changes by path from the command line, as "PATH=VALUE"; VALUE is YAML
/// @throws InputError with every mistake
LoadedScenario load_scenario(const std::string& path, const std::vector<std::string>& sets = {});

/// What a result file holds as its resolved scenario, tables of arrivals included: no other file is
/// read.
/// @param name  what stands for its path in messages
/// @throws InputError with every mistake
LoadedScenario load_resolved(const std::string& name, std::string text);

}  // namespace doorstroom
