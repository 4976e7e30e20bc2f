#pragma once
/// Sets what every desk and arrangement can take: places, start days, staff, closures, and whether
/// its funders have money left.
///
/// Capacity is reviewed at the beginning of a day. A rise is offered at once. After a fall, stays
/// and work that run finish first. A whole is split as evenly as possible over the units of a node:
/// staff exactly, places and quotas of `starts` in whole numbers, the first units getting one more.

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "models/continuum/blocked_cycles.hpp"
#include "models/continuum/budgets.hpp"
#include "models/continuum/node_states.hpp"
#include "models/continuum/offer_queue.hpp"
#include "models/continuum/sampler.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

class Capacity {
 public:
  /// The inputs of capacity, and the objects that must know when it changes. All must outlive it.
  struct Links {
    const Scenario& scenario;
    const SimulationTime& time;
    const Sampler& sampler;
    NodeStates& nodes;
    OfferQueue& offers;
    BlockedCycles& cycles;
  };
  explicit Capacity(const Links& links);

  /// Sets the capacity of a node for the day that begins now.
  void review(NodeId node);
  /// By whole day, in order of nodes, the desks and arrangements whose capacity may change.
  std::map<std::int64_t, std::vector<NodeId>> review_days() const;

  /// Opens places in an arrangement for good, or closes them (a negative number).
  void add_places(NodeId arrangement, std::int64_t count);
  /// Places of an arrangement, without those made for one youth.
  std::int64_t places_of(NodeId arrangement) const;

  bool has_budgets() const { return budgets_.has_value(); }
  /// Closes nodes whose funders have spent their budgets, and opens those whose funders have money
  /// again, for the day that begins now.
  /// @pre has_budgets()
  void review_budgets();
  /// What was used of a desk or arrangement since the run began; of other nodes nothing.
  NodeRecord::Usage used_so_far(NodeId node) const;

 private:
  void review_desk(NodeState& here);
  void review_arrangement(NodeState& here);
  void review_pool(SiteState& pool);
  /// Writes down since when a node admits nobody for want of money, or until when.
  void note_money(NodeState& here, bool funded) const;
  std::int64_t starts_today(const Arrangement& arrangement) const;

  Links links_;
  std::optional<Budgets> budgets_;
};

}  // namespace doorstroom
