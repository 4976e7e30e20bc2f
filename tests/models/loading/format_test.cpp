#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/continuum/continuum.hpp"
#include "models/loading/scenario_loader.hpp"

/// A file with every part of the format.

namespace doorstroom {
namespace {

TEST(Format, a_file_with_every_part_of_it_is_read_without_a_warning_and_runs) {
  const LoadedScenario loaded =
      load_scenario(DOORSTROOM_SOURCE_DIR "/tests/models/loading/format/everything.yaml");
  EXPECT_THAT(loaded.warnings, testing::IsEmpty());
  const Records records = simulate(loaded.scenario, 0, false);
  EXPECT_GT(records.replaced, 0u);
  EXPECT_EQ(records.arrived + records.present_at_start + records.recorded,
            records.exited + records.replaced + records.present_at_end);
}

}  // namespace
}  // namespace doorstroom
