// doorstroom report: writes one page from results, answers and sweeps.

#include <filesystem>

#include "app/commands.hpp"
#include "app/console/output.hpp"
#include "app/page_parts.hpp"
#include "models/messages/message.hpp"
#include "results/file/kept_inputs.hpp"
#include "results/file/text_file.hpp"
#include "results/page/report_page.hpp"
#include "results/page/theme.hpp"
#include "results/page/whole_report.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

struct ReportArguments {
  std::vector<std::string> files;  ///< results, answers, folders of sweeps
  std::string out;                 ///< page; empty: beside the result
  std::string theme;               ///< file; empty: none
  std::uint32_t small_cells = 5;
  bool json = false;
  bool force = false;  ///< replace a page that is there
};

constexpr auto report_examples = translatable(
    "Examples:\n"
    "  doorstroom report holland-rijnland.h5\n"
    "  doorstroom report holland-rijnland.h5 procesregisseur-middle.h5 --lang nl -o report.html\n"
    "  doorstroom report holland-rijnland.h5 seek.h5 bottlenecks.h5 sensitivity.h5\n"
    "  doorstroom report holland-rijnland.h5 places   # with sliders over the sweep in places/\n"
    "  doorstroom report holland-rijnland.h5 --json > report.json\n"
    "\n"
    "The page is one file that needs no other: it can be opened by double-click, mailed and "
    "printed. The\n"
    "first result is the base, further ones are its variants; answers are files that --save "
    "wrote.");

void describe(Options& options, ReportArguments& arguments) {
  options
      .positional("FILE", arguments.files,
                  translatable("Result first; then results of variants, saved answers, folders of\n"
                               "sweeps"))
      .required()
      .names_output();
  options
      .option("-o,--out", "FILE", arguments.out,
              translatable("Page to write. Default: beside the result, as NAME.html"))
      .names_output();
  options.option("--theme", "FILE", arguments.theme,
                 translatable("Colours, typeface and logo of your organisation: CSS with\n"
                              "properties such as --accent"));
  options.whole_number("--small-cells", "N", arguments.small_cells,
                       translatable("Real youths of whom there are fewer than N somewhere are not\n"
                                    "counted on the page; 0 shows all. Default: 5"),
                       {0, 1000});
  options.flag("--json", arguments.json,
               translatable("Print what stands on the page as JSON, for other programs"));
  options.flag("--force", arguments.force, translatable("Replace a page that is there"));
}

std::string theme_in(const std::string& path) {
  if (path.empty()) return {};
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored))
    throw input_error(message("{0}: there is no such file", path));
  return checked_theme(path, read_text_file(path));
}

std::string command_of(const ReportArguments& arguments, Language language) {
  std::string command = "doorstroom report";
  for (const std::string& file : arguments.files) command += " " + file;
  if (!arguments.theme.empty()) command += " --theme " + arguments.theme;
  if (arguments.small_cells != ReportArguments{}.small_cells)
    command += " --small-cells " + std::to_string(arguments.small_cells);
  return command + " --lang " + std::string(language.code());
}

int run(const ReportArguments& arguments, Language language) {
  const std::string out =
      arguments.out.empty() ? fs::path(arguments.files.front()).replace_extension(".html").string()
                            : arguments.out;
  if (!arguments.json) {
    refuse_to_replace(out, arguments.files);
    refuse_to_replace(out, {arguments.theme});
  }
  PageParts parts = page_parts();
  parts.theme = theme_in(arguments.theme);
  ReportSources sources({.paths = arguments.files,
                         .language = language,
                         .small_cells = static_cast<int>(arguments.small_cells),
                         .command = command_of(arguments, language)});
  const Report report = as_input([&] { return whole_report(sources); });
  if (arguments.json) {
    print(report_json(report));
    return 0;
  }
  write_text_file(out, report_page(report, parts), arguments.force);
  print(message("Report: {0}\nIt opens in any browser: double-click it.\n", out).in(language));
  return 0;
}

}  // namespace

Command report_command() {
  return make_reading_command<ReportArguments>(
      "report", translatable("Write a page that can be read and printed"), report_examples,
      describe, run);
}

}  // namespace doorstroom
