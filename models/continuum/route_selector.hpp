#pragma once
/// The routes from one node, and which of them a youth takes.

#include <boost/container/small_vector.hpp>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "models/scenario/scenario.hpp"

namespace doorstroom {

/// What a route may ask of a youth.
struct Traits {
  double age_years = 0;  ///< on the last 1 August
  SeverityId severity{0};
  AttributeValues values;
  std::span<const HelpBeside> help{};  ///< beside the way
  Instant now{};                       ///< when it is asked
};

/// Whether a node admits such a youth. A choice does if any of its nodes does.
bool admits(const Scenario& scenario, NodeId node, const Traits& traits);

/// Selects a route from one node. What never changes is worked out beforehand.
class RouteSelector {
 public:
  /// Both must outlive it.
  RouteSelector(const Scenario& scenario, const Routing& routing);

  /// The route that every youth takes at all times, if there is only one; else null.
  const Route* fixed_route() const { return fixed_route_; }

  /// The route that a youth takes: of the first branch that applies, the target in which u falls.
  /// Targets whose `if` or `admits` do not apply are skipped; their shares go to the rest or,
  /// without one, the others are rescaled. The rest lies above all others, so that a share that
  /// changes moves only those between it and the rest.
  /// @param u  uniform between 0 and 1
  /// @return null when no route applies
  const Route* choose(const Traits& traits, double u, EvaluationTime when) const;

 private:
  /// Up to which u each route is taken; the last is taken beyond as well.
  struct Split {
    boost::container::small_vector<double, 12> reached;
    boost::container::small_vector<const Route*, 12> routes;  ///< one more when there is a rest

    const Route* at(double u) const;
  };
  struct Candidate {
    explicit Candidate(const Scenario& scenario, const Route& its);

    const Route* route;
    bool open_to_all;
    std::optional<double> share;  ///< where it never changes; of a rest: none
  };
  struct Ready {
    std::optional<Condition> only_if;
    std::vector<Candidate> candidates;
    bool fixed = false;  ///< open to everybody, in shares that never change
    Split split;         ///< when fixed
  };

  void split(const std::vector<Candidate>& candidates, const Traits& traits, EvaluationTime when,
             Split& split) const;

  const Scenario& scenario_;
  std::vector<Ready> branches_;
  const Route* fixed_route_ = nullptr;
};

}  // namespace doorstroom
