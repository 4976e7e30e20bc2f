#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "engine/error.hpp"
#include "models/messages/message.hpp"
#include "results/attribution/explanation.hpp"

namespace doorstroom {
namespace {

constexpr int steps = 8;  ///< between values of an input that are looked at

/// A place in the range of an input, whose end belongs to it.
double place_at(int step, int of) {
  return std::min(static_cast<double>(step) / of, std::nextafter(1.0, 0.0));
}

/// An input at one of its values.
struct InputValue {
  double number = 0;  ///< of its first assumption
  std::vector<std::string> base_sets;
  std::vector<std::string> variant_sets;
};

class BreakEvenSearch {
 public:
  BreakEvenSearch(const ExplanationQuestion& question, const Assumptions& assumptions)
      : assumptions_(assumptions), inputs_(assumptions.inputs()) {
    for (std::size_t i = 0; i < inputs_.size(); ++i)
      if (is_own(inputs_[i])) own_.push_back(i);
    for (const std::string& path : question.break_even) named_.push_back(input_named(path));
    for (const ExplainedFigure& figure : question.figures)
      if (!figure.phase) figures_.push_back(figure);
  }

  std::uint32_t cost(std::uint32_t replications) const {
    if (figures_.empty() || (named_.empty() && own_.empty())) return 0;
    const std::size_t inputs =
        named_.empty() ? std::min(own_.size(), figures_.size()) : named_.size();
    const std::size_t choosing = named_.empty() ? 2 * own_.size() * choosing_from(replications) : 0;
    const std::size_t values = (named_.empty() ? 1 : 2) * inputs * (steps + 1);
    return static_cast<std::uint32_t>(choosing + (1 + values) * replications);
  }

  std::vector<BreakEven> found(Simulations& simulations, std::uint32_t replications) const {
    if (figures_.empty()) return {};
    const std::vector<std::vector<std::size_t>> inputs =
        named_.empty() ? deciding(simulations, replications) : std::vector(figures_.size(), named_);
    simulate(inputs, simulations, replications);
    std::vector<BreakEven> all;
    for (std::size_t i = 0; i < figures_.size(); ++i)
      for (const std::size_t input : inputs[i])
        all.push_back(judged(figures_[i], input, simulations, replications));
    return all;
  }

 private:
  static std::uint32_t choosing_from(std::uint32_t replications) {
    return std::max(std::uint32_t{2}, replications / 2);
  }

  /// Whether only the variant has what it is about.
  bool is_own(const UncertainInput& input) const {
    return std::ranges::all_of(input.assumptions, [&](std::size_t i) {
      const auto& paths = assumptions_.varied[i].paths;
      return paths[base_plan].empty() && !paths[variant_plan].empty();
    });
  }

  std::size_t input_named(const std::string& path) const {
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
      if (inputs_[i].name == path) return i;
      for (const std::size_t each : inputs_[i].assumptions) {
        const Assumption& assumption = assumptions_.varied[each];
        if (assumption.factor.path == path ||
            std::ranges::count(assumption.paths[variant_plan], path) > 0)
          return i;
      }
    }
    throw input_error(
        message("--break-even {0}: no `evidence` gives this a range to look in\n  add one, as in "
                "evidence: {{{1}: {{basis: assumed, range: [LOW, HIGH]}}}}",
                path, path));
  }

  InputValue value_at(std::size_t input, double place) const {
    InputValue found;
    for (const std::size_t i : inputs_[input].assumptions) {
      const Assumption& assumption = assumptions_.varied[i];
      const std::string value = assumption.factor.value_at(place);
      if (i == inputs_[input].assumptions.front()) found.number = number_in(value);
      for (const std::string& path : assumption.paths[base_plan])
        found.base_sets.push_back(path + "=" + value);
      for (const std::string& path : assumption.paths[variant_plan])
        found.variant_sets.push_back(path + "=" + value);
    }
    return found;
  }

