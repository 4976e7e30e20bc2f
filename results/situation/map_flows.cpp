#include "results/situation/map_flows.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "results/figures/kpi_values.hpp"

namespace doorstroom {
namespace {

constexpr double drawn_share = 0.9;

/// Where the nodes of a result stand on the map, by code.
std::vector<std::size_t> places_on_map(ResultReader& file, const std::vector<MapNode>& nodes) {
  std::vector<std::size_t> places;
  for (const std::string& id : file.table("/nodes").texts("id"))
    places.push_back(
        static_cast<std::size_t>(std::ranges::find(nodes, id, &MapNode::id) - nodes.begin()));
  return places;
}

/// All flows; those that a variant does not have are zero there.
std::vector<MapFlow> all_flows(ReportSources& sources, const std::vector<MapNode>& nodes) {
  const auto years = static_cast<std::size_t>(years_of(sources.base()));
  std::map<std::pair<std::size_t, std::size_t>, MapFlow> flows;
  for (std::size_t variant = 0; variant <= sources.variants(); ++variant) {
    ResultReader& file = sources.results()[variant];
    const std::vector<std::size_t> places = places_on_map(file, nodes);
    const Table& rows = file.table("/flows");
    const std::vector<std::int32_t>& from = rows.codes("from");
    const std::vector<std::int32_t>& to = rows.codes("to");
    const std::vector<std::int32_t>& year = rows.codes("year");
    const std::vector<std::int64_t>& youths = rows.counts("youths");
    const auto replications = static_cast<double>(file.integer("replications"));
    for (std::size_t row = 0; row < rows.rows(); ++row) {
      if (year[row] < 0 || static_cast<std::size_t>(year[row]) >= years) continue;
      const std::pair way{places[static_cast<std::size_t>(from[row])],
                          places[static_cast<std::size_t>(to[row])]};
      MapFlow& flow = flows[way];
      if (flow.youths.empty()) {
        flow.from = way.first;
        flow.to = way.second;
        flow.youths.assign(sources.variants() + 1, std::vector<double>(years + 1, 0.0));
      }
      std::vector<double>& mean = flow.youths[variant];
      const double a_year = static_cast<double>(youths[row]) / replications;
      mean[static_cast<std::size_t>(year[row]) + 1] += a_year;
      mean[0] += a_year / static_cast<double>(years);
    }
  }
  std::vector<MapFlow> all;
  for (auto& [way, flow] : flows) all.push_back(std::move(flow));
  return all;
}

double size_of(const MapFlow& flow) {
  double largest = 0;
  for (const std::vector<double>& variant : flow.youths) largest = std::max(largest, variant[0]);
  return largest;
}

}  // namespace

MapFlows map_flows(ReportSources& sources, const std::vector<MapNode>& nodes) {
  std::vector<MapFlow> all = all_flows(sources, nodes);
  std::ranges::stable_sort(all, std::ranges::greater{}, size_of);
  const double steps =
      std::accumulate(all.begin(), all.end(), 0.0,
                      [](double sum, const MapFlow& flow) { return sum + size_of(flow); });
  std::vector<bool> is_left(nodes.size(), false);
  std::vector<bool> is_reached(nodes.size(), false);
  MapFlows flows;
  double carried = 0;
  for (MapFlow& flow : all) {
    const bool is_large = carried < drawn_share * steps;
    carried += size_of(flow);
    const bool goes_on = flow.from != flow.to;
    if (is_large || (goes_on && (!is_left[flow.from] || !is_reached[flow.to]))) {
      is_left[flow.from] = is_left[flow.from] || goes_on;
      is_reached[flow.to] = is_reached[flow.to] || goes_on;
      flows.drawn.push_back(std::move(flow));
    } else {
      ++flows.left_away;
    }
  }
  return flows;
}

}  // namespace doorstroom
