#pragma once
/// The result files that `compare` compares: those that the user names, and those of scenarios,
/// which are found, made, or extended.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/messages/language.hpp"
#include "models/scenario/scenario.hpp"
#include "results/run/scenario_run.hpp"

namespace doorstroom {

/// What `compare` is asked about which results.
struct ComparedOrder {
  std::string base;                           ///< result file or scenario
  std::vector<std::string> variants;          ///< likewise
  std::string folder;                         ///< for results of scenarios; empty: here
  std::optional<std::uint32_t> replications;  ///< that are compared; empty: all that are there
  int jobs = 0;                               ///< worker processes; 0: one for each core
  bool force = false;                         ///< replace results of other runs
  std::string save;                           ///< file for the comparison; empty: none
};

/// Whether the user named a scenario, and no result.
bool is_scenario(const std::string& path);

/// Finds or makes the result file of each scenario and result that the user named. With
/// `replications`, each file then holds at least so many: what a scenario's result lacks is run and
/// added to it.
class ComparedResults {
 public:
  /// @param order  must outlive it
  ComparedResults(const ComparedOrder& order, Language language);

  /// The result file of the base. Called first: it decides the seed and the number of replications.
  /// @throws InputError when a file that the user named has too few replications, or that of a
  ///         scenario holds another run
  std::string base();
  /// The result file of a variant. @throws InputError as base()
  std::string variant(const std::string& path);

  /// What was read and made so far, and is not to be replaced.
  const std::vector<std::string>& kept() const { return kept_; }

 private:
  std::string named(const std::string& path) const;
  std::string run(const std::string& path, Scenario scenario);
  void tell_used(const std::string& out) const;
  Scenario extended(const std::string& out, RunOrder& run) const;

  const ComparedOrder& order_;
  Language language_;
  std::uint32_t seed_ = 0;
  std::uint32_t replications_ = 0;  ///< of scenarios that are run
  std::vector<std::string> kept_;
};

}  // namespace doorstroom
