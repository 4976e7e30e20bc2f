#include "results/what_if/model_json.hpp"

#include <array>
#include <nlohmann/json.hpp>

#include "results/comparison/comparison.hpp"
#include "results/page/what_if_words.hpp"
#include "results/text/kpi_labels.hpp"
#include "results/variants/scenario_folder.hpp"
#include "results/what_if/decision_run.hpp"

namespace doorstroom {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::array better_names{"neither", "lower", "higher"};

OrderedJson figure_list(const Scenario& scenario, const KpiLabels& labels, Language language) {
  OrderedJson figures = OrderedJson::array();
  const std::vector<KpiName> names = declared_names(scenario);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const KpiDefinition& definition = names[i].definition();
    const double said = i < scenario.headline.size() ? scenario.headline[i].difference : 0;
    figures.push_back({{"id", names[i].text()},
                       {"label", labels.of(names[i], language)},
                       {"help", definition.description.in(language)},
                       {"units", definition.units},
                       {"headline", true},
                       {"better", better_names[static_cast<std::size_t>(definition.preferred)]},
                       {"smallest_relevant", said > 0 ? OrderedJson(said) : OrderedJson()}});
  }
  return figures;
}

std::string date_or_empty(const Scenario& scenario, Instant moment) {
  if (moment == never) return "";
  const auto day = static_cast<std::int64_t>(moment.days());
  return to_text(scenario.period.date_at(day));
}

OrderedJson intervention_list(const Scenario& scenario, Language language) {
  OrderedJson interventions = OrderedJson::array();
  for (const Intervention& each : scenario.interventions)
    interventions.push_back({{"id", each.id},
                             {"label", name_in(language, each.label, each.id)},
                             {"from", date_or_empty(scenario, each.profile.from)},
                             {"until", date_or_empty(scenario, each.profile.until)}});
  return interventions;
}

OrderedJson sets_json(const WhatIfVariant& variant) {
  OrderedJson sets = OrderedJson::array();
  for (const VariantSetting& set : variant.sets)
    sets.push_back({{"path", set.path}, {"value", set.value}});
  return sets;
}

/// What is told of a file of the folder, as JSON; an empty text: nothing.
std::optional<MadeText> told_of(const WhatIfPlace& place, const std::string& file,
                                Language language) {
  std::optional<LookedAtFile> found = look_at(place, file);
  if (!found) return std::nullopt;
  if (!found->overlay) return MadeText{"", std::move(found->read)};
  const FolderOverlay& overlay = *found->overlay;
  OrderedJson told{{"file", file}, {"name", KpiLabels(overlay.scenario).title(language)}};
  if (overlay.variant) {
    told["extends"] = overlay.variant->extends;
    told["sets"] = sets_json(*overlay.variant);
  } else {
    told["extends"] = overlay.extends;
    told["interventions"] = intervention_list(overlay.scenario, language);
  }
  return MadeText{told.dump(-1, ' ', false, OrderedJson::error_handler_t::replace),
                  std::move(found->read)};
}

}  // namespace

OrderedJson model_json(const WhatIfPlace& place, const Scenario& scenario, Language language,
                       KeptTexts& kept) {
  const KpiLabels labels(scenario);
  const Period& period = scenario.period;
  OrderedJson questions = questions_json(scenario, language);
  OrderedJson overlays = OrderedJson::array();
  OrderedJson saved = OrderedJson::array();
  for (const std::string& file : yaml_files(place)) {
    const auto told = kept.text(file + "\n" + std::string(language.code()),
                                [&] { return told_of(place, file, language); });
    if (!told || told->empty()) continue;
    OrderedJson overlay = OrderedJson::parse(*told);
    (overlay.contains("sets") ? saved : overlays).push_back(std::move(overlay));
  }
  return {
      {"language", language.code()},
      {"period",
       {{"start", to_text(period.start())}, {"end", to_text(period.date_at(period.end_day()))}}},
      {"scenario",
       {{"name", labels.title(language)},
        {"file", file_of(place)},
        {"years", period.years()},
        {"interventions", intervention_list(scenario, language)}}},
      {"seed", scenario.seed},
      {"replications", place.replications},
      {"most_replications", place.most_replications},
      {"program", program_name(place)},
      {"read_only", place.read_only},
      {"words", what_if_words(language)},
      {"figures", figure_list(scenario, labels, language)},
      {"seek", std::move(questions["seek"])},
      {"bottlenecks", std::move(questions["bottlenecks"])},
      {"overlays", std::move(overlays)},
      {"saved", std::move(saved)}};
}

}  // namespace doorstroom
