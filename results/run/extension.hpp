#pragma once
/// Whether replications may be added to a result: only when what is added comes from the same
/// scenario, the same seed and the same program, so that the file is then what a run of all of them
/// would have been.

#include <cstdint>
#include <optional>

#include "results/run/stored_run.hpp"

namespace doorstroom {

/// What the user asks of the result that is gone on from.
struct ExtensionOrder {
  std::uint32_t replications = 0;         ///< how many there shall be
  std::optional<std::uint32_t> seed{};    ///< as asked for; empty: that of the file
  std::optional<std::uint32_t> visits{};  ///< likewise
  const Scenario* given = nullptr;        ///< the scenario named beside the file; null: none
  bool force = false;                     ///< whatever program made the file
};

/// @param path  of the earlier result, for messages
/// @throws InputError, with how to mend it, when there are as many replications already, the seed,
///         the scenario or the visits kept are others, or another program made the file. `force`
///         is a way around the version of the program, not around the scheme of random numbers
void check_extension(const std::string& path, const StoredRun& earlier, const ExtensionOrder& order,
                     const Provenance& here);

}  // namespace doorstroom
