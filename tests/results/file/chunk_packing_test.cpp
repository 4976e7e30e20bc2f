#include "results/file/chunk_packing.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <numbers>

#include "results/file/h5_file.hpp"
#include "tests/support/example.hpp"

namespace doorstroom {
namespace {

using example::TemporaryFolder;

constexpr std::size_t rows_a_chunk = 8192;

/// Days that never repeat, and look like those of visits.
std::vector<double> days(std::size_t count) {
  std::vector<double> days;
  for (std::size_t i = 0; i < count; ++i)
    days.push_back(0.25 * static_cast<double>(i / 3) +
                   static_cast<double>(i * 37 % 101) * std::numbers::pi);
  return days;
}

std::vector<std::int32_t> nodes(std::size_t count) {
  std::vector<std::int32_t> nodes;
  for (std::size_t i = 0; i < count; ++i)
    nodes.push_back(static_cast<std::int32_t>(i * i % 23) - 1);
  return nodes;
}

/// A file with one column, to which its values are appended in steps of so many.
class ColumnFile {
 public:
  ColumnFile(ColumnType type, const ColumnValues& values, std::size_t step) {
    const ColumnSpec spec{"values", type, "day", {}, {}};
    H5File file = H5File::create(path_);
    file.make_group("/t");
    append_all(file.make_column("/t", spec, rows_a_chunk), values, step);
    file.close();
  }

  ColumnValues read() const {
    return H5File::open(path_).dataset("/t/values").column_values("/t/values");
  }
  std::uintmax_t size() const { return std::filesystem::file_size(path_); }

 private:
  static void append_all(H5Column column, const ColumnValues& values, std::size_t step) {
    for (std::size_t first = 0; first < length(values); first += step)
      column.append(values, first, std::min(step, length(values) - first));
    column.finish();
  }

  TemporaryFolder folder_;
  std::string path_ = folder_ / "column.h5";
};

TEST(ChunkPacking, is_what_the_filters_of_the_library_unpack) {
  const ColumnValues numbers = days(5 * rows_a_chunk / 2);
  EXPECT_EQ(ColumnFile(ColumnType::float64, numbers, rows_a_chunk).read(), numbers);
  const ColumnValues codes = nodes(2 * rows_a_chunk);
  EXPECT_EQ(ColumnFile(ColumnType::int32, codes, rows_a_chunk).read(), codes);
}

TEST(ChunkPacking, is_what_the_filters_of_the_library_add_to) {
  const ColumnValues numbers = days(5 * rows_a_chunk / 2);
  EXPECT_EQ(ColumnFile(ColumnType::float64, numbers, 300).read(), numbers);
}

TEST(ChunkPacking, takes_no_more_room_than_the_filters_of_the_library) {
  const ColumnValues numbers = days(8 * rows_a_chunk);
  const ColumnFile packed_here(ColumnType::float64, numbers, rows_a_chunk);
  const ColumnFile by_the_library(ColumnType::float64, numbers, rows_a_chunk / 2);
  EXPECT_EQ(packed_here.read(), by_the_library.read());
  EXPECT_LE(static_cast<double>(packed_here.size()),
            1.02 * static_cast<double>(by_the_library.size()));
}

}  // namespace
}  // namespace doorstroom
