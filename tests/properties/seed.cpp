// Properties are checked on the same scenarios every time, unless RC_PARAMS says otherwise.

#include <gtest/gtest.h>

#include <cstdlib>

namespace doorstroom {
namespace {

#ifdef DOORSTROOM_SANITIZE
constexpr const char* usual = "seed=20260801 max_success=40";
#else
constexpr const char* usual = "seed=20260801 max_success=200";
#endif

/// RapidCheck reads RC_PARAMS when the first property is checked.
class UsualSeed : public testing::Environment {
  void SetUp() override { setenv("RC_PARAMS", usual, 0); }
};

const auto* const usual_seed = testing::AddGlobalTestEnvironment(new UsualSeed);

}  // namespace
}  // namespace doorstroom
