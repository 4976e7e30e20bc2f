#include "results/sweep/response.hpp"

#include <gmock/gmock.h>

#include <cmath>

#include "engine/error.hpp"
#include "results/file/h5_file.hpp"
#include "results/file/table_stream.hpp"
#include "tests/support/example.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::ThrowsMessage;

/// A sweep made by hand. Of each point a place count, a word and the figures of three replications.
struct Point {
  double places;
  std::int32_t word;
  std::vector<double> dropouts;
};

const std::vector<Point> grid{
    {20, 0, {10, 12, 14}}, {20, 1, {20, 22, 24}}, {30, 0, {4, 6, 8}}, {30, 1, {5, 5, 8}}};

class Responses : public testing::Test {
 protected:
  /// @param kpi  what the figures are called
  ResultReader sweep(const std::vector<Point>& points, const std::string& kpi = "dropouts_per_year",
                     bool with_word = true) const {
    const std::string path = folder_ / (kpi + ".h5");
    H5File file = H5File::create(path);
    file.set_attribute("/", "format", std::string(sweep_format.name));
    file.set_attribute("/", "format_version", sweep_format.version);
    const auto column = [](std::string name, ColumnType type, std::vector<std::string> names = {}) {
      return ColumnSpec{std::move(name), type, "1", {}, std::move(names)};
    };
    TableSpec design{"/design",
                     {column("point", ColumnType::int32),
                      column("arrangements.oza.places", ColumnType::float64)}};
    if (with_word)
      design.columns.push_back(
          column("desks.team.order", ColumnType::category, {"first_come", "most_severe"}));
    TableData rows(design);
    TableSpec replications{
        "/replications",
        {column("point", ColumnType::int32), column("replication", ColumnType::int32),
         column(kpi, ColumnType::float64)}};
    TableData figures(replications);
    for (std::size_t i = 0; i < points.size(); ++i) {
      rows.add_value(0, i);
      rows.add_value(1, points[i].places);
      if (with_word) rows.add_value(2, points[i].word);
      for (std::size_t r = 0; r < points[i].dropouts.size(); ++r)
        figures.add(i, r, points[i].dropouts[r]);
    }
    write_table(file, {design, rows});
    write_table(file, {replications, figures});
    file.close();
    return ResultReader(path, sweep_format);
  }

  example::TemporaryFolder folder_;
};

// Replication by replication over the two words: 15, 17, 19 at 20 places and 4.5, 5.5, 8 at 30.
TEST_F(Responses, average_the_other_parameters_within_each_replication) {
  ResultReader file = sweep(grid);
  const SweepResponse response(file, "dropouts_per_year");
  EXPECT_THAT(response.paths(), ElementsAre("arrangements.oza.places", "desks.team.order"));
  const Response found = response.over({"arrangements.oza.places"});
  EXPECT_THAT(found.averaged, ElementsAre("desks.team.order"));
  ASSERT_EQ(found.axes.front().levels.size(), 2u);
  EXPECT_EQ(found.axes.front().levels[0].text, "20");
  ASSERT_EQ(found.cells.size(), 2u);
  EXPECT_DOUBLE_EQ(found.cells[0][0].mean, 17);
  EXPECT_EQ(found.cells[0][0].count, 3u);
  // Standard deviation 2; t of two degrees of freedom at 97.5% is 4.302653.
  EXPECT_NEAR(found.cells[0][0].half_width(), 4.302653 * 2 / std::sqrt(3), 1e-5);
  EXPECT_DOUBLE_EQ(found.cells[1][0].mean, 6);
}

// Points that were run until they were precise have other numbers of replications: what counts is
// as far as all of them go.
TEST_F(Responses, average_points_as_far_as_all_were_run) {
  ResultReader file = sweep({{20, 0, {10, 12, 99, 99}}, {20, 1, {20, 22}}, {20, 0, {30, 32, 50}}});
  const Response found = SweepResponse(file, "dropouts_per_year").over({"arrangements.oza.places"});
  EXPECT_EQ(found.cells[0][0].count, 2u);
  EXPECT_DOUBLE_EQ(found.cells[0][0].mean, 21);
}

