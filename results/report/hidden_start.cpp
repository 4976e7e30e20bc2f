#include "results/report/hidden_start.hpp"

#include <algorithm>
#include <limits>

namespace doorstroom {
namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

void hide_years(MapNode& node, const Privacy& privacy) {
  for (std::vector<std::vector<double>>* variants : {&node.load, &node.waiting})
    for (std::vector<double>& by_year : *variants)
      for (std::size_t at = 1; at < by_year.size(); ++at)  // the whole period stands first
        if (privacy.hides_year_of(node.id, static_cast<int>(at) - 1)) by_year[at] = gap;
}

void hide_flows(MapFlow& flow, const Privacy& privacy) {
  for (std::vector<double>& by_year : flow.youths) {
    if (by_year.empty()) continue;
    by_year[0] = privacy.flow(by_year[0], static_cast<int>(by_year.size()) - 1);
    for (std::size_t at = 1; at < by_year.size(); ++at)
      if (privacy.hides_flows_of_year(static_cast<int>(at) - 1)) by_year[at] = gap;
  }
}

void hide_days(TimeLine& line, std::ptrdiff_t count) {
  for (std::vector<double>* values :
       {&line.mean, &line.p10, &line.p90, &line.noise_low, &line.noise_high, &line.one_future})
    std::fill_n(values->begin(), std::min(count, std::ssize(*values)), gap);
}

}  // namespace

void hide_start(MapChart& map, const Privacy& privacy) {
  for (MapNode& node : map.nodes) hide_years(node, privacy);
  for (MapFlow& flow : map.flows) hide_flows(flow, privacy);
}

void hide_start(TimeChart& chart, const Privacy& privacy) {
  const auto hidden =
      std::ranges::lower_bound(chart.days, privacy.shown_from_day()) - chart.days.begin();
  for (TimePanel& panel : chart.panels)
    for (TimeLine& line : panel.lines)
      if (line.role == TimeLine::Role::outcome && privacy.hides_start_of(panel.id))
        hide_days(line, hidden);
}

}  // namespace doorstroom
