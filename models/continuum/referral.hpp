#pragma once
/// Where a youth goes next.

#include <boost/container/small_vector.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "models/scenario/scenario.hpp"

namespace doorstroom {

/// What a route may ask of a youth.
struct Traits {
  double age_years = 0;  ///< on the last 1 August
  int severity = 0;
  int subregion = -1;
};

/// Whether a node lets such a youth in, by `admits`; a choice does where one of its nodes does.
bool admits(const Scenario& scenario, NodeId node, const Traits& traits);

/// The ways on from one node, with what never changes worked out beforehand.
class RouteSelector {
 public:
  /// Both must outlive it.
  RouteSelector(const Scenario& scenario, const Routing& routing);

  /// The route, where it is the same for everybody at all times; null where it takes a draw.
  const Route* fixed_route() const { return fixed_route_; }

  /// The route that a youth takes: of the first branch that applies, the target in which u falls.
  /// Targets whose `if` or `admits` do not apply are skipped; their shares go to the rest or,
  /// without one, the others are rescaled. The rest lies above all others, so that a share that
  /// changes moves only those between it and the rest.
  /// @param u  uniform between 0 and 1
  /// @return null when no route applies
  const Route* choose(const Traits& traits, double u, EvaluationTime when) const;

  /// Which share of such youths takes each route.
  std::vector<std::pair<const Route*, double>> shares(const Traits& traits,
                                                      EvaluationTime when) const;

 private:
  /// Up to which u each route is taken; the last is taken beyond as well.
  struct Split {
    boost::container::small_vector<double, 12> reached;
    boost::container::small_vector<const Route*, 12> routes;  ///< one more when there is a rest

    const Route* at(double u) const;
  };
  struct Way {
    explicit Way(const Scenario& scenario, const Route& its);

    const Route* route;
    bool open_to_all;
    std::optional<double> share;  ///< where it never changes; of a rest: none
  };
  struct Ready {
    std::optional<Condition> only_if;
    std::vector<Way> ways;
    bool fixed = false;  ///< open to everybody, in shares that never change
    Split split;         ///< when fixed
  };

  void split(const std::vector<Way>& ways, const Traits& traits, EvaluationTime when,
             Split& split) const;

  const Scenario& scenario_;
  std::vector<Ready> branches_;
  const Route* fixed_route_ = nullptr;
};

}  // namespace doorstroom
