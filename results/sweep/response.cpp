#include "results/sweep/response.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/algorithm/string/join.hpp>
#include <cmath>

#include "engine/error.hpp"
#include "models/messages/message.hpp"
#include "results/stats/paired.hpp"
#include "results/table/code_name.hpp"

namespace doorstroom {
namespace {

constexpr std::size_t most_levels = 12;
constexpr auto point_name = "point";

std::string with_unit(const std::string& text, const std::string& unit) {
  return unit == "1" ? text : text + " " + unit;
}

/// Divides the range of the numbers into levels of equal width.
std::vector<Level> in_stretches(const std::vector<double>& numbers, int stretches,
                                const std::string& unit) {
  const auto [least, most] = std::ranges::minmax(numbers);
  const double width = (most - least) / stretches;
  std::vector<Level> levels;
  for (int i = 0; i < stretches; ++i) {
    const double from = least + i * width;
    const double to = i + 1 == stretches ? most : from + width;
    Level level{with_unit(fmt::format("{:.4g} - {:.4g}", from, to), unit), {}};
    for (const double number : numbers)
      level.holds.push_back(from <= number && (number < to || (i + 1 == stretches)));
    levels.push_back(std::move(level));
  }
  return levels;
}

template <class Value, class Name>
std::vector<Level> one_each(const std::vector<Value>& values, Name name) {
  std::vector<Value> distinct = values;
  std::ranges::sort(distinct);
  distinct.erase(std::ranges::unique(distinct).begin(), distinct.end());
  std::vector<Level> levels;
  for (const Value& value : distinct) {
    Level level{name(value), {}};
    for (const Value& other : values) level.holds.push_back(other == value);
    levels.push_back(std::move(level));
  }
  return levels;
}

LocalizedText known(const std::vector<std::string>& names) {
  return message("it has: {0}", boost::join(names, ", "));
}

std::vector<std::string> names_of(const Table& table, std::size_t from) {
  std::vector<std::string> names;
  for (std::size_t i = from; i < table.spec.columns.size(); ++i)
    names.push_back(table.spec.columns[i].name);
  return names;
}

}  // namespace

std::vector<std::vector<double>> outcomes_by_point(ResultReader& sweep, const std::string& kpi) {
  const Table& rows = sweep.table("/replications");
  if (!rows.has(kpi))
    throw input_error(message("{0}: the sweep did not keep `{1}`\n  {2}", sweep.path(), kpi,
                              known(names_of(rows, 2))));
  std::vector<std::vector<double>> outcomes(sweep.table("/design").rows());
  const std::vector<std::int32_t>& points = rows.codes(point_name);
  const std::vector<double>& figures = rows.numbers(kpi);
  for (std::size_t row = 0; row < rows.rows(); ++row)
    outcomes[static_cast<std::size_t>(points[row])].push_back(figures[row]);
  return outcomes;
}

SweepResponse::SweepResponse(ResultReader& file, const std::string& kpi)
    : design_(file.table("/design")),
      kpi_(KpiName::parse(kpi)),
      values_(outcomes_by_point(file, kpi)) {}

std::vector<std::string> SweepResponse::paths() const {
  return names_of(design_, 1);
}

Axis SweepResponse::axis_of(const std::string& path, int stretches) const {
  if (!design_.has(path) || path == point_name)
    throw input_error(message("`{0}` was not varied in this sweep\n  {1}", path, known(paths())));
  const ColumnSpec& column = design_.spec.columns[design_.spec.index_of(path)];
  if (column.type == ColumnType::category)
    return {path, one_each(design_.codes(path),
                           [&](std::int32_t code) { return name_of_code(design_, path, code); })};
  const std::vector<double>& numbers = design_.numbers(path);
  std::vector<Level> levels = one_each(
      numbers, [&](double number) { return with_unit(fmt::format("{}", number), column.units); });
  const bool all_differ =
      levels.size() == numbers.size() && levels.size() > static_cast<std::size_t>(stretches);
  if (levels.size() > most_levels || (all_differ && paths().size() > 1))
    levels = in_stretches(numbers, stretches, column.units);
  return {path, std::move(levels)};
}

Interval SweepResponse::cell(const std::vector<bool>& points) const {
  std::vector<const std::vector<double>*> chosen;
  for (std::size_t i = 0; i < values_.size(); ++i)
    if (points[i]) chosen.push_back(&values_[i]);
  Welford means;
  if (chosen.empty()) return t_interval(means);
  const auto shortest =
      std::ranges::min(chosen, {}, [](const auto* of_point) { return of_point->size(); });
  for (std::size_t r = 0; r < shortest->size(); ++r) {
    Welford of_points;
    for (const std::vector<double>* of_point : chosen)
      if (!std::isnan((*of_point)[r])) of_points.add((*of_point)[r]);
    if (of_points.count() > 0) means.add(of_points.mean());
  }
  return t_interval(means);
}

Response SweepResponse::over(const std::vector<std::string>& wanted) const {
  DOORSTROOM_EXPECT(wanted.size() == 1 || wanted.size() == 2);
  Response response;
  response.kpi = kpi_;
  for (const std::string& path : wanted)
    response.axes.push_back(axis_of(path, wanted.size() == 1 ? 8 : 4));
  for (const std::string& path : paths())
    if (std::ranges::find(wanted, path) == wanted.end()) response.averaged.push_back(path);
  for (const Level& first : response.axes.front().levels) {
    std::vector<Interval> row;
    if (response.axes.size() == 1) {
      row.push_back(cell(first.holds));
    } else {
      for (const Level& second : response.axes[1].levels) {
        std::vector<bool> both = first.holds;
        for (std::size_t i = 0; i < both.size(); ++i) both[i] = both[i] && second.holds[i];
        row.push_back(cell(both));
      }
    }
    response.cells.push_back(std::move(row));
  }
  return response;
}

std::string SweepResponse::values_text(std::size_t point) const {
  std::string text;
  for (const std::string& path : paths()) {
    const ColumnSpec& column = design_.spec.columns[design_.spec.index_of(path)];
    const std::string value =
        column.type == ColumnType::category
            ? name_of_code(design_, path, design_.codes(path)[point])
            : with_unit(fmt::format("{}", design_.numbers(path)[point]), column.units);
    text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", path, value);
  }
  return text;
}

std::vector<RankedPoint> SweepResponse::ranked() const {
  const PreferredDirection preferred = kpi_.definition().preferred;
  std::vector<RankedPoint> points;
  if (preferred == PreferredDirection::neither) return points;
  for (std::size_t i = 0; i < values_.size(); ++i)
    points.push_back({static_cast<std::int32_t>(i), values_text(i), t_interval(values_[i])});
  std::erase_if(points, [](const RankedPoint& point) { return std::isnan(point.mean.mean); });
  std::ranges::stable_sort(points, [&](const RankedPoint& a, const RankedPoint& b) {
    return preferred == PreferredDirection::lower ? a.mean.mean < b.mean.mean
                                                  : a.mean.mean > b.mean.mean;
  });
  // The best point is compared with all others simultaneously.
  const Simultaneous together{
      0.95, std::max<std::uint32_t>(1, static_cast<std::uint32_t>(points.size()) - 1)};
  for (RankedPoint& point : points) {
    const auto& best = values_[static_cast<std::size_t>(points.front().point)];
    const auto& other = values_[static_cast<std::size_t>(point.point)];
    point.as_good = !is_effect(compare_pairs(best, other, together));
  }
  return points;
}

}  // namespace doorstroom
