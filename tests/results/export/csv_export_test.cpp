// The tables of a file as CSV: what is quoted, what is empty, and that Python reads the numbers
// that stand in the file.

#include "results/export/csv_export.hpp"

#include <gmock/gmock.h>

#include <cstdlib>
#include <limits>

#include "results/file/table_stream.hpp"
#include "tests/support/example.hpp"
#include "tests/support/languages.hpp"

namespace doorstroom {
namespace {

using namespace example;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::ThrowsMessage;

TEST(Csv, quotes_only_what_needs_it) {
  EXPECT_EQ(csv_field("plain één"), "plain één");
  EXPECT_EQ(csv_field(""), "");
  EXPECT_EQ(csv_field("a,b"), "\"a,b\"");
  EXPECT_EQ(csv_field("a \"b\" c"), "\"a \"\"b\"\" c\"");
  EXPECT_EQ(csv_field("two\nlines"), "\"two\nlines\"");
}

/// A file of another command, with a table of each type.
void write_other(const std::string& path) {
  H5File file = H5File::create(path);
  file.set_attribute("/", "format", std::string("doorstroom.sweep"));
  file.set_attribute("/", "format_version", std::int32_t{1});
  TableSpec spec{
      "/points",
      {{"x", ColumnType::float64, "day", described("A \"number\"", "Een getal"), {}},
       {"n", ColumnType::int64, "1", described("Count", "Aantal"), {}},
       {"kind", ColumnType::category, "1", described("Kind", "Soort"), {"low, very", "high"}},
       {"label", ColumnType::text, "1", described("Label", ""), {}}}};
  TableData rows(spec);
  rows.add(0.1, std::int64_t{-5}, 1, std::string("één"));
  rows.add(std::numeric_limits<double>::quiet_NaN(), std::int64_t{9007199254740993}, none_code,
           std::string("a\"b"));
  rows.add(1.0 / 3, std::int64_t{0}, 0, std::string());
  write_table(file, {spec, rows});
  file.close();
}

TEST(Csv, of_any_file_tells_words_and_leaves_out_what_is_no_number) {
  TemporaryFolder folder;
  write_other(folder / "sweep.h5");
  const ResultReader file(folder / "sweep.h5", any_format);
  export_csv(file, chosen_tables(file, {}), folder / "new/out", false);
  EXPECT_EQ(content_of(folder / "new/out/points.csv"),
            "x,n,kind,label\r\n0.1,-5,high,één\r\n,9007199254740993,,\"a\"\"b\"\r\n"
            "0.3333333333333333,0,\"low, very\",\r\n");
  EXPECT_EQ(content_of(folder / "new/out/columns.csv"),
            "table,column,units,description\r\npoints,x,day,\"A \"\"number\"\"\"\r\n"
            "points,n,1,Count\r\npoints,kind,1,Kind\r\npoints,label,1,Label\r\n");
  export_csv(file, chosen_tables(file, {}), folder / "new/out", true, language_nl);
  EXPECT_EQ(content_of(folder / "new/out/columns.csv"),
            "table,column,units,description\r\npoints,x,day,Een getal\r\n"
            "points,n,1,Aantal\r\npoints,kind,1,Soort\r\npoints,label,1,Label\r\n");
}

TEST(Csv, leaves_out_the_long_tables_unless_they_are_asked_for) {
  TemporaryFolder folder;
  write(folder / "out.h5", scenario());
  const ResultReader file(folder / "out.h5", any_format);
  const auto names = [&](const ExportChoice& choice) {
    std::vector<std::string> paths;
    for (const TableSpec& table : chosen_tables(file, choice)) paths.push_back(table.path);
    return paths;
  };
  EXPECT_THAT(names({}), Contains("/waiting"));
  EXPECT_THAT(names({}), Not(Contains("/visits")));
  EXPECT_THAT(names({.tables = {}, .all = true}), Contains("/visits"));
  EXPECT_THAT(names({.tables = {"visits", "/use"}}), testing::ElementsAre("/use", "/visits"));
  EXPECT_THAT(
      [&] { names({.tables = {"vissits"}}); },
      ThrowsMessage<InputError>(HasSubstr("has no table `vissits`\n  did you mean /visits?")));
}

TEST(Csv, replaces_nothing_unasked_and_writes_nothing_then) {
  TemporaryFolder folder;
  write(folder / "out.h5", scenario());
  const ResultReader file(folder / "out.h5", any_format);
  std::filesystem::create_directory(folder / "csv");
  std::ofstream(folder / "csv/waiting.csv") << "mine";
  EXPECT_THAT([&] { export_csv(file, chosen_tables(file, {}), folder / "csv", false); },
              ThrowsMessage<InputError>(HasSubstr("waiting.csv exists already")));
  EXPECT_EQ(content_of(folder / "csv/waiting.csv"), "mine");
  EXPECT_FALSE(std::filesystem::exists(folder / "csv/balance.csv"));
  EXPECT_FALSE(std::filesystem::exists(folder / "csv/balance.csv.part"));
  export_csv(file, chosen_tables(file, {}), folder / "csv", true);
  EXPECT_THAT(content_of(folder / "csv/waiting.csv"), HasSubstr("replication,year,node"));
}

TEST(Csv, goes_on_telling_the_columns_of_tables_that_were_written_before) {
  TemporaryFolder folder;
  write(folder / "out.h5", scenario());
  const ResultReader file(folder / "out.h5", any_format);
  export_csv(file, chosen_tables(file, {.tables = {"waiting"}}), folder / "csv", false);
  export_csv(file, chosen_tables(file, {.tables = {"use"}}), folder / "csv", true);
  EXPECT_THAT(content_of(folder / "csv/columns.csv"),
              testing::AllOf(HasSubstr("\nuse,utilisation,"), HasSubstr("\nwaiting,wait_p90,"),
                             Not(HasSubstr("\nvisits,"))));
}

TEST(Csv, is_read_by_python_as_the_numbers_in_the_file) {
  TemporaryFolder folder;
  write(folder / "out.h5", scenario());
  const ResultReader file(folder / "out.h5", any_format);
  export_csv(file, chosen_tables(file, {.tables = {}, .all = true}), folder / "csv", false);
  std::ofstream(folder / "check.py") << R"(
import csv, h5py, math, sys
seen = 0
with h5py.File(sys.argv[1]) as file:
    for name, group in file.items():
        if 'columns' not in group.attrs: continue
        with open(f'{sys.argv[2]}/{name}.csv', newline='', encoding='utf-8') as text:
            rows = list(csv.reader(text))
        assert rows[0] == list(group.attrs['columns']), name
        for i, column in enumerate(rows[0]):
            data = group[column]
            names = {code: word for word, code in (h5py.check_enum_dtype(data.dtype) or {}).items()}
            values = data.asstr()[:] if h5py.check_string_dtype(data.dtype) else data[:]
            assert len(rows) - 1 == len(values), (name, column)
            for row, value in zip(rows[1:], values):
                told = row[i]
                if names: assert told == ('' if value == -1 else names[value]), (name, column)
                elif isinstance(value, str): assert told == value
                elif told == '': assert math.isnan(value), (name, column)
                else: assert float(told) == value, (name, column, told, value)
                seen += 1
assert seen > 1000, seen
)";
  const std::string command = "/usr/bin/python3 " + (folder / "check.py") + " " +
                              (folder / "out.h5") + " " + (folder / "csv") + " 2>&1";
  EXPECT_EQ(std::system(command.c_str()), 0);
}

}  // namespace
}  // namespace doorstroom
