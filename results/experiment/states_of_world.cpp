#include "results/experiment/states_of_world.hpp"

#include <algorithm>
#include <cmath>

#include "engine/error.hpp"
#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

/// Index of the input of the calibration that an assumption is; none: it does not know it.
std::optional<std::size_t> input_of(const Assumption& assumption, const CalibratedSets& sets) {
  const auto found = std::ranges::find(sets.paths, assumption.factor.path);
  if (found == sets.paths.end()) return std::nullopt;
  return static_cast<std::size_t>(found - sets.paths.begin());
}

/// The assumption by which a calibrated input of several goes.
std::optional<std::size_t> leader_of(const UncertainInput& input, const Assumptions& assumptions,
                                     const CalibratedSets& sets) {
  for (const std::size_t i : input.assumptions)
    if (input_of(assumptions.varied[i], sets)) return i;
  return std::nullopt;
}

/// How far along its range a value lies; 0 or 1 where it lies outside, or is no number.
double place_of(const Factor& factor, std::string value) {
  std::erase(value, '"');
  const std::optional<Amount> amount = read_amount(value);
  if (!amount) return 0;
  const auto between = [&](double from, double to) {
    return (amount->number - from) / (to - from);
  };
  const double place = between(factor.from, factor.to);
  if (!factor.middle) return std::clamp(place, 0.0, 1.0);
  const double middle = *factor.middle;
  const bool is_low = place < (middle - factor.from) / (factor.to - factor.from);
  const double half = is_low ? between(factor.from, middle) : 1 + between(middle, factor.to);
  return std::clamp(half / 2, 0.0, 1.0);
}

std::string value_at(const Factor& factor, double place) {
  return factor.value_at(std::min(place, std::nextafter(1.0, 0.0)));
}

}  // namespace

void check_anything_varies(const Assumptions& assumptions, const std::string& name) {
  if (!assumptions.varied.empty()) return;
  throw input_error(
      message("{0}: no entry of `evidence` has a range that can be drawn from\n  give some a "
              "range, as in arrangements.oza.places: {{basis: assumed, range: [20, 24, 30]}}",
              name));
}

std::vector<WorldState> states_within_ranges(const Assumptions& assumptions, std::uint32_t count,
                                             std::uint32_t seed, std::uint32_t which) {
  const std::vector<UncertainInput> inputs = assumptions.inputs();
  std::vector<WorldState> states;
  for (const DesignPoint& point : latin_hypercube(count, inputs.size(), seed, which)) {
    WorldState& state = states.emplace_back(
        WorldState{assumptions.values_at(point), DesignPoint(assumptions.varied.size())});
    for (std::size_t input = 0; input < inputs.size(); ++input)
      for (const std::size_t i : inputs[input].assumptions) state.places[i] = point[input];
  }
  return states;
}

std::vector<WorldState> states_of_sets(const Assumptions& assumptions, const CalibratedSets& sets,
                                       std::uint32_t seed) {
  if (calibrated_among(assumptions, sets) == 0)
    throw input_error(
        message("{0} holds sets of inputs of {1}, and none of these inputs is an assumption here\n"
                "  calibrate this scenario: doorstroom calibrate FILE -o DIR",
                sets.folder, sets.scenario));
  std::vector<WorldState> states =
      states_within_ranges(assumptions, static_cast<std::uint32_t>(sets.values.size()), seed);
  for (std::size_t s = 0; s < states.size(); ++s) {
    WorldState& state = states[s];
    for (const UncertainInput& input : assumptions.inputs()) {
      const std::optional<std::size_t> leader = leader_of(input, assumptions, sets);
      if (!leader) continue;
      const auto value_of = [&](std::size_t i) {
        return sets.values[s][*input_of(assumptions.varied[i], sets)];
      };
      const double place = place_of(assumptions.varied[*leader].factor, value_of(*leader));
      for (const std::size_t i : input.assumptions) {
        const Assumption& assumption = assumptions.varied[i];
        const bool known = input_of(assumption, sets).has_value();
        state.values[i] = known ? value_of(i) : value_at(assumption.factor, place);
        state.places[i] = known ? place_of(assumption.factor, state.values[i]) : place;
      }
    }
  }
  return states;
}

std::size_t calibrated_among(const Assumptions& assumptions, const CalibratedSets& sets) {
  return static_cast<std::size_t>(std::ranges::count_if(
      assumptions.varied,
      [&](const Assumption& assumption) { return input_of(assumption, sets).has_value(); }));
}

}  // namespace doorstroom
