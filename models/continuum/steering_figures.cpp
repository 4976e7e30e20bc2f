// The figures of a node that steering reads: how many youths are listed, and the waits of a window
// of time.

#include "models/continuum/region.hpp"

namespace doorstroom {

void Region::watch(NodeId node) {
  nodes_[node].watched = true;
}

std::vector<double> Region::waits_since(NodeId node, Instant since) const {
  const NodeState& here = nodes_[node];
  std::vector<double> waits;
  for (const NodeState::Entry& entry : here.entry_log)
    if (entry.at >= since) waits.push_back(entry.waited.count);
  for (const Youth* youth : youths_.all())
    if (youth->stage == Stage::listed && is_listed_at(*youth, node))
      waits.push_back((now() - youth->visit.asked).count);
  return waits;
}

std::size_t Region::listed_at(NodeId node) const {
  std::size_t listed = 0;
  for (const Youth* youth : youths_.all())
    if (youth->stage == Stage::listed && is_listed_at(*youth, node)) ++listed;
  return listed;
}

}  // namespace doorstroom
