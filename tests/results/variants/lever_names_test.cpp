#include "results/variants/lever_names.hpp"

#include <gmock/gmock.h>

#include <map>

#include "models/loading/scenario_loader.hpp"

namespace doorstroom {
namespace {

/// The names of all levers of an overlay over the small scenario, by path.
std::map<std::string, std::string> names_of(const std::string& overlay) {
  const ScenarioTree tree(ScenarioText{.path = DOORSTROOM_SOURCE_DIR "/scenarios/planted.yaml",
                                       .text = "doorstroom: 1\nextends: minimal.yaml\n" + overlay});
  const Scenario scenario = tree.load().scenario;
  const LeverNames names(scenario);
  std::map<std::string, std::string> found;
  for (const Lever& lever : levers_of(tree, scenario))
    found[lever.path] = names.of(lever, Language::en);
  return found;
}

const std::string nodes =
    "arrangements:\n  oza: {label: {en: OZA, nl: OZA}}\n  zoa: {label: {en: ZOA, nl: ZOA}}\n"
    "desks:\n  youth_team: {label: {en: Youth team, nl: JT}}\n";

TEST(LeverNames, an_effect_is_called_by_what_it_changes) {
  const auto names = names_of(nodes + R"(
interventions:
  helper:
    label: {en: A helper, nl: Hulp}
    from: 2027-08-01
    effects:
      quick: {change: desks.youth_team.work, factor: 0.8}
      sooner: {change: desks.youth_team.routes.oza.delay, add: 1 week}
      short:
        label: {en: Shorter help, nl: Korter}
        change: arrangements.oza.stay
        factor: 0.9
        until: 2028-08-01
      everywhere: {change: "arrangements.*.stay", factor: 0.9}
      wider: {change: "**.routes.*.delay", factor: 0.9}
)");
  const auto of = [&](const std::string& key) {
    return names.at("interventions.helper.effects." + key);
  };
  EXPECT_EQ(of("quick.factor"), "A helper: factor on work on a case, Youth team");
  EXPECT_EQ(of("sooner.add"), "A helper: added to time of handover (to OZA), Youth team");
  EXPECT_EQ(of("short.factor"), "A helper, Shorter help: factor on length of stay");
  EXPECT_EQ(of("short.until"), "A helper, Shorter help: the date on which it ends");
  EXPECT_EQ(of("everywhere.factor"), "A helper: factor on length of stay, every arrangement");
  EXPECT_EQ(of("wider.factor"), "A helper: factor on time of handover");
}

TEST(LeverNames, what_an_effect_leaves_out_of_its_timing_is_a_lever_where_it_says_some) {
  const auto names = names_of(nodes + R"(
interventions:
  helper:
    from: 2027-08-01
    until: 2029-08-01
    effects:
      quick: {change: desks.youth_team.work, factor: 0.8}
      sooner: {change: desks.youth_team.work, factor: 0.8, ramp: 4 months}
      other: {divert: 10%, from: desks.youth_team.routes.oza, to: zoa, until: 2028-08-01}
)");
  const std::string effects = "interventions.helper.effects.";
  for (const char* key : {"from", "until", "ramp", "afterwards.keeps", "afterwards.fades_over"}) {
    EXPECT_TRUE(names.contains(effects + "sooner." + key)) << key;
    EXPECT_FALSE(names.contains(effects + "quick." + key)) << key;
    EXPECT_EQ(names.contains(effects + "other." + key), std::string(key) != "from") << key;
  }
}

TEST(LeverNames, a_divert_says_from_where_to_where) {
  const auto names = names_of(nodes + R"(
interventions:
  helper:
    from: 2027-08-01
    effects: {other: {divert: 10%, from: desks.youth_team.routes.oza, to: zoa}}
)");
  EXPECT_EQ(names.at("interventions.helper.effects.other.divert"),
            "helper: share from Youth team that goes to ZOA instead of OZA");
  EXPECT_FALSE(names.contains("interventions.helper.effects.other.from")) << "it is a route";
}

TEST(LeverNames, a_parameter_is_named_in_few_words_and_whose_it_is_first) {
  const auto names = names_of(nodes);
  EXPECT_EQ(names.at("arrangements.oza.places"), "OZA: places");
  EXPECT_EQ(names.at("desks.youth_team.staff"), "Youth team: staff");
  EXPECT_EQ(names.at("desks.youth_team.routes.oza.share"),
            "Youth team: share that goes this way (to OZA)");
  EXPECT_EQ(names.at("arrangements.oza.cost.paid_by.gemeente"), "OZA: share paid by gemeente");
}

}  // namespace
}  // namespace doorstroom
