// doorstroom export: the tables of a file for other programs.

#include "app/commands.hpp"
#include "app/counted.hpp"
#include "app/output.hpp"
#include "models/messages/said.hpp"
#include "results/export/csv_export.hpp"
#include "results/export/xlsx_export.hpp"

namespace doorstroom {

int export_command(const ExportArguments& arguments) {
  const Language language = arguments.language;
  if (arguments.csv.empty() == arguments.xlsx.empty())
    throw input_error(
        "export: say where the tables go\n  either --csv and a folder, or --xlsx and a file");
  const ResultReader file = as_input([&] { return ResultReader(arguments.result, any_format); });
  const std::vector<TableSpec> tables = as_input([&] {
    return chosen_tables(file, {arguments.tables, arguments.all});
  });
  if (!arguments.xlsx.empty()) {
    export_xlsx(file, tables, arguments.xlsx, arguments.force, language);
    print(say("{} in {}\n", counted(tables.size(), "{} table", "{} tables"), arguments.xlsx)
              .in(language));
    return 0;
  }
  const std::vector<std::string> written =
      export_csv(file, tables, arguments.csv, arguments.force, language);
  print(say("{} files in {}\n", written.size(), arguments.csv).in(language));
  return 0;
}

}  // namespace doorstroom
