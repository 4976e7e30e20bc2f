// Behind the commands that read result files: show, trace, same, export.

#include "app/commands.hpp"
#include "app/options.hpp"

namespace doorstroom {
namespace {

constexpr auto show_examples = R"(Example:
  doorstroom show holland-rijnland.h5)";

constexpr auto trace_examples = R"(Examples:
  doorstroom trace minimal.h5                      some youths worth reading about
  doorstroom trace minimal.h5 --youth 12
  doorstroom trace minimal.h5 --youth 12 --lang nl

It tells what the youth waited for and why, what came of it, and what it cost whom. A file keeps the
youths of the first replication; `doorstroom run --visits 3` keeps those of three.)";

constexpr auto same_examples = R"(Example:
  doorstroom same one.h5 other.h5

When, where and with how many workers a run was made does not count. Exit code 0: the same; 1: not.)";

constexpr auto export_examples = R"(Examples:
  doorstroom export minimal.h5 --xlsx minimal.xlsx
  doorstroom export minimal.h5 --csv tables
  doorstroom export minimal.h5 --csv tables --table visits --table youths --force

One sheet or CSV file a table; the first sheet, or columns.csv, tells what each column means. Without --all or --table
the tables of single persons and of every week (visits, youths, census) are left out.)";

}  // namespace

void add_show_options(Menu& menu) {
  const auto show = std::make_shared<ShowArguments>();
  CLI::App& command = add_command(menu, "show", "Print what a result file says", show_examples);
  add_file(command, "FILE", show->result, "Result file (HDF5)");
  set_action(menu, command, show, show_command);
}

void add_trace_options(Menu& menu) {
  const auto trace = std::make_shared<TraceArguments>();
  CLI::App& command =
      add_command(menu, "trace", "Tell the story of one youth in plain words", trace_examples);
  add_file(command, "FILE", trace->result, "Result file (HDF5)");
  command
      .add_option("--youth", trace->youth,
                  "Number of the youth. Default: name a few worth reading about")
      ->option_text("N")
      ->check(whole_number(0, any_number, menu.language));
  command.add_option("--replication", trace->replication, "Of which replication. Default: 0")
      ->option_text("R")
      ->check(whole_number(0, most_replications, menu.language));
  set_action(menu, command, trace, trace_command);
}

void add_same_options(Menu& menu) {
  const auto same = std::make_shared<SameArguments>();
  CLI::App& command = add_command(
      menu, "same", "Tell whether two result files hold the same results", same_examples);
  add_file(command, "A", same->one, "Result file (HDF5)");
  add_file(command, "B", same->other, "The other result file");
  set_action(menu, command, same, same_command);
}

void add_export_options(Menu& menu) {
  const auto arguments = std::make_shared<ExportArguments>();
  CLI::App& command =
      add_command(menu, "export", "Write the tables of a result file as CSV or as a spreadsheet",
                  export_examples);
  add_file(command, "FILE", arguments->result, "Result file (HDF5), also of a sweep");
  command.add_option("--csv", arguments->csv, "Folder for one CSV file a table")
      ->option_text("DIR");
  command.add_option("--xlsx", arguments->xlsx, "Spreadsheet with one sheet a table")
      ->option_text("FILE");
  command.add_option("--table", arguments->tables, "Only this table; may be given more than once")
      ->option_text("NAME")
      ->allow_extra_args(false);
  command.add_flag("--all", arguments->all, "The longest tables, too");
  command.add_flag("--force", arguments->force, "Replace files that are there");
  set_action(menu, command, arguments, export_command);
}

}  // namespace doorstroom
