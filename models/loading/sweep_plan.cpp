#include "models/loading/sweep_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/error.hpp"
#include "models/fields/canonical.hpp"
#include "models/loading/loader.hpp"
#include "models/loading/parameter_paths.hpp"
#include "models/loading/scenario_shape.hpp"
#include "models/messages/message.hpp"
#include "models/reading/number_parts.hpp"
#include "models/yaml/issue_text.hpp"
#include "models/yaml/overlay.hpp"
#include "models/yaml/yaml_reader.hpp"

namespace doorstroom {
namespace {

constexpr double most_points = 1e6;

/// As canonical JSON. Twelve digits, so that steps of 0.1 give 0.3.
std::string amount_json(double number, const std::string& unit) {
  const double round = std::stod(fmt::format("{:.12g}", number));
  if (unit.empty()) return fmt::format("{}", round);  // 24, not 24.0
  const std::string text = fmt::format("{}{}{}", round, is_percentage(unit) ? "" : " ", unit);
  return nlohmann::json(normalise_quantity(text).value().text).dump();  // "1 week", not "1 weeks"
}

/// The field of a parameter, or of one of those that a pattern names.
const Field* field_of(const std::string& pattern, const Value& tree) {
  const std::vector<std::string> paths = matching_paths(tree, pattern);
  return field_at(paths.empty() ? pattern : paths.front());
}

/// Reads the factors of a plan against its scenario.
class FactorReader {
 public:
  FactorReader(const ScenarioTree& base, bool grid, Issues& issues)
      : base_(base), grid_(grid), issues_(issues) {}

  Factor read(const std::string& path, const NodeRef& at) {
    Factor factor;
    factor.path = path;
    field_ = field_of(path, base_.tree());
    const std::optional<Form> form = field_ ? form_of(field_->kind) : std::nullopt;
    factor.whole = form && form->whole;
    if (at.is_map()) {
      read_range(at, factor);
    } else {
      for (const NodeRef& item : at.items())
        add_level(factor, canonical(*item.value), item.location());
      if (factor.levels.empty() && at)
        issues_.error(at.location(), message("{0} holds no values", at.path),
                      message("give some, as in [20, 30, 40], or {{from: 20, to: 40, step: 10}}"));
    }
    return factor;
  }

 private:
  std::string canonical(const Value& value) const { return canonical_json(value, field_); }

  std::optional<Amount> amount(const NodeRef& at) {
    if (!at) return std::nullopt;
    std::optional<Amount> amount = read_amount(at.text());
    if (!amount)
      issues_.error(at.location(), message("{0} is {1}", at.path, shown(*at.value)),
                    message("a range is between two numbers with their unit, such as {{from: 4 "
                            "weeks, to: 8 weeks}}; list other values one by one"));
    return amount;
  }

  void read_range(const NodeRef& at, Factor& factor) {
    const std::optional<Amount> from = amount(at["from"]);
    const std::optional<Amount> to = amount(at["to"]);
    const std::optional<Amount> step = amount(at["step"]);
    if (!from || !to || (at["step"] && !step)) return;
    for (const auto& [other, key] : {std::pair{to, "to"}, std::pair{step, "step"}})
      if (other && other->unit != from->unit)
        return issues_.error(at[key].location(),
                             message("{0} has another unit than `from`", at[key].path),
                             message("write both numbers in the same unit"));
    if (!(from->number < to->number))
      return issues_.error(at["to"].location(), message("{0} is not above `from`", at["to"].path),
                           message("a range goes from the lowest value to the highest"));
    factor.from = from->number;
    factor.to = to->number;
    factor.unit = from->unit;
    if (step) return add_steps(at, factor, step->number);
    if (grid_)
      issues_.error(at.location(), message("{0} has no step", at.path),
                    message("a grid needs one, as in {{from: 20, to: 40, step: 5}}; or choose "
                            "`design: {{latin_hypercube: 100}}`"));
    check(factor.path, amount_json(factor.from, factor.unit), at["from"].location());
    check(factor.path, amount_json(factor.to, factor.unit), at["to"].location());
  }

