#include <array>
#include <nlohmann/json.hpp>

#include "results/decisions/seek_report.hpp"
#include "results/experiment/json_number.hpp"
#include "results/experiment/over_report.hpp"

namespace doorstroom {
namespace {

using OrderedJson = nlohmann::ordered_json;

OrderedJson values_json(const SeekQuestion& question, const Combination& values) {
  OrderedJson json = OrderedJson::array();
  for (std::size_t i = 0; i < values.size(); ++i)
    json.push_back(question.knobs[i].value(values[i]));
  return json;
}

/// A number of the only knob; of several, a list in their order; null without an answer.
OrderedJson answer_json(const SeekQuestion& question, const std::optional<Combination>& answer) {
  if (!answer) return {};
  OrderedJson values = values_json(question, *answer);
  return values.size() == 1 ? values.front() : values;
}

OrderedJson of_only_knob(const SeekQuestion& question, const std::optional<std::size_t>& index) {
  return index ? OrderedJson(question.knobs.front().value(*index)) : OrderedJson();
}

OrderedJson constraint_json(const Constraint& constraint, const ConstraintAnswer& answer) {
  return {{"kpi", constraint.kpi.text()},
          {"units", constraint.kpi.definition().units},
          {"relation", constraint.at_least ? ">=" : "<="},
          {"target", constraint.target},
          {"indifference", constraint.indifference},
          {"mean", json_number(answer.figure.mean.mean)},
          {"low", json_number(answer.figure.mean.low)},
          {"high", json_number(answer.figure.mean.high)},
          {"p10", json_number(answer.figure.p10)},
          {"p90", json_number(answer.figure.p90)},
          {"states_p10", json_number(answer.states.p10)},
          {"states_p90", json_number(answer.states.p90)},
          {"met", answer.met}};
}

OrderedJson tried_json(const SeekQuestion& question, const TriedCombination& tried) {
  OrderedJson json{{"values", values_json(question, tried.values)},
                   {"replications", tried.judgement.replications}};
  const auto add = [&](const char* key, auto number_of) {
    OrderedJson list = OrderedJson::array();
    for (const Interval& figure : tried.figures) list.push_back(json_number(number_of(figure)));
    json[key] = list.size() == 1 ? list.front() : list;
  };
  add("mean", [](const Interval& figure) { return figure.mean; });
  add("low", [](const Interval& figure) { return figure.low; });
  add("high", [](const Interval& figure) { return figure.high; });
  json["verdict"] = standing_name(tried.judgement.standing);
  return json;
}

OrderedJson payment_json(const PairedDifference& paid) {
  return {{"now", json_number(paid.base_mean)},
          {"then", json_number(paid.other_mean)},
          {"difference", json_number(paid.difference.mean)},
          {"low", json_number(paid.difference.low)},
          {"high", json_number(paid.difference.high)}};
}

/// Null where all is as the scenario has it.
OrderedJson states_json(const SeekQuestion& question, const Simulations& simulations) {
  if (!question.states) return {};
  return over_json(question.states->calibrated, question.states->assumptions,
                   AskedScenario::of(simulations));
}

}  // namespace

std::string standing_name(TargetStanding standing) {
  constexpr std::array names{"meets", "near", "misses", "open"};
  return names[static_cast<std::size_t>(standing)];
}

std::string seek_json(const SeekQuestion& question, const SeekAnswer& answer,
                      const Simulations& simulations, double seconds) {
  OrderedJson json{{"format", "doorstroom.seek"},
                   {"format_version", 1},
                   {"scenario", simulations.scenario(0).name},
                   {"seed", simulations.seed()},
                   {"over", states_json(question, simulations)},
                   {"answer", answer_json(question, answer.answer)},
                   {"answer_low", of_only_knob(question, answer.answer_low)},
                   {"met_chance", json_number(answer.met_chance.mean)},
                   {"met_chance_low", json_number(answer.met_chance.low)},
                   {"met_chance_high", json_number(answer.met_chance.high)}};
  json["states"] = question.states ? OrderedJson(question.states->sets.size()) : OrderedJson();
  const auto& in_states = answer.in_states;
  json["met_share"] = in_states ? json_number(in_states->met_share) : OrderedJson();
  json["open_share"] = in_states ? json_number(in_states->open_share) : OrderedJson();
  json["with_chance"] = question.chance ? OrderedJson(*question.chance) : OrderedJson();
  json["knobs"] = OrderedJson::array();
  for (std::size_t i = 0; i < question.knobs.size(); ++i) {
    const Knob& knob = question.knobs[i];
    json["knobs"].push_back(
        {{"path", knob.path},
         {"unit", knob.unit},
         {"now", knob.now ? OrderedJson(*knob.now) : OrderedJson()},
         {"answer", answer.answer ? OrderedJson(knob.value((*answer.answer)[i])) : OrderedJson()}});
  }
  json["constraints"] = OrderedJson::array();
  for (std::size_t i = 0; i < question.constraints.size(); ++i)
    json["constraints"].push_back(constraint_json(question.constraints[i], answer.confirmed[i]));
  json["tried"] = OrderedJson::array();
  for (const TriedCombination& tried : answer.tried)
    json["tried"].push_back(tried_json(question, tried));
  json["one_pool"] = of_only_knob(question, answer.one_pool);
  json["not_monotone"] = answer.not_monotone.has_value();
  json["best_seen"] = values_json(question, answer.best_seen);
  json["as_good"] = OrderedJson::array();
  for (const Combination& other : answer.as_good)
    json["as_good"].push_back(values_json(question, other));
  json["held_back"] = OrderedJson::array();
  for (const GrowingList& list : answer.held_back)
    json["held_back"].push_back({{"node", list.node},
                                 {"waiting_first", list.first.mean},
                                 {"growth", list.growth.mean},
                                 {"low", list.growth.low},
                                 {"high", list.growth.high}});
  json["bill"] = payment_json(answer.bill);
  json["funders"] = OrderedJson::array();
  for (const FunderAnswer& each : answer.funders) {
    OrderedJson funder{{"funder", each.funder}};
    funder.update(payment_json(each.paid));
    json["funders"].push_back(std::move(funder));
  }
  json["fresh_replications"] = answer.fresh;
  json["replications"] = simulations.replications();
  json["seconds"] = seconds;
  return json_answer(json);
}

}  // namespace doorstroom
