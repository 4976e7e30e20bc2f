// The command line, and how every failure is told.

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <csignal>
#include <cstdio>
#include <exception>
#include <new>

#include "app/about.hpp"
#include "app/commands.hpp"
#include "engine/error.hpp"
#include "engine/replication_pool.hpp"

namespace doorstroom {
namespace {

enum ExitCode { fine = 0, run_failed = 1, wrong_input = 2, our_fault = 3, interrupted = 130 };

constexpr auto examples = R"(Examples:
  doorstroom check scenarios/minimal.yaml
  doorstroom run scenarios/holland-rijnland.yaml
  doorstroom run scenarios/minimal.yaml --set arrangements.oza.places=30 -o thirty.h5
  doorstroom run scenarios/minimal.yaml --replications 200 --seed 7 --jobs 4
  doorstroom show holland-rijnland.h5
  doorstroom same one.h5 other.h5

Exit codes: 0 fine, 1 the run failed, 2 the input is wrong, 3 our own fault, 130 interrupted.)";

constexpr auto run_examples = R"(Examples:
  doorstroom run scenarios/holland-rijnland.yaml
  doorstroom run scenarios/minimal.yaml --set arrangements.oza.places=30 -o thirty.h5
  doorstroom run scenarios/minimal.yaml --set "desks.*.staff=4 fte" --replications 200
)";

void add_sets(CLI::App& command, std::vector<std::string>& sets) {
  command
      .add_option("--set", sets,
                  "Change one parameter, as often as you like: keys joined by dots (* one key, ** "
                  "any number), then the value as in the scenario")
      ->type_name("PATH=VALUE")
      ->allow_extra_args(false);
}

/// Runs the command that the arguments name.
int dispatch(int argc, char** argv) {
  CLI::App app{
      "Doorstroom simulates how youth move through a region's education-care continuum:\n"
      "how long they wait, and how many stay home."};
  app.name("doorstroom");
  app.footer(examples);
  app.require_subcommand(1);
  const Provenance about = provenance();
  app.set_version_flag("--version",
                       fmt::format("doorstroom {} ({})", about.program_version, about.git_commit));

  RunArguments run;
  CLI::App* run_app = app.add_subcommand(
      "run", "Simulate a scenario, write the result file, print what it answers");
  run_app->footer(run_examples);
  run_app->add_option("FILE", run.scenario, "Scenario (YAML)")->required();
  run_app->add_option("-o,--out", run.out, "Result file; default: the scenario's name with .h5")
      ->type_name("OUT");
  run_app->add_option("--replications", run.replications, "How many runs; default: the scenario's")
      ->type_name("N")
      ->check(CLI::Range(1u, 10'000'000u));
  run_app->add_option("--seed", run.seed, "Seed of all draws; default: the scenario's")
      ->type_name("S");
  run_app->add_option("--jobs", run.jobs, "Worker processes; default: one for each core")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  run_app->add_option("--visits", run.visits, "Keep every visit of the first K replications")
      ->type_name("K")
      ->capture_default_str();
  add_sets(*run_app, run.sets);
  run_app->add_flag("--force", run.force, "Replace an existing result file");

  std::string file;
  std::string other;
  std::vector<std::string> sets;
  CLI::App* check_app =
      app.add_subcommand("check", "Tell every mistake in a scenario, without running it");
  check_app->add_option("FILE", file, "Scenario (YAML)")->required();
  add_sets(*check_app, sets);
  CLI::App* show_app = app.add_subcommand("show", "Print what a result file answers");
  show_app->add_option("FILE", file, "Result file (HDF5)")->required();
  CLI::App* same_app = app.add_subcommand(
      "same", "Tell whether two result files hold the same results (exit code 1 if not)");
  same_app->add_option("A", file, "Result file")->required();
  same_app->add_option("B", other, "Result file")->required();

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? fine : wrong_input;
  }
  if (*run_app) return run_command(run);
  if (*check_app) return check_command(file, sets);
  if (*show_app) return show_command(file);
  return same_command(file, other);
}

int tell(ExitCode code, const std::string& message) {
  fmt::print(stderr, "{}{}", message, message.ends_with('\n') ? "" : "\n");
  return code;
}

int guarded(int argc, char** argv) {
  try {
    return dispatch(argc, argv);
  } catch (const InputError& error) {
    return tell(wrong_input, error.what());
  } catch (const RunError& error) {
    return tell(run_failed, fmt::format("The run failed: {}", error.what()));
  } catch (const Interrupted&) {
    return tell(interrupted, "Stopped. No result file was written.");
  } catch (const std::bad_alloc&) {
    return tell(run_failed, "The run failed: out of memory; try fewer --jobs or --visits 0");
  } catch (const std::exception& error) {
    return tell(our_fault,
                fmt::format("This is our own fault, not yours: {}\nPlease report it with the "
                            "scenario and the command, and the version: doorstroom --version",
                            error.what()));
  }
}

}  // namespace
}  // namespace doorstroom

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that goes is no reason to leave a half file behind
  return doorstroom::guarded(argc, argv);
}