  void add_steps(const NodeRef& at, Factor& factor, double step) {
    const double steps = (factor.to - factor.from) / step;
    constexpr double most_steps = 10'000;
    if (!(step > 0) || steps > most_steps)
      return issues_.error(at["step"].location(),
                           message("{0} makes no steps to `to`", at["step"].path),
                           message("use a step above 0 that gives at most 10,000 values"));
    const int last = static_cast<int>(std::floor(steps + 1e-9));
    const int looked_at = std::max(1, last / 20);  // what lies between will hardly be wrong
    for (int i = 0; i <= last; ++i)
      add_level(factor, amount_json(factor.from + i * step, factor.unit), at["from"].location(),
                i % looked_at == 0 || i == last);
  }

  void add_level(Factor& factor, std::string level, SourceLocation location, bool to_check = true) {
    if (std::ranges::find(factor.levels, level) != factor.levels.end())
      return issues_.error(location,
                           message("{0} stands twice among the values of {1}", level, factor.path),
                           message("each value is one point of the sweep; take one out"));
    if (to_check) check(factor.path, level, location);
    factor.levels.push_back(std::move(level));
  }

  /// Whether the scenario passes with the value. What is wrong with each value of a path, such as
  /// a path that names nothing, is told at the first.
  void check(const std::string& path, const std::string& value, SourceLocation location) {
    if (too_many_to_read(issues_)) return;
    for (const Issue& mistake : base_.mistakes_with({path + "=" + value}))
      if (told_.insert(path + mistake.problem.in(Language::en)).second)
        issues_.error(location,
                      message("with {0} the scenario is wrong: {1}", value, mistake.problem),
                      mistake.suggestion);
  }

