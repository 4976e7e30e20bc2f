#include "app/compare_command.hpp"

#include <algorithm>
#include <filesystem>

#include "app/about.hpp"
#include "app/interrupt.hpp"
#include "app/output.hpp"
#include "app/progress.hpp"
#include "app/scenario_input.hpp"
#include "app/watch.hpp"
#include "engine/error.hpp"
#include "engine/random.hpp"
#include "models/messages/said.hpp"
#include "results/experiment/comparison_file.hpp"
#include "results/experiment/comparison_json.hpp"
#include "results/experiment/comparison_text.hpp"
#include "results/experiment/over_evidence.hpp"
#include "results/file/digest.hpp"
#include "results/run/scenario_run.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t enough_replications = 50;

bool is_scenario(const std::string& path) {
  const fs::path extension = fs::path(path).extension();
  return extension == ".yaml" || extension == ".yml";
}

/// The seed and the number of replications that all scenarios share.
struct Shared {
  std::uint32_t seed = 0;
  std::uint32_t replications = 0;
};

/// Whether a file holds exactly this run, or more replications of it.
bool holds_run(const std::string& path, const Scenario& scenario) {
  try {
    const ResultReader file(path);
    return file.text("scenario_sha256") == sha256(scenario.resolved) &&
           file.integer("seed") == scenario.seed && file.text("random_scheme") == random_scheme &&
           Provenance{file.text("program_version"), file.text("git_commit")} ==
               this_program().provenance &&
           file.integer("replications") >= scenario.replications;
  } catch (const InputError&) {
    return false;
  }
}

class Runs {
 public:
  explicit Runs(const CompareArguments& arguments) : arguments_(arguments) {}

  /// The result file of the base: itself, or of its run.
  std::string base() {
    if (!is_scenario(arguments_.base)) {
      const ResultReader file(arguments_.base);
      const auto there = static_cast<std::uint32_t>(file.integer("replications"));
      shared_ = {static_cast<std::uint32_t>(file.integer("seed")),
                 arguments_.replications.value_or(there)};
      return arguments_.base;
    }
    const Scenario scenario = load_and_warn(arguments_.base, {}, arguments_.language);
    shared_ = {scenario.seed, arguments_.replications.value_or(
                                  std::max(scenario.replications, enough_replications))};
    return run(arguments_.base, scenario);
  }

  std::string variant(const std::string& path) {
    return is_scenario(path) ? run(path, load_and_warn(path, {}, arguments_.language)) : path;
  }

 private:
  std::string run(const std::string& path, Scenario scenario) {
    scenario.seed = shared_.seed;
    scenario.replications = shared_.replications;
    const std::string name = default_result_path(path);
    const std::string out = (fs::path(arguments_.folder) / name).string();
    if (holds_run(out, scenario)) {
      tell(say("{} is there already, and used", out).in(arguments_.language));
      return out;
    }
    refuse_to_replace(out, scenario);
    const InterruptWatch interrupt;
    const Program program = this_program();
    RunNotes notes(program);
    Progress progress(say("replications of {}", fs::path(name).stem().string()),
                      arguments_.language);
    run_to_file(scenario, {.out = out, .force = arguments_.force, .jobs = arguments_.jobs},
                program.provenance, notes, watch_of(interrupt, progress));
    return out;
  }

  /// Of a run with fewer replications, how to come by more of them.
  void refuse_to_replace(const std::string& out, Scenario scenario) const {
    const std::uint32_t wanted = std::exchange(scenario.replications, 1);
    if (arguments_.force || !holds_run(out, scenario)) return;
    const std::int64_t there = ResultReader(out).integer("replications");
    throw input_error(
        say("{} holds {} replications of this run, and {} are wanted\n"
            "  add them: doorstroom run --extend {} --replications {}; or compare "
            "with --replications {}",
            out, there, wanted, out, wanted, there));
  }

  const CompareArguments& arguments_;
  Shared shared_;
};

/// So many replications are asked of scenarios; files have those that they have.
void check_replications(const CompareArguments& arguments) {
  const bool some_run =
      is_scenario(arguments.base) || std::ranges::any_of(arguments.variants, is_scenario);
  if (!arguments.replications || some_run) return;
  throw input_error(
      "compare: --replications is for scenarios that are run, and these are results\n"
      "  leave it out, or add to the results first: doorstroom run --extend RESULT --replications "
      "N");
}

OverEvidence vary_evidence(const CompareArguments& arguments, const Comparison& comparison,
                           ResultReader& base, std::vector<ResultReader>& variants) {
  std::vector<KpiName> kpis;
  for (const Judged& judged : comparison.variants.front().verdicts)
    kpis.push_back(judged.figure.kpi);
  EvidencePlan plan;
  plan.points = evidence_points(arguments.over);
  plan.replications = arguments.inner.value_or(plan.replications);
  const InterruptWatch interrupt;
  Progress progress("scenarios at points of the evidence", arguments.language);
  return over_evidence(base, variants, kpis, plan, pool_of(arguments.jobs, interrupt, progress));
}

}  // namespace

int compare_command(const CompareArguments& arguments) {
  if (!arguments.over.empty()) evidence_points(arguments.over);  // before anything is run
  if (!arguments.folder.empty()) fs::create_directories(arguments.folder);
  check_replications(arguments);
  Runs runs(arguments);
  const std::string base_path = runs.base();
  std::vector<std::string> paths;
  for (const std::string& variant : arguments.variants) paths.push_back(runs.variant(variant));

  ResultReader base(base_path);
  std::vector<ResultReader> variants;
  for (const std::string& path : paths) variants.emplace_back(path);
  const Comparison comparison = compare(base, variants);
  if (!arguments.save.empty()) write_comparison(arguments.save, comparison, arguments.force);
  std::optional<OverEvidence> over;
  if (!arguments.over.empty()) over = vary_evidence(arguments, comparison, base, variants);
  if (arguments.json) {
    print(comparison_json(comparison, over ? &*over : nullptr));
    return 0;
  }
  print(comparison_text(comparison, arguments.all, arguments.language));
  if (over) print(over_evidence_text(comparison, *over, arguments.all, arguments.language));
  return 0;
}

}  // namespace doorstroom
