#include "models/loading/assumptions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "engine/error.hpp"
#include "models/fields/canonical.hpp"
#include "models/fields/scenario_fields.hpp"
#include "models/loading/parameter_paths.hpp"
#include "models/yaml/overlay.hpp"

namespace doorstroom {
namespace {

/// Numbers of the range in a map, by their paths.
void find_numbers(const Value& map, const std::string& path, const Factor& range,
                  std::vector<std::string>& found) {
  const auto [least, most] = std::minmax(range.from, range.to);
  for (const Entry& entry : map.entries) {
    const std::string below = path + "." + entry.key;
    if (entry.value->is_map()) find_numbers(*entry.value, below, range, found);
    if (!entry.value->is_scalar()) continue;
    const auto amount = read_amount(entry.value->text);
    if (amount && amount->unit == range.unit && least <= amount->number && amount->number <= most)
      found.push_back(below);
  }
}

/// What is written at a path, for comparison.
std::string written(const Value& tree, const std::string& path) {
  std::string text;
  for (const Value* value : values_at(tree, path))
    text += canonical_json(*value, field_at(path)) + "\n";
  return text;
}

/// Whether a parameter is refused a number within its range that it would take if it were whole:
/// what an effect adds to places. Its own field takes whatever the parameter takes that it changes.
bool takes_no_fractions(const ScenarioTree& scenario, const std::string& path,
                        const Factor& factor) {
  const double whole = std::ceil(std::min(factor.from, factor.to));
  const auto is_refused = [&](double number) {
    const std::vector<Issue> mistakes =
        scenario.mistakes_with({fmt::format("{}={:g} {}", path, number, factor.unit)});
    return std::ranges::any_of(
        mistakes, [](const Issue& mistake) { return mistake.severity == Issue::Severity::error; });
  };
  return is_refused(whole + 0.5) && !is_refused(whole);
}

class Gatherer {
 public:
  explicit Gatherer(const std::vector<ScenarioTree>& scenarios)
      : scenarios_(scenarios), taken_(scenarios.size()) {}

  Assumptions gathered() && {
    for (const Evidence& entry : entries()) {
      if (const auto factor = factor_of(entry)) add(*factor, entry.together);
    }
    return std::move(result_);
  }

 private:
  /// Those with a range, the closest to a parameter first.
  std::vector<Evidence> entries() {
    std::vector<Evidence> all;
    for (const ScenarioTree& scenario : scenarios_)
      for (const Evidence& entry : scenario.load().scenario.evidence) {
        if (entry.range.empty()) continue;
        const auto known = std::ranges::find(all, entry.pattern, &Evidence::pattern);
        if (known == all.end())
          all.push_back(entry);
        else if (known->range != entry.range)
          keep(entry.pattern,
               message("the scenarios give it other ranges; the first of them is used"));
      }
    std::ranges::stable_sort(
        all, {}, [](const Evidence& entry) { return std::ranges::count(entry.pattern, '*'); });
    return all;
  }

  void keep(const std::string& path, const LocalizedText& why) {
    const KeptValue kept{path, why};
    if (std::ranges::find(result_.kept, kept) == result_.kept.end()) result_.kept.push_back(kept);
  }

  std::optional<Factor> factor_of(const Evidence& entry) {
    std::vector<Amount> amounts;
    for (const std::string& text : entry.range) {
      const auto amount = read_amount(text);
      if (!amount || (!amounts.empty() && amount->unit != amounts.front().unit)) {
        keep(entry.pattern, message("its range is not between numbers of one unit"));
        return std::nullopt;
      }
      amounts.push_back(*amount);
    }
    Factor factor;
    factor.path = entry.pattern;
    factor.from = amounts.front().number;
    factor.to = amounts.back().number;
    factor.unit = amounts.front().unit;
    if (amounts.size() > 2) factor.middle = amounts[1].number;
    const auto [least, most] = std::minmax(factor.from, factor.to);
    const double middle = factor.middle.value_or(least);
    if (least == most || middle < least || most < middle) {
      keep(entry.pattern, message("its range does not go from a low value to a high one"));
      return std::nullopt;
    }
    return factor;
  }

