#include <nlohmann/json.hpp>

#include "results/calibration/calibration_report.hpp"
#include "results/experiment/json_number.hpp"
#include "results/file/digest.hpp"
#include "results/file/result_format.hpp"
#include "results/table/column.hpp"

namespace doorstroom {
namespace {

using OrderedJson = nlohmann::ordered_json;

OrderedJson optional_json(const std::optional<double>& value) {
  return value ? json_number(*value) : OrderedJson();
}

/// As --set takes it: without the quotes of canonical JSON.
std::string bare(std::string value) {
  std::erase(value, '"');
  return value;
}

/// By assumption: its range, and what is left of it.
OrderedJson inputs_json(const Calibration& found) {
  OrderedJson json = OrderedJson::array();
  const std::vector<UncertainInput> inputs = found.assumptions.inputs();
  std::vector<const InputMatch*> of_assumption(found.assumptions.varied.size());
  for (std::size_t input = 0; input < inputs.size(); ++input)
    for (const std::size_t i : inputs[input].assumptions) of_assumption[i] = &found.inputs[input];
  for (std::size_t i = 0; i < of_assumption.size(); ++i) {
    const auto& [factor, paths, together] = found.assumptions.varied[i];
    const bool is_left = !found.waves.empty() && found.waves.back().share > 0;
    const auto left = [&](double place) {
      return is_left ? OrderedJson(bare(factor.value_at(place))) : OrderedJson();
    };
    json.push_back({{"path", factor.path},
                    {"low", factor.from},
                    {"middle", optional_json(factor.middle)},
                    {"high", factor.to},
                    {"unit", factor.unit},
                    {"together", together},
                    {"left_low", left(of_assumption[i]->low)},
                    {"left_high", left(of_assumption[i]->high)}});
  }
  return json;
}

OrderedJson target_json(const TargetMatch& match) {
  const Target& target = match.target;
  return {{"kpi", target.kpi},
          {"units", match.kpi.definition().units},
          {"use", target.tune ? "tune" : "check"},
          {"value", optional_json(target.value)},
          {"low", json_number(target.low)},
          {"high", json_number(target.high)},
          {"discrepancy", target.discrepancy},
          {"sets_met", match.sets_met},
          {"points_met", match.points_met},
          {"emulator_covered", optional_json(match.covered)}};
}

OrderedJson set_json(const CalibratedSet& set, const Calibration& found) {
  OrderedJson values = OrderedJson::object();
  for (std::size_t i = 0; i < set.values.size(); ++i)
    values[found.assumptions.varied[i].factor.path] = bare(set.values[i]);
  OrderedJson kpis = OrderedJson::object();
  for (std::size_t i = 0; i < set.figures.size(); ++i) {
    const Interval& figure = set.figures[i];
    kpis[found.targets[i].target.kpi] = {{"mean", json_number(figure.mean)},
                                         {"low", json_number(figure.low)},
                                         {"high", json_number(figure.high)}};
  }
  return {{"values", std::move(values)},
          {"implausibility_second", json_number(set.implausibility.second)},
          {"implausibility_largest", json_number(set.implausibility.largest)},
          {"kpis", std::move(kpis)}};
}

Table sets_table(const Calibration& found) {
  TableSpec spec{"/sets", {}};
  for (const Assumption& assumption : found.assumptions.varied)
    spec.columns.push_back(
        column::text(assumption.factor.path, translatable("An input, as --set takes it")));
  spec.columns.push_back(
      column::number("implausibility_second", "1",
                     translatable("Second largest implausibility over the targets to tune")));
  spec.columns.push_back(column::number("implausibility_largest", "1",
                                        translatable("Largest implausibility over them")));
  for (const TargetMatch& match : found.targets) {
    const std::string& kpi = match.target.kpi;
    spec.columns.push_back(column::number(kpi, std::string(match.kpi.definition().units),
                                          match.kpi.definition().description));
    spec.columns.push_back(column::low_of_mean(kpi + "_low"));
    spec.columns.push_back(column::high_of_mean(kpi + "_high"));
  }
  TableData rows(spec);
  for (const CalibratedSet& set : found.sets) {
    std::size_t at = 0;
    for (const std::string& value : set.values) rows.add_value(at++, bare(value));
    rows.add_value(at++, set.implausibility.second);
    rows.add_value(at++, set.implausibility.largest);
    for (const Interval& figure : set.figures)
      for (const double value : {figure.mean, figure.low, figure.high}) rows.add_value(at++, value);
  }
  return {spec, std::move(rows)};
}

Table targets_table(const Calibration& found) {
  using column::count;
  using column::number;
  using column::text;
  const TableSpec spec{
      "/targets",
      {text("kpi", translatable("Key figure, by its name")),
       text("units", translatable("Units of the row")),
       text("use",
            translatable("What the target is for: tuned on it, or kept to check the model with")),
       number("value", "1", translatable("What was found; NaN: only a range is known")),
       number("low", "1", translatable("The least that is right")),
       number("high", "1", translatable("The most that is right")),
       count("sets_met", "1", translatable("Sets whose mean is from low to high")),
       count("points_met", "1",
             translatable("The same of all points that were simulated, sets included")),
       number("emulator_covered", "1",
              translatable("Share of points in the 95% interval of the emulator without them; NaN: "
                           "it was not emulated"))}};
  TableData rows(spec);
  for (const TargetMatch& match : found.targets)
    rows.add(match.target.kpi, std::string(match.kpi.definition().units),
             std::string(match.target.tune ? "tune" : "check"),
             match.target.value.value_or(no_number), match.target.low, match.target.high,
             static_cast<std::int64_t>(match.sets_met), static_cast<std::int64_t>(match.points_met),
             match.covered.value_or(no_number));
  return {spec, std::move(rows)};
}

Table waves_table(const Calibration& found) {
  const TableSpec spec{
      "/waves",
      {column::count("points", "1", translatable("Points that were simulated")),
       column::number("share", "1", translatable("Share of the ranges that is left after it"))}};
  TableData rows(spec);
  for (const CalibrationWave& wave : found.waves) rows.add(std::int64_t{wave.points}, wave.share);
  return {spec, std::move(rows)};
}

}  // namespace

std::string calibration_json(const Calibration& found, const Simulations& simulations,
                             std::optional<double> seconds) {
  OrderedJson json{{"format", calibration_format.name},
                   {"format_version", calibration_format.version},
                   {"program_version", simulations.program().version},
                   {"scenario", simulations.scenario(0).name},
                   {"scenario_sha256", sha256(simulations.scenario(0).resolved)},
                   {"seed", simulations.seed()}};
  json["inputs"] = inputs_json(found);
  json["targets"] = OrderedJson::array();
  for (const TargetMatch& match : found.targets) json["targets"].push_back(target_json(match));
  json["waves"] = OrderedJson::array();
  for (const CalibrationWave& wave : found.waves)
    json["waves"].push_back({{"points", wave.points}, {"share", wave.share}});
  json["settled"] = found.has_settled;
  json["points"] = found.points;
  json["sets_tried"] = found.tried_sets;
  json["most_met_by_point"] = found.most_met_by_point;
  json["most_met"] = found.most_met;
  json["sets_with_most"] = found.sets_with_most;
  json["not_together"] = OrderedJson::array();
  for (const std::vector<std::size_t>& group : found.not_together) {
    OrderedJson kpis = OrderedJson::array();
    for (const std::size_t target : group) kpis.push_back(found.targets[target].target.kpi);
    json["not_together"].push_back(std::move(kpis));
  }
  json["replications_each"] = found.replications_each;
  json["sets"] = OrderedJson::array();
  for (const CalibratedSet& set : found.sets) json["sets"].push_back(set_json(set, found));
  if (seconds) {
    json["replications"] = simulations.replications();
    json["seconds"] = *seconds;
  }
  return json_answer(json);
}

std::vector<Table> calibration_tables(const Calibration& found) {
  return {sets_table(found), targets_table(found), waves_table(found)};
}

}  // namespace doorstroom
