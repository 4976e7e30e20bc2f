#include "results/file/compare_files.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <functional>

#include "results/file/h5_file.hpp"
#include "tests/support/example.hpp"

namespace doorstroom {
namespace {

using namespace example;
using testing::ElementsAre;
using testing::IsEmpty;

/// What the small file of these tests holds.
struct Content {
  ColumnSpec kind{"kind", ColumnType::category, "1", described("Kind", "Soort"), {"desk", "exit"}};
  ColumnValues codes = std::vector<std::int32_t>{0, 1, none_code};
  ColumnSpec size{"size", ColumnType::float64, "day", described("Size", "Maat"), {}};
  ColumnValues sizes = std::vector<double>{1, std::nan(""), 0};
  ColumnSpec name{"name", ColumnType::text, "1", described("Name", "Naam"), {}};
  ColumnValues names = std::vector<std::string>{"a", "é", ""};
  AttributeValue version = std::int32_t{1};
  AttributeValue columns = std::vector<std::string>{"kind", "size"};
  std::string started = "now";
  bool chunked = false;
  std::function<void(H5File&)> more = [](H5File&) {};
};

std::vector<std::string> compare(const std::function<void(Content&)>& change) {
  TemporaryFolder folder;
  const auto make = [](const std::string& path, const Content& content) {
    H5File file = H5File::create(path);
    file.set_attribute("/", "version", content.version);
    file.make_group("/t");
    file.set_attribute("/t", "columns", content.columns);
    file.write_column("/t", content.kind, content.codes);
    if (content.chunked) {
      H5Column column = file.make_column("/t", content.size, 2);
      column.append(content.sizes, 0, 2);
      column.append(content.sizes, 2, 1);
      column.finish();
    } else {
      file.write_column("/t", content.size, content.sizes);
    }
    file.write_column("/t", content.name, content.names);
    file.make_group("/run");
    file.set_attribute("/run", "started", content.started);
    content.more(file);
    file.close();
  };
  Content content;
  make(folder / "a.h5", content);
  change(content);
  make(folder / "b.h5", content);
  std::vector<std::string> found;
  for (const Difference& difference : differences(folder / "a.h5", folder / "b.h5"))
    found.push_back(to_text(difference).in(Language::en));
  return found;
}

TEST(Same, equal_content_is_the_same_and_nan_equals_nan) {
  EXPECT_THAT(compare([](Content&) {}), IsEmpty());
}

TEST(Same, what_stands_in_run_does_not_count) {
  EXPECT_THAT(compare([](Content& c) { c.started = "later"; }), IsEmpty());
}

TEST(Same, storage_does_not_count) {
  EXPECT_THAT(compare([](Content& c) { c.chunked = true; }), IsEmpty());
}

TEST(Same, the_name_of_an_enum_value_counts) {
  EXPECT_THAT(compare([](Content& c) { c.kind.names[1] = "door"; }),
              ElementsAre("/t/kind: the names of the enum differ, the first: `exit` = 1 against "
                          "`door` = 1"));
  EXPECT_THAT(compare([](Content& c) {
                c.kind.names = {"exit", "desk"};
              }),
              ElementsAre("/t/kind: the names of the enum differ, the first: `desk` = 0 against "
                          "`exit` = 0"));
  EXPECT_THAT(compare([](Content& c) { c.kind.names.push_back("more"); }),
              ElementsAre("/t/kind: the names of the enum differ, the first: nothing against "
                          "`more` = 2"));
}

TEST(Same, a_value_counts_to_its_last_bit) {
  EXPECT_THAT(compare([](Content& c) {
                c.codes = std::vector<std::int32_t>{0, 0, 0};
              }),
              ElementsAre("/t/kind: 2 of 3 values differ, the first at 1: exit (1) against desk "
                          "(0)"));
  EXPECT_THAT(compare([](Content& c) {
                c.sizes = std::vector<double>{std::nextafter(1, 2), std::nan(""), 0};
              }),
              ElementsAre("/t/size: 1 of 3 values differ, the first at 0: 1 against "
                          "1.0000000000000002"));
  EXPECT_THAT(compare([](Content& c) {
                c.sizes = std::vector<double>{1, std::nan(""), -0.0};
              }),
              ElementsAre("/t/size: 1 of 3 values differ, the first at 2: 0 against -0"));
  EXPECT_THAT(compare([](Content& c) {
                c.sizes = std::vector<double>{1, 5, 0};
              }),
              ElementsAre("/t/size: 1 of 3 values differ, the first at 1: nan against 5"));
  EXPECT_THAT(compare([](Content& c) {
                c.names = std::vector<std::string>{"a", "e", ""};
              }),
              ElementsAre("/t/name: 1 of 3 values differ, the first at 1: \"é\" against \"e\""));
}

TEST(Same, the_type_counts) {
  EXPECT_THAT(compare([](Content& c) {
                c.size.type = ColumnType::int64;
                c.sizes = std::vector<std::int64_t>{1, 2, 0};
              }),
              ElementsAre("/t/size: the type is float64 (11 + 52 bits), little-endian against "
                          "int64, little-endian"));
  EXPECT_THAT(compare([](Content& c) { c.kind.type = ColumnType::int32; }),
              ElementsAre("/t/kind: the type is enum of int32, little-endian {none: -1, desk: 0, "
                          "exit: 1} against int32, little-endian"));
}

TEST(Same, the_shape_counts) {
  EXPECT_THAT(compare([](Content& c) {
                c.sizes = std::vector<double>{1, std::nan("")};
              }),
              ElementsAre("/t/size: the shape is 3 against 2"));
}

TEST(Same, attributes_count_in_name_type_and_value) {
  EXPECT_THAT(compare([](Content& c) { c.version = std::int32_t{2}; }),
              ElementsAre("/@version: the value is 1 against 2"));
  EXPECT_THAT(compare([](Content& c) { c.version = std::int64_t{1}; }),
              ElementsAre("/@version: the type is int32, little-endian against int64, "
                          "little-endian"));
  EXPECT_THAT(compare([](Content& c) {
                c.columns = std::vector<std::string>{"kind", "sizes"};
              }),
              ElementsAre("/t@columns: 1 of 2 values differ, the first at 1: \"size\" against "
                          "\"sizes\""));
  EXPECT_THAT(compare([](Content& c) { c.size.units = "week"; }),
              ElementsAre("/t/size@units: the value is \"day\" against \"week\""));
  EXPECT_THAT(compare([](Content& c) {
                c.more = [](H5File& file) { file.set_attribute("/t", "note", 1.0); };
              }),
              ElementsAre("/t@note: only in the second file: an attribute"));
}

TEST(Same, an_object_that_one_file_lacks_is_noticed) {
  EXPECT_THAT(
      compare([](Content& c) { c.more = [](H5File& file) { file.make_group("/t/extra"); }; }),
      ElementsAre("/t/extra: only in the second file: a group"));
  EXPECT_THAT(compare([](Content& c) { c.name.name = "names"; }),
              ElementsAre("/t/name: only in the first file: a dataset",
                          "/t/names: only in the second file: a dataset"));
}

TEST(Same, two_runs_of_one_scenario_differ_in_nothing_but_the_run) {
  TemporaryFolder folder;
  write(folder / "a.h5", scenario());
  RunFacts later = facts();
  later.workers = 8;
  later.wall_seconds = 99;
  write(folder / "b.h5", scenario(), later);
  EXPECT_THAT(differences(folder / "a.h5", folder / "b.h5"), IsEmpty());
  Scenario changed = scenario();
  changed.nodes[oza].label.nl = "OZA";
  write(folder / "c.h5", changed);
  const std::vector<Difference> found = differences(folder / "a.h5", folder / "c.h5");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].path, "/nodes/label_nl");
}

}  // namespace
}  // namespace doorstroom
