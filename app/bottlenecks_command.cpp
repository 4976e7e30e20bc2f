// doorstroom bottlenecks: prints where a little more capacity helps most.

#include "app/commands.hpp"
#include "app/experiment_session.hpp"
#include "app/shared_options.hpp"
#include "models/messages/message.hpp"
#include "results/decisions/bottlenecks.hpp"
#include "results/decisions/bottlenecks_report.hpp"
#include "results/decisions/written_questions.hpp"

namespace doorstroom {
namespace {

struct BottlenecksArguments {
  std::string scenario;                       ///< file, or result
  std::string kpi;                            ///< empty: the first headline figure
  std::optional<std::uint32_t> replications;  ///< fresh ones, of each step
  ExperimentArguments experiment;
};

constexpr auto bottlenecks_examples = translatable(
    "Examples:\n"
    "  doorstroom bottlenecks scenarios/holland-rijnland.yaml\n"
    "  doorstroom bottlenecks scenarios/minimal.yaml --kpi placement_days_mean --json\n"
    "\n"
    "Each desk and each arrangement with limited capacity gets a little more, and the key figure\n"
    "is compared with the same futures without it: for the step, and for 100,000 euro a year.");

void describe(Options& options, BottlenecksArguments& arguments) {
  options
      .positional("FILE", arguments.scenario,
                  translatable("Scenario (YAML), or a result of the scenario"))
      .required();
  options.option("--kpi", "KPI", arguments.kpi,
                 translatable("Key figure that is to improve. Default: the first of the\n"
                              "scenario's headline, else dropouts_per_year"));
  options.whole_number("--replications", "N", arguments.replications,
                       translatable("Fresh replications of each step. Default: 50"),
                       {10, most_replications});
  add_experiment_options(options, arguments.experiment);
}

int run(const BottlenecksArguments& arguments, Language language) {
  const ScenarioTree base = plan_of(arguments.scenario, arguments.experiment, language);
  const Scenario scenario = base.load().scenario;
  const BottleneckQuestion question =
      read_bottleneck_question({.kpi = arguments.kpi,
                                .replications = arguments.replications,
                                .at_most = arguments.experiment.at_most},
                               scenario);
  ExperimentSession session(arguments.experiment, {base}, question.kpis(scenario), language);
  const Bottlenecks found = session.carry_out([&](Simulations& simulations) {
    return bottlenecks(question, simulations, session.estimate_teller());
  });
  const Simulations& simulations = session.simulations();
  return session.give(
      {bottlenecks_format, [&] { return std::vector{bottlenecks_table(question, found)}; },
       [&](double seconds) { return bottlenecks_json(question, found, simulations, seconds); },
       [&](std::size_t width) {
         return bottlenecks_text(question, found, simulations, language, width);
       }});
}

}  // namespace

Command bottlenecks_command() {
  return make_reading_command<BottlenecksArguments>(
      "bottlenecks", translatable("Rank where a little more capacity helps most"),
      bottlenecks_examples, describe, run);
}

}  // namespace doorstroom
