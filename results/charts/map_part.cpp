#include "results/charts/map_part.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "results/charts/map_layout.hpp"

namespace doorstroom {
namespace {

/// Of the base over all years; 0 without data.
double base_value(const std::vector<std::vector<double>>& values) {
  const bool known = !values.empty() && !values[0].empty() && std::isfinite(values[0][0]);
  return known ? values[0][0] : 0;
}

/// The nodes chosen and the flows between them, laid out.
MapChart part_of(const MapChart& map, const std::vector<bool>& chosen) {
  MapChart part = map;
  part.nodes.clear();
  part.flows.clear();
  std::vector<std::size_t> place(map.nodes.size());
  for (std::size_t i = 0; i < map.nodes.size(); ++i)
    if (chosen[i]) {
      place[i] = part.nodes.size();
      part.nodes.push_back(map.nodes[i]);
    }
  for (MapFlow flow : map.flows)
    if (chosen[flow.from] && chosen[flow.to]) {
      flow.from = place[flow.from];
      flow.to = place[flow.to];
      part.flows.push_back(flow);
    }
  lay_out(part);
  return part;
}

/// For each node, the youths that go between it and the nodes chosen; with all, those who pass it.
std::vector<double> youths_between(const MapChart& map, const std::vector<bool>& chosen) {
  std::vector<double> youths(map.nodes.size());
  for (const MapFlow& flow : map.flows) {
    if (flow.from == flow.to) continue;
    if (chosen[flow.from]) youths[flow.to] += base_value(flow.youths);
    if (chosen[flow.to]) youths[flow.from] += base_value(flow.youths);
  }
  return youths;
}

}  // namespace

MapChart main_ways_within(const MapChart& map, double width, double height) {
  if (map.nodes.empty() || (map.width <= width && map.height <= height)) return map;
  const std::size_t count = map.nodes.size();
  std::vector<bool> chosen(count);
  std::vector<bool> refused(count);
  const std::vector<double> passing = youths_between(map, std::vector<bool>(count, true));
  chosen[static_cast<std::size_t>(std::ranges::max_element(passing) - passing.begin())] = true;
  MapChart part = part_of(map, chosen);
  while (true) {
    const std::vector<double> youths = youths_between(map, chosen);
    std::size_t next = count;
    for (std::size_t i = 0; i < count; ++i)
      if (!chosen[i] && !refused[i] && youths[i] > (next < count ? youths[next] : 0)) next = i;
    if (next == count) return part;
    chosen[next] = true;
    MapChart larger = part_of(map, chosen);
    if (larger.width <= width && larger.height <= height) {
      part = std::move(larger);
    } else {
      chosen[next] = false;
      refused[next] = true;
    }
  }
}

}  // namespace doorstroom
