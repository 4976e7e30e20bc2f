// doorstroom compare: prints how the key figures of variants differ from those of a base.

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <string_view>

#include "app/about.hpp"
#include "app/commands.hpp"
#include "app/console/interrupt.hpp"
#include "app/console/output.hpp"
#include "app/console/progress.hpp"
#include "app/console/run_callbacks.hpp"
#include "app/experiment_session.hpp"
#include "app/scenario_input.hpp"
#include "app/shared_options.hpp"
#include "engine/error.hpp"
#include "engine/random.hpp"
#include "engine/system_error.hpp"
#include "models/messages/message.hpp"
#include "results/comparison/comparison_file.hpp"
#include "results/comparison/comparison_json.hpp"
#include "results/comparison/comparison_text.hpp"
#include "results/comparison/over_evidence.hpp"
#include "results/file/digest.hpp"
#include "results/file/kept_inputs.hpp"
#include "results/run/scenario_run.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

struct CompareArguments {
  std::string base;                           ///< result file or scenario
  std::vector<std::string> variants;          ///< likewise
  std::string folder;                         ///< for results of scenarios; empty: here
  std::optional<std::uint32_t> replications;  ///< of each scenario that is run
  int jobs = 0;                               ///< worker processes; 0: one for each core
  std::string over;                           ///< "evidence", "evidence=40"; empty: not asked for
  std::optional<std::uint32_t> inner;         ///< pairs of replications at each point
  bool force = false;                         ///< replace results that are there
  bool all = false;                           ///< print each year, desk and arrangement too
  std::string save;                           ///< file for the comparison; empty: none
  bool json = false;
};

constexpr auto compare_examples = translatable(
    "Examples:\n"
    "  doorstroom compare holland-rijnland.h5 procesregisseur-middle.h5\n"
    "  doorstroom compare scenarios/holland-rijnland.yaml scenarios/regiegroep-plus-10.yaml \\\n"
    "    scenarios/regiegroep-plus-20.yaml --replications 100\n"
    "  doorstroom compare base.h5 variant.h5 --json > comparison.json\n"
    "  doorstroom compare base.h5 variant.h5 --over evidence=40\n"
    "\n"
    "A scenario is run first, with the seed of the base, into NAME.h5; a result of exactly that "
    "run that\n"
    "is there already is used as it is.");

