#include "results/choices/page_one_digits.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "results/choices/page_one_options.hpp"
#include "results/stats/intervals.hpp"

namespace doorstroom {

bool is_on_page_one(const KpiName& kpi) {
  constexpr std::array columns{"placement_days_mean", "absent_13w_mean", "dropouts_per_year",
                               "cost_euro_per_year"};
  return kpi.is_of_system() && kpi.year < 0 &&
         std::ranges::find(columns, kpi.column) != columns.end();
}

NumberText common_digits(std::string_view units, const std::vector<Interval>& values) {
  Interval about{0, no_number, no_number, 2};
  double noise = 0;
  for (const Interval& each : values) {
    if (std::isfinite(each.mean)) about.mean = std::max(about.mean, std::abs(each.mean));
    if (std::isfinite(each.half_width())) noise = std::max(noise, each.half_width());
  }
  about.low = about.mean - noise;
  about.high = about.mean + noise;
  return {units, about};
}

std::vector<int> years_on_page_one(ReportSources& sources) {
  const int years = years_of(sources.base());
  return years > 1 ? std::vector{0, years - 1} : std::vector{0};
}

NumberText page_one_digits(ReportSources& sources, const KpiName& kpi) {
  std::vector<Interval> values;
  KpiName in_year = kpi;
  for (const int year : years_on_page_one(sources)) {
    in_year.year = year;
    values.push_back(t_interval(kpi_values(sources.base(), in_year)));
  }
  values.push_back(t_interval(kpi_values(sources.base(), kpi)));
  for (const std::size_t variant : variants_on_page_one(sources))
    values.push_back(t_interval(kpi_values(sources.results()[variant + 1], kpi)));
  return common_digits(kpi.definition().units, values);
}

}  // namespace doorstroom
