// doorstroom report: writes one page from results and answers.

#include "app/about.hpp"
#include "app/commands.hpp"
#include "app/console/output.hpp"
#include "results/report/report_page.hpp"
#include "results/report/sections.hpp"

namespace doorstroom {
namespace {

struct ReportArguments {
  std::vector<std::string> files;  ///< results, answers, folders of sweeps
  std::string out;                 ///< page; empty: as the result, .html
  bool json = false;
};

constexpr auto report_examples = translatable(R"(Examples:
  doorstroom report holland-rijnland.h5
  doorstroom report holland-rijnland.h5 --json > report.json)");

void describe(Options& options, ReportArguments& arguments) {
  options
      .positional("FILE", arguments.files,
                  translatable("Result first; then variants, saved answers, folders of sweeps"))
      .required();
  options.option("-o,--out", "FILE", arguments.out,
                 translatable("Page to write. Default: as the result, ending in .html"));
  options.flag("--json", arguments.json, translatable("Print JSON, for other programs"));
}

int run(const ReportArguments& arguments, Language language) {
  ReportSources sources({.paths = arguments.files, .language = language, .command = {}});
  const Report report = report_of(sources);
  print(report_json(report));
  return 0;
}

}  // namespace

Command report_command() {
  return make_command<ReportArguments>("report",
                                       translatable("Write a page that can be read and printed"),
                                       report_examples, describe, run);
}

}  // namespace doorstroom
