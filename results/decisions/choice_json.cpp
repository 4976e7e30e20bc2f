#include <nlohmann/json.hpp>

#include "results/decisions/choice_report.hpp"
#include "results/experiment/json_number.hpp"
#include "results/experiment/over_report.hpp"
#include "results/table/column.hpp"

namespace doorstroom {
namespace {

using OrderedJson = nlohmann::ordered_json;

OrderedJson optional_number(const std::optional<double>& value) {
  return value ? json_number(*value) : OrderedJson();
}

OrderedJson failures_json(const std::optional<Failures>& failures, const Assumptions& assumptions) {
  if (!failures) return {};
  OrderedJson json{{"coverage", failures->box.coverage},
                   {"density", failures->box.density},
                   {"fresh_coverage", failures->fresh.coverage},
                   {"fresh_density", failures->fresh.density}};
  json["where"] = OrderedJson::array();
  for (const BoxSide& side : failures->box.sides) {
    const SideText text = side_text(side, assumptions);
    json["where"].push_back({{"path", text.path},
                             {"from", text.low.empty() ? OrderedJson() : OrderedJson(text.low)},
                             {"to", text.high.empty() ? OrderedJson() : OrderedJson(text.high)}});
  }
  return json;
}

/// "arrangements.oza.places from 20 to 24", for a table.
std::string failures_text(const std::optional<Failures>& failures, const Assumptions& assumptions) {
  std::string text;
  if (!failures) return text;
  for (const BoxSide& side : failures->box.sides) {
    const SideText found = side_text(side, assumptions);
    text += (text.empty() ? "" : "; ") + found.path;
    if (!found.low.empty()) text += " >= " + found.low;
    if (!found.high.empty()) text += " <= " + found.high;
  }
  return text;
}

}  // namespace

std::string choice_json(const ChoiceQuestion& question, const PlansCompared& compared,
                        const Simulations& simulations, double seconds) {
  OrderedJson json{
      {"format", "doorstroom.choice"},
      {"format_version", 1},
      {"scenario", simulations.scenario(0).name},
      {"seed", simulations.seed()},
      {"over", over_json(question.sets, compared.assumptions, AskedScenario::of(simulations))},
      {"states", compared.states},
      {"replications_each", question.replications}};
  json["assumptions"] = OrderedJson::array();
  for (const Assumption& assumption : compared.assumptions.varied)
    json["assumptions"].push_back(assumption.factor.path);
  json["plans"] = OrderedJson::array();
  for (const PlanFigure& figure : compared.figures) {
    const Criterion& criterion = question.criteria[figure.criterion];
    json["plans"].push_back(
        {{"name", simulations.scenario(figure.plan).name},
         {"kpi", criterion.kpi.text()},
         {"units", criterion.kpi.definition().units},
         {"target", criterion.target ? OrderedJson(criterion.target->target) : OrderedJson()},
         {"mean", json_number(figure.mean.mean)},
         {"low", json_number(figure.mean.low)},
         {"high", json_number(figure.mean.high)},
         {"worst_tenth", json_number(figure.worst_tenth)},
         {"best_tenth", json_number(figure.best_tenth)},
         {"regret_mean", json_number(figure.regret_mean)},
         {"regret_max", json_number(figure.regret_max)},
         {"met_share", optional_number(figure.met_share)},
         {"open_share", optional_number(figure.open_share)},
         {"fails_where", failures_json(figure.fails_where, compared.assumptions)},
         {"not_beaten", static_cast<bool>(compared.not_beaten[figure.plan])}});
  }
  json["replications"] = simulations.replications();
  json["seconds"] = seconds;
  return json_answer(json);
}

Table choice_table(const ChoiceQuestion& question, const PlansCompared& compared,
                   const Simulations& simulations) {
  using column::number;
  using column::text;
  const TableSpec spec{
      "/plans",
      {text("plan", translatable("Name of the scenario")),
       text("kpi", translatable("Key figure, by its name")),
       text("units", translatable("Units of the row")),
       number("target", "1", translatable("The target; NaN: there is none")),
       number("mean", "1", translatable("Mean over states")), column::low_of_mean("low"),
       column::high_of_mean("high"),
       number("worst_tenth", "1", translatable("In a tenth of the states as bad, or worse")),
       number("best_tenth", "1", translatable("In a tenth of the states as good, or better")),
       number("regret_mean", "1",
              translatable("How much better the best plan of a state is, mean over states")),
       number("regret_max", "1", translatable("The same at most")),
       number("met_share", "1", translatable("Share of states in which the target is met")),
       number("open_share", "1", translatable("Share of states of which noise leaves it open")),
       text("fails_where", translatable("Box of inputs in which most failures lie; empty: none"))}};
  TableData rows(spec);
  for (const PlanFigure& figure : compared.figures) {
    const Criterion& criterion = question.criteria[figure.criterion];
    rows.add(simulations.scenario(figure.plan).name, criterion.kpi.text(),
             std::string(criterion.kpi.definition().units),
             criterion.target ? criterion.target->target : no_number, figure.mean.mean,
             figure.mean.low, figure.mean.high, figure.worst_tenth, figure.best_tenth,
             figure.regret_mean, figure.regret_max, figure.met_share.value_or(no_number),
             figure.open_share.value_or(no_number),
             failures_text(figure.fails_where, compared.assumptions));
  }
  return {spec, std::move(rows)};
}

}  // namespace doorstroom
