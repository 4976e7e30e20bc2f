#include "results/decisions/knob.hpp"

#include <gtest/gtest.h>

#include "tests/support/seek_queues.hpp"

namespace doorstroom {
namespace {

TEST(Knob, has_the_values_that_are_written) {
  const ScenarioFiles files;
  const ScenarioTree base(files.write(seek_queues::mmc().scenario), std::vector<std::string>{});
  const Knob knob = Knob::parse("sources.arrivals.per_year=2.8..3.2:0.05", base);
  ASSERT_EQ(knob.values, 9u);
  EXPECT_EQ(knob.value(1), 2.85);  // 2.8 + 0.05 is less by a rounding
  EXPECT_EQ(knob.value(8), 3.2);
  EXPECT_EQ(knob.set(1), "sources.arrivals.per_year=2.85");
}

}  // namespace
}  // namespace doorstroom
