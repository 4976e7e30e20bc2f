#include "results/sweep/sample.hpp"

#include <gtest/gtest.h>

#include "models/loading/scenario_loader.hpp"
#include "tests/support/scenario_files.hpp"

namespace doorstroom {
namespace {

class Samples : public testing::Test {
 protected:
  ScenarioFiles files_;
  Scenario scenario_ = load_scenario(files_.write(minimal(), "base.yaml")).scenario;
  std::vector<KpiName> arrived_{KpiName::parse("arrived")};
};

TEST_F(Samples, of_later_replications_are_the_later_rows_of_all) {
  const TableData all = sample(scenario_, {0, 6}, arrived_);
  const TableData later = sample(scenario_, {4, 2}, arrived_);
  ASSERT_EQ(all.rows(), 6u);
  ASSERT_EQ(later.rows(), 2u);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(std::get<std::vector<std::int32_t>>(later.columns[0])[i], 4 + static_cast<int>(i));
    EXPECT_EQ(std::get<std::vector<double>>(later.columns[1])[i],
              std::get<std::vector<double>>(all.columns[1])[4 + i]);
  }
}

TEST_F(Samples, end_as_soon_as_they_are_precise) {
  const std::vector<Precision> loose{Precision::parse("arrived +- 100000")};
  const TableData few = sample(scenario_, {0, 60}, arrived_, loose);
  EXPECT_GE(few.rows(), 2u);
  EXPECT_LT(few.rows(), 60u);
  const std::vector<Precision> strict{Precision::parse("arrived +- 0.001")};
  EXPECT_EQ(sample(scenario_, {0, 20}, arrived_, strict).rows(), 20u);
}

}  // namespace
}  // namespace doorstroom