void describe(Options& options, CompareArguments& arguments) {
  options
      .positional("BASE", arguments.base, translatable("Result file or scenario to compare with"))
      .required();
  options
      .positional("VARIANT", arguments.variants,
                  translatable("Result files or scenarios to compare, one or more"))
      .required();
  options.whole_number("--replications", "N", arguments.replications,
                       translatable("Number of replications of each scenario. Default: as many as\n"
                                    "the base has; at least 50"),
                       {2, most_replications});
  options
      .option("-o,--out", "DIR", arguments.folder,
              translatable("Folder for the results of scenarios. Default: where you are"))
      .names_output();
  options.option("--over", "evidence[=N]|DIR", arguments.over,
                 translatable("What becomes of the headline figures over the ranges of\n"
                              "`evidence`, at N points of them (default: 20), or over the\n"
                              "sets of inputs that `calibrate -o DIR` found to agree with\n"
                              "what is known"));
  options
      .whole_number("--inner", "N", arguments.inner,
                    translatable("With --over: pairs of replications at each point.\nDefault: 10"),
                    {2, 10'000})
      .needs("--over");
  add_jobs(options, arguments.jobs);
  options.flag("--force", arguments.force,
               translatable("Replace results of other runs that are there"));
  options.flag("--all", arguments.all,
               translatable("Print each year too, and each desk and arrangement that changes"));
  options
      .option("--save", "FILE", arguments.save,
              translatable("Keep the comparison in a file (HDF5), for `doorstroom export`"))
      .names_output();
  options.flag("--json", arguments.json, translatable("Print JSON, for other programs"));
}

constexpr std::uint32_t enough_replications = 50;

bool is_scenario(const std::string& path) {
  const fs::path extension = fs::path(path).extension();
  return extension == ".yaml" || extension == ".yml";
}

/// The seed and the number of replications with which all scenarios are run.
struct SharedSettings {
  std::uint32_t seed = 0;
  std::uint32_t replications = 0;
};

/// Whether a file holds the result of this scenario, seed and program, with at least as many
/// replications.
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

/// Finds or makes the result file of each scenario and result that the user named.
class ResultFiles {
 public:
  ResultFiles(const CompareArguments& arguments, Language language)
      : arguments_(arguments), language_(language), kept_(arguments.variants) {
    kept_.push_back(arguments.base);
  }

  /// The result file of the base. Called first: it decides the seed and the number of replications.
  std::string base() {
    if (!is_scenario(arguments_.base)) {
      const ResultReader file(arguments_.base);
      const auto there = static_cast<std::uint32_t>(file.integer("replications"));
      shared_ = {static_cast<std::uint32_t>(file.integer("seed")),
                 arguments_.replications.value_or(there)};
      return arguments_.base;
    }
    const Scenario scenario = load_and_warn(arguments_.base, {}, language_);
    shared_ = {scenario.seed, arguments_.replications.value_or(
                                  std::max(scenario.replications, enough_replications))};
    return run(arguments_.base, scenario);
  }

  /// The result file of a variant.
  std::string variant(const std::string& path) {
    return is_scenario(path) ? run(path, load_and_warn(path, {}, language_)) : path;
  }

  /// What was read and made so far, and is not to be replaced.
  const std::vector<std::string>& kept() const { return kept_; }

 private:
  std::string run(const std::string& path, Scenario scenario) {
    scenario.seed = shared_.seed;
    scenario.replications = shared_.replications;
    const std::string name = default_result_path(path);
    const std::string out = (fs::path(arguments_.folder) / name).string();
    for (const std::string& document : paths_of(scenario.documents)) kept_.push_back(document);
    refuse_to_replace(arguments_.save, kept_);
    if (holds_run(out, scenario)) {
      print_message(message("{0} is there already, and used", out).in(language_));
      kept_.push_back(out);
      return out;
    }
    refuse_to_replace_fewer(out, scenario);
    refuse_to_replace(out, kept_);
    const InterruptHandler interrupt;
    const Program program = this_program();
    RunNotes notes(program);
    Progress progress(message("replications of {0}", fs::path(name).stem().string()), language_);
    run_to_file(scenario, {.out = out, .force = arguments_.force, .jobs = arguments_.jobs},
                program.provenance, notes, run_callbacks(interrupt, progress));
    kept_.push_back(out);
    return out;
  }

  /// When the file holds this run with fewer replications, explains how to add more.
  /// @throws InputError then
  void refuse_to_replace_fewer(const std::string& out, Scenario scenario) const {
    const std::uint32_t wanted = std::exchange(scenario.replications, 1);
    if (arguments_.force || !holds_run(out, scenario)) return;
    const std::int64_t there = ResultReader(out).integer("replications");
    throw input_error(message(
        "{0} holds {1} replications of this run, and {2} are wanted\n  add them: doorstroom run "
        "--extend {3} --replications {4}; or compare with --replications {5}",
        out, there, wanted, out, wanted, there));
  }

  const CompareArguments& arguments_;
  Language language_;
  SharedSettings shared_;
  std::vector<std::string> kept_;
};

/// --replications only makes sense when a scenario is run. @throws InputError otherwise
void check_replications(const CompareArguments& arguments) {
  const bool some_run =
      is_scenario(arguments.base) || std::ranges::any_of(arguments.variants, is_scenario);
  if (!arguments.replications || some_run) return;
  throw input_error(message(
      "compare: --replications is for scenarios that are run, and these are results\n  leave it "
      "out, or add to the results first: doorstroom run --extend RESULT --replications N"));
}

/// What --over asks for: evidence, evidence=N, or the folder of a calibration.
/// @throws InputError when it is none of them
EvidencePlan evidence_plan(const std::string& over, const std::string& save) {
  EvidencePlan plan;
  constexpr std::string_view word = "evidence=";
  constexpr std::uint32_t most = 10'000;
  if (!over.starts_with(word)) {
    plan.sets = sets_to_vary_over(over, save);
    return plan;
  }
  const char* const end = over.data() + over.size();
  const auto [rest, error] = std::from_chars(over.data() + word.size(), end, plan.points);
  if (error == std::errc{} && rest == end && 2 <= plan.points && plan.points <= most) return plan;
  throw input_error(
      message("write --over evidence, or --over evidence=N with N from 2 to 10000 points"));
}

OverEvidence vary_evidence(const CompareArguments& arguments, EvidencePlan plan,
                           const Comparison& comparison, ResultReader& base,
                           std::vector<ResultReader>& variants, Language language) {
  std::vector<KpiName> kpis;
  for (const Judged& judged : comparison.variants.front().verdicts)
    kpis.push_back(judged.figure.kpi);
  plan.replications = arguments.inner.value_or(plan.replications);
  const InterruptHandler interrupt;
  Progress progress(message("scenarios at points of the evidence"), language);
  return over_evidence(base, variants, kpis, std::move(plan),
                       pool_options(arguments.jobs, interrupt, progress));
}

int run(const CompareArguments& arguments, Language language) {
  std::optional<EvidencePlan> plan;  // read before anything is run
  if (!arguments.over.empty()) plan = evidence_plan(arguments.over, arguments.save);
  std::error_code trouble;
  if (!arguments.folder.empty()) fs::create_directories(arguments.folder, trouble);
  if (trouble)
    throw run_error(message("cannot make the folder {0}: {1}", arguments.folder,
                            system_error(trouble.value())));
  check_replications(arguments);
  ResultFiles results(arguments, language);
  refuse_to_replace(arguments.save, results.kept());
  const std::string base_path = results.base();
  std::vector<std::string> paths;
  for (const std::string& variant : arguments.variants) paths.push_back(results.variant(variant));
  refuse_to_replace(arguments.save, results.kept());

  ResultReader base(base_path);
  std::vector<ResultReader> variants;
  for (const std::string& path : paths) variants.emplace_back(path);
  const Comparison comparison = compare(base, variants);
  std::optional<OverEvidence> varied;
  if (plan) varied = vary_evidence(arguments, *plan, comparison, base, variants, language);
  const OverEvidence* const over = varied ? &*varied : nullptr;
  if (!arguments.save.empty()) write_comparison(arguments.save, comparison, over, arguments.force);
  if (arguments.json) {
    print(comparison_json(comparison, over));
    return 0;
  }
  print(comparison_text(comparison, arguments.all, language, output_width()));
  if (over != nullptr)
    print(over_evidence_text(comparison, *over, arguments.all, language, output_width()));
  return 0;
}

}  // namespace

Command compare_command() {
  return make_reading_command<CompareArguments>(
      "compare", translatable("Compare a scenario with variants of it"), compare_examples, describe,
      run);
}

}  // namespace doorstroom
