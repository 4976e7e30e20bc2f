// doorstroom export: writes the tables of a result file as CSV or as a spreadsheet.

#include "app/commands.hpp"
#include "app/console/output.hpp"
#include "models/messages/message.hpp"
#include "results/export/csv_export.hpp"
#include "results/export/xlsx_export.hpp"

namespace doorstroom {
namespace {

struct ExportArguments {
  std::string result;               ///< file: of a run, a sweep, a comparison
  std::string csv;                  ///< folder for one CSV file a table; or
  std::string xlsx;                 ///< a spreadsheet
  std::vector<std::string> tables;  ///< empty: all but the longest
  bool all = false;                 ///< the longest, too
  bool force = false;               ///< replace files that are there
};

constexpr auto export_examples = translatable(R"(Examples:
  doorstroom export minimal.h5 --xlsx minimal.xlsx
  doorstroom export minimal.h5 --csv tables
  doorstroom export minimal.h5 --csv tables --table visits --table youths --force

One sheet or CSV file for each table; the first sheet, or columns.csv, says what each column means.
Without --all or --table the tables of single persons and of every week (visits, youths, census) are
left out.
In CSV a text that begins with = + - @, a tab or a carriage return gets an apostrophe before it, so
that no spreadsheet takes it for a formula; numbers are as they are. A folder that is not there yet
gets its name when all files in it are complete.)");

void describe(Options& options, ExportArguments& arguments) {
  options.positional("FILE", arguments.result, translatable("Result file (HDF5), also of a sweep"))
      .required();
  options.option("--csv", "DIR", arguments.csv, translatable("Folder for one CSV file a table"))
      .names_output();
  options
      .option("--xlsx", "FILE", arguments.xlsx, translatable("Spreadsheet with one sheet a table"))
      .names_output();
  options.option("--table", "NAME", arguments.tables,
                 translatable("Only this table; may be given more than once"));
  options.flag("--all", arguments.all, translatable("The longest tables, too"));
  options.flag("--force", arguments.force, translatable("Replace files that are there"));
}

int run(const ExportArguments& arguments, Language language) {
  if (arguments.csv.empty() == arguments.xlsx.empty())
    throw input_error(message(
        "export: say where the tables go\n  either --csv and a folder, or --xlsx and a file"));
  const ResultReader file = as_input([&] { return ResultReader(arguments.result, any_format); });
  const std::vector<TableSpec> tables = as_input([&] {
    return chosen_tables(file, {arguments.tables, arguments.all});
  });
  if (!arguments.xlsx.empty()) {
    export_xlsx(file, tables, arguments.xlsx, arguments.force, language);
    print(message("{0} in {1}\n", message_plural("{0} table", "{0} tables", tables.size()),
                  arguments.xlsx)
              .in(language));
    return 0;
  }
  const std::vector<std::string> written =
      export_csv(file, tables, arguments.csv, arguments.force, language);
  print(message("{0} files in {1}\n", written.size(), arguments.csv).in(language));
  return 0;
}

}  // namespace

Command export_command() {
  return make_reading_command<ExportArguments>(
      "export", translatable("Write the tables of a result file as CSV or as a spreadsheet"),
      export_examples, describe, run);
}

}  // namespace doorstroom
