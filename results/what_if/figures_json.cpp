#include "results/what_if/figures_json.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "results/comparison/comparison_text.hpp"
#include "results/experiment/json_number.hpp"
#include "results/report/verdict_words.hpp"
#include "results/stats/intervals.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::array sense_names{"better",     "worse",     "matters",
                                 "negligible", "undecided", "no_data"};
constexpr std::array tone_names{"neutral", "better", "worse", "undecided"};
constexpr std::array phase_keys{"before", "during", "after"};

template <class Enum, std::size_t size>
const char* name_of(Enum value, const std::array<const char*, size>& names) {
  return names[static_cast<std::size_t>(value)];
}

OrderedJson numbers_json(const KpiName& kpi, const PairedDifference& paired) {
  return {{"id", kpi.text()},
          {"base", json_number(paired.base_mean)},
          {"variant", json_number(paired.other_mean)},
          {"difference", json_number(paired.difference.mean)},
          {"low", json_number(paired.difference.low)},
          {"high", json_number(paired.difference.high)}};
}

/// The same in words.
void add_texts(OrderedJson& json, const KpiName& kpi, const PairedDifference& paired,
               Language language) {
  json["base_text"] = level_words(kpi, paired, paired.base_mean).in(language);
  json["variant_text"] = level_words(kpi, paired, paired.other_mean).in(language);
  json["difference_text"] = paired.count < 2 ? "" : span_text(kpi, paired.difference).in(language);
}

/// What the scenario alone comes to: there is no variant to compare it with.
void leave_out_variant(OrderedJson& json, const KpiName& kpi, const Interval& base,
                       Language language) {
  for (const char* const key : {"variant", "difference", "low", "high"}) json[key] = nullptr;
  json["base_text"] = NumberText(kpi.definition().units, base).value(base.mean).in(language);
  for (const char* const key : {"variant_text", "difference_text", "text"}) json[key] = "";
}

OrderedJson phases_json(const ComparedVariant& compared, Language language) {
  OrderedJson phases = OrderedJson::array();
  for (const ComparedPhase& phase : compared.phases) {
    if (phase.relevance.empty()) continue;  // not judged
    OrderedJson figures = OrderedJson::array();
    for (std::size_t i = 0; i < phase.relevance.size(); ++i)
      figures.push_back(verdict_json(
          {compared.verdicts[i].figure, phase.differences[i], phase.relevance[i]}, language));
    phases.push_back({{"phase", name_of(phase.phase, phase_keys)},
                      {"first_year", phase.first_year},
                      {"last_year", phase.last_year},
                      {"years", phase.years.in(language)},
                      {"figures", std::move(figures)}});
  }
  return phases;
}

/// By year, a list for each figure that has a verdict: values of base and variant, and the interval
/// of their difference.
OrderedJson years_json(const ComparedVariant& compared) {
  OrderedJson names = OrderedJson::array();
  OrderedJson phases = OrderedJson::array();
  for (const ComparedYear& year : compared.years) {
    names.push_back(year.name);
    phases.push_back(name_of(year.phase, phase_keys));
  }
  OrderedJson figures = OrderedJson::array();
  for (std::size_t i = 0; i < compared.verdicts.size(); ++i) {
    OrderedJson figure{{"id", compared.verdicts[i].figure.kpi.text()}};
    for (const ComparedYear& year : compared.years) {
      const PairedDifference& paired = year.differences[i];
      figure["base"].push_back(json_number(paired.base_mean));
      figure["variant"].push_back(json_number(paired.other_mean));
      figure["low"].push_back(json_number(paired.difference.low));
      figure["high"].push_back(json_number(paired.difference.high));
    }
    figures.push_back(std::move(figure));
  }
  return {
      {"names", std::move(names)}, {"phases", std::move(phases)}, {"figures", std::move(figures)}};
}

/// Every figure of the whole system; exploratory, so without a verdict.
OrderedJson system_json(const PairsSoFar& so_far, const KpiLabels& labels, Language language) {
  OrderedJson system = OrderedJson::array();
  for (const ComparedFigure& figure : so_far.comparison.system) {
    OrderedJson json = numbers_json(figure.kpi, figure.paired);
    json["label"] = labels.of(figure.kpi, language);
    add_texts(json, figure.kpi, figure.paired, language);
    json["effect"] = is_effect(figure.paired);
    if (so_far.base_alone)
      leave_out_variant(json, figure.kpi, t_interval(so_far.base(figure.kpi)), language);
    system.push_back(std::move(json));
  }
  return system;
}

/// What each funder pays a year; exploratory, too.
OrderedJson funders_json(const PairsSoFar& so_far, const KpiLabels& labels, Language language) {
  const KpiName cost{{}, "cost_euro_per_year", -1};
  OrderedJson funders = OrderedJson::array();
  for (const PaidSoFar& one : so_far.paid) {
    OrderedJson json = numbers_json(cost, one.paired);
    json["id"] = one.funder;
    json["label"] = labels.of_funder(one.funder, language);
    add_texts(json, cost, one.paired, language);
    json["effect"] = is_effect(one.paired);
    if (so_far.base_alone) leave_out_variant(json, cost, one.base, language);
    funders.push_back(std::move(json));
  }
  return funders;
}

}  // namespace

OrderedJson verdict_json(const Judged& judged, Language language) {
  const KpiName& kpi = judged.figure.kpi;
  OrderedJson json = numbers_json(kpi, judged.paired);
  json["smallest_relevant"] = judged.figure.smallest_relevant;
  json["verdict"] = name_of(sense_of(judged), sense_names);
  json["tone"] = name_of(tone_of(judged), tone_names);
  json["text"] = verdict_words(judged).in(language);
  add_texts(json, kpi, judged.paired, language);
  return json;
}

OrderedJson figures_json(const PairsSoFar& so_far, const KpiLabels& labels, Language language) {
  OrderedJson verdicts = OrderedJson::array();
  for (const Judged& judged : so_far.comparison.verdicts) {
    verdicts.push_back(verdict_json(judged, language));
    const KpiName& kpi = judged.figure.kpi;
    if (so_far.base_alone)
      leave_out_variant(verdicts.back(), kpi, t_interval(so_far.base(kpi)), language);
  }
  const bool enough = so_far.pairs >= enough_pairs;
  return {{"kind", "figures"},
          {"pairs", so_far.pairs},
          {"enough", enough},
          {"estimated", !enough},
          {"figures", std::move(verdicts)},
          {"phases", phases_json(so_far.comparison, language)},
          {"years", years_json(so_far.comparison)},
          {"system", system_json(so_far, labels, language)},
          {"funders", funders_json(so_far, labels, language)}};
}

}  // namespace doorstroom
