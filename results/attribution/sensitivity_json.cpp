#include <nlohmann/json.hpp>

#include "results/attribution/sensitivity_report.hpp"
#include "results/experiment/json_number.hpp"
#include "results/table/column.hpp"

namespace doorstroom {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr auto dummy_name = "noise";  ///< of the dummy input, in files

OrderedJson morris_json(const std::string& path, const MorrisMeasures& measures) {
  return {{"path", path},
          {"mu_star", json_number(measures.mu_star)},
          {"mu_star_low", json_number(measures.mu_star_bounds.low)},
          {"mu_star_high", json_number(measures.mu_star_bounds.high)},
          {"mu", json_number(measures.mu)},
          {"sigma", json_number(measures.sigma)}};
}

OrderedJson sobol_json(const InputShare& share) {
  const SobolIndices& indices = share.indices;
  return {{"path", share.path},
          {"first", json_number(indices.first)},
          {"first_low", json_number(indices.first_bounds.low)},
          {"first_high", json_number(indices.first_bounds.high)},
          {"total", json_number(indices.total)},
          {"total_low", json_number(indices.total_bounds.low)},
          {"total_high", json_number(indices.total_bounds.high)}};
}

OrderedJson sensitivity_of(const Sensitivity& found) {
  OrderedJson json{{"kpi", found.figure.text()}, {"units", found.figure.kpi.definition().units}};
  json["mean"] = json_number(found.outcomes.mean.mean);
  json["p10"] = json_number(found.outcomes.p10);
  json["p90"] = json_number(found.outcomes.p90);
  json["morris"] = OrderedJson::array();
  for (const InputEffect& effect : found.effects)
    json["morris"].push_back(morris_json(effect.path, effect.measures));
  json["morris_noise"] = morris_json(dummy_name, found.noise);
  json["sobol"] = OrderedJson::array();
  for (const InputShare& share : found.shares) json["sobol"].push_back(sobol_json(share));
  json["noise_floor"] = json_number(found.noise_floor);
  json["noise_floor_low"] = json_number(found.noise_floor_bounds.low);
  json["noise_floor_high"] = json_number(found.noise_floor_bounds.high);
  return json;
}

Table morris_table(const SensitivityAnswer& answer) {
  using column::number;
  const TableSpec spec{
      "/morris",
      {column::text("kpi", translatable("Key figure, with the years that it is of")),
       column::text("units", translatable("Units of the row")),
       column::text("path", translatable("Assumption; `noise`: other random numbers alone")),
       number("mu_star", "1",
              translatable("Mean size of the change over the whole range of the assumption")),
       column::low_of_mean("mu_star_low"), column::high_of_mean("mu_star_high"),
       number("mu", "1", translatable("Mean change, with its sign")),
       number("sigma", "1",
              translatable("Standard deviation of the change: how much it depends on the other "
                           "assumptions"))}};
  TableData rows(spec);
  const auto add = [&](const Sensitivity& found, const std::string& path,
                       const MorrisMeasures& measures) {
    rows.add(found.figure.text(), std::string(found.figure.kpi.definition().units), path,
             measures.mu_star, measures.mu_star_bounds.low, measures.mu_star_bounds.high,
             measures.mu, measures.sigma);
  };
  for (const Sensitivity& found : answer.figures) {
    for (const InputEffect& effect : found.effects) add(found, effect.path, effect.measures);
    add(found, dummy_name, found.noise);
  }
  return {spec, std::move(rows)};
}

Table sobol_table(const SensitivityAnswer& answer) {
  using column::number;
  const TableSpec spec{
      "/sobol",
      {column::text("kpi", translatable("Key figure, with the years that it is of")),
       column::text("path", translatable("Assumption; `noise`: other random numbers alone")),
       number("first", "1", translatable("Share of the variance that the assumption makes alone")),
       column::low_of_mean("first_low"), column::high_of_mean("first_high"),
       number("total", "1",
              translatable("Share of the variance that it makes alone and together with others")),
       column::low_of_mean("total_low"), column::high_of_mean("total_high")}};
  TableData rows(spec);
  for (const Sensitivity& found : answer.figures) {
    for (const auto& [path, indices] : found.shares)
      rows.add(found.figure.text(), path, indices.first, indices.first_bounds.low,
               indices.first_bounds.high, indices.total, indices.total_bounds.low,
               indices.total_bounds.high);
    if (!found.shares.empty())
      rows.add(found.figure.text(), std::string(dummy_name), no_number, no_number, no_number,
               found.noise_floor, found.noise_floor_bounds.low, found.noise_floor_bounds.high);
  }
  return {spec, std::move(rows)};
}

}  // namespace

std::string sensitivity_json(const SensitivityAnswer& answer, const Assumptions& assumptions,
                             const Simulations& simulations, double seconds) {
  OrderedJson json{{"format", "doorstroom.sensitivity"},
                   {"format_version", 1},
                   {"scenario", simulations.scenario(0).name}};
  json["variant"] =
      answer.is_of_difference ? OrderedJson(simulations.scenario(1).name) : OrderedJson();
  json["seed"] = simulations.seed();
  json["figures"] = OrderedJson::array();
  for (const Sensitivity& found : answer.figures) json["figures"].push_back(sensitivity_of(found));
  json["inputs"] = OrderedJson::array();
  for (const UncertainInput& input : assumptions.inputs()) {
    OrderedJson ranges = OrderedJson::array();
    for (const std::size_t i : input.assumptions) {
      const Factor& factor = assumptions.varied[i].factor;
      ranges.push_back({{"path", factor.path},
                        {"from", factor.from},
                        {"middle", factor.middle ? OrderedJson(*factor.middle) : OrderedJson()},
                        {"to", factor.to},
                        {"unit", factor.unit}});
    }
    json["inputs"].push_back({{"path", input.name}, {"ranges", std::move(ranges)}});
  }
  json["kept"] = OrderedJson::array();
  for (const KeptValue& each : assumptions.kept)
    json["kept"].push_back({{"path", each.path}, {"why", each.why.in(Language::en)}});
  json["replications_each"] = answer.replications;
  json["replications"] = simulations.replications();
  json["seconds"] = seconds;
  return json_answer(json);
}

std::vector<Table> sensitivity_tables(const SensitivityAnswer& answer) {
  return {morris_table(answer), sobol_table(answer)};
}

}  // namespace doorstroom
