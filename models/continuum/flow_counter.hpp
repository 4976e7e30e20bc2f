#pragma once
/// Counts the youths who go from one node to another, in one year of the result at a time.

#include <algorithm>
#include <vector>

#include "models/continuum/records.hpp"

namespace doorstroom {

class FlowCounter {
 public:
  explicit FlowCounter(std::size_t nodes) : flows_(nodes) {}

  /// @param year  of the result; what happens outside the counted period (-1) does not count
  void count(int year, NodeId from, NodeId to) {
    if (year < 0) return;
    std::vector<Flow>& flows = flows_[from];
    for (Flow& flow : flows)
      if (flow.to == to) {
        ++flow.youths;
        return;
      }
    flows.push_back({.year = year, .from = from, .to = to, .youths = 1});
  }

  /// Moves the counts of the year that ends behind `all`, in order of nodes.
  void end_year(std::vector<Flow>& all) {
    for (std::vector<Flow>& flows : flows_) {
      std::ranges::sort(flows, {}, &Flow::to);
      all.insert(all.end(), flows.begin(), flows.end());
      flows.clear();
    }
  }

 private:
  IdVector<NodeId, std::vector<Flow>> flows_;  ///< of the present year, by the node that is left
};

}  // namespace doorstroom
