#include <array>
#include <nlohmann/json.hpp>

#include "results/attribution/explanation_report.hpp"
#include "results/experiment/json_number.hpp"
#include "results/table/column.hpp"

namespace doorstroom {
namespace {

using OrderedJson = nlohmann::ordered_json;

/// "before", "during", "after"; empty: the counted period, or years that the user named.
std::string phase_name(const ExplainedFigure& figure) {
  constexpr std::array names{"before", "during", "after"};
  return figure.phase ? names[static_cast<std::size_t>(*figure.phase)] : "";
}

OrderedJson year_json(int year) {
  return year < 0 ? OrderedJson() : OrderedJson(year);
}

OrderedJson figure_json(const ExplainedFigure& figure) {
  const std::string phase = phase_name(figure);
  return {{"kpi", figure.text()},
          {"units", figure.kpi.definition().units},
          {"first_year", year_json(figure.first_year)},
          {"last_year", year_json(figure.last_year)},
          {"phase", phase.empty() ? OrderedJson() : OrderedJson(phase)}};
}

OrderedJson part_json(const VariantPart& part, const PartEffect& effect) {
  OrderedJson keys = OrderedJson::array();
  for (const std::string& key : part.keys()) keys.push_back(key);
  return {{"part", part.name},
          {"keys", std::move(keys)},
          {"alone", json_number(effect.alone.mean)},
          {"alone_low", json_number(effect.alone.low)},
          {"alone_high", json_number(effect.alone.high)},
          {"without", json_number(effect.without.mean)},
          {"without_low", json_number(effect.without.low)},
          {"without_high", json_number(effect.without.high)},
          {"shapley", json_number(effect.share.mean)},
          {"low", json_number(effect.share.low)},
          {"high", json_number(effect.share.high)}};
}

OrderedJson explanation_of(const Explanation& explanation, const VariantParts& parts) {
  OrderedJson json = figure_json(explanation.figure);
  json["whole"] = json_number(explanation.whole.difference.mean);
  json["whole_low"] = json_number(explanation.whole.difference.low);
  json["whole_high"] = json_number(explanation.whole.difference.high);
  json["pairs"] = explanation.whole.count;
  json["p10"] = json_number(explanation.whole.p10);
  json["p90"] = json_number(explanation.whole.p90);
  json["together"] = json_number(explanation.together.mean);
  json["together_low"] = json_number(explanation.together.low);
  json["together_high"] = json_number(explanation.together.high);
  json["parts"] = OrderedJson::array();
  for (std::size_t i = 0; i < parts.parts().size(); ++i)
    json["parts"].push_back(part_json(parts.parts()[i], explanation.parts[i]));
  return json;
}

std::string open_ends(const NilRange& range) {
  if (range.open_low && range.open_high) return "both";
  return range.open_low ? "low" : range.open_high ? "high" : "none";
}

/// One entry for each range; a single one without numbers where no value makes the effect nil.
void add_break_even(const BreakEven& found, OrderedJson& list) {
  OrderedJson effects = OrderedJson::array();
  for (const BoundsAt& at : found.effects)
    effects.push_back(
        {{"value", at.value}, {"low", json_number(at.low)}, {"high", json_number(at.high)}});
  const auto add = [&](const OrderedJson& low, const OrderedJson& high, const OrderedJson& open) {
    list.push_back({{"kpi", found.figure.text()},
                    {"path", found.path},
                    {"unit", found.unit},
                    {"decides", found.decides},
                    {"low", low},
                    {"high", high},
                    {"open", open},
                    {"effects", effects}});
  };
  for (const NilRange& range : found.ranges) add(range.low, range.high, open_ends(range));
  if (found.ranges.empty()) add({}, {}, {});
}

Table effect_table(const ExplanationAnswer& answer) {
  using column::number;
  const TableSpec spec{
      "/effects",
      {column::text("kpi", translatable("Key figure, with the years that it is of")),
       column::text("units", translatable("Units of the row")),
       column::text("phase", translatable("during or after the intervention; empty: neither")),
       column::count("pairs", "1", translatable("Pairs of replications with data")),
       number("whole", "1", translatable("Mean difference that the variant makes")),
       column::low_of_mean("low"), column::high_of_mean("high"),
       number("together", "1", translatable("What of it no part makes alone")),
       column::low_of_mean("together_low"), column::high_of_mean("together_high")}};
  TableData rows(spec);
  for (const Explanation& each : answer.figures)
    rows.add(each.figure.text(), std::string(each.figure.kpi.definition().units),
             phase_name(each.figure), each.whole.count, each.whole.difference.mean,
             each.whole.difference.low, each.whole.difference.high, each.together.mean,
             each.together.low, each.together.high);
  return {spec, std::move(rows)};
}

Table part_table(const ExplanationAnswer& answer, const VariantParts& parts) {
  using column::number;
  const TableSpec spec{
      "/parts",
      {column::text("kpi", translatable("Key figure, with the years that it is of")),
       column::text("units", translatable("Units of the row")),
       column::text("part", translatable("Part of the variant")),
       number("alone", "1", translatable("Mean difference that the part makes alone")),
       column::low_of_mean("alone_low"), column::high_of_mean("alone_high"),
       number("without", "1",
              translatable("Mean difference that the variant makes without the part")),
       column::low_of_mean("without_low"), column::high_of_mean("without_high"),
       number("shapley", "1", translatable("Share of the part in the difference (Shapley value)")),
       column::low_of_mean("low"), column::high_of_mean("high")}};
  TableData rows(spec);
  for (const Explanation& each : answer.figures)
    for (std::size_t i = 0; i < parts.parts().size(); ++i) {
      const PartEffect& part = each.parts[i];
      rows.add(each.figure.text(), std::string(each.figure.kpi.definition().units),
               parts.parts()[i].name, part.alone.mean, part.alone.low, part.alone.high,
               part.without.mean, part.without.low, part.without.high, part.share.mean,
               part.share.low, part.share.high);
    }
  return {spec, std::move(rows)};
}

Table break_even_table(const ExplanationAnswer& answer) {
  using column::number;
  const TableSpec spec{
      "/break_even",
      {column::text("kpi", translatable("Key figure, with the years that it is of")),
       column::text("path", translatable("Assumption whose values were looked at")),
       column::text("unit", translatable("Unit of its values; empty: plain numbers")),
       number("low", "1",
              translatable("From this value on the effect cannot be told from nil; NaN: at none")),
       number("high", "1", translatable("Up to this value")),
       column::text("open", translatable("Which of both is an end of the range that was looked "
                                         "at: none, low, high, both"))}};
  TableData rows(spec);
  for (const BreakEven& each : answer.break_even) {
    for (const NilRange& range : each.ranges)
      rows.add(each.figure.text(), each.path, each.unit, range.low, range.high, open_ends(range));
    if (each.ranges.empty())
      rows.add(each.figure.text(), each.path, each.unit, no_number, no_number, std::string("none"));
  }
  return {spec, std::move(rows)};
}

}  // namespace

std::string explanation_json(const ExplanationAnswer& answer, const VariantParts& parts,
                             const Simulations& simulations, double seconds) {
  OrderedJson json{{"format", "doorstroom.explanation"},
                   {"format_version", 1},
                   {"scenario", simulations.scenario(0).name},
                   {"variant", simulations.scenario(1).name},
                   {"seed", simulations.seed()},
                   {"exact", answer.is_exact}};
  json["figures"] = OrderedJson::array();
  for (const Explanation& each : answer.figures)
    json["figures"].push_back(explanation_of(each, parts));
  json["break_even"] = OrderedJson::array();
  for (const BreakEven& each : answer.break_even) add_break_even(each, json["break_even"]);
  json["replications_each"] = answer.replications;
  json["replications"] = simulations.replications();
  json["seconds"] = seconds;
  return json_answer(json);
}

std::vector<Table> explanation_tables(const ExplanationAnswer& answer, const VariantParts& parts) {
  return {effect_table(answer), part_table(answer, parts), break_even_table(answer)};
}

}  // namespace doorstroom
