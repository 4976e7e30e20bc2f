// The list of key figures.

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/app/program.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::json;

std::string said(Words words) {
  words.insert(words.begin(), "kpis");
  const Ended ended = doorstroom(std::move(words));
  EXPECT_EQ(ended.code, 0) << ended.err;
  return ended.out;
}

TEST(Kpis, tell_what_they_mean_and_in_which_unit) {
  EXPECT_THAT(said({}),
              AllOf(HasSubstr("  dropouts_per_year\n    Dropouts a year (youths a year)\n"),
                    HasSubstr("  NODE.wait_p90\n"), Not(HasSubstr("oza."))));
  EXPECT_THAT(said({"--lang", "nl"}), HasSubstr("Nieuwe thuiszitters (> 4 weken), per jaar"));
}

TEST(Kpis, of_a_scenario_are_those_of_its_desks_and_arrangements_too) {
  EXPECT_THAT(said({minimal}),
              AllOf(HasSubstr("  oza.wait_p90: Waited, 90% within\n"),
                    HasSubstr("  youth_team.utilisation: "), Not(HasSubstr("back_at_school.")),
                    Not(HasSubstr("school.wait"))));
  EXPECT_THAT(said({holland_rijnland}),
              HasSubstr("Duty of care\n  clock.zorgplicht.started: Terms started\n"));
  const Scratch scratch;
  const std::string result = (scratch / "out.h5").string();
  doorstroom({"run", minimal, "-o", result, "--replications", "1"});
  EXPECT_EQ(said({result}), said({minimal}));
}

TEST(Kpis, are_listed_for_other_programs_in_both_languages) {
  const Json all = Json::parse(said({minimal, "--json"}))["kpis"];
  const auto wait = std::ranges::find_if(
      all, [](const Json& kpi) { return kpi["kpi"] == "oza.entered_within_10w"; });
  ASSERT_NE(wait, all.end());
  EXPECT_EQ((*wait)["units"], "1");
  EXPECT_EQ((*wait)["better"], "higher");
  EXPECT_EQ((*wait)["label"]["nl"], "Geplaatst binnen 10 weken");
  EXPECT_EQ((*wait)["label"]["en"], "Entered within 10 weeks");
}

}  // namespace
}  // namespace doorstroom::testing
