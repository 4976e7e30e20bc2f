#include "results/emulation/prediction.hpp"

#include <algorithm>
#include <boost/algorithm/string/join.hpp>
#include <cmath>
#include <optional>

#include "models/messages/message.hpp"
#include "results/sweep/response.hpp"

namespace doorstroom {
namespace {

std::vector<std::string> paths_of(const SweptSpace& space) {
  std::vector<std::string> paths;
  for (const SweptFactor& factor : space.factors) paths.push_back(factor.path);
  return paths;
}

double value_of(const SweptFactor& factor, const std::string& text) {
  const std::optional<Amount> amount = read_amount(text);
  if (!amount || amount->unit != factor.unit)
    throw input_error(
        message("{0}={1}: this is no amount as the sweep has them\n  write it such "
                "as {0}={2}",
                factor.path, text, factor.text(factor.low)));
  const double slack = 1e-9 * (factor.high - factor.low);
  if (amount->number < factor.low - slack || amount->number > factor.high + slack)
    throw input_error(
        message("{0}={1}: the sweep goes from {2} to {3}, and nothing is known outside\n  choose a "
                "value between them, or make a wider sweep",
                factor.path, text, factor.text(factor.low), factor.text(factor.high)));
  return amount->number;
}

/// Squared distance between two points, each factor's range as 1.
double distance(const SweptSpace& space, const std::vector<double>& a,
                const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    sum += std::pow(space.factors[i].place(a[i]) - space.factors[i].place(b[i]), 2);
  return sum;
}

}  // namespace

std::vector<double> values_in(const SweptSpace& space, const std::vector<std::string>& arguments) {
  std::vector<std::optional<double>> found(space.factors.size());
  for (const std::string& argument : arguments) {
    const std::size_t equals = argument.find('=');
    const std::string path = argument.substr(0, equals);
    const auto factor = std::ranges::find(space.factors, path, &SweptFactor::path);
    if (equals == std::string::npos || factor == space.factors.end())
      throw input_error(
          message("`{0}` names no parameter of this sweep\n  write PATH=VALUE for each of: {1}",
                  argument, boost::join(paths_of(space), ", ")));
    found[static_cast<std::size_t>(factor - space.factors.begin())] =
        value_of(*factor, argument.substr(equals + 1));
  }
  std::vector<double> values;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!found[i])
      throw input_error(message("there is no value for {0}\n  say one, such as {0}={1}",
                                space.factors[i].path,
                                space.factors[i].text(space.factors[i].value(0.5))));
    values.push_back(*found[i]);
  }
  return values;
}

PredictedFigure predict(const SweepEmulator& emulator, ResultReader& sweep,
                        const std::vector<double>& values) {
  const SweptSpace& space = emulator.space;
  const auto nearest = std::ranges::min_element(
      emulator.design, {}, [&](const auto& point) { return distance(space, point, values); });
  const std::vector<std::vector<double>> outcomes = outcomes_by_point(sweep, emulator.kpi.text());
  PredictedFigure found;
  found.kpi = emulator.kpi;
  found.nearest = {
      *nearest, estimate_of(outcomes[static_cast<std::size_t>(nearest - emulator.design.begin())])};
  if (distance(space, *nearest, values) < 1e-18) {
    const Estimate& there = found.nearest.figure;
    found.basis = PredictedFigure::Basis::simulated;
    found.emulated = {there.mean.mean,
                      {there.mean.low, there.mean.high},
                      {there.mean.mean, there.mean.mean},
                      there.p10,
                      there.p90};
  } else if (emulator.check.accepted()) {
    found.emulated = Emulator(emulator.model).at(space.inputs_at(values));
  } else {
    found.basis = PredictedFigure::Basis::refused;
  }
  return found;
}

}  // namespace doorstroom
