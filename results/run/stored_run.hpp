#pragma once
/// What a result file tells of how it came about: enough to run it again, or to go on with it.

#include <cstdint>
#include <string>

#include "models/scenario/scenario.hpp"
#include "results/file/result_reader.hpp"
#include "results/file/run_facts.hpp"

namespace doorstroom {

struct StoredRun {
  /// As it was run: with the seed and the number of replications of the run, and with the documents
  /// as they were given. `resolved` is what this program makes of the one that is stored.
  Scenario scenario;
  /// Whether that is what the file holds, to the letter: another version may know other defaults.
  bool read_alike = true;
  /// Replications of which every youth and visit is kept. Of a file that does not say so: as many
  /// as it has rows of.
  std::uint32_t visits = 1;
  Provenance made_by;
  std::string random_scheme;
};

/// @throws InputError when there is no such file, it is damaged, or its scenario makes no sense to
///         this program
StoredRun stored_run(const std::string& path);

/// The attributes of /run. @throws InputError when they are not there
RunFacts facts_of(const ResultReader& file);

}  // namespace doorstroom
