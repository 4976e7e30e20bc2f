#pragma once
/// Diverts: effects that send a share of the youths on a route to another node, with the handover
/// and the bounces of that route. When a route has several, the first declared that takes a youth
/// decides.

#include <string>
#include <vector>

#include "models/loading/loader.hpp"

namespace doorstroom {

/// Gathers the diverts of all interventions. They copy the routes that they take from, so they are
/// added once all other effects on those routes are known.
class Diverts {
 public:
  /// Both must outlive it.
  Diverts(const NodeRef& tree, LoadContext& context) : tree_(tree), context_(context) {}

  /// Reads an effect that diverts; reports a path that names no route.
  /// @param at       the effect, with its path in the file
  /// @param profile  when it holds; none after an error
  void read(const NodeRef& at, const std::optional<InterventionProfile>& profile);

  /// Call it once all other effects are attached.
  void add_to_routes();

 private:
  struct Declared {
    std::string from;  ///< pattern of paths of routes
    NodeId to = no_node;
    Divert divert;
  };

  void report_no_route(const NodeRef& from);

  const NodeRef& tree_;
  LoadContext& context_;
  std::vector<Declared> declared_;
};

}  // namespace doorstroom
