// doorstroom sweep emulate: fits an emulator to one key figure of a sweep, and tests it on points
// that are simulated for that.

#include "app/console/output.hpp"
#include "app/experiment_session.hpp"
#include "app/shared_options.hpp"
#include "app/sweep/open_sweep.hpp"
#include "app/sweep/sweep_commands.hpp"
#include "models/messages/message.hpp"
#include "results/emulation/emulator_folder.hpp"
#include "results/emulation/emulator_report.hpp"
#include "results/file/text_file.hpp"
#include "results/sweep/sweep_result.hpp"

namespace doorstroom {
namespace {

struct SweepEmulateArguments {
  explicit SweepEmulateArguments(SharedSweepArguments shared) : sweep(std::move(shared)) {}

  SharedSweepArguments sweep;
  std::string kpi = "dropouts_per_year";
  bool json = false;
};

constexpr auto sweep_emulate_examples = translatable(R"(Examples:
  doorstroom sweep emulate places
  doorstroom sweep emulate places --kpi oza.entered_within_10w
  doorstroom sweep predict places arrangements.oza.places=27 desks.youth_team.staff='3.3 fte'

An emulator estimates a key figure between the simulated points. Sixty points that it was not
fitted to are simulated: 54 of them must lie in their 95% intervals, else it is refused. The
sweep needs ten points for each parameter, and five replications of each.)");

void describe(Options& options, SweepEmulateArguments& arguments) {
  add_folder(options, *arguments.sweep);
  options.option("--kpi", "KPI", arguments.kpi,
                 translatable("The key figure. Default: dropouts_per_year"));
  add_jobs(options, arguments.sweep->jobs);
  options.flag("--json", arguments.json, translatable("Print JSON, for other programs"));
}

int run(const SweepEmulateArguments& arguments, Language language) {
  const SweepFolder folder = existing_sweep(arguments.sweep->folder);
  ResultReader result = merged_result(folder);
  const Manifest manifest = folder.manifest();
  check_program(folder, manifest, language);
  SweepEmulator emulator = fit_sweep(result, manifest, KpiName::parse(arguments.kpi));
  ExperimentArguments experiment;
  experiment.folder = folder.subfolder("fresh");
  experiment.jobs = arguments.sweep->jobs;
  ExperimentSession session(experiment, {ScenarioTree(manifest.base_name, manifest.base)},
                            manifest.keep, language);
  session.carry_out([&](Simulations& simulations) {
    test_on_fresh_points(emulator, simulations,
                         [&](std::uint32_t replications) { session.tell_estimate(replications); });
  });
  const std::string json = emulator_json(emulator);
  folder.subfolder("emulators");
  write_text_file(emulator_path(folder, emulator.kpi), json);
  print(arguments.json
            ? json
            : emulator_text(emulator, session.simulations().scenario(0), language, output_width()));
  return 0;
}

}  // namespace

Command sweep_emulate_command(const SharedSweepArguments& sweep) {
  return make_reading_command<SweepEmulateArguments>(
      "emulate", translatable("Estimate a key figure between the points, and test the estimate"),
      sweep_emulate_examples, describe, run, std::make_shared<SweepEmulateArguments>(sweep));
}

}  // namespace doorstroom
