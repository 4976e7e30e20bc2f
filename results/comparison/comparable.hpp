#pragma once
/// Checks that two runs can be compared replication by replication: both must have the same youths
/// with the same random numbers.

#include <cstdint>
#include <string>

#include "models/scenario/scenario.hpp"
#include "results/file/result_reader.hpp"

namespace doorstroom {

/// What decides of a run who arrives, when, and with which random numbers.
struct RunFutures {
  std::string path;      ///< of the file that holds it, for messages
  std::string resolved;  ///< the scenario, as canonical JSON
  std::int64_t seed = 0;
  std::string random_scheme;
  std::string start_date;  ///< "2026-08-01"
  std::int64_t period_days = 0;
  std::int64_t horizon_days = 0;
};

RunFutures futures_of(ResultReader& file);
/// Of a scenario that this program runs. @param path  for messages
RunFutures futures_of(const Scenario& scenario, const std::string& path);

/// @throws InputError that lists everything that has to be equal and is not
void check_comparable(const RunFutures& base, const RunFutures& variant);

}  // namespace doorstroom
