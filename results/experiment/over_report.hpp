#pragma once
/// What an answer says of its states of the world: those of `evidence`, or the sets of a
/// calibration.

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <vector>

#include "models/messages/message.hpp"
#include "results/experiment/simulations.hpp"
#include "results/experiment/states_of_world.hpp"

namespace doorstroom {

/// The scenario that is asked about.
struct AskedScenario {
  std::string name;
  std::string digest;  ///< SHA-256 of it, resolved

  static AskedScenario of(const Simulations& simulations);
};

/// "evidence", or an object about the sets.
nlohmann::ordered_json over_json(const std::optional<CalibratedSets>& sets,
                                 const Assumptions& assumptions, const AskedScenario& base);

/// Lines about sets: what they are, whether they are of another scenario, and what they do not
/// know.
std::vector<LocalizedText> notes_on(const CalibratedSets& sets, const Assumptions& assumptions,
                                    const AskedScenario& base);

}  // namespace doorstroom
