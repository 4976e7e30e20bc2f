#pragma once
/// Checks whether replications may be added to a result: only with the same scenario, seed and
/// program, so that the file becomes what one run of all replications would have written.

#include <cstdint>
#include <optional>

#include "results/run/stored_run.hpp"

namespace doorstroom {

/// What the user asks for when extending a result.
struct ExtensionOrder {
  std::uint32_t replications = 0;         ///< in the file afterwards
  std::optional<std::uint32_t> seed{};    ///< empty: that of the file
  std::optional<std::uint32_t> visits{};  ///< likewise
  const Scenario* given = nullptr;        ///< the scenario named beside the file; null: none
  bool force = false;                     ///< allow a file of another version of the program
};

/// @param path  of the earlier result, for messages
/// @throws InputError, with a suggestion, when the file has that many replications already, when
///         seed, scenario or the visits kept differ, or when another program made the file. `force`
///         allows another version of the program, not another scheme of random numbers
void check_extension(const std::string& path, const StoredRun& earlier, const ExtensionOrder& order,
                     const Provenance& here);

}  // namespace doorstroom
