// The tables of a file as a spreadsheet, read back by a real reader of spreadsheets. The library
// writes 16 digits, so the last bit of a number may be another.

#include "results/export/xlsx_export.hpp"

#include <gmock/gmock.h>

#include <cstdlib>

#include "results/file/result_format.hpp"
#include "tests/support/example.hpp"

namespace doorstroom {
namespace {

using namespace example;
using testing::HasSubstr;
using testing::ThrowsMessage;

TEST(Xlsx, is_read_as_the_numbers_in_the_file_with_a_sheet_that_explains_them) {
  TemporaryFolder folder;
  write(folder / "out.h5", scenario());
  const ResultReader file(folder / "out.h5", any_format);
  export_xlsx(file, chosen_tables(file, {.tables = {}, .all = true}), folder / "out.xlsx", false);
  std::ofstream(folder / "check.py") << R"(
import h5py, math, openpyxl, sys
book = openpyxl.load_workbook(sys.argv[2])
read_me = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
assert book.sheetnames[0] == 'Read me', book.sheetnames
head = read_me.index(['Sheet', 'Column', 'Units', 'Meaning'])
told = {(row[0], row[1]): (row[2] or '1', row[3]) for row in read_me[head + 1:]}
assert ['seed', '4000000000', None, None] in read_me, read_me[:head]
seen = 0
with h5py.File(sys.argv[1]) as file:
    tables = [name for name, group in file.items() if 'columns' in group.attrs]
    assert sorted(book.sheetnames[1:]) == sorted(tables), book.sheetnames
    for name in tables:
        sheet = book[name]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        columns = list(file[name].attrs['columns'])
        assert rows[0] == columns, name
        assert sheet.freeze_panes == 'A2', name
        for i, column in enumerate(columns):
            data = file[name][column]
            assert told[name, column] == (data.attrs['units'], data.attrs['description_en'])
            names = {code: word for word, code in (h5py.check_enum_dtype(data.dtype) or {}).items()}
            values = data.asstr()[:] if h5py.check_string_dtype(data.dtype) else data[:]
            assert len(rows) - 1 == len(values), (name, column)
            for row, value in zip(rows[1:], values):
                cell = row[i]
                if names: assert cell == (None if value == -1 else names[value]), (name, column)
                elif isinstance(value, str): assert (cell or '') == value, (name, column)
                elif cell is None: assert math.isnan(value), (name, column)
                else: assert math.isclose(cell, value, rel_tol=1e-15), (name, column, cell, value)
                seen += 1
assert seen > 1000, seen
)";
  const std::string command = "/usr/bin/python3 " + (folder / "check.py") + " " +
                              (folder / "out.h5") + " " + (folder / "out.xlsx") + " 2>&1";
  EXPECT_EQ(std::system(command.c_str()), 0);
}

TEST(Xlsx, replaces_nothing_unasked) {
  TemporaryFolder folder;
  write(folder / "out.h5", scenario());
  const ResultReader file(folder / "out.h5", any_format);
  std::ofstream(folder / "out.xlsx") << "mine";
  const auto tables = chosen_tables(file, {.tables = {"waiting"}});
  EXPECT_THAT([&] { export_xlsx(file, tables, folder / "out.xlsx", false); },
              ThrowsMessage<InputError>(HasSubstr("out.xlsx exists already")));
  export_xlsx(file, tables, folder / "out.xlsx", true);
  EXPECT_GT(std::filesystem::file_size(folder / "out.xlsx"), 4U);
  EXPECT_FALSE(std::filesystem::exists(folder / "out.xlsx.part"));
}

}  // namespace
}  // namespace doorstroom
