#pragma once
/// Effects that take a share of the youths on a route elsewhere, with the same handover, and
/// bouncing as on the route. Of several on one route the first declared that takes a youth counts.

#include <string>
#include <vector>

#include "models/loading/loader.hpp"

namespace doorstroom {

/// The diverts of all interventions, gathered while it is not known yet what else changes the
/// routes that they take from.
class Diverts {
 public:
  /// Both must outlive it.
  Diverts(const NodeRef& tree, LoadContext& context) : tree_(tree), context_(context) {}

  /// Reads an effect that diverts; tells a path that names no route.
  /// @param at       the effect, with its path in the file
  /// @param profile  when it holds; none after an error
  void read(const NodeRef& at, const std::optional<InterventionProfile>& profile);

  /// Once everything else is known of the routes.
  void add_to_routes();

 private:
  struct Declared {
    std::string from;  ///< pattern of paths of routes
    NodeId to = no_node;
    Divert divert;
  };

  void tell_no_route(const NodeRef& from);

  const NodeRef& tree_;
  LoadContext& context_;
  std::vector<Declared> declared_;
};

}  // namespace doorstroom
