// Whether a calibration keeps the inputs that are true, in 19 of 20 cases.

#include <gtest/gtest.h>

#include "tests/support/planted_cases.hpp"

namespace doorstroom {
namespace {

TEST(CalibrationCoverage, keeps_planted_inputs_in_19_of_20_cases) {
  int kept = 0;
  double shares = 0;
  for (std::uint32_t number = 0; number < 20; ++number) {
    const PlantedCase planted(number);
    CalibrationQuestion question;
    question.sets = 20;
    const Calibration found = planted.calibrated(question);
    const double distance = found.space.implausibility_at(planted.place, 100);
    kept += distance < ruled_out_from ? 1 : 0;
    shares += found.waves.back().share / 20;
    EXPECT_GE(found.sets.size(), 20u) << number;
    EXPECT_LT(found.waves.back().share, 0.8) << number;
  }
  EXPECT_GE(kept, 19);
  EXPECT_LT(shares, 0.4);
  RecordProperty("kept", kept);
  RecordProperty("share", std::to_string(shares));
}

}  // namespace
}  // namespace doorstroom
