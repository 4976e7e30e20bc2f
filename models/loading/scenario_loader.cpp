#include "models/loading/scenario_loader.hpp"

#include <algorithm>
#include <boost/algorithm/string/trim.hpp>
#include <filesystem>

#include "models/fields/canonical.hpp"
#include "models/fields/youth_table.hpp"
#include "models/loading/loader.hpp"
#include "models/loading/parameter_paths.hpp"
#include "models/loading/scenario_check.hpp"
#include "models/loading/scenario_shape.hpp"
#include "models/messages/message.hpp"
#include "models/messages/utf8.hpp"
#include "models/yaml/issue_text.hpp"
#include "models/yaml/overlay.hpp"
#include "models/yaml/yaml_reader.hpp"

namespace doorstroom {
namespace {

/// Of whoever is followed for less time, nobody knows whether help came within 10 weeks.
constexpr Days shortest_follow_up{10 * days_per_week};

void load_period(const NodeRef& at, LoadContext& context) {
  const auto start = read_date(at["start"]);
  const auto years = read_number(at["years"], QuantityKind::years);
  const auto warm_up = read_span(at["warm_up"]);
  const auto follow_up = read_span(at["follow_up"]);
  context.period_known = start && years && warm_up && follow_up;
  if (!context.period_known) return;
  Period period(*start, static_cast<int>(*years), *warm_up, *follow_up);
  if (period.follow_up() < shortest_follow_up) {
    context.error(at["follow_up"].location(),
                  message("{0} is {1}, which is less than 10 weeks", at["follow_up"].path,
                          at["follow_up"].text()),
                  message("figures tell who was placed within 10 weeks; give at least that, or 0 "
                          "days to follow everybody to the end of the period"));
    context.period_known = false;
    return;
  }
  context.scenario.period = std::move(period);
}

/// A list of levels, or a map of those that scale something.
void load_severities(const NodeRef& at, LoadContext& context) {
  Scenario& scenario = context.scenario;
  scenario.severities =
      IdVector<SeverityId, std::string>(load_names(at, translatable("level"), context));
  for (const auto& [level, scale] : at.entries()) {
    scenario.severities.push_back(level);
    scenario.scales.push_back(
        {.stay = read_number(scale["stay"], QuantityKind::number).value_or(1),
         .work = read_number(scale["work"], QuantityKind::number).value_or(1),
         .patience = read_number(scale["patience"], QuantityKind::number).value_or(1)});
  }
  for (const NodeRef& level : at.items())
    if (is_reserved_value(level.text()))
      report_reserved_word(level.text(), at.path, level.location(), context);
  for (const auto& [level, scale] : at.entries())
    if (is_reserved_value(level)) report_reserved_word(level, at.path, scale.key_location, context);
  if (at.is_list() && scenario.severities.empty())
    context.error(at.location(), message("severities is an empty list"),
                  message("name at least one level, or leave it out for light, middle, complex"));
}

/// What holds for the whole scenario, and that everything else needs.
void load_frame(const NodeRef& tree, LoadContext& context) {
  Scenario& scenario = context.scenario;
  scenario.name = read_label(tree["name"], "").en;
  scenario.replications = static_cast<std::uint32_t>(
      read_number(tree["replications"], QuantityKind::whole).value_or(1));
  scenario.seed =
      static_cast<std::uint32_t>(read_number(tree["seed"], QuantityKind::whole).value_or(1));
  load_period(tree["period"], context);
  load_attributes(tree, context);
  load_severities(tree["severities"], context);
}

void load_structs(const NodeRef& tree, LoadContext& context) {
  load_frame(tree, context);
  declare_nodes(tree, context);
  load_nodes(tree, context);
  load_ages(tree, context);
  load_absence(tree["absence"], context);
  load_initial(tree["initial"], context);
  load_today(tree["today"], context);
  load_clocks(tree["clocks"], context);
  load_interventions(tree, context);
  load_budgets(tree["budgets"], context);
  load_funders(tree["funders"], context);
  load_evidence(tree["evidence"], tree, context);
  load_targets(tree["targets"], context);
  load_headline(tree["headline"], context);
  find_what_is_under_way(context.scenario);
  order_attributes(context);
}

void check(const NodeRef& tree, const LoadContext& context) {
  Loaded loaded{context.scenario, context.valid,
                IdVector<NodeId, SourceLocation>(context.scenario.nodes.size())};
  for (const char* kind : {"sources", "desks", "arrangements"})
    for (const auto& [id, node] : tree[kind].entries())
      loaded.route_locations[context.ids.at(id)] = node["routes"].key_location;
  check_scenario(loaded, context.issues);
}

/// What a scenario is called that differs from a file in what the command line set: "oza.places =
/// 30".
std::string name_of_sets(const std::vector<std::string>& sets) {
  std::string all;
  for (const std::string& set : sets) {
    const std::size_t equals = set.find('=');
    std::string path = boost::trim_copy(set.substr(0, equals));
    if (equals == std::string::npos || path == "name" || path == "replications" || path == "seed")
      continue;
    for (const char* kind : {"sources.", "desks.", "arrangements.", "choices.", "exits."})
      if (path.starts_with(kind)) path.erase(0, std::string_view(kind).size());
    all += (all.empty() ? "" : ", ") + path + " = " + boost::trim_copy(set.substr(equals + 1));
  }
  return all;
}

/// Adds what was set to the name, in each language that it has one in.
void name_after(Value& tree, const std::vector<std::string>& sets) {
  const std::string what = shown(name_of_sets(sets));
  Entry* name = tree.find("name");
  if (what.empty() || !name) return;
  const auto add = [&](std::shared_ptr<Value>& value) {
    if (value->is_scalar()) value = Value::scalar(value->text + ": " + what, value->location);
  };
  add(name->value);
  for (Entry& entry : name->value->entries) add(entry.value);  // of a map
}

/// Whether the pattern is about the path, or about something below it.
bool is_about(std::string_view pattern, const std::string& path) {
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = pattern.find('.', end == 0 ? 0 : end + 1);
    if (path_matches(pattern.substr(0, end), path)) return true;
  }
  return false;
}

/// Evidence of a file about what another file takes away goes with it: it is dropped, and told.
void drop_evidence(Value& tree, const std::vector<Removal>& removals, Issues& issues) {
  const Entry* evidence = tree.find("evidence");
  if (!evidence || removals.empty()) return;
  std::erase_if(evidence->value->entries, [&](const Entry& entry) {
    if (!matching_paths(tree, entry.key).empty()) return false;
    const auto removed = std::ranges::find_if(removals, [&](const Removal& removal) {
      return removal.location.file != entry.key_location.file && is_about(entry.key, removal.path);
    });
    if (removed == removals.end()) return false;
    issues.warning(removed->location,
                   message("evidence about {0} is dropped: this takes away what it is about",
                           shown(entry.key)),
                   message("write `{0}: ~` under evidence to say so", entry.key));
    return true;
  });
}

std::vector<Issue> errors_of(const Issues& issues) {
  std::vector<Issue> errors = issues.all();
  std::erase_if(errors,
                [](const Issue& issue) { return issue.severity != Issue::Severity::error; });
  return errors;
}

/// Shorthands written out, keys checked, standards filled in.
void complete(Value& tree, const std::string& path, Shape& shape) {
  write_out(tree, shown(std::filesystem::path(path).stem().string()));
  shape.check(tree);
  leave_out_beside(tree);
}

}  // namespace

