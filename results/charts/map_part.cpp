#include "results/charts/map_part.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "results/charts/map_layout.hpp"

namespace doorstroom {
namespace {

/// Of the base over all years; 0 without data.
double base_value(const std::vector<std::vector<double>>& values) {
  const bool known = !values.empty() && !values[0].empty() && std::isfinite(values[0][0]);
  return known ? values[0][0] : 0;
}

/// As shares of the largest.
void scale_to_one(std::vector<double>& values) {
  const double largest = values.empty() ? 0 : *std::ranges::max_element(values);
  if (largest > 0)
    for (double& each : values) each /= largest;
}

std::vector<double> weights_of(const MapChart& map) {
  std::vector<double> passing(map.nodes.size());
  std::vector<double> waiting(map.nodes.size());
  for (const MapFlow& flow : map.flows)
    for (const std::size_t end : {flow.from, flow.to}) passing[end] += base_value(flow.youths);
  for (std::size_t i = 0; i < map.nodes.size(); ++i) waiting[i] = base_value(map.nodes[i].waiting);
  scale_to_one(passing);
  scale_to_one(waiting);
  for (std::size_t i = 0; i < passing.size(); ++i) passing[i] += waiting[i];
  return passing;
}

}  // namespace

MapChart busiest_part(const MapChart& map, std::size_t nodes) {
  const std::vector<double> weights = weights_of(map);
  std::vector<std::size_t> order(map.nodes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::ranges::greater{},
                           [&](std::size_t i) { return weights[i]; });
  order.resize(std::min(nodes, order.size()));
  std::ranges::sort(order);

  MapChart part = map;
  part.nodes.clear();
  part.flows.clear();
  std::vector<std::size_t> place(map.nodes.size(), order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    part.nodes.push_back(map.nodes[order[i]]);
    place[order[i]] = i;
  }
  for (MapFlow flow : map.flows) {
    flow.from = place[flow.from];
    flow.to = place[flow.to];
    if (flow.from < order.size() && flow.to < order.size()) part.flows.push_back(flow);
  }
  lay_out(part);
  return part;
}

MapChart busiest_part_within(const MapChart& map, double width, double height) {
  constexpr std::size_t most = 30;  // more never fit where not all do
  if (map.width <= width && map.height <= height) return map;
  for (std::size_t nodes = std::min(most, map.nodes.size()); nodes > 1; --nodes) {
    MapChart part = busiest_part(map, nodes);
    if (part.width <= width && part.height <= height) return part;
  }
  return busiest_part(map, 1);
}

}  // namespace doorstroom
