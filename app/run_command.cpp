// doorstroom run: scenario in, result file and summary out.

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <thread>

#include "app/about.hpp"
#include "app/commands.hpp"
#include "app/interrupt.hpp"
#include "app/output.hpp"
#include "app/progress.hpp"
#include "app/warnings.hpp"
#include "engine/effort.hpp"
#include "engine/error.hpp"
#include "engine/replication_pool.hpp"
#include "models/continuum.hpp"
#include "models/said.hpp"
#include "models/scenario_loader.hpp"
#include "results/engine_counters.hpp"
#include "results/kpi.hpp"
#include "results/result_writer.hpp"
#include "results/targets.hpp"

namespace doorstroom {
namespace {

using std::chrono::duration;
using std::chrono::steady_clock;

/// holland-rijnland.h5 in the current folder, for scenarios/holland-rijnland.yaml.
std::string default_result_path(const std::string& scenario) {
  return std::filesystem::path(scenario).filename().replace_extension(".h5").string();
}

int workers_for(int jobs, std::uint32_t replications) {
  const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
  const unsigned wanted = jobs > 0 ? static_cast<unsigned>(jobs) : cores;
  return static_cast<int>(std::min(wanted, replications));
}

/// Largest memory that one process of the run held [byte].
std::uint64_t peak_memory() {
  rusage self{};
  rusage workers{};
  getrusage(RUSAGE_SELF, &self);
  getrusage(RUSAGE_CHILDREN, &workers);
  return static_cast<std::uint64_t>(std::max(self.ru_maxrss, workers.ru_maxrss)) * 1024;
}

std::string host() {
  std::array<char, 256> name{};
  return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown";
}

Scenario load(const RunArguments& arguments) {
  LoadedScenario loaded = load_scenario(arguments.scenario, arguments.sets, arguments.language);
  if (const std::string warnings = warnings_of(loaded, arguments.language); !warnings.empty())
    tell(warnings);
  Scenario scenario = std::move(loaded.scenario);
  check_kpi_names(scenario);
  scenario.replications = arguments.replications.value_or(scenario.replications);
  scenario.seed = arguments.seed.value_or(scenario.seed);
  return scenario;
}

/// With --force a slip of the hand could replace the scenario by its own result.
void refuse_to_replace_input(const std::string& out, const Scenario& scenario, Language language) {
  for (const Document& document : scenario.documents) {
    std::error_code ignored;
    if (std::filesystem::equivalent(out, document.path, ignored))
      throw InputError(say("{} is a file that the scenario is read from\n  give the result another "
                           "name, such as "
                           "-o out.h5",
                           out)
                           .in(language));
  }
}

/// Of a fault of ours, what is needed to see it again.
[[noreturn]] void with_place(const ContractError& error, const Scenario& scenario,
                             std::uint32_t replication) {
  throw ContractError(fmt::format("{}\n  in replication {} of `{}`, seed {}", error.what(),
                                  replication, scenario.name, scenario.seed));
}

}  // namespace

int run_command(const RunArguments& arguments) {
  const InterruptWatch interrupt;
  const std::string started = utc_now();
  const auto start = steady_clock::now();
  const Scenario scenario = load(arguments);
  const std::string out =
      arguments.out.empty() ? default_result_path(arguments.scenario) : arguments.out;

  refuse_to_replace_input(out, scenario, arguments.language);

  RunFacts facts{.started = started,
                 .ended = {},
                 .workers = workers_for(arguments.jobs, scenario.replications),
                 .host = host(),
                 .compiler = compiler(),
                 .library_versions = library_versions()};
  {
    ResultWriter writer(out, scenario, provenance(), arguments.force);
    Progress progress("replications", arguments.language);
    progress.show(0, scenario.replications);
    const PoolOptions pool{
        .jobs = facts.workers,
        .first = 0,
        .count = scenario.replications,
        .stop = interrupt.requested(),
        .report = [&](const std::string& message) { progress.say(message); },
        .progress = [&](std::uint32_t done, std::uint32_t of) { progress.show(done, of); }};
    run_replications(
        pool,
        [&](std::uint32_t replication, const Send& send) {
          const bool keep_rows = replication < arguments.visits;
          auto [records, effort] = simulate_measured(scenario, replication, keep_rows);
          try {
            send_tables(scenario, replication, std::move(records), keep_rows, effort, send);
          } catch (const ContractError& error) {
            with_place(error, scenario, replication);
          }
        },
        [&](std::uint32_t, Pieces rows) {
          facts.anonymous_bytes = std::max(facts.anonymous_bytes, anonymous_memory());
          writer.append(std::move(rows));
        });
    facts.ended = utc_now();
    facts.wall_seconds = duration<double>(steady_clock::now() - start).count();
    facts.peak_memory_bytes = peak_memory();
    writer.finish(facts);
    if (arguments.verbose)
      progress.say(counters_text(engine_counters(writer.work(), facts.wall_seconds)));
  }
  const int shown = show_command(out, arguments.language);
  print(say("\nResult file: {}\n", out).in(arguments.language));
  return shown;
}

}  // namespace doorstroom