ScenarioTree::ScenarioTree(const std::string& path, const std::vector<std::string>& sets)
    : path_(path) {
  std::vector<Removal> removals;
  tree_ = read_with_bases(path, documents_, issues_, removals);
  if (documents_.size() > 1) base_ = documents_[1].path;
  take_in(sets, std::move(removals));
  name_after(*tree_, sets);
}

ScenarioTree::ScenarioTree(const std::string& name, std::string resolved) : path_(name) {
  tree_ = read_yaml_text(name, std::move(resolved), documents_, issues_);
  take_in({}, {});
}

ScenarioTree::ScenarioTree(ScenarioText file) : path_(std::move(file.path)) {
  std::vector<Removal> removals;
  tree_ = read_with_bases(path_, documents_, issues_, removals, std::move(file.text));
  if (documents_.size() > 1) base_ = documents_[1].path;
  take_in({}, std::move(removals), 0);
}

void ScenarioTree::take_in(const std::vector<std::string>& arguments, std::vector<Removal> removals,
                           int closed) {
  if (!tree_ || !tree_->is_map()) {
    issues_.throw_if_errors(documents_);
    throw input_error(message("{0}: holds no scenario", path_));
  }
  if (tree_->find("sweep") && tree_->find("vary"))
    throw input_error(message(
        "{0}: this is the plan of a sweep, no scenario\n  run it with `doorstroom sweep {1}`",
        path_, path_));
  const std::vector<PathSet> sets = take_sets(*tree_, arguments, documents_, issues_);
  Shape shape(issues_);
  complete(*tree_, path_, shape);
  for (const PathSet& set : sets) {
    apply_set(*tree_, set, issues_);
    if (set.value->is_null()) removals.push_back({set.pattern, set.location});
  }
  complete(*tree_, path_, shape);
  drop_evidence(*tree_, removals, issues_);
  take_in_tables(*tree_, documents_, issues_, closed);
  reported_ = shape.reported();
}

