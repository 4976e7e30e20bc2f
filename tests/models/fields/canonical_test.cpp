/// Canonical JSON says all, and says the same when it is read again.

#include "models/fields/canonical.hpp"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/support/scenario_files.hpp"

namespace doorstroom {
namespace {

using nlohmann::ordered_json;

class Canonical : public testing::Test {
 protected:
  std::string of(const std::string& text, const std::vector<std::string>& sets = {}) const {
    return files_.load(text, sets).scenario.resolved;
  }
  ScenarioFiles files_;
};

TEST_F(Canonical, read_again_it_is_the_same) {
  const std::string once = of(minimal());
  EXPECT_EQ(of(once), once);
}

TEST_F(Canonical, every_shipped_scenario_read_again_is_the_same) {
  for (const auto& entry :
       std::filesystem::directory_iterator(DOORSTROOM_SOURCE_DIR "/scenarios")) {
    if (entry.path().extension() != ".yaml") continue;
    const std::string once = load_scenario(entry.path().string()).scenario.resolved;
    EXPECT_EQ(of(once), once) << entry.path();
  }
}

TEST_F(Canonical, numbers_are_numbers_and_quantities_are_text) {
  const ordered_json json = ordered_json::parse(of(minimal()));
  EXPECT_EQ(json["sources"]["school"]["per_year"].dump(), "120");
  EXPECT_EQ(json["sources"]["school"]["severity"]["light"].dump(), "0.55");
  EXPECT_EQ(json["desks"]["youth_team"]["routes"]["zoa"]["bounce"].dump(), "0.2");
  EXPECT_EQ(json["desks"]["youth_team"]["routes"]["back_at_school"]["share"], "rest");
  EXPECT_EQ(json["desks"]["youth_team"]["staff"], "3.4 fte");
  EXPECT_EQ(json["desks"]["youth_team"]["takes"], "2 weeks");
  EXPECT_EQ(json["arrangements"]["home"]["places"], "unlimited");
  EXPECT_EQ(json["period"]["start"], "2026-08-01");
}

TEST_F(Canonical, defaults_are_filled_in_and_sets_applied) {
  const ordered_json json =
      ordered_json::parse(of(minimal(), {"arrangements.oza.places=230", "desks.*.takes=1 weeks"}));
  EXPECT_FALSE(json.contains("set"));
  EXPECT_EQ(json["arrangements"]["oza"]["places"], 230);
  EXPECT_EQ(json["desks"]["youth_team"]["takes"], "1 week");
  EXPECT_EQ(json["severities"].dump(), R"(["light","middle","complex"])");
  EXPECT_EQ(json["desks"]["youth_team"]["order"], "first_come");
  EXPECT_EQ(json["sources"]["school"]["routes"]["youth_team"]["share"], 1);
  EXPECT_EQ(json["arrangements"]["zoa"]["waiting"]["at_home"], 0);
}

TEST_F(Canonical, keys_stand_as_they_were_read) {
  std::vector<std::string> keys;
  const ordered_json json = ordered_json::parse(of(minimal()));
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  ASSERT_GE(keys.size(), 5U);
  EXPECT_EQ(keys[0], "doorstroom");
  EXPECT_EQ(keys[5], "sources");
}

TEST_F(Canonical, text_that_looks_like_a_number_stays_text) {
  const std::string once =
      of(changed(minimal(), "name: One desk, two arrangements", "name: \"12\""));
  EXPECT_EQ(ordered_json::parse(once)["name"], "12");
  EXPECT_EQ(of(once), once);
}

TEST_F(Canonical, truth_is_truth_and_the_share_of_a_divert_a_number) {
  const std::string text =
      of(changed(minimal(), "places: 24\n", "places: 24\n    holds_place: true\n") +
         "interventions:\n  desk:\n    from: 2027-01-01\n    effects: {fewer: "
         "{divert: 10%, from: desks.youth_team.routes.oza, to: zoa}}\n");
  const ordered_json json = ordered_json::parse(text);
  EXPECT_EQ(json["arrangements"]["oza"]["holds_place"].dump(), "true");
  EXPECT_EQ(json["interventions"]["desk"]["effects"]["fewer"]["divert"].dump(), "0.1");
  EXPECT_EQ(of(text), text);
}

TEST_F(Canonical, the_same_quantity_in_another_spelling_is_the_same) {
  EXPECT_EQ(of(changed(minimal(), "12%}\n    to", "0.12}\n    to")), of(minimal()));
  EXPECT_EQ(of(changed(minimal(), "takes: 2 weeks", "takes: 2.0   weeks")), of(minimal()));
}

}  // namespace
}  // namespace doorstroom
