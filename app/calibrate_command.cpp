// doorstroom calibrate: finds inputs that agree with what is known.

#include "app/commands.hpp"
#include "app/experiment_session.hpp"
#include "models/messages/message.hpp"
#include "results/calibration/calibration.hpp"
#include "results/calibration/calibration_report.hpp"
#include "results/experiment/calibration_file.hpp"

namespace doorstroom {
namespace {

struct CalibrateArguments {
  std::string scenario;  ///< file, or result
  std::uint32_t points = CalibrationQuestion{}.points;
  std::uint32_t replications = CalibrationQuestion{}.replications;
  std::uint32_t sets = CalibrationQuestion{}.sets;
  ExperimentArguments experiment;
};

constexpr auto calibrate_examples = translatable(
    "Examples:\n"
    "  doorstroom calibrate scenarios/holland-rijnland.yaml -o calibrated\n"
    "  doorstroom choose scenarios/holland-rijnland.yaml scenarios/regiegroep-plus-20.yaml \\\n"
    "    --over calibrated --kpi absent_13w_mean\n"
    "\n"
    "Looks for values, within the ranges of `evidence`, with which the model agrees with the "
    "targets\n"
    "marked `tune`. Those marked `check` have no part in it, and judge. DIR keeps the sets of\n"
    "values, in calibration.json; compare, seek, sensitivity and choose take them: --over DIR.");

void describe(Options& options, CalibrateArguments& arguments) {
  options
      .positional("FILE", arguments.scenario,
                  translatable("Scenario (YAML), or a result of the scenario"))
      .required();
  options.whole_number("--points", "N", arguments.points,
                       translatable("Points of a wave. Default: 10 for each input, or as many\n"
                                    "as --at-most allows"),
                       {4, 100'000});
  options.whole_number("--replications", "N", arguments.replications,
                       translatable("Replications of each point. Default: 4"), {2, 10'000});
  options.whole_number("--sets", "N", arguments.sets,
                       translatable("Sets of inputs to look for, at least. Default: 50"),
                       {1, 10'000});
  add_experiment_options(options, arguments.experiment);
}

int run(const CalibrateArguments& arguments, Language language) {
  const ExperimentArguments& experiment = arguments.experiment;
  if (experiment.folder.empty())
    throw input_error(
        message("calibrate: the sets of inputs need a folder\n  name one: doorstroom calibrate {0} "
                "-o DIR",
                arguments.scenario));
  const ScenarioTree scenario = plan_of(arguments.scenario, experiment, language);
  CalibrationQuestion question;
  question.points = arguments.points;
  question.replications = arguments.replications;
  question.sets = arguments.sets;
  question.at_most = experiment.at_most;
  ExperimentSession session(experiment, {scenario},
                            CalibrationQuestion::kpis(scenario.load().scenario), language);
  Calibration found = session.carry_out([&](Simulations& simulations) {
    return calibrate(question, simulations, session.estimate_teller());
  });
  found.folder = experiment.folder;
  const Simulations& simulations = session.simulations();
  write_calibration(experiment.folder, calibration_json(found, simulations, {}));
  return session.give(
      {calibration_format, [&] { return calibration_tables(found); },
       [&](double seconds) { return calibration_json(found, simulations, seconds); },
       [&](std::size_t width) {
         return calibration_text(question, found, simulations, language, width);
       }});
}

}  // namespace

Command calibrate_command() {
  return make_reading_command<CalibrateArguments>(
      "calibrate", translatable("Find inputs that agree with what is known"), calibrate_examples,
      describe, run);
}

}  // namespace doorstroom
