#include "results/comparison/comparison_json.hpp"

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "results/experiment/json_number.hpp"

namespace doorstroom {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::array phase_names{"before", "during", "after"};
constexpr std::array verdict_names{"relevant", "negligible", "undecided"};
constexpr std::array better_names{"neither", "lower", "higher"};

template <class Enum, std::size_t size>
const char* name_of(Enum value, const std::array<const char*, size>& names) {
  return names[static_cast<std::size_t>(value)];
}

OrderedJson number(double value) {
  return std::isfinite(value) ? OrderedJson(value) : OrderedJson();
}

OrderedJson difference_json(const KpiName& kpi, const PairedDifference& paired) {
  return {{"kpi", kpi.text()},
          {"units", kpi.definition().units},
          {"pairs", paired.count},
          {"base", number(paired.base_mean)},
          {"variant", number(paired.other_mean)},
          {"difference", number(paired.difference.mean)},
          {"low", number(paired.difference.low)},
          {"high", number(paired.difference.high)},
          {"standard_error", number(paired.standard_error)},
          {"p", number(paired.p)},
          {"p10", number(paired.p10)},
          {"p90", number(paired.p90)},
          {"correlation", number(paired.correlation)},
          {"variance_saved", number(paired.variance_saved)}};
}

void add_verdict(OrderedJson& json, const Declared& figure, const PairedDifference& paired,
                 const Relevance& relevance) {
  json["p_adjusted"] = number(paired.p_adjusted);
  json["p_equivalent"] = number(relevance.p_equivalent);
  json["smallest_relevant"] = figure.smallest_relevant;
  json["better"] = name_of(figure.kpi.definition().preferred, better_names);
  json["verdict"] = name_of(relevance.verdict, verdict_names);
}

OrderedJson verdict_json(const Judged& judged) {
  OrderedJson json = difference_json(judged.figure.kpi, judged.paired);
  add_verdict(json, judged.figure, judged.paired, judged.relevance);
  return json;
}

/// @param part  JSON key of the funder or group; null for figures of all
OrderedJson figures_json(const std::vector<ComparedFigure>& figures, const char* part = nullptr) {
  OrderedJson list = OrderedJson::array();
  for (const ComparedFigure& figure : figures) {
    list.push_back(difference_json(figure.kpi, figure.paired));
    if (part != nullptr) list.back()[part] = figure.part;
  }
  return list;
}

OrderedJson variant_json(const ComparedVariant& variant) {
  OrderedJson verdicts = OrderedJson::array();
  for (const Judged& judged : variant.verdicts) verdicts.push_back(verdict_json(judged));
  OrderedJson phases = OrderedJson::array();
  OrderedJson years = OrderedJson::array();
  for (std::size_t i = 0; i < variant.verdicts.size(); ++i) {
    const KpiName& kpi = variant.verdicts[i].figure.kpi;
    for (const ComparedPhase& phase : variant.phases) {
      OrderedJson row = difference_json(kpi, phase.differences[i]);
      row["phase"] = name_of(phase.phase, phase_names);
      row["first_year"] = phase.first_year;
      row["last_year"] = phase.last_year;
      if (!phase.relevance.empty())
        add_verdict(row, variant.verdicts[i].figure, phase.differences[i], phase.relevance[i]);
      phases.push_back(std::move(row));
    }
    for (const ComparedYear& year : variant.years) {
      OrderedJson row = difference_json(kpi, year.differences[i]);
      row["year"] = year.year;
      if (!variant.phases.empty()) row["phase"] = name_of(year.phase, phase_names);
      years.push_back(std::move(row));
    }
  }
  return {{"name", variant.name},
          {"file", variant.path},
          {"headline", std::move(verdicts)},
          {"system", figures_json(variant.system)},
          {"nodes", figures_json(variant.nodes)},
          {"clocks", figures_json(variant.clocks)},
          {"funders", figures_json(variant.funders, "funder")},
          {"groups", figures_json(variant.groups, "group")},
          {"phases", std::move(phases)},
          {"by_year", std::move(years)}};
}

OrderedJson spread_json(const EvidenceSpread& figure) {
  const VarianceComponents& spread = figure.spread;
  return {{"kpi", figure.kpi.text()},
          {"units", figure.kpi.definition().units},
          {"points", spread.points},
          {"middle", number(spread.p50)},
          {"p10", number(spread.p10)},
          {"p90", number(spread.p90)},
          {"least", number(spread.least)},
          {"most", number(spread.most)},
          {"mean", number(spread.mean.mean)},
          {"noise_low", number(spread.mean.low)},
          {"noise_high", number(spread.mean.high)},
          {"total_variance", number(spread.total_variance)},
          {"noise_variance", number(spread.noise_variance)},
          {"input_variance", number(spread.between_variance)}};
}

OrderedJson evidence_json(const OverEvidence& over) {
  OrderedJson json{{"over", over_json(over.plan.sets, over.assumptions, over.base)},
                   {"points", over.plan.points},
                   {"replications", over.plan.replications}};
  OrderedJson& varied = json["varied"] = OrderedJson::array();
  for (const Assumption& assumption : over.assumptions.varied) {
    const Factor& factor = assumption.factor;
    varied.push_back({{"path", factor.path},
                      {"from", factor.from},
                      {"middle", factor.middle ? OrderedJson(*factor.middle) : OrderedJson()},
                      {"to", factor.to},
                      {"unit", factor.unit},
                      {"parameters", assumption.paths}});
  }
  OrderedJson& kept = json["kept"] = OrderedJson::array();
  for (const KeptValue& each : over.assumptions.kept)
    kept.push_back({{"path", each.path}, {"why", each.why.in(Language::en)}});
  return json;
}

}  // namespace

std::string comparison_json(const Comparison& comparison, const OverEvidence* over) {
  OrderedJson json{{"format", "doorstroom.comparison"},
                   {"format_version", 1},
                   {"base", {{"name", comparison.base_name}, {"file", comparison.base_path}}},
                   {"seed", comparison.seed},
                   {"confidence", comparison.statements.confidence},
                   {"statements", comparison.statements.statements}};
  OrderedJson& variants = json["variants"] = OrderedJson::array();
  for (const ComparedVariant& variant : comparison.variants)
    variants.push_back(variant_json(variant));
  if (over) {
    json["over_evidence"] = evidence_json(*over);
    for (std::size_t i = 0; i < over->variants.size(); ++i) {
      OrderedJson& spreads = variants[i]["over_evidence"] = OrderedJson::array();
      for (const EvidenceSpread& figure : over->variants[i]) spreads.push_back(spread_json(figure));
    }
  }
  return json_answer(json, 1);
}

}  // namespace doorstroom
