// doorstroom kpis: prints every key figure, with its meaning and unit.

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <vector>

#include "app/commands.hpp"
#include "app/console/output.hpp"
#include "app/scenario_input.hpp"
#include "models/loading/scenario_loader.hpp"
#include "models/messages/article.hpp"
#include "models/messages/message.hpp"
#include "models/scenario/scenario.hpp"
#include "results/file/result_reader.hpp"
#include "results/rows/kpi_lists.hpp"
#include "results/rows/schema.hpp"

namespace doorstroom {
namespace {

using OrderedJson = nlohmann::ordered_json;

struct KpisArguments {
  std::string file;  ///< scenario or result; empty: figures of any scenario
  bool json = false;
};

constexpr auto kpis_examples = translatable(R"(Examples:
  doorstroom kpis
  doorstroom kpis scenarios/minimal.yaml        those of its desks and arrangements, too
  doorstroom kpis minimal.h5 --json

These are the names for --until, --kpi, targets, headline and steering. Behind a name, @3 means the
year that is the fourth: dropouts_per_year@3.)");

void describe(Options& options, KpisArguments& arguments) {
  options.positional("FILE", arguments.file,
                     translatable("Scenario or result file whose desks, arrangements and\nlegal "
                                  "clocks are listed. Default: none"));
  options.flag("--json", arguments.json, translatable("Print JSON, for other programs"));
}

/// A desk or an arrangement, or a legal clock.
struct Owner {
  std::string id;
  Label label;
};

/// Those that a file has.
struct Owners {
  std::vector<Owner> nodes;
  std::vector<Owner> clocks;
};

/// @param path  of a scenario, or of a result, which holds its scenario
Scenario scenario_in(const std::string& path, Language language) {
  if (path.ends_with(".yaml") || path.ends_with(".yml")) return load_and_warn(path, {}, language);
  ResultReader file(path);
  return load_resolved(path, file.resolved()).scenario;
}

Owners owners_in(const std::string& path, Language language) {
  Owners found;
  if (path.empty()) return found;
  const Scenario scenario = scenario_in(path, language);
  for (const Node& node : scenario.nodes)
    if (has_list(node)) found.nodes.push_back({node.id, node.label});
  for (const LegalClock& clock : scenario.clocks) found.clocks.push_back({clock.id, clock.label});
  return found;
}

std::vector<KpiDefinition> node_kpis() {
  std::vector<KpiDefinition> all(waiting_kpis().begin(), waiting_kpis().end());
  all.insert(all.end(), use_kpis().begin(), use_kpis().end());
  return all;
}

/// The unit as people say it.
LocalizedText unit_text(std::string_view units) {
  if (units == "1") return message("a number or a share");
  if (units == "day") return message("days");
  if (units == "youth") return message("youths");
  if (units == "youth/year") return message("youths a year");
  if (units == "youth day/year") return message("days of youths a year");
  if (units == "bounce/youth") return message("times a youth");
  if (units == "EUR/year") return message("euro a year");
  if (units == "place") return message("places");
  if (units == "hour") return message("hours");
  return std::string(units);
}

std::string explained(const KpiDefinition& kpi, std::string_view before, Language language) {
  return fmt::format("  {}{}\n    {} ({})\n    {}\n", before, kpi.name, kpi.label.in(language),
                     unit_text(kpi.units).in(language), kpi.description.in(language));
}

std::string all_in_words(const Owners& owners, Language language) {
  std::string text = message("Of the whole system\n").in(language);
  for (const KpiDefinition& kpi : system_kpis()) text += explained(kpi, "", language);
  text += message("\nOf a desk or arrangement: its id, a dot and one of these\n").in(language);
  for (const KpiDefinition& kpi : node_kpis()) text += explained(kpi, "NODE.", language);
  text +=
      message("\nOf a legal clock: `clock`, a dot, its id, a dot and one of these\n").in(language);
  for (const KpiDefinition& kpi : clock_kpis()) text += explained(kpi, "clock.CLOCK.", language);
  for (const Owner& clock : owners.clocks) {
    text += fmt::format("\n{}\n", name_in(language, clock.label, clock.id));
    for (const KpiDefinition& kpi : clock_kpis())
      text += fmt::format("  clock.{}.{}: {}\n", clock.id, kpi.name, kpi.label.in(language));
  }
  for (const Owner& node : owners.nodes) {
    text +=
        fmt::format("\n{}\n", without_article(name_in(language, node.label, node.id), language));
    for (const KpiDefinition& kpi : node_kpis())
      text += fmt::format("  {}.{}: {}\n", node.id, kpi.name, kpi.label.in(language));
  }
  return text;
}

OrderedJson in_languages(TranslatableText text) {
  OrderedJson json;
  for (const Language language : Language::all())
    json[std::string(language.code())] = text.in(language);
  return json;
}

OrderedJson json_of(const KpiDefinition& kpi, const std::string& before) {
  const bool lower = kpi.preferred == PreferredDirection::lower;
  return {{"kpi", before + std::string(kpi.name)},
          {"units", kpi.units},
          {"label", in_languages(kpi.label)},
          {"description", in_languages(kpi.description)},
          {"better", kpi.preferred == PreferredDirection::neither ? "neither"
                     : lower                                      ? "lower"
                                                                  : "higher"}};
}

std::string all_in_json(const Owners& owners) {
  OrderedJson figures = OrderedJson::array();
  for (const KpiDefinition& kpi : system_kpis()) figures.push_back(json_of(kpi, ""));
  if (owners.nodes.empty())
    for (const KpiDefinition& kpi : node_kpis()) figures.push_back(json_of(kpi, "NODE."));
  if (owners.clocks.empty())
    for (const KpiDefinition& kpi : clock_kpis()) figures.push_back(json_of(kpi, "clock.CLOCK."));
  for (const Owner& clock : owners.clocks)
    for (const KpiDefinition& kpi : clock_kpis()) {
      figures.push_back(json_of(kpi, "clock." + clock.id + "."));
      figures.back()["clock"] = {{"id", clock.id}, {"nl", clock.label.nl}, {"en", clock.label.en}};
    }
  for (const Owner& node : owners.nodes)
    for (const KpiDefinition& kpi : node_kpis()) {
      figures.push_back(json_of(kpi, node.id + "."));
      figures.back()["node"] = {{"id", node.id}, {"nl", node.label.nl}, {"en", node.label.en}};
    }
  return OrderedJson{{"kpis", std::move(figures)}}.dump(1) + "\n";
}

int run(const KpisArguments& arguments, Language language) {
  const Owners owners = owners_in(arguments.file, language);
  if (arguments.json)
    print(all_in_json(owners));
  else
    print_fitted(all_in_words(owners, language));
  return 0;
}

}  // namespace

Command kpis_command() {
  return make_reading_command<KpisArguments>(
      "kpis", translatable("List the key figures, with their meaning and unit"), kpis_examples,
      describe, run);
}

}  // namespace doorstroom
