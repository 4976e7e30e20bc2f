#pragma once
/// The margins of combinations of capacities: how far each key figure lies on the good side of its
/// target, replication by replication.

#include <optional>
#include <vector>

#include "results/decisions/seek.hpp"
#include "results/experiment/spread_simulations.hpp"

namespace doorstroom {

class SeekMargins {
 public:
  /// @param extra  sets that all combinations share, such as one pool instead of sites
  SeekMargins(const SeekQuestion& question, Simulations& simulations,
              std::vector<std::string> extra = {})
      : question_(question),
        simulations_(simulations),
        spread_(simulations, states_in(question)),
        extra_(std::move(extra)) {}

  /// The states of a question; none: all is as the scenario has it.
  static const std::vector<std::vector<std::string>>& states_in(const SeekQuestion& question);
  /// How the replications are spread over them.
  const SpreadSimulations& spread() const { return spread_; }

  Alternative alternative(const Combination& values) const;

  /// Simulates what is missing. With a chance that is asked for there is one row: 1 - chance where
  /// a replication meets every target, -chance where not. None when that would take more
  /// replications than there may be.
  std::optional<Margins> of(const Combination& values, ReplicationRange replications);
  /// The values of a target's key figure. @pre they were simulated
  std::vector<double> figures(const Combination& values, std::size_t constraint,
                              ReplicationRange replications) const;
  /// Whether each replication meets every target; one without data does not.
  std::vector<bool> met(const Combination& values, ReplicationRange replications) const;
  SearchRules rules() const;

 private:
  const SeekQuestion& question_;
  Simulations& simulations_;
  SpreadSimulations spread_;
  std::vector<std::string> extra_;
};

}  // namespace doorstroom
