#include <fmt/format.h>
#include <gmock/gmock.h>

#include <cstdlib>

#include "results/rows/curves.hpp"
#include "results/rows/schema.hpp"
#include "tests/support/example.hpp"
#include "tests/support/readme_reader.hpp"

/// results/README.md is the public word on the file: it tells what the file tells, and its readers
/// read.

namespace doorstroom {
namespace {

using namespace example;
using testing::HasSubstr;

std::string readme() {
  return content_of(DOORSTROOM_SOURCE_DIR "/results/README.md");
}

std::string type_text(ColumnType type) {
  switch (type) {
    case ColumnType::float64:
      return "float64";
    case ColumnType::int32:
      return "int32";
    case ColumnType::int64:
      return "int64";
    case ColumnType::category:
      return "enum";
    case ColumnType::text:
      break;
  }
  return "string";
}

/// The table of columns as it must stand in the page.
std::string markdown_of(const TableSpec& table) {
  std::string text = "| Column | Type | Units | Meaning |\n|---|---|---|---|\n";
  for (const ColumnSpec& column : table.columns)
    text += fmt::format("| `{}` | {} | {} | {} |\n", column.name, type_text(column.type),
                        column.units, column.description.in(Language::en));
  return text;
}

TEST(Readme, tells_every_column_of_every_table) {
  std::vector<TableSpec> tables = replication_tables(scenario());
  tables.push_back(node_table(scenario()));
  for (const CurveTable& curves : curve_tables(scenario())) tables.push_back(curves.spec);
  const std::string page = readme();
  for (const TableSpec& table : tables) {
    const std::size_t heading = page.find("### `" + table.path + "`\n");
    ASSERT_NE(heading, std::string::npos) << table.path;
    EXPECT_THAT(page.substr(heading, page.find("\n### ", heading + 1) - heading),
                HasSubstr(markdown_of(table)));
  }
}

/// Runs the page's reader and then a check beside a result file.
void run_reader(const std::string& program, const std::string& language, const std::string& check,
                bool keep_rows) {
  TemporaryFolder folder;
  {
    const Scenario s = scenario();
    ResultWriter writer(folder / "result.h5", s, {}, false);
    writer.append(tables_of(s, 0, records(s), keep_rows));
    writer.finish(facts());
  }
  std::ofstream(folder / "reader") << readme_reader(language) << check;
  const std::string command = fmt::format("cd {} && {} reader > out 2>&1", folder.path(), program);
  EXPECT_EQ(std::system(command.c_str()), 0) << content_of(folder / "out");
}

TEST(Readme, its_python_reader_reads_every_table) {
  if (!succeeds("/usr/bin/python3 -c 'import h5py'")) GTEST_SKIP() << "no h5py here";
  const std::string check = R"(
assert len(tables) == 23, tables.keys()
assert tables["nodes"]["id"][2] == "oza" and tables["nodes"]["education"][3] == "none"
assert list(tables["waiting"]["node"][:4]) == ["team", "team", "team", "oza"]
assert tables["waiting"]["asked"][3] == 7 and tables["costs"]["funder"][0] == "none"
for name, table in tables.items():
    assert len({len(values) for values in table.values()}) == 1, name
)";
  run_reader("/usr/bin/python3", "python",
             check + "assert tables['visits']['outcome'] == ['completed', 'censored']\n", true);
  run_reader("/usr/bin/python3", "python", check + "assert len(tables['visits']['youth']) == 0\n",
             false);
}

TEST(Readme, its_r_reader_reads_every_table) {
  if (!succeeds("Rscript -e 'library(rhdf5)'")) GTEST_SKIP() << "no rhdf5 here";
  const std::string check = R"(
stopifnot(tables[["/nodes"]]$id[3] == "oza", tables[["/nodes"]]$education[4] == "none")
stopifnot(tables[["/waiting"]]$node[4] == "oza", tables[["/waiting"]]$asked[4] == 7)
stopifnot(names(tables[["/use"]])[1:4] == c("replication", "year", "node", "unit"))
)";
  run_reader("Rscript", "r",
             check +
                 "stopifnot(length(tables) == 20, "
                 "tables[['/visits']]$entered[1] == 50.25)\n",
             true);
  run_reader("Rscript", "r", check + "stopifnot(length(tables) == 17)\n", false);
}

}  // namespace
}  // namespace doorstroom
