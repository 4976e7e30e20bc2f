#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "engine/sample.hpp"
#include "results/rows/kpi_rows.hpp"

namespace doorstroom {
namespace {

constexpr double placed_in_time_days = 70;

double share(double segment, double whole) {
  return whole > 0 ? segment / whole : std::numeric_limits<double>::quiet_NaN();
}

void add_all(SmallBlocks<double>& sum, const SmallBlocks<double>& more) {
  sum.insert(sum.end(), more.begin(), more.end());
}

YearRecord& operator+=(YearRecord& sum, const YearRecord& year) {
  sum.arrived += year.arrived;
  sum.dropouts += year.dropouts;
  sum.absent_4w_days += year.absent_4w_days;
  sum.absent_13w_days += year.absent_13w_days;
  sum.education_days_lost += year.education_days_lost;
  sum.full_youth_care += year.full_youth_care;
  add_all(sum.placement_days, year.placement_days);
  add_all(sum.care_to_education_days, year.care_to_education_days);
  sum.exits += year.exits;
  sum.exits_with_education += year.exits_with_education;
  sum.bounces += year.bounces;
  sum.returns += year.returns;
  sum.mediated += year.mediated;
  return sum;
}

/// Cost to all funders of a year; of -1, of the whole period [EUR].
double euro_of(const Replication& replication, int year) {
  double euro = 0;
  for (const Expense& expense : replication.expenses)
    if (year < 0 || replication.scenario.period.segments()[expense.segment].year == year)
      euro += expense.euro;
  return euro;
}

/// Calls take(figure...) with the key figures of a span in the order of system_kpis(), all but the
/// cost.
template <class Take>
void take_figures(const Replication& replication, int year, const YearRecord& span, Take take) {
  const double years = replication.years_in(year);
  const double days = replication.days_of(year);
  const auto per_year = [years](auto count) { return static_cast<double>(count) / years; };
  const auto number = [](auto count) { return static_cast<double>(count); };
  const auto placed_in_time =
      std::count_if(span.placement_days.begin(), span.placement_days.end(),
                    [](double waited) { return waited <= placed_in_time_days; });
  std::vector<double> placement(span.placement_days.begin(), span.placement_days.end());
  std::vector<double> care(span.care_to_education_days.begin(), span.care_to_education_days.end());
  const double placement_mean = mean_of(placement);
  const std::vector<double> placed = quantiles(std::move(placement), {0.5, 0.9});
  take(span.arrived, per_year(span.dropouts), span.absent_4w_days / days,
       span.absent_13w_days / days, per_year(span.education_days_lost),
       per_year(span.full_youth_care), placement_mean, placed[0], placed[1],
       share(number(placed_in_time), number(span.arrived)),
       per_year(span.care_to_education_days.size()), quantiles(std::move(care), {0.5})[0],
       share(number(span.exits_with_education), number(span.exits)),
       share(number(span.bounces), number(span.arrived)),
       share(number(span.returns), number(span.exits)), per_year(span.mediated));
}

/// Adds a row: the keys, then the key figures of that span.
template <class... Keys>
void add_row(const Replication& replication, int year, const YearRecord& span, TableData& rows,
             Keys... keys) {
  const double years = replication.years_in(year);
  take_figures(replication, year, span, [&](const auto&... figures) {
    rows.add(keys..., figures..., euro_of(replication, year) / years);
  });
}

}  // namespace

void add_replication_row(const Replication& replication, TableData& rows) {
  YearRecord whole;
  for (const YearRecord& year : replication.records.years) whole += year;
  add_row(replication, -1, whole, rows, replication.number);
}

void add_year_rows(const Replication& replication, TableData& rows) {
  for (int year = 0; year < replication.years(); ++year)
    add_row(replication, year, replication.records.years[static_cast<std::size_t>(year)], rows,
            replication.number, year);
}

void add_group_rows(const Replication& replication, TableData& rows) {
  std::int32_t code = 0;
  for (const YearRecord& group : replication.records.groups)
    take_figures(replication, -1, group, [&](const auto&... figures) {
      rows.add(replication.number, code, figures...);
      ++code;
    });
}

}  // namespace doorstroom
