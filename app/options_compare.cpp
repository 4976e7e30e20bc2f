// The command line of `doorstroom compare`.

#include <CLI/CLI.hpp>

#include <charconv>
#include <string_view>

#include "app/compare_command.hpp"
#include "app/options.hpp"
#include "models/messages/said.hpp"
#include "results/experiment/over_evidence.hpp"

namespace doorstroom {
namespace {

constexpr auto examples = R"(Examples:
  doorstroom compare holland-rijnland.h5 procesregisseur-middle.h5
  doorstroom compare scenarios/holland-rijnland.yaml scenarios/regiegroep-plus-10.yaml \
    scenarios/regiegroep-plus-20.yaml --replications 100
  doorstroom compare base.h5 variant.h5 --json > comparison.json
  doorstroom compare base.h5 variant.h5 --over evidence=40

A scenario is run first, with the seed of the base, into NAME.h5; a result of exactly that run that
is there already is used as it is.)";

}  // namespace

std::uint32_t evidence_points(const std::string& over) {
  constexpr std::string_view word = "evidence";
  constexpr std::uint32_t most = 10'000;
  if (over == word) return EvidencePlan{}.points;
  std::uint32_t points = 0;
  const char* const end = over.data() + over.size();
  if (over.starts_with("evidence=")) {
    const auto [rest, error] = std::from_chars(over.data() + word.size() + 1, end, points);
    if (error == std::errc{} && rest == end && 2 <= points && points <= most) return points;
  }
  throw input_error("write --over evidence, or --over evidence=N with N from 2 to 10000 points");
}

void add_compare_options(Menu& menu) {
  const auto kept = std::make_shared<CompareArguments>();
  CompareArguments& arguments = *kept;
  CLI::App& command =
      add_command(menu, "compare", "Tell what changes when something is changed", examples);
  command.add_option("BASE", arguments.base, "What to compare with: a result file or a scenario")
      ->required()
      ->option_text(" ");
  command
      .add_option("VARIANT", arguments.variants,
                  "What is changed: result files or scenarios, one or more")
      ->required()
      ->option_text("...");
  command
      .add_option("--replications", arguments.replications,
                  "How many runs of each scenario. Default: as many as the base\nhas; at least 50")
      ->option_text("N")
      ->check(whole_number(2, most_replications, menu.language));
  command
      .add_option("-o,--out", arguments.folder,
                  "Folder for the results of scenarios. Default: where you are")
      ->option_text("DIR");
  CLI::Option& over = *command
                           .add_option("--over", arguments.over,
                                       "evidence, or evidence=N: what becomes of the headline\n"
                                       "figures over the ranges of `evidence`, at N points of "
                                       "them.\nDefault: 20")
                           ->option_text("evidence[=N]");
  command
      .add_option("--inner", arguments.inner,
                  "With --over: pairs of replications at each point.\nDefault: 10")
      ->option_text("N")
      ->check(whole_number(2, 10'000, menu.language))
      ->needs(&over);
  add_jobs(menu, command, arguments.jobs);
  command.add_flag("--force", arguments.force, "Replace results of other runs that are there");
  command.add_flag("--all", arguments.all,
                   "Tell each year, and each desk and arrangement with an effect");
  command
      .add_option("--save", arguments.save,
                  "Keep the comparison in a file (HDF5), for `doorstroom export`")
      ->option_text("FILE");
  command.add_flag("--json", arguments.json, "Print JSON, for other programs");
  set_action(menu, command, kept, compare_command);
}

}  // namespace doorstroom
