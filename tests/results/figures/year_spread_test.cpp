#include "results/figures/year_spread.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "results/rows/replication_rows.hpp"
#include "results/rows/schema.hpp"
#include "tests/support/example.hpp"

namespace doorstroom {
namespace {

using namespace example;

/// Replications with 4, 5, ... 8 dropouts in year 0 and 2 in year 1.
TableData spread_of(const Scenario& s, int replications) {
  YearSpread spread(s);
  const std::vector<TableSpec> specs = replication_tables(s);
  for (int more = 0; more < replications; ++more) {
    const ReplicationRows rows =
        rows_of(s, static_cast<std::uint32_t>(more), records(s, more), false);
    for (std::size_t i = 0; i < specs.size(); ++i) spread.add(specs[i], rows.tables[i]);
  }
  return spread.rows();
}

TEST(YearSpread, has_quantiles_of_each_single_year_and_of_all_together) {
  const Scenario s = scenario();
  const Table table{year_spread_table(s), spread_of(s, 5)};
  const std::int32_t dropouts = table.code_of("kpi", "dropouts_per_year");
  std::map<std::int32_t, std::vector<double>> found;
  for (std::size_t row = 0; row < table.rows(); ++row)
    if (table.codes("kpi")[row] == dropouts)
      found[table.codes("year")[row]] = {table.numbers("p10")[row], table.numbers("p50")[row],
                                         table.numbers("p90")[row]};
  ASSERT_EQ(found.size(), 3u);
  EXPECT_THAT(found[0], testing::Pointwise(testing::DoubleEq(), {4.4, 6.0, 7.6}));
  EXPECT_THAT(found[1], testing::ElementsAre(2, 2, 2));
  // 2 2 2 2 2 4 5 6 7 8
  EXPECT_THAT(found[-1], testing::Pointwise(testing::DoubleEq(), {2.0, 3.0, 7.1}));
}

TEST(YearSpread, of_a_figure_or_a_year_that_is_not_there_is_told) {
  const Scenario s = scenario();
  const Table table{year_spread_table(s), spread_of(s, 1)};
  const auto of_dropouts = [&](std::int32_t year) {
    return spread_row(table, "dropouts_per_year", year);
  };
  EXPECT_EQ(table.codes("year")[of_dropouts(YearSpread::all_years)], -1);
  EXPECT_EQ(table.codes("year")[of_dropouts(1)], 1);
  EXPECT_THROW(of_dropouts(2), InputError);
  EXPECT_THROW(spread_row(table, "elsewhere", 0), InputError);
  EXPECT_THROW(spread_row({year_spread_table(s), TableData(year_spread_table(s))},
                          "dropouts_per_year", YearSpread::all_years),
               InputError);
}

TEST(YearSpread, is_nan_without_data) {
  const Scenario s = scenario();
  const Table table{year_spread_table(s), spread_of(s, 0)};
  EXPECT_TRUE(std::isnan(table.numbers("p50").front()));
}

}  // namespace
}  // namespace doorstroom
