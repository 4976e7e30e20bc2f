// doorstroom sensitivity: prints which assumption decides the answer.

#include "app/commands.hpp"
#include "app/experiment_session.hpp"
#include "models/messages/message.hpp"
#include "results/attribution/sensitivity_of_sets.hpp"
#include "results/attribution/sensitivity_report.hpp"
#include "results/stats/design_points.hpp"

namespace doorstroom {
namespace {

struct SensitivityArguments {
  std::string base;               ///< scenario, or result
  std::string variant;            ///< likewise; empty: none
  std::vector<std::string> kpis;  ///< "dropouts_per_year@0..1"
  std::uint32_t trajectories = 10;
  std::uint32_t rows = 32;
  std::uint32_t inputs = 4;
  std::optional<std::uint32_t> replications;  ///< of each point
  std::string over;                           ///< "evidence", or a folder
  ExperimentArguments experiment;
};

constexpr auto sensitivity_examples = translatable(
    "Examples:\n"
    "  doorstroom sensitivity scenarios/holland-rijnland.yaml --kpi absent_13w_mean\n"
    "  doorstroom sensitivity scenarios/holland-rijnland.yaml \\\n"
    "    scenarios/procesregisseur-middle.yaml --kpi absent_13w_mean@0..4 -o kept\n"
    "\n"
    "All assumptions that `evidence` gives a range vary together; those that it marks `together`\n"
    "are one. With a variant, the question is what the difference that it makes depends on.\n"
    "In the sets of a calibration inputs depend on each other, so there is no varying them one at\n"
    "a time: over these it is told which inputs the answer goes along with.");

void describe(Options& options, SensitivityArguments& arguments) {
  options
      .positional("BASE", arguments.base,
                  translatable("Scenario (YAML), or a result of the scenario"))
      .required();
  options.positional("VARIANT", arguments.variant,
                     translatable("Likewise; then what its effect depends on"));
  options
      .option("--kpi", "KPI", arguments.kpis,
              translatable("Key figure; may be given more than once. KPI@2..4 is the mean of\n"
                           "years 2 to 4, counted from 0; `doorstroom kpis` lists key figures"))
      .required();
  options.whole_number("--trajectories", "N", arguments.trajectories,
                       translatable("Walks through all assumptions, to find those that matter.\n"
                                    "Default: 10"),
                       {2, 1'000});
  options.whole_number("--rows", "N", arguments.rows,
                       translatable("Rows of points for the shares of those, a power of two.\n"
                                    "Default: 32"),
                       {2, 4'096});
  options.whole_number("--inputs", "N", arguments.inputs,
                       translatable("How many of them get a share, at most. Default: 4"), {1, 20});
  options.whole_number("--replications", "N", arguments.replications,
                       translatable("Replications of each point. Default: 4; over the sets of\n"
                                    "a calibration 10"),
                       {1, 10'000});
  options.option("--over", "evidence|DIR", arguments.over, over_help);
  add_experiment_options(options, arguments.experiment);
}

int run_over_sets(const SensitivityArguments& arguments, std::vector<ScenarioTree> plans,
                  std::vector<ExplainedFigure> figures, CalibratedSets sets, Language language) {
  SetsQuestion question{.figures = std::move(figures), .sets = std::move(sets)};
  question.replications = arguments.replications.value_or(question.replications);
  question.at_most = arguments.experiment.at_most;
  const Assumptions assumptions = assumptions_of(plans);
  ExperimentSession session(arguments.experiment, std::move(plans), kpis_of(question.figures),
                            language);
  const SensitivityOfSets answer = session.carry_out([&](Simulations& simulations) {
    return sensitivity_of_sets(question, assumptions, simulations, session.estimate_teller());
  });
  const Simulations& simulations = session.simulations();
  return session.give({sensitivity_format, [&] { return sensitivity_of_sets_tables(answer); },
                       [&](double seconds) {
                         return sensitivity_of_sets_json(question, answer, assumptions, simulations,
                                                         seconds);
                       },
                       [&](std::size_t width) {
                         return sensitivity_of_sets_text(question, answer, assumptions, simulations,
                                                         language, width);
                       }});
}

int run(const SensitivityArguments& arguments, Language language) {
  const ExperimentArguments& experiment = arguments.experiment;
  std::optional<CalibratedSets> sets = sets_to_vary_over(arguments.over, experiment.save);
  check_sobol_count(arguments.rows);
  std::vector<ScenarioTree> plans{plan_of(arguments.base, experiment, language)};
  if (!arguments.variant.empty()) plans.push_back(plan_of(arguments.variant, experiment, language));
  SensitivityQuestion question{.trajectories = arguments.trajectories,
                               .rows = arguments.rows,
                               .inputs = arguments.inputs,
                               .at_most = experiment.at_most};
  question.replications = arguments.replications.value_or(question.replications);
  const Scenario base = plans.front().load().scenario;
  for (const std::string& kpi : arguments.kpis)
    question.figures.push_back(ExplainedFigure::parse(kpi, base));
  if (sets)
    return run_over_sets(arguments, std::move(plans), std::move(question.figures), std::move(*sets),
                         language);
  const Assumptions assumptions = assumptions_of(plans);
  ExperimentSession session(experiment, plans, kpis_of(question.figures), language);
  const SensitivityAnswer answer = session.carry_out([&](Simulations& simulations) {
    return sensitivity(question, assumptions, simulations, session.estimate_teller());
  });
  const Simulations& simulations = session.simulations();
  return session.give(
      {sensitivity_format, [&] { return sensitivity_tables(answer); },
       [&](double seconds) { return sensitivity_json(answer, assumptions, simulations, seconds); },
       [&](std::size_t width) {
         return sensitivity_text(answer, assumptions, simulations, language, width);
       }});
}

}  // namespace

Command sensitivity_command() {
  return make_reading_command<SensitivityArguments>(
      "sensitivity", translatable("Say which assumption decides the answer"), sensitivity_examples,
      describe, run);
}

}  // namespace doorstroom
