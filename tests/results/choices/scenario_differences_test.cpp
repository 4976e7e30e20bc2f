#include "results/choices/scenario_differences.hpp"

#include <gmock/gmock.h>

namespace doorstroom {
namespace {

using Json = nlohmann::ordered_json;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> largest(const Json& base, const Json& variant) {
  const std::vector<ScenarioDifference> differences = scenario_differences(base, variant);
  std::vector<std::string> paths;
  for (const ScenarioDifference* each : largest_differences(differences, base, variant))
    paths.push_back(each->path());
  return paths;
}

const Json base_json = Json::parse(R"({
  "desks": {"team": {"staff": "4 fte", "work": "30 hours"}},
  "arrangements": {"oza": {"places": 100, "stay": "8 months"},
                   "zoa": {"places": [{"from": "2026-08-01", "count": 20}, {"from": "2027-08-01", "count": 50}]}}
})");

/// The base with one intervention. @param of_it  its keys
Json with_intervention(const std::string& of_it) {
  Json variant = base_json;
  variant["interventions"] = {{"one", Json::parse(of_it)}};
  return variant;
}

TEST(LargestDifferences, are_the_number_that_falls_most_and_the_one_that_rises_most) {
  const Json variant = with_intervention(
      R"({"from": "2027-01-01", "single_desk": {"work": 0.85, "inflow": 1.05},
          "effects": {"a": {"change": "desks.team.work", "factor": 0.4},
                      "b": {"change": "arrangements.oza.stay", "factor": 0.5}}})");
  EXPECT_THAT(largest(base_json, variant), ElementsAre("interventions.one.effects.a.factor",
                                                       "interventions.one.single_desk.inflow"));
}

TEST(LargestDifferences, that_all_go_one_way_are_of_two_kinds) {
  const Json variant = with_intervention(
      R"({"effects": {"a": {"change": "desks.*.routes.*.delay", "factor": 0.75},
                      "b": {"change": "arrangements.*.routes.oza.delay", "factor": 0.75},
                      "c": {"change": "**.routes.*.bounce", "factor": 0.75}}})");
  EXPECT_THAT(largest(base_json, variant), ElementsAre("interventions.one.effects.a.factor",
                                                       "interventions.one.effects.c.factor"));
}

TEST(LargestDifferences, are_by_factors_of_what_was_there) {
  Json variant = base_json;
  variant["arrangements"]["oza"]["places"] = 110;
  variant["desks"]["team"]["staff"] = "5 fte";
  EXPECT_THAT(largest(base_json, variant),
              ElementsAre("desks.team.staff", "arrangements.oza.places"));
  const Json added = with_intervention(
      R"({"effects": {"a": {"change": "arrangements.oza.places", "add": 20},
                      "b": {"change": "arrangements.zoa.places", "add": 20}}})");
  EXPECT_THAT(largest(base_json, added),
              ElementsAre("interventions.one.effects.b.add", "interventions.one.effects.a.add"));
}

TEST(LargestDifferences, leave_out_what_cannot_be_compared) {
  Json variant =
      with_intervention(R"({"from": "2027-01-01", "cost": {"amount": "5 EUR per year"}})");
  variant["desks"]["team"]["staff"] = "4 fulltime";
  EXPECT_THAT(largest(base_json, variant), IsEmpty());
}

}  // namespace
}  // namespace doorstroom
