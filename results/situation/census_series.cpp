#include "results/situation/census_series.hpp"

#include <algorithm>
#include <cmath>

#include "engine/units.hpp"
#include "results/stats/intervals.hpp"

namespace doorstroom {

std::vector<std::int32_t> drawn_weeks(std::int64_t period_days) {
  constexpr std::int32_t every_week_up_to = 4 * 53;
  const auto last =
      static_cast<std::int32_t>(std::ceil(static_cast<double>(period_days) / days_per_week) - 1);
  const bool all = last < every_week_up_to;
  std::vector<std::int32_t> weeks;
  for (std::int32_t week = 0; week <= last; ++week)
    if (all || week % 13 == 0 || week % 13 == 4 || week % 13 == 9) weeks.push_back(week);
  return weeks;
}

std::vector<CensusCounts> census_counts(const Table& census, const char* column,
                                        const std::vector<std::int32_t>& weeks) {
  const bool has_nodes = census.has("node");
  const std::size_t nodes =
      has_nodes ? census.spec.columns[census.spec.index_of("node")].names.size() : 1;
  std::vector<CensusCounts> counts(nodes, CensusCounts(weeks.size()));
  if (weeks.empty()) return counts;
  constexpr auto not_drawn = static_cast<std::size_t>(-1);
  std::vector<std::size_t> points(static_cast<std::size_t>(weeks.back()) + 1, not_drawn);
  for (std::size_t point = 0; point < weeks.size(); ++point)
    points[static_cast<std::size_t>(weeks[point])] = point;
  const std::vector<std::int32_t>& week = census.codes("week");
  const std::vector<std::int32_t>& values = census.codes(column);
  const std::int32_t* node = has_nodes ? census.codes("node").data() : nullptr;
  for (std::size_t row = 0; row < census.rows(); ++row) {
    if (week[row] < 0 || week[row] > weeks.back()) continue;
    const std::size_t point = points[static_cast<std::size_t>(week[row])];
    if (point == not_drawn) continue;
    counts[node == nullptr ? 0 : static_cast<std::size_t>(node[row])][point].push_back(values[row]);
  }
  return counts;
}

void hide_first_weeks(CensusCounts& counts, const std::vector<std::int32_t>& weeks,
                      double shown_from_day) {
  for (std::size_t point = 0; point < weeks.size(); ++point)
    if (weeks[point] * days_per_week < shown_from_day) std::ranges::fill(counts[point], no_number);
}

void fill_in(TimeLine& line, const CensusCounts& counts) {
  const bool several =
      std::ranges::any_of(counts, [](const std::vector<double>& each) { return each.size() > 1; });
  const bool whole = several && line.variant == 0 && line.role == TimeLine::Role::outcome;
  for (const std::vector<double>& values : counts) {
    const Estimate estimate = estimate_of(values);
    line.mean.push_back(estimate.mean.mean);
    if (!whole) continue;
    line.p10.push_back(estimate.p10);
    line.p90.push_back(estimate.p90);
    line.noise_low.push_back(std::max(estimate.mean.low, 0.0));
    line.noise_high.push_back(estimate.mean.high);
    line.one_future.push_back(values.empty() ? no_number : values.front());
  }
}

}  // namespace doorstroom
