#include <gmock/gmock.h>

#include <filesystem>

#include "tests/scenarios/summary_figures.hpp"

namespace doorstroom::stored {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

const fs::path scenarios = fs::path(DOORSTROOM_SOURCE_DIR) / "scenarios";
const fs::path summaries = fs::path(DOORSTROOM_SOURCE_DIR) / "tests/scenarios/summaries";
constexpr const char* how_to_refresh =
    "if this is meant: DOORSTROOM_REFRESH=1 ctest --preset release -R scenarios, and review the "
    "difference like code";

/// Names of the files in a folder that end so, without the ending, in order.
std::vector<std::string> names_in(const fs::path& folder, const char* ending) {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ending) names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

bool refreshing() {
  const char* wish = std::getenv("DOORSTROOM_REFRESH");
  return wish != nullptr && std::string(wish) == "1";
}

class ShippedScenario : public testing::TestWithParam<std::string> {};

TEST_P(ShippedScenario, comes_to_its_stored_summary) {
  const std::string path = (summaries / (GetParam() + ".txt")).string();
  const Figures now = figures_of((scenarios / (GetParam() + ".yaml")).string());
  if (refreshing()) return write_figures(path, now);
  const Figures before = read_figures(path);
  ASSERT_FALSE(before.empty()) << "scenarios/" << GetParam() << ".yaml has no summary\n"
                               << how_to_refresh;
  const std::string told = difference(before, now);
  EXPECT_TRUE(told.empty()) << "scenarios/" << GetParam() << ".yaml came to\n"
                            << told << how_to_refresh;
}

INSTANTIATE_TEST_SUITE_P(All, ShippedScenario, testing::ValuesIn(names_in(scenarios, ".yaml")),
                         [](const auto& test) {
                           std::string name = test.param;
                           std::replace_if(
                               name.begin(), name.end(),
                               [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
                           return name;
                         });

// Looks when it runs: a scenario that came after the build of this program has no test above.
TEST(ShippedScenarios, have_a_summary_each_and_no_summary_is_left_over) {
  if (refreshing()) {
    for (const std::string& name : names_in(summaries, ".txt"))
      if (!fs::exists(scenarios / (name + ".yaml"))) fs::remove(summaries / (name + ".txt"));
    GTEST_SKIP() << "summaries are being written";
  }
  EXPECT_EQ(names_in(scenarios, ".yaml"), names_in(summaries, ".txt"))
      << "scenarios/*.yaml against tests/scenarios/summaries/*.txt; build anew, then\n"
      << how_to_refresh;
}

TEST(SummaryDifference, tells_what_changed_by_how_much_and_what_came_or_went) {
  const Figures before = {{"arrived", "200"}, {"oza.wait_mean", "8"}, {"zoa.wait_mean", "nan"}};
  EXPECT_EQ(difference(before, before), "");
  const std::string told =
      difference(before, {{"arrived", "200"}, {"oza.wait_mean", "9"}, {"home.entered", "3"}});
  EXPECT_THAT(told, testing::Not(HasSubstr("arrived")));
  EXPECT_THAT(told, testing::ContainsRegex("oza.wait_mean +8 +9 +\\+12.5%\n"));
  EXPECT_THAT(told, testing::ContainsRegex("zoa.wait_mean +nan +-"));
  EXPECT_THAT(told, testing::ContainsRegex("home.entered +- +3"));
}

}  // namespace
}  // namespace doorstroom::stored
