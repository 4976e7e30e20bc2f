#include "tests/bench/country.hpp"

#include <gtest/gtest.h>

#include "models/loading/scenario_loader.hpp"
#include "tests/support/example.hpp"

namespace doorstroom::bench {
namespace {

constexpr const char* region = DOORSTROOM_SOURCE_DIR "/scenarios/holland-rijnland.yaml";

/// What is measured as a country must be one that the program takes.
TEST(Country, of_42_regions_is_loaded_with_the_nodes_of_each) {
  const example::TemporaryFolder folder;
  const Scenario one = load_scenario(region).scenario;
  const Scenario country =
      load_scenario(write_country(folder.path(), region, /*copies=*/42, /*years=*/1)).scenario;
  EXPECT_EQ(country.nodes.size(), 42 * one.nodes.size());
  EXPECT_EQ(country.sources.size(), 42 * one.sources.size());
  EXPECT_EQ(country.period.years(), 1);
}

}  // namespace
}  // namespace doorstroom::bench
