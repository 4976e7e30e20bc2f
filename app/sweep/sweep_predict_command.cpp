// doorstroom sweep predict: prints what the emulators of a sweep tell of one point.

#include "app/console/output.hpp"
#include "app/sweep/open_sweep.hpp"
#include "app/sweep/sweep_commands.hpp"
#include "models/messages/message.hpp"
#include "results/emulation/emulator_folder.hpp"
#include "results/emulation/emulator_report.hpp"
#include "results/sweep/sweep_result.hpp"

namespace doorstroom {
namespace {

struct SweepPredictArguments {
  explicit SweepPredictArguments(SharedSweepArguments shared) : sweep(std::move(shared)) {}

  SharedSweepArguments sweep;
  std::vector<std::string> values{};  ///< "PATH=VALUE"
  std::vector<std::string> kpis{};    ///< empty: all that have an emulator
  bool json = false;
};

constexpr auto sweep_predict_examples = translatable(R"(Examples:
  doorstroom sweep predict places arrangements.oza.places=27 desks.youth_team.staff='3.3 fte'
  doorstroom sweep predict places arrangements.oza.places=27 desks.youth_team.staff='3.3 fte' --json

Every parameter that the sweep varied gets a value within its range. A point that was simulated is
shown as it was; of any other the emulators tell (`doorstroom sweep emulate` makes them).)");

void describe(Options& options, SweepPredictArguments& arguments) {
  add_folder(options, *arguments.sweep);
  options.positional("PATH=VALUE", arguments.values, translatable("The value of each parameter"))
      .required();
  options.option("--kpi", "KPI", arguments.kpis,
                 translatable("A key figure; repeat it for more. Default: all that have an\n"
                              "emulator"));
  options.flag("--json", arguments.json, translatable("Print JSON, for other programs"));
}

int run(const SweepPredictArguments& arguments, Language language) {
  const SweepFolder folder = existing_sweep(arguments.sweep->folder);
  ResultReader result = merged_result(folder);
  const std::vector<SweepEmulator> emulators = read_emulators(folder, arguments.kpis);
  const SweptSpace& space = emulators.front().space;
  const std::vector<double> values = values_in(space, arguments.values);
  std::vector<PredictedFigure> figures;
  for (const SweepEmulator& emulator : emulators)
    figures.push_back(predict(emulator, result, values));
  const Manifest manifest = folder.manifest();
  print(arguments.json
            ? prediction_json(manifest.name, space, values, figures)
            : prediction_text(space, values, figures,
                              ScenarioTree(manifest.base_name, manifest.base).load().scenario,
                              language, output_width()));
  return 0;
}

}  // namespace

Command sweep_predict_command(const SharedSweepArguments& sweep) {
  return make_reading_command<SweepPredictArguments>(
      "predict", translatable("Tell what to expect at a point, simulated or estimated"),
      sweep_predict_examples, describe, run, std::make_shared<SweepPredictArguments>(sweep));
}

}  // namespace doorstroom
