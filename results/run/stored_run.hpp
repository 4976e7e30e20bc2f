#pragma once
/// How a result file was made: enough to run it again, or to extend it.

#include <cstdint>
#include <string>

#include "models/scenario/scenario.hpp"
#include "results/file/result_reader.hpp"
#include "results/file/run_facts.hpp"

namespace doorstroom {

struct StoredRun {
  /// The scenario with the seed and number of replications of the run, and the documents as given.
  /// `resolved` is what this program makes of the stored JSON.
  Scenario scenario;
  /// Whether `resolved` equals the text in the file; another version may have other defaults.
  bool read_alike = true;
  /// Number of replications of which every youth and visit is kept. If the file does not record it:
  /// the number that it has rows of.
  std::uint32_t visits = 1;
  Provenance made_by;
  std::string random_scheme;
};

/// @throws InputError when there is no such file, it is damaged, or this program cannot load its
///         scenario
StoredRun stored_run(const std::string& path);

/// The attributes of /run. @throws InputError when they are missing
RunFacts facts_of(const ResultReader& file);

}  // namespace doorstroom
