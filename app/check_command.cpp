// doorstroom check: prints every mistake in a scenario, or in the plan of a sweep, at once.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>
#include <vector>

#include "app/commands.hpp"
#include "app/console/output.hpp"
#include "app/explain_changes.hpp"
#include "app/shared_options.hpp"
#include "app/warnings.hpp"
#include "engine/resource_usage.hpp"
#include "models/continuum/simulated_load.hpp"
#include "models/loading/evidence.hpp"
#include "models/loading/scenario_loader.hpp"
#include "models/loading/sweep_plan.hpp"
#include "models/messages/message.hpp"
#include "results/figures/targets.hpp"
#include "results/rows/schema.hpp"
#include "results/run/forecast.hpp"
#include "results/sweep/manifest.hpp"
#include "results/text/kpi_labels.hpp"
#include "results/text/number_text.hpp"
#include "results/text/text_table.hpp"

namespace doorstroom {
namespace {

struct CheckArguments {
  std::string scenario;           ///< file
  std::vector<std::string> sets;  ///< "PATH=VALUE"
  bool explain = false;           ///< what is changed, key by key
};

constexpr auto check_examples = translatable(R"(Examples:
  doorstroom check scenarios/minimal.yaml
  doorstroom check scenarios/minimal.yaml --set "arrangements.oza.stay=9 months"
  doorstroom check scenarios/regiegroep.yaml --explain

Exit code 2 when there are mistakes; warnings alone are no reason not to run.)");

void describe(Options& options, CheckArguments& arguments) {
  options.positional("FILE", arguments.scenario, translatable("Scenario (YAML)")).required();
  add_sets(options, arguments.sets);
  options.flag("--explain", arguments.explain,
               translatable("Tell what the file changes in the one that it extends, and what\n"
                            "--set changes, key by key"));
}

/// Prints what the scenario changes in the file that it extends; without one, what was set.
void print_changes(const ScenarioTree& tree, const Scenario& scenario, const std::string& path,
                   Language language) {
  const std::string& base = tree.base().empty() ? path : tree.base();
  const LocalizedText changes =
      changes_text(load_scenario(base).scenario.resolved, scenario.resolved);
  if (changes.empty())
    print_fitted(message("\nNothing is changed in {0}.\n", base).in(language));
  else
    print(message("\nChanged in {0}:\n{1}", base, changes).in(language));
}

std::string share_text(double share) {
  return std::isnan(share) ? "-" : fmt::format("{:.0f}%", share * 100);
}

/// "less than a minute", "about 5 minutes", "about 3 hours", "about 4 days"
LocalizedText duration_text(double seconds) {
  constexpr double minute = 60;
  constexpr double hour = 60 * minute;
  constexpr double day = 24 * hour;
  if (seconds < minute) return message("less than a minute");
  if (seconds < 2 * hour)
    return message_plural("about {0} minute", "about {0} minutes", std::llround(seconds / minute));
  if (seconds < 2 * day)
    return message_plural("about {0} hour", "about {0} hours", std::llround(seconds / hour));
  return message_plural("about {0} day", "about {0} days", std::llround(seconds / day));
}

/// Prints what a run takes. @param expected  of one worker  @param seconds  that a replication
/// takes
void print_forecast(const RunForecast& expected, const Scenario& scenario, double seconds,
                    Language language) {
  print_fitted(message("A run: {0}; each worker takes {1} of memory, and one alone {2}.\n",
                       youths_text(expected), memory_text(expected.memory),
                       duration_text(seconds * scenario.replications))
                   .in(language));
}

/// Prints how busy every desk and arrangement is in a short simulation.
void print_loads(const Scenario& scenario, Language language) {
  const RunForecast expected = forecast(scenario, 1);
  check_fits(expected, available_memory());
  const auto began = std::chrono::steady_clock::now();
  const SimulatedLoads loads = simulated_loads(scenario);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  if (loads.nodes.empty()) return;
  const auto localized = [language](const LocalizedText& text) { return text.in(language); };
  TextTable table(localized(message("Load, simulated")),
                  {localized(message("requests a year")), localized(message("first year")),
                   localized(message("last year"))});
  std::string warnings;
  for (const NodeLoad& load : loads.nodes) {
    const std::string& id = scenario.nodes[load.node].id;
    table.add_row(id, {grouped(load.asked_per_year, 0).in(language), share_text(load.first_year),
                       share_text(load.last_year)});
    if (load.grows_without_end && !load.can_leave)
      warnings += message(
                      "warning: more is asked of {0} than it can give, and nobody gives up its "
                      "list\n  on average {1} waited in the first year and {2} in the last; add "
                      "capacity, or waiting.leaves_after\n",
                      id, grouped(load.waiting_first_year, 0), grouped(load.waiting_last_year, 0))
                      .in(language);
  }
  print("\n" + table.text(output_width()));
  print_fitted(message("A short simulation: {0} of {1}. A run is more precise.\n",
                       message_plural("{0} replication", "{0} replications", loads.replications),
                       message_plural("{0} year", "{0} years", loads.years))
                   .in(language));
  print_forecast(expected, scenario, took.count() * expected.youths / std::max(1.0, loads.arrivals),
                 language);
  print_fitted(warnings);
}

/// Where a scenario has prices, tells which limited capacity costs nothing while nobody uses it.
/// What adds capacity there looks cheaper than it is.
void print_free_capacity(const Scenario& scenario, Language language) {
  if (std::ranges::all_of(scenario.nodes, [](const Node& node) { return node.cost.free(); }))
    return;
  std::string lines;
  for (const Node& node : scenario.nodes) {
    if (!has_list(node)) continue;
    const bool desk = node.kind == NodeKind::desk;
    if (is_unlimited(scenario, node) ||
        (desk ? node.cost.per_fte_year : node.cost.per_place_year) > 0)
      continue;
    const LocalizedText what = node.cost.free() ? message("all of it is free: no cost")
                               : desk           ? message("idle staff are free: no cost.per_fte")
                                      : message("empty places are free: no cost.per_place");
    lines += fmt::format("  {:<30}{}\n", node.id, what.in(language));
  }
  if (lines.empty()) return;
  print_fitted(
      message("\nCapacity without a price of its own. More of it looks cheaper than it is, unless "
              "money follows the youths or cases:\n")
          .in(language) +
      lines);
}

void print_evidence(const Scenario& scenario, Language language) {
  const std::vector<std::string> paths = without_evidence(scenario);
  const auto of = [&](Basis basis) {
    return std::ranges::count(scenario.evidence, basis, &Evidence::basis);
  };
  if (!scenario.evidence.empty())
    print_fitted(
        message("\nWhere parameters come from: {0} entries measured, {1} derived, {2} assumed.\n",
                of(Basis::measured), of(Basis::derived), of(Basis::assumed))
            .in(language));
  if (paths.empty()) return;
  print_fitted(message("\nWithout evidence ({0}):\n", paths.size()).in(language));
  for (const std::string& path : paths) print(fmt::format("  {}\n", path));
}

int check_sweep(const std::string& path, Language language) {
  const Manifest manifest = make_manifest(load_sweep(path), {}, 1);
  print_fitted(message("{0}: {1} makes sense.\n{2} points, {3}.\n", path, manifest.name,
                       manifest.points.size(), replications_text(manifest))
                   .in(language));
  return 0;
}

int run(const CheckArguments& arguments, Language language) {
  if (is_sweep(arguments.scenario)) return check_sweep(arguments.scenario, language);
  const ScenarioTree tree(arguments.scenario, arguments.sets);
  const LoadedScenario loaded = tree.load(report_wrong_kpi_names);
  const Scenario& scenario = loaded.scenario;
  replication_tables(scenario);  // throws when a name cannot be used in a result file
  if (const std::string warnings = warnings_of(loaded, language); !warnings.empty())
    print_fitted(warnings + "\n");

  const std::size_t doubts = loaded.warnings.size();
  const LocalizedText with_warnings =
      doubts == 0 ? LocalizedText()
                  : message(", with {0}", message_plural("{0} warning", "{0} warnings", doubts));
  print_fitted(
      message(
          "{0}: {1} makes sense{2}.\n{3}, {4}, {5}, {6}; {7} to {8}, {9}.\n", arguments.scenario,
          KpiLabels(scenario.resolved).title(language), with_warnings,
          message_plural("{0} source", "{0} sources", scenario.sources.size()),
          message_plural("{0} desk", "{0} desks", scenario.desks.size()),
          message_plural("{0} arrangement", "{0} arrangements", scenario.arrangements.size()),
          message_plural("{0} intervention", "{0} interventions", scenario.interventions.size()),
          to_text(scenario.period.start()),
          to_text(scenario.period.date_at(scenario.period.end_day())),
          message_plural("{0} replication", "{0} replications", scenario.replications))
          .in(language));
  if (arguments.explain) {
    print_changes(tree, scenario, arguments.scenario, language);
    return 0;
  }
  print_loads(scenario, language);
  print_free_capacity(scenario, language);
  print_evidence(scenario, language);
  return 0;
}

}  // namespace

Command check_command() {
  return make_command<CheckArguments>(
      "check", translatable("List every mistake in a scenario, without running it"), check_examples,
      describe, run);
}

}  // namespace doorstroom