TEST_F(Responses, over_two_parameters_have_a_cell_for_each_pair) {
  ResultReader file = sweep(grid);
  const Response found = SweepResponse(file, "dropouts_per_year")
                             .over({"desks.team.order", "arrangements.oza.places"});
  EXPECT_THAT(found.averaged, IsEmpty());
  EXPECT_EQ(found.axes[0].levels[1].text, "most_severe");
  ASSERT_EQ(found.cells.size(), 2u);
  EXPECT_DOUBLE_EQ(found.cells[0][0].mean, 12);
  EXPECT_DOUBLE_EQ(found.cells[0][1].mean, 6);
  EXPECT_DOUBLE_EQ(found.cells[1][0].mean, 22);
  EXPECT_DOUBLE_EQ(found.cells[1][1].mean, 6);
}

// 16 points at 0, 1, ..., 15 in eight stretches of 1.875: two points in each.
TEST_F(Responses, over_many_numbers_are_told_in_stretches) {
  std::vector<Point> points;
  for (int i = 0; i < 16; ++i) points.push_back({double(i), 0, {10. + i, 12. + i}});
  ResultReader file = sweep(points, "dropouts_per_year", false);
  const Response found = SweepResponse(file, "dropouts_per_year").over({"arrangements.oza.places"});
  ASSERT_EQ(found.cells.size(), 8u);
  EXPECT_EQ(found.axes[0].levels[0].text, "0 - 1.875");
  for (std::size_t i = 0; i < 8; ++i) {
    EXPECT_DOUBLE_EQ(found.cells[i][0].mean, 11.5 + 2. * static_cast<double>(i));
  }
}

TEST_F(Responses, are_only_of_what_was_kept_and_varied) {
  ResultReader file = sweep(grid);
  EXPECT_THAT([&] { SweepResponse(file, "oza.wait_p90"); },
              ThrowsMessage<InputError>(HasSubstr("it has: dropouts_per_year")));
  EXPECT_THAT(
      [&] { SweepResponse(file, "dropouts_per_year").over({"desks.team.staff"}); },
      ThrowsMessage<InputError>(HasSubstr("it has: arrangements.oza.places, desks.team.order")));
  EXPECT_THAT([&] { SweepResponse(file, "dropouts_per_year").over({"point"}); },
              ThrowsMessage<InputError>(HasSubstr("`point` was not varied")));
}

// The best two have means of 6 and differences of 1, -1, 0; the others lie 6 and 16 higher in every
// replication, or nearly so.
TEST_F(Responses, rank_points_and_tell_which_are_as_good_as_the_best) {
  ResultReader file = sweep(grid);
  const std::vector<RankedPoint> ranked = SweepResponse(file, "dropouts_per_year").ranked();
  ASSERT_EQ(ranked.size(), 4u);
  EXPECT_EQ(ranked[0].point, 2);
  EXPECT_EQ(ranked[0].values, "arrangements.oza.places = 30, desks.team.order = first_come");
  EXPECT_EQ(ranked[1].point, 3);
  EXPECT_EQ(ranked[3].point, 1);
  EXPECT_TRUE(ranked[0].as_good);
  EXPECT_TRUE(ranked[1].as_good);
  EXPECT_FALSE(ranked[2].as_good) << "6 higher each time";
  EXPECT_FALSE(ranked[3].as_good);
}

TEST_F(Responses, rank_by_what_is_better) {
  ResultReader more = sweep(grid, "oza.entered_within_10w");
  EXPECT_EQ(SweepResponse(more, "oza.entered_within_10w").ranked().front().point, 1);
  ResultReader neither = sweep(grid, "oza.utilisation");
  EXPECT_THAT(SweepResponse(neither, "oza.utilisation").ranked(), IsEmpty());
}

// The second point differs from the first by 4, 6 and 8: t = 5.2 with two degrees of freedom, where
// one comparison takes 4.30 and three at once take 7.65.
TEST_F(Responses, hold_the_best_point_against_all_others_at_once) {
  const auto ranking = [&](const std::vector<Point>& points) {
    ResultReader file = sweep(points);
    return SweepResponse(file, "dropouts_per_year").ranked();
  };
  const Point best{20, 0, {10, 12, 14}};
  const Point close{21, 0, {14, 18, 22}};
  EXPECT_FALSE(ranking({best, close})[1].as_good);
  const std::vector<RankedPoint> ranked =
      ranking({best, close, {22, 0, {90, 92, 94}}, {23, 0, {91, 93, 95.1}}});
  EXPECT_TRUE(ranked[0].as_good);
  EXPECT_TRUE(ranked[1].as_good);
  EXPECT_FALSE(ranked[2].as_good);
}

}  // namespace
}  // namespace doorstroom
