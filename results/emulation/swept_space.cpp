#include "results/emulation/swept_space.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/algorithm/string/join.hpp>
#include <cmath>
#include <ranges>
#include <regex>

#include "models/messages/message.hpp"
#include "results/stats/intervals.hpp"
#include "results/stats/least_squares.hpp"
#include "results/sweep/response.hpp"

namespace doorstroom {
namespace {

/// Below this use of its capacity, a desk or arrangement carries what it is offered.
constexpr double free_use = 0.9;

/// The desk or arrangement whose capacity a path is; empty: it is no capacity.
std::string node_of_capacity(const std::string& path) {
  static const std::regex form(R"((?:arrangements|desks)\.(\w+)\.(?:places|staff))");
  std::smatch parts;
  return std::regex_match(path, parts, form) ? parts[1].str() : "";
}

/// A range is as wide as the plan says, which the design may not quite reach; levels are from the
/// lowest to the highest.
SweptFactor swept_factor(const Factor& factor, const std::string& units, std::size_t index,
                         const DesignValues& values) {
  const std::string unit = units == "1" ? "" : units;
  if (factor.levels.empty())
    return {factor.path, unit, std::min(factor.from, factor.to), std::max(factor.from, factor.to),
            factor.whole};
  const auto numbers =
      values | std::views::transform([index](const auto& point) { return point[index]; });
  const auto [low, high] = std::ranges::minmax(numbers);
  return {factor.path, unit, low, high, factor.whole};
}

std::vector<double> terms_of(const std::vector<SweptFactor>& factors,
                             std::span<const double> values) {
  std::vector<double> terms{1};
  for (std::size_t i = 0; i < factors.size(); ++i) terms.push_back(factors[i].place(values[i]));
  return terms;
}

/// What a node is offered, as coefficients; none: the sweep does not tell.
std::vector<double> offered_work(ResultReader& sweep, const SweptSpace& space,
                                 const OfferedLoad& load, const DesignValues& values) {
  const std::string kpi = load.node + ".utilisation";
  if (!sweep.table("/replications").has(kpi)) return {};
  const std::vector<std::vector<double>> uses = outcomes_by_point(sweep, kpi);
  std::vector<std::vector<double>> terms;
  std::vector<double> carried;
  double most = 0;
  for (std::size_t point = 0; point < values.size(); ++point) {
    const double use = t_interval(uses[point]).mean;
    const double work = use * values[point][load.factor];
    most = std::max(most, work);
    if (!(use < free_use)) continue;
    terms.push_back(terms_of(space.factors, values[point]));
    carried.push_back(work);
  }
  if (terms.size() >= space.factors.size() + 3) return least_squares(terms, carried);
  std::vector<double> everywhere(space.factors.size() + 1, 0.0);
  everywhere.front() = most;
  return everywhere;
}

}  // namespace

double SweptFactor::value(double place) const {
  const double value = low + place * (high - low);
  const double finest = whole ? 1 : std::pow(10, std::floor(std::log10(high - low)) - 3);
  return std::clamp(std::round(value / finest) * finest, low, high);
}

std::string SweptFactor::text(double value) const {
  const std::string number = fmt::format("{:.10g}", value);
  return unit.empty() ? number : number + " " + unit;
}

std::vector<double> SweptSpace::loads_at(std::span<const double> values) const {
  const std::vector<double> terms = terms_of(factors, values);
  std::vector<double> found;
  for (const OfferedLoad& load : loads) {
    double work = 0;
    for (std::size_t i = 0; i < terms.size(); ++i) work += load.work[i] * terms[i];
    found.push_back(work / values[load.factor]);
  }
  return found;
}

std::vector<double> SweptSpace::inputs_at(std::span<const double> values) const {
  std::vector<double> inputs;
  for (std::size_t i = 0; i < factors.size(); ++i) inputs.push_back(factors[i].place(values[i]));
  const std::vector<double> at = loads_at(values);
  for (std::size_t i = 0; i < loads.size(); ++i)
    inputs.push_back((at[i] - loads[i].low) / (loads[i].high - loads[i].low));
  return inputs;
}

std::string SweptSpace::text(std::span<const double> values) const {
  std::string text;
  for (std::size_t i = 0; i < factors.size(); ++i)
    text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", factors[i].path,
                        factors[i].text(values[i]));
  return text;
}

std::vector<std::string> SweptSpace::sets(std::span<const double> values) const {
  std::vector<std::string> sets;
  for (std::size_t i = 0; i < factors.size(); ++i)
    sets.push_back(factors[i].path + "=" + factors[i].text(values[i]));
  return sets;
}

DesignValues design_values(ResultReader& sweep) {
  const Table& design = sweep.table("/design");
  DesignValues values(design.rows());
  for (std::size_t column = 1; column < design.spec.columns.size(); ++column) {
    const ColumnSpec& factor = design.spec.columns[column];
    if (factor.type == ColumnType::category)
      throw input_error(
          message("{0}: {1} takes words, and an emulator is of numbers alone\n  make a sweep for "
                  "each of its values: {2}",
                  sweep.path(), factor.name, boost::join(factor.names, ", ")));
    const std::vector<double>& numbers = design.numbers(factor.name);
    const auto [low, high] = std::ranges::minmax(numbers);
    if (!(low < high))
      throw input_error(
          message("{0}: {1} has one value only\n  leave it out of `vary`, and set it in the "
                  "scenario",
                  sweep.path(), factor.name));
    for (std::size_t point = 0; point < values.size(); ++point)
      values[point].push_back(numbers[point]);
  }
  return values;
}

SweptSpace swept_space(ResultReader& sweep, const std::vector<Factor>& factors,
                       const DesignValues& values) {
  const Table& design = sweep.table("/design");
  SweptSpace space;
  for (std::size_t i = 0; i < factors.size(); ++i)
    space.factors.push_back(swept_factor(factors[i], design.spec.columns[i + 1].units, i, values));
  for (std::size_t i = 0; i < factors.size(); ++i) {
    const std::string node = node_of_capacity(factors[i].path);
    if (node.empty() || !(space.factors[i].low > 0)) continue;
    OfferedLoad load{node, i, true, {}, 0, 0};
    load.work = offered_work(sweep, space, load, values);
    if (load.work.empty()) {
      load.known = false;
      load.work.assign(factors.size() + 1, 0.0);
      load.work.front() = space.factors[i].low;
    }
    space.loads.push_back(std::move(load));
  }
  for (std::size_t i = 0; i < space.loads.size(); ++i) {
    const auto at =
        values | std::views::transform([&](const auto& of) { return space.loads_at(of)[i]; });
    const auto [low, high] = std::ranges::minmax(at);
    space.loads[i].low = low;
    space.loads[i].high = high;
  }
  std::erase_if(space.loads, [](const OfferedLoad& load) { return !(load.low < load.high); });
  return space;
}

}  // namespace doorstroom
