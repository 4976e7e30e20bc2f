#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "results/comparison/comparison.hpp"
#include "results/decisions/seek_report.hpp"
#include "results/experiment/constraint.hpp"
#include "results/text/kpi_labels.hpp"
#include "results/what_if/decision_run.hpp"

namespace doorstroom {
namespace {

using OrderedJson = nlohmann::ordered_json;

bool can_improve(const KpiName& kpi) {
  return kpi.definition().preferred != PreferredDirection::neither;
}

/// The figures that have a better and a worse, those of the headline first.
std::vector<KpiName> figures_that_can_improve(const Scenario& scenario) {
  std::vector<KpiName> figures;
  for (const KpiName& kpi : declared_names(scenario))
    if (can_improve(kpi)) figures.push_back(kpi);
  const KpiName customary{{}, "dropouts_per_year"};
  if (std::ranges::find(figures, customary) == figures.end()) figures.push_back(customary);
  return figures;
}

/// How little short of a target counts as meeting it, where the scenario or custom says so; null: a
/// share of the target.
OrderedJson tolerance_json(const KpiName& kpi, const Scenario& scenario, Language language) {
  const std::optional<double> tolerance = smallest_relevant(scenario, kpi);
  return tolerance ? OrderedJson(tolerance_text(kpi, *tolerance).in(language))
                   : OrderedJson(nullptr);
}

OrderedJson figure_to_ask(const KpiName& kpi, const KpiLabels& labels, Language language) {
  return {{"id", kpi.text()},
          {"label", labels.of(kpi, language)},
          {"units", kpi.definition().units},
          {"relation", kpi.definition().preferred == PreferredDirection::higher ? ">=" : "<="}};
}

/// A capacity from half of what it is to twice that.
struct CapacityRange {
  explicit CapacityRange(const Amount& now) {
    const bool is_whole = now.unit.empty();
    step = is_whole ? 1 : now.number < 10 ? 0.1 : 0.5;
    from = std::max(is_whole ? 1.0 : step, std::floor(now.number / 2 / step) * step);
    to = std::ceil(now.number * 2 / step) * step;
  }

  double from;
  double to;
  double step;
};

std::string plain(double number) {
  return fmt::format("{:.10g}", number);
}

}  // namespace

OrderedJson questions_json(const Scenario& scenario, Language language) {
  const KpiLabels labels(scenario);
  OrderedJson levers = OrderedJson::array();
  OrderedJson seek_figures = OrderedJson::array();
  OrderedJson bottleneck_figures = OrderedJson::array();
  const std::vector<KpiName> figures = figures_that_can_improve(scenario);
  for (const Node& node : scenario.nodes)
    for (const std::string& path :
         {"arrangements." + node.id + ".places", "desks." + node.id + ".staff"}) {
      const std::optional<Amount> now = amount_at(path, scenario.resolved);
      if (!now || !(now->number > 0)) continue;
      const CapacityRange range(*now);
      const KpiName within_10{node.id, "entered_within_10w"};
      const bool is_headline = std::ranges::find(figures, within_10) != figures.end();
      const KpiName figure = is_headline ? within_10 : KpiName{node.id, "entered_within_6w"};
      levers.push_back({{"path", path},
                        {"label", capacity_label(path, scenario, language)},
                        {"unit", now->unit},
                        {"now", plain(now->number)},
                        {"from", plain(range.from)},
                        {"to", plain(range.to)},
                        {"step", plain(range.step)},
                        {"figure", figure.text()}});
      for (const char* column : {"entered_within_6w", "entered_within_10w"}) {
        OrderedJson json = figure_to_ask({node.id, column}, labels, language);
        json["default_target"] = "90%";
        json["tolerance"] = tolerance_json({node.id, column}, scenario, language);
        seek_figures.push_back(std::move(json));
      }
    }
  for (const KpiName& kpi : figures) {
    OrderedJson json = figure_to_ask(kpi, labels, language);
    bottleneck_figures.push_back(json);
    json["default_target"] = nullptr;
    json["tolerance"] = tolerance_json(kpi, scenario, language);
    const auto is_there = [&](const OrderedJson& other) { return other["id"] == json["id"]; };
    if (std::ranges::none_of(seek_figures, is_there)) seek_figures.push_back(std::move(json));
  }
  return {{"seek", {{"levers", std::move(levers)}, {"figures", std::move(seek_figures)}}},
          {"bottlenecks", {{"figures", std::move(bottleneck_figures)}}}};
}

}  // namespace doorstroom