  const ScenarioTree& base_;
  bool grid_;
  Issues& issues_;
  const Field* field_ = nullptr;
  std::set<std::string> told_;  ///< mistakes, by path
};

std::vector<LocatedText> words_of(const NodeRef& at) {
  std::vector<LocatedText> words;
  if (at.is_scalar()) words.push_back({at.text(), at.location()});
  for (const NodeRef& item : at.items()) words.push_back({item.text(), item.location()});
  return words;
}

void read_design(const NodeRef& at, SweepPlan& plan) {
  for (const auto& [key, design] :
       {std::pair{"latin_hypercube", SweepPlan::Design::latin_hypercube},
        std::pair{"sobol", SweepPlan::Design::sobol}}) {
    if (const auto points = read_number(at[key], QuantityKind::whole)) {
      plan.design = design;
      plan.points = static_cast<std::uint32_t>(*points);
    }
  }
}

void count_grid(const NodeRef& vary, SweepPlan& plan, Issues& issues) {
  double points = 1;
  for (const Factor& factor : plan.factors) points *= static_cast<double>(factor.levels.size());
  if (points > most_points)
    issues.error(
        vary.location(), message("the grid has {0} points", fmt::format("{:.0f}", points)),
        message("use at most 1,000,000; a Latin hypercube or a Sobol sequence needs far fewer"));
  plan.points = static_cast<std::uint32_t>(std::min(points, most_points));
}

SweepPlan read_plan(const NodeRef& root, const ScenarioTree& base, Issues& issues) {
  SweepPlan plan;
  plan.name = root["sweep"].text();
  read_design(root["design"], plan);
  FactorReader reader(base, plan.design == SweepPlan::Design::grid, issues);
  for (const auto& [path, values] : root["vary"].entries()) {
    if (matching_paths(base.tree(), path).empty() && !field_at(path))
      issues.error(values.key_location,
                   message("{0} names no parameter", shown(*Value::scalar(path))),
                   path_suggestion(base.tree(), path, issues));
    else
      plan.factors.push_back(reader.read(path, values));
  }
  if (root["vary"] && root["vary"].entries().empty())
    issues.error(root["vary"].key_location, message("vary names no parameter"),
                 message("name one at least, as in {{arrangements.oza.places: [20, 30]}}"));
  if (plan.design == SweepPlan::Design::grid) count_grid(root["vary"], plan, issues);
  if (const auto replications = read_number(root["replications"], QuantityKind::whole))
    plan.replications = static_cast<std::uint32_t>(*replications);
  for (const auto& [kpi, amount] : root["until"].entries())
    plan.until.push_back({fmt::format("{} +- {}", kpi, amount.text()), amount.key_location});
  if (plan.until.empty() && !plan.replications) plan.replications = 1;
  plan.at_most =
      static_cast<std::uint32_t>(read_number(root["at_most"], QuantityKind::whole).value_or(0));
  plan.keep = words_of(root["keep"]);
  return plan;
}

/// The file named as `base`, seen from the folder of the plan.
std::string base_of(const std::string& path, const std::string& base) {
  return (std::filesystem::path(path).parent_path() / base).lexically_normal().string();
}

}  // namespace

std::optional<Amount> read_amount(const std::string& text) {
  const ParseResult<NumberParts> parts = take_apart(text);
  if (!parts.value) return std::nullopt;
  if (parts.value->unit == "%") return Amount{parts.value->hundredth, {}};
  if (parts.value->unit.empty()) return Amount{parts.value->number, {}};
  const bool close = is_percentage(parts.value->unit);
  const auto plural = normalise_quantity(fmt::format("2{}{}", close ? "" : " ", parts.value->unit));
  if (!plural) return std::nullopt;
  return Amount{parts.value->number, plural->text.substr(close ? 1 : 2)};
}

std::string Factor::value_at(double place) const {
  DOORSTROOM_EXPECT(0 <= place && place < 1);
  if (!levels.empty())
    return levels[static_cast<std::size_t>(place * static_cast<double>(levels.size()))];
  const double least = std::min(from, to);
  const double most = std::max(from, to);
  if (whole && !middle) {
    const double number = least + std::floor(place * (most - least + 1));
    return amount_json(from < to ? number : most - (number - least), unit);
  }
  double number = from + place * (to - from);
  if (middle)
    number = place < 0.5 ? from + 2 * place * (*middle - from)
                         : *middle + (2 * place - 1) * (to - *middle);
  // No finer than a thousandth of the range or so: people will read it.
  const double finest = whole ? 1 : std::pow(10, std::floor(std::log10(most - least)) - 3);
  return amount_json(std::clamp(std::round(number / finest) * finest, least, most), unit);
}

bool is_sweep(const std::string& path) {
  std::vector<Document> documents;
  Issues issues;
  const std::shared_ptr<Value> tree = read_yaml_file(path, documents, issues);
  return tree && tree->is_map() && tree->find("sweep") != nullptr;
}

LoadedSweep load_sweep(const std::string& path) {
  std::vector<Document> documents;
  Issues issues;
  const std::shared_ptr<Value> tree = read_yaml_file(path, documents, issues);
  if (tree && tree->is_map() && !tree->find("sweep") &&
      (tree->find("sources") || tree->find("extends")))
    throw input_error(
        message("{0}: this is a scenario, no plan of a sweep\n  run it with `doorstroom run {1}`",
                path, path));
  Shape shape(issues);
  if (tree) shape.check(*tree, sections::sweep);
  const NodeRef root{tree.get(), "", {}};
  if (!root["base"]) {
    issues.throw_if_errors(documents);
    throw input_error(message("{0}: holds no sweep", path));
  }
  ScenarioTree base(base_of(path, root["base"].text()), std::vector<std::string>{});
  const Scenario scenario = base.load().scenario;
  SweepPlan plan = read_plan(root, base, issues);
  issues.throw_if_errors(documents);
  plan.base = base_of(path, root["base"].text());
  plan.documents = std::move(documents);
  plan.documents.insert(plan.documents.end(), scenario.documents.begin(), scenario.documents.end());
  return {std::move(plan), std::move(base)};
}

}  // namespace doorstroom
