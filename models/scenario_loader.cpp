#include "models/scenario_loader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "engine/error.hpp"
#include "models/canonical.hpp"
#include "models/issue_text.hpp"
#include "models/loader.hpp"
#include "models/overlay.hpp"
#include "models/parameter_paths.hpp"
#include "models/scenario_check.hpp"
#include "models/scenario_shape.hpp"
#include "models/yaml_reader.hpp"

namespace doorstroom {
namespace {

std::vector<std::string> load_names(const At& at, std::string_view what, Loading& loading) {
  std::vector<std::string> names;
  for (const At& item : at.items()) {
    if (std::ranges::find(names, item.text()) != names.end())
      loading.error(item.mark(), say("{} holds {} twice", at.path, item.text()),
                    say("each {} has its own name; take one out", phrase(what)));
    else
      names.push_back(item.text());
  }
  return names;
}

void load_period(const At& at, Loading& loading) {
  const auto start = read_date(at["start"]);
  const auto years = read_number(at["years"], Kind::years);
  const auto warm_up = read_span(at["warm_up"]);
  loading.period_known = start && years && warm_up;
  if (loading.period_known)
    loading.scenario.period = Period(*start, static_cast<int>(*years), *warm_up);
}

/// A list of levels, or a map of those that scale something.
void load_severities(const At& at, Loading& loading) {
  Scenario& scenario = loading.scenario;
  scenario.severities = load_names(at, "level", loading);
  for (const auto& [level, scale] : at.entries()) {
    scenario.severities.push_back(level);
    scenario.scales.push_back(
        {.stay = read_number(scale["stay"], Kind::number).value_or(1),
         .work = read_number(scale["work"], Kind::number).value_or(1),
         .patience = read_number(scale["patience"], Kind::number).value_or(1)});
  }
  if (at.is_list() && scenario.severities.empty())
    loading.error(at.mark(), "severities is an empty list",
                  "name at least one level, or leave it out for light, middle, complex");
}

/// What holds for the whole scenario, and that everything else needs.
void load_frame(const At& tree, Loading& loading) {
  Scenario& scenario = loading.scenario;
  scenario.name = tree["name"].text();
  scenario.replications =
      static_cast<std::uint32_t>(read_number(tree["replications"], Kind::whole).value_or(1));
  scenario.seed = static_cast<std::uint32_t>(read_number(tree["seed"], Kind::whole).value_or(1));
  load_period(tree["period"], loading);
  scenario.subregions = load_names(tree["subregions"], "subregion", loading);
  load_severities(tree["severities"], loading);
}

void load_structs(const At& tree, Loading& loading) {
  load_frame(tree, loading);
  declare_nodes(tree, loading);
  load_nodes(tree, loading);
  load_ages(tree, loading);
  load_absence(tree["absence"], loading);
  load_today(tree["today"], loading);
  load_clocks(tree["clocks"], loading);
  load_interventions(tree, loading);
  load_budgets(tree["budgets"], loading);
  load_evidence(tree["evidence"], tree, loading);
  load_targets(tree["targets"], loading);
  load_headline(tree["headline"], loading);
  find_stays_of_today(loading.scenario);
}

void check(const At& tree, const Loading& loading) {
  Loaded loaded{loading.scenario, loading.sound, std::vector<Mark>(loading.scenario.nodes.size())};
  for (const char* kind : {"sources", "desks", "arrangements"})
    for (const auto& [id, node] : tree[kind].entries())
      loaded.routes_marks[loading.ids.at(id)] = node["routes"].key_mark;
  check_scenario(loaded, loading.issues);
}

/// Shorthands written out, keys checked, standards filled in.
void complete(Value& tree, const std::string& path, Shape& shape) {
  write_out(tree, std::filesystem::path(path).stem().string());
  shape.check(tree);
}

/// From a tree to a scenario; what is wrong with it is told by its documents.
LoadedScenario load_tree(LoadedScenario loaded, const std::shared_ptr<Value>& tree,
                         const std::string& path, const std::vector<std::string>& arguments,
                         Issues& issues, Language language) {
  Scenario& scenario = loaded.scenario;
  if (!tree || !tree->is_map()) {
    issues.throw_if_errors(scenario.documents, language);
    throw InputError(say("{}: holds no scenario", path).in(language));
  }
  const std::vector<PathSet> sets = take_sets(*tree, arguments, scenario.documents, issues);
  Shape shape(issues);
  complete(*tree, path, shape);
  for (const PathSet& set : sets) apply_set(*tree, set, issues);
  complete(*tree, path, shape);
  take_in_tables(*tree, scenario.documents, issues);

  Loading loading{scenario, issues, shape.told()};
  const At root{tree.get(), "", {}};
  load_structs(root, loading);
  check(root, loading);
  issues.throw_if_errors(scenario.documents, language);

  scenario.resolved = canonical_json(*tree);
  loaded.warnings = issues.all();
  return loaded;
}

}  // namespace

LoadedScenario load_scenario(const std::string& path, const std::vector<std::string>& arguments,
                             Language language) {
  LoadedScenario loaded;
  Issues issues;
  const std::shared_ptr<Value> tree = read_with_bases(path, loaded.scenario.documents, issues);
  return load_tree(std::move(loaded), tree, path, arguments, issues, language);
}

LoadedScenario load_resolved(const std::string& name, std::string text, Language language) {
  LoadedScenario loaded;
  Issues issues;
  const std::shared_ptr<Value> tree =
      read_yaml_text(name, std::move(text), loaded.scenario.documents, issues);
  return load_tree(std::move(loaded), tree, name, {}, issues, language);
}

}  // namespace doorstroom
