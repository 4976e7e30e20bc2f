// The command line of `doorstroom compare`.

#include <CLI/CLI.hpp>

#include "app/compare_command.hpp"
#include "app/options.hpp"

namespace doorstroom {
namespace {

constexpr auto examples = R"(Examples:
  doorstroom compare holland-rijnland.h5 procesregisseur-middle.h5
  doorstroom compare scenarios/holland-rijnland.yaml scenarios/regiegroep-plus-10.yaml \
    scenarios/regiegroep-plus-20.yaml --replications 100
  doorstroom compare base.h5 variant.h5 --json > comparison.json

A scenario is run first, with the seed of the base, into NAME.h5; a result of exactly that run that
is there already is used as it is.)";

}  // namespace

void add_compare(CLI::App& app, CompareArguments& arguments) {
  CLI::App& command = *app.add_subcommand("compare", "Tell what changes when something is changed");
  command.footer(examples);
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
      ->check(whole_number(2, 10'000'000));
  command
      .add_option("-o,--out", arguments.folder,
                  "Folder for the results of scenarios. Default: where you are")
      ->option_text("DIR");
  command.add_option("--jobs", arguments.jobs, "Worker processes. Default: one for each core")
      ->option_text("N")
      ->check(whole_number(1, 1024));
  command.add_flag("--force", arguments.force, "Replace results of other runs that are there");
  command.add_flag("--all", arguments.all,
                   "Tell each year, and each desk and arrangement with an effect");
  command
      .add_option("--save", arguments.save,
                  "Keep the comparison in a file (HDF5), for `doorstroom export`")
      ->option_text("FILE");
  command.add_flag("--json", arguments.json, "Print JSON, for other programs");
}

}  // namespace doorstroom