  /// @param json  a number, or a number and its unit in quotes
  static double number_in(std::string json) {
    std::erase(json, '"');
    const std::optional<Amount> amount = read_amount(json);
    DOORSTROOM_EXPECT(amount.has_value());
    return amount->number;
  }

  /// Ascending, each once: of a whole number, places may fall together.
  std::vector<InputValue> values_of(std::size_t input) const {
    std::map<double, InputValue> values;
    for (int step = 0; step <= steps; ++step) {
      const InputValue value = value_at(input, place_at(step, steps));
      values.emplace(value.number, value);
    }
    std::vector<InputValue> ascending;
    for (const auto& [number, value] : values) ascending.push_back(value);
    return ascending;
  }

  /// By figure: the input between whose ends the effect differs most.
  std::vector<std::vector<std::size_t>> deciding(Simulations& simulations,
                                                 std::uint32_t replications) const {
    const ReplicationRange range{0, choosing_from(replications)};
    std::vector<SimulationRequest> requests;
    for (const std::size_t input : own_)
      for (const int end : {0, 1})
        requests.push_back({{variant_plan, value_at(input, place_at(end, 1)).variant_sets}, range});
    simulations.run(requests);
    std::vector<std::vector<std::size_t>> chosen;
    for (const ExplainedFigure& figure : figures_) {
      double largest = 0;
      std::vector<std::size_t>& of_figure = chosen.emplace_back();
      for (const std::size_t input : own_) {
        const auto at = [&](int end) {
          return figure.values(
              simulations, {variant_plan, value_at(input, place_at(end, 1)).variant_sets}, range);
        };
        const double swing = std::abs(compare_pairs(at(0), at(1)).difference.mean);
        if (!(swing > largest)) continue;
        largest = swing;
        of_figure = {input};
      }
    }
    return chosen;
  }

  void simulate(const std::vector<std::vector<std::size_t>>& inputs, Simulations& simulations,
                std::uint32_t replications) const {
    const ReplicationRange fresh{first_fresh, replications};
    std::vector<SimulationRequest> requests;
    for (const std::vector<std::size_t>& of_figure : inputs)
      for (const std::size_t input : of_figure)
        for (const InputValue& value : values_of(input)) {
          requests.push_back({{base_plan, value.base_sets}, fresh});
          requests.push_back({{variant_plan, value.variant_sets}, fresh});
        }
    simulations.run(requests);
  }

  BreakEven judged(const ExplainedFigure& figure, std::size_t input, const Simulations& simulations,
                   std::uint32_t replications) const {
    const ReplicationRange fresh{first_fresh, replications};
    const Assumption& first = assumptions_.varied[inputs_[input].assumptions.front()];
    BreakEven found{figure, inputs_[input].name, first.factor.unit, named_.empty(), {}, {}};
    for (const InputValue& value : values_of(input)) {
      const Interval effect =
          compare_pairs(figure.values(simulations, {base_plan, value.base_sets}, fresh),
                        figure.values(simulations, {variant_plan, value.variant_sets}, fresh))
              .difference;
      found.effects.push_back({value.number, effect.low, effect.high});
    }
    found.ranges = nil_ranges(found.effects);
    return found;
  }

  const Assumptions& assumptions_;
  std::vector<UncertainInput> inputs_;
  std::vector<std::size_t> own_;    ///< inputs that only the variant has
  std::vector<std::size_t> named_;  ///< by the user
  std::vector<ExplainedFigure> figures_;
};

}  // namespace

std::vector<BreakEven> break_evens(const ExplanationQuestion& question,
                                   const Assumptions& assumptions, Simulations& simulations,
                                   std::uint32_t replications) {
  return BreakEvenSearch(question, assumptions).found(simulations, replications);
}

std::uint32_t break_even_cost(const ExplanationQuestion& question, const Assumptions& assumptions,
                              std::uint32_t replications) {
  return BreakEvenSearch(question, assumptions).cost(replications);
}

}  // namespace doorstroom