LoadedScenario ScenarioTree::load(const FurtherCheck& further) const {
  Issues issues = issues_;
  LoadedScenario loaded = load(*tree_, documents_, issues, reported_, further);
  issues.throw_if_errors(loaded.scenario.documents);
  return loaded;
}

LoadedScenario ScenarioTree::with(const std::vector<std::string>& sets) const {
  Issues issues = issues_;
  LoadedScenario loaded = with(sets, issues);
  issues.throw_if_errors(loaded.scenario.documents);
  return loaded;
}

std::vector<Issue> ScenarioTree::mistakes(const FurtherCheck& further) const {
  Issues issues = issues_;
  load(*tree_, documents_, issues, reported_, further);
  return errors_of(issues);
}

std::vector<Issue> ScenarioTree::mistakes_with(const std::vector<std::string>& sets) const {
  Issues issues = issues_;
  with(sets, issues);
  return errors_of(issues);
}

LoadedScenario ScenarioTree::with(const std::vector<std::string>& arguments, Issues& issues) const {
  const std::shared_ptr<Value> tree = tree_->clone();
  std::vector<Document> documents = documents_;
  for (const PathSet& set : take_sets(*tree, arguments, documents, issues))
    apply_set(*tree, set, issues);
  Shape shape(issues);
  complete(*tree, path_, shape);
  std::set<std::string> reported = reported_;
  reported.insert(shape.reported().begin(), shape.reported().end());
  return load(*tree, std::move(documents), issues, reported);
}

LoadedScenario ScenarioTree::load(const Value& tree, std::vector<Document> documents,
                                  Issues& issues, const std::set<std::string>& reported,
                                  const FurtherCheck& further) const {
  LoadedScenario loaded;
  loaded.scenario.documents = std::move(documents);
  LoadContext context{loaded.scenario, issues, reported};
  const NodeRef root{&tree, "", {}};
  load_structs(root, context);
  check(root, context);
  if (further) further(context);
  if (issues.has_errors()) return loaded;
  loaded.scenario.resolved = canonical_json(tree);
  loaded.warnings = issues.all();
  return loaded;
}

LoadedScenario load_scenario(const std::string& path, const std::vector<std::string>& sets,
                             const FurtherCheck& further) {
  return ScenarioTree(path, sets).load(further);
}

LoadedScenario load_resolved(const std::string& name, std::string text) {
  return ScenarioTree(name, std::move(text)).load();
}

}  // namespace doorstroom
