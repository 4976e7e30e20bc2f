#pragma once
/// Loads a scenario from a file, or reports every mistake in the file at once.

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "models/yaml/issues.hpp"

namespace doorstroom {

struct LoadContext;
struct Removal;

/// A scenario file that is not on disk, or not yet. It may come from somebody who is not to read
/// what else is there: it may name no tables, though what it extends may.
struct ScenarioText {
  std::string path;  ///< where it would be: what it extends is found from there
  std::string text;  ///< YAML
};

struct LoadedScenario {
  Scenario scenario;
  std::vector<Issue> warnings;
};

/// What is looked at in a scenario besides, by who knows more than this library, so that it is told
/// with all other mistakes. It sees a scenario that may have mistakes.
using FurtherCheck = std::function<void(LoadContext&)>;

/// A scenario file as a complete tree. From it many scenarios can be made that differ in some
/// parameters; each costs a copy of the tree.
class ScenarioTree {
 public:
  /// @param path  of the scenario file
  /// @param sets  changes by path from the command line, as "PATH=VALUE"; VALUE is YAML
  /// @throws InputError when there is nothing to make a scenario of; other mistakes wait for load()
  ScenarioTree(const std::string& path, const std::vector<std::string>& sets);
  /// From the resolved scenario that a result file holds.
  /// @param name  what stands for its path in messages
  ScenarioTree(const std::string& name, std::string resolved);

  /// What a file of that text would be. @throws InputError as for a file
  explicit ScenarioTree(ScenarioText file);

  /// @throws InputError with every mistake
  LoadedScenario load(const FurtherCheck& further = {}) const;
  /// With further parameters set. @throws InputError with every mistake
  LoadedScenario with(const std::vector<std::string>& sets) const;
  /// The mistakes that load() would report.
  std::vector<Issue> mistakes(const FurtherCheck& further = {}) const;
  /// The mistakes that with(sets) would report.
  std::vector<Issue> mistakes_with(const std::vector<std::string>& sets) const;

  /// The path of the file that this one extends; empty: it extends none.
  const std::string& base() const { return base_; }
  /// The files it was read from, the named one first.
  const std::vector<Document>& documents() const { return documents_; }
  /// The tree, complete. @pre load() passes
  const Value& tree() const { return *tree_; }

 private:
  /// @param removals  what the files take away from those that they extend
  /// @param closed  document that may name no tables; negative: none
  void take_in(const std::vector<std::string>& arguments, std::vector<Removal> removals,
               int closed = -1);
  LoadedScenario load(const Value& tree, std::vector<Document> documents, Issues& issues,
                      const std::set<std::string>& reported,
                      const FurtherCheck& further = {}) const;
  LoadedScenario with(const std::vector<std::string>& sets, Issues& issues) const;

  std::string path_;
  std::string base_;
  std::vector<Document> documents_;
  Issues issues_;
  std::shared_ptr<Value> tree_;
  std::set<std::string> reported_;  ///< paths that the shape took out, or missed
};

/// @param path  of the scenario file
/// @param sets  changes by path from the command line, as "PATH=VALUE"; VALUE is YAML
/// @throws InputError with every mistake
LoadedScenario load_scenario(const std::string& path, const std::vector<std::string>& sets = {},
                             const FurtherCheck& further = {});

/// Loads the resolved scenario that a result file holds, tables of arrivals included. It reads no
/// other file.
/// @param name  what stands for its path in messages
/// @throws InputError with every mistake
LoadedScenario load_resolved(const std::string& name, std::string text);

}  // namespace doorstroom