  void add(Factor factor, const std::string& together) {
    Assumption assumption{std::move(factor), {}, together};
    bool named = false;
    bool is_free = false;
    for (std::size_t i = 0; i < scenarios_.size(); ++i) {
      std::vector<std::string>& paths = assumption.paths.emplace_back();
      for (const std::string& path : matching_paths(scenarios_[i].tree(), assumption.factor.path)) {
        if (path.starts_with("defaults.")) continue;  // filled in by now, and named there
        named = true;
        const std::string number = number_at(scenarios_[i].tree(), path, assumption.factor);
        if (number.empty() || !taken_[i].insert(number).second) continue;
        is_free = true;
        if (const Field* field = field_at(number)) {
          const std::optional<Form> form = form_of(field->kind);
          assumption.factor.whole = assumption.factor.whole || (form && form->whole) ||
                                    (field->kind == QuantityKind::any &&
                                     takes_no_fractions(scenarios_[i], number, assumption.factor));
        }
        paths.push_back(number);
      }
      leave_what_differs(paths);
    }
    const std::string& pattern = assumption.factor.path;
    if (std::ranges::any_of(assumption.paths, [](const auto& paths) { return !paths.empty(); }))
      result_.varied.push_back(std::move(assumption));
    else if (!named)
      keep(pattern, message("it names nothing"));
    else if (!is_free && !is_kept_below(pattern))
      keep(pattern, message("closer entries are about all that it names"));
  }

  bool is_kept_below(const std::string& pattern) const {
    return std::ranges::any_of(
        result_.kept, [&](const KeptValue& kept) { return path_matches(pattern, kept.path); });
  }

  /// Where the number stands that a path is about; empty, and told, where there is none.
  std::string number_at(const Value& tree, const std::string& path, const Factor& range) {
    std::vector<std::string> numbers;
    for (const Value* value : values_at(tree, path)) {
      const Field* field = field_at(path);
      const bool is_route = field && field->kind == QuantityKind::share_or_rest;
      if (value->is_list()) return keep_without_number(path, message("it is a list"));
      if (value->is_map() && !is_route) {
        find_numbers(*value, path, range, numbers);
        if (numbers.size() != 1)
          return keep_without_number(path, message("its range fits no number in it, or several"));
        return numbers.front();
      }
      if (value->is_scalar() && !read_amount(value->text))
        return keep_without_number(path, message("it is {0}, which is no number", value->text));
    }
    return path;
  }

  std::string keep_without_number(const std::string& path, const LocalizedText& why) {
    keep(path, why);
    return {};
  }

  /// What is not the same in all scenarios that have it.
  void leave_what_differs(std::vector<std::string>& paths) {
    std::erase_if(paths, [&](const std::string& path) {
      std::set<std::string> values;
      for (const ScenarioTree& scenario : scenarios_) {
        const std::string value = written(scenario.tree(), path);
        if (!value.empty()) values.insert(value);
      }
      if (values.size() > 1) keep(path, message("the scenarios differ in it"));
      return values.size() > 1;
    });
  }

  const std::vector<ScenarioTree>& scenarios_;
  std::vector<std::set<std::string>> taken_;  ///< by scenario: parameters that have their range
  Assumptions result_;
};

}  // namespace

std::vector<UncertainInput> Assumptions::inputs() const {
  std::vector<UncertainInput> found;
  for (std::size_t i = 0; i < varied.size(); ++i) {
    const std::string& together = varied[i].together;
    const auto known = std::ranges::find_if(found, [&](const UncertainInput& input) {
      return !together.empty() && varied[input.assumptions.front()].together == together;
    });
    if (known != found.end())
      known->assumptions.push_back(i);
    else
      found.push_back({together.empty() ? varied[i].factor.path : together, {i}});
  }
  return found;
}

std::vector<std::string> Assumptions::values_at(std::span<const double> places) const {
  const std::vector<UncertainInput> all = inputs();
  DOORSTROOM_EXPECT(places.size() == all.size());
  std::vector<std::string> values(varied.size());
  for (std::size_t input = 0; input < all.size(); ++input)
    for (const std::size_t i : all[input].assumptions)
      values[i] = varied[i].factor.value_at(places[input]);
  return values;
}

std::vector<std::string> Assumptions::sets_of(std::size_t scenario,
                                              const std::vector<std::string>& values) const {
  std::vector<std::string> sets;
  for (std::size_t i = 0; i < varied.size(); ++i)
    for (const std::string& path : varied[i].paths[scenario])
      sets.push_back(path + "=" + values[i]);
  return sets;
}

Assumptions assumptions_of(const std::vector<ScenarioTree>& scenarios) {
  return Gatherer(scenarios).gathered();
}

}  // namespace doorstroom
