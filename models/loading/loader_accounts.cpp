
#include <algorithm>
#include <cmath>

#include "models/loading/loader.hpp"
#include "models/loading/parameter_paths.hpp"
#include "models/yaml/issue_text.hpp"
#include "models/yaml/overlay.hpp"

/// What is kept account of: budgets, evidence, targets and what a verdict is about.

namespace doorstroom {
namespace {

Basis read_basis(const NodeRef& at) {
  if (at.says("measured")) return Basis::measured;
  return at.says("derived") ? Basis::derived : Basis::assumed;
}

/// The value of a key figure: a number, a percentage, or a duration, read in days.
std::optional<double> read_figure(const NodeRef& at, LoadContext& context) {
  if (!at.is_scalar()) return std::nullopt;
  for (const QuantityKind kind : {QuantityKind::factor, QuantityKind::duration})
    if (const ParseResult<double> parsed = read_quantity(kind, at.text()); parsed.value)
      return parsed.value;
  context.error(
      at.location(), message("{0} is {1}", at.path, shown(*at.value)),
      message("a key figure is a number, a share such as 14%, or a duration such as 6 weeks"));
  return std::nullopt;
}

/// Low and high value of a range.
void read_range(const NodeRef& at, Target& target, LoadContext& context) {
  const std::vector<NodeRef> items = at.items();
  if (items.size() != 2) {
    context.error(
        at.location(), message("{0} holds {1} values", at.path, items.size()),
        message("give the lowest and the highest value that are right, such as [320, 470]"));
    return;
  }
  const auto low = read_figure(items[0], context);
  const auto high = read_figure(items[1], context);
  if (!low || !high) return;
  if (*low > *high)
    context.error(at.location(), message("{0} goes down", at.path),
                  message("the first is the lowest value and the last the highest; swap them"));
  target.low = *low;
  target.high = *high;
}

Target read_target(const std::string& kpi, const NodeRef& at, LoadContext& context) {
  Target target;
  target.kpi = kpi;
  target.location = at.key_location;
  target.tune = at["use"].says("tune");
  target.basis = read_basis(at["basis"]);
  target.source = at["source"].text();
  target.value = read_figure(at["value"], context);
  if (at["range"]) {
    read_range(at["range"], target, context);
  } else if (target.value && context.has(at, "tolerance")) {
    const double margin =
        std::abs(*target.value) * read_number(at["tolerance"], QuantityKind::share).value_or(0);
    target.low = *target.value - margin;
    target.high = *target.value + margin;
  } else if (!context.has(at, "range") && !(at["value"] && context.has(at, "tolerance"))) {
    context.error(
        at.key_location, message("{0} does not say when it is met", at.path),
        message("add a range, or a value with a tolerance, such as `value: 250, tolerance: 10%`"));
  }
  target.discrepancy = std::abs(target.value.value_or((target.low + target.high) / 2)) *
                       read_number(at["discrepancy"], QuantityKind::share).value_or(0);
  return target;
}

/// The funder of an id; reports one that pays for nothing.
FunderId funder_of(const std::string& id, const NodeRef& at, LoadContext& context) {
  const auto& funders = context.scenario.funders;
  if (const FunderId funder = funders.find(id)) return funder;
  const auto near = suggest(context.issues, id, funders.values());
  context.error(at.key_location, message("{0} is of nobody who pays", at.path),
                near ? message("did you mean {0}?", *near)
                     : message("name a funder of a `paid_by`, or add what this one pays for"));
  return {};
}

}  // namespace

void load_budgets(const NodeRef& at, LoadContext& context) {
  for (const auto& [id, budget] : at.entries())
    if (const FunderId funder = funder_of(id, budget, context))
      context.scenario.budgets.push_back(
          {funder, read_number(budget["amount"], QuantityKind::money_per_year).value_or(0),
           budget.key_location});
}

void load_funders(const NodeRef& at, LoadContext& context) {
  Scenario& scenario = context.scenario;
  scenario.funder_labels.resize(scenario.funders.size());
  for (const auto& [id, said] : at.entries())
    if (const FunderId funder = funder_of(id, said, context))
      scenario.funder_labels[funder] = read_label(said["label"], id);
}

void load_evidence(const NodeRef& at, const NodeRef& tree, LoadContext& context) {
  for (const auto& [pattern, evidence] : at.entries()) {
    if (!context.was_reported(pattern) && matching_paths(*tree.value, pattern).empty())
      context.error(evidence.key_location,
                    message("evidence is about {0}, which names nothing", shown(pattern)),
                    path_suggestion(*tree.value, pattern, context.issues));
    std::vector<std::string> range;
    for (const NodeRef& item : evidence["range"].items()) range.push_back(item.text());
    if (evidence["range"] && range.size() != 2 && range.size() != 3)
      context.error(
          evidence["range"].location(),
          message("{0} holds {1} values", evidence["range"].path, range.size()),
          message("give the low and the high value, or the low, the middle and the high one"));
    if (evidence["together"] && range.empty())
      context.error(evidence["together"].location(),
                    message("{0} has no range in which it could rise and fall", evidence.path),
                    message("give it a range, or take `together` out"));
    context.scenario.evidence.push_back({pattern, read_basis(evidence["basis"]),
                                         evidence["source"].text(), std::move(range),
                                         evidence["together"].text()});
  }
}

void load_targets(const NodeRef& at, LoadContext& context) {
  for (const auto& [kpi, target] : at.entries())
    context.scenario.targets.push_back(read_target(kpi, target, context));
}

void load_headline(const NodeRef& at, LoadContext& context) {
  for (const auto& [kpi, difference] : at.entries())
    context.scenario.headline.push_back(
        {kpi, read_figure(difference, context).value_or(0), difference.key_location});
}

}  // namespace doorstroom
