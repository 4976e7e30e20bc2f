#pragma once
/// Ends the run when a youth moves endlessly without time passing.

#include <cstdint>
#include <string>

#include "models/continuum/youth.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

class MoveGuard {
 public:
  /// @param scenario  must outlive the guard
  explicit MoveGuard(const Scenario& scenario) : scenario_(scenario) {}

  /// The youth asks at the present node.
  /// @throws RunError  at the 10,000th move of a youth at one instant; it names the last nodes
  void count(Youth& youth, Instant now) {
    if (youth.moves.at != now) youth.moves.count = 0;
    youth.moves.at = now;
    if (++youth.moves.count >= suspicious) remember(youth);
  }

 private:
  static constexpr std::uint32_t suspicious = 9'994;

  void remember(const Youth& youth);

  const Scenario& scenario_;
  std::string recent_;  ///< nodes at which a youth asked who moves suspiciously often
};

}  // namespace doorstroom
