#include "models/continuum/draws.hpp"

#include <fmt/format.h>

namespace doorstroom {

std::uint32_t source_word(const std::string& id, std::uint32_t layer, std::uint32_t ordinal) {
  const std::uint32_t block = ordinal / ordinals_per_word;
  if (layer == 0 && block == 0) return hash32(id);
  return hash32(fmt::format("{}/{}/{}", id, layer, block));
}

Draws::Draws(const Scenario& scenario, std::uint32_t replication)
    : stream_{scenario.seed, replication}, absence_word_(hash32("/absence")) {
  node_words_.reserve(scenario.nodes.size());
  for (const Node& node : scenario.nodes) node_words_.push_back(hash32(node.id));
}

int Draws::one_of(const std::vector<double>& weights, double u) {
  double reached = 0;
  int last = -1;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] <= 0) continue;
    last = static_cast<int>(i);
    reached += weights[i];
    if (u < reached) break;
  }
  return last;
}

}  // namespace doorstroom
