// doorstroom compare: prints how the key figures of variants differ from those of a base.

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <string_view>

#include "app/commands.hpp"
#include "app/compared_results.hpp"
#include "app/console/interrupt.hpp"
#include "app/console/output.hpp"
#include "app/console/progress.hpp"
#include "app/console/run_callbacks.hpp"
#include "app/experiment_session.hpp"
#include "app/shared_options.hpp"
#include "engine/error.hpp"
#include "engine/system_error.hpp"
#include "models/messages/message.hpp"
#include "results/comparison/comparison_file.hpp"
#include "results/comparison/comparison_json.hpp"
#include "results/comparison/comparison_text.hpp"
#include "results/comparison/over_evidence.hpp"
#include "results/file/kept_inputs.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

struct CompareArguments : ComparedOrder {
  std::string over;                    ///< "evidence", "evidence=40"; empty: not asked for
  std::optional<std::uint32_t> inner;  ///< pairs of replications at each point
  bool all = false;                    ///< print each year, desk and arrangement too
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
    "is there already is used. With --replications N, the first N replications are compared, "
    "whatever\n"
    "results hold, and a scenario's result gets those that it lacks.");

void describe(Options& options, CompareArguments& arguments) {
  options
      .positional("BASE", arguments.base, translatable("Result file or scenario to compare with"))
      .required();
  options
      .positional("VARIANT", arguments.variants,
                  translatable("Result files or scenarios to compare, one or more"))
      .required();
  options.whole_number(
      "--replications", "N", arguments.replications,
      translatable("Number of replications that are compared. Default: as many as\n"
                   "there are; scenarios are run with those of the base, at\n"
                   "least 50"),
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
  ComparedResults results(arguments, language);
  refuse_to_replace(arguments.save, results.kept());
  const std::string base_path = results.base();
  std::vector<std::string> paths;
  for (const std::string& variant : arguments.variants) paths.push_back(results.variant(variant));
  refuse_to_replace(arguments.save, results.kept());

  ResultReader base(base_path);
  std::vector<ResultReader> variants;
  for (const std::string& path : paths) variants.emplace_back(path);
  const Comparison comparison = compare(base, variants, arguments.replications);
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
