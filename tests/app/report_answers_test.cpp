// A report of a result with every answer that can be saved.

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <set>

#include "tests/app/program.hpp"

namespace doorstroom::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsSupersetOf;

/// Ids of all tables and charts of a section.
std::set<std::string> ids_in(const nlohmann::json& section) {
  std::set<std::string> ids;
  for (const auto& block : section["blocks"]) {
    if (block.contains("table")) ids.insert(block["table"]["id"]);
    if (block.contains("chart")) ids.insert(block["chart"]["id"]);
  }
  return ids;
}

TEST(ReportOfAnswers, shows_each_of_them) {
  const Scratch scratch;
  scratch.write("base.yaml", "doorstroom: 1\nextends: " + minimal + R"(
period: {years: 1, warm_up: 1 year}
replications: 4
evidence:
  arrangements.oza.places: {basis: assumed, range: [20, 24, 30]}
  desks.youth_team.staff: {basis: assumed, range: [3.2 fte, 3.6 fte]}
targets:
  oza.entered_per_year: {range: [5, 60], use: tune, basis: assumed}
)");
  scratch.write("plan.yaml", R"(doorstroom: 1
extends: base.yaml
name: more places
interventions:
  helper:
    from: 2026-09-01
    effects:
      more_places: {change: arrangements.oza.places, add: 3}
      less_work: {change: desks.youth_team.work, factor: 0.8}
)");
  const auto run = [&](const Words& words) {
    const Ended ended = doorstroom({.words = words, .folder = scratch.path()});
    EXPECT_EQ(ended.code, 0) << ended.err;
    return ended.out;
  };
  run({"run", "base.yaml", "-o", "base.h5"});
  run({"run", "plan.yaml", "-o", "plan.h5"});
  run({"compare", "base.h5", "plan.h5", "--save", "1.h5"});
  run({"seek", "base.yaml", "--vary", "arrangements.oza.places=16..48:8", "--so-that",
       "oza.entered_within_10w >= 60%", "--save", "2.h5"});
  run({"bottlenecks", "base.yaml", "--kpi", "absent_4w_mean", "--replications", "10", "--save",
       "3.h5"});
  run({"choose", "base.yaml", "plan.yaml", "--over", "evidence", "--kpi", "absent_4w_mean",
       "--states", "20", "--inner", "2", "--save", "4.h5"});
  run({"explain", "base.yaml", "plan.yaml", "--kpi", "absent_4w_mean", "--replications", "4",
       "--save", "5.h5"});
  run({"sensitivity", "base.yaml", "--kpi", "absent_4w_mean", "--replications", "2", "--rows", "4",
       "--trajectories", "4", "--save", "6.h5"});
  run({"calibrate", "base.yaml", "-o", "kept", "--points", "10", "--replications", "2", "--sets",
       "4", "--save", "7.h5"});
  const auto report =
      nlohmann::json::parse(run({"report", "base.h5", "plan.h5", "1.h5", "2.h5", "3.h5", "4.h5",
                                 "5.h5", "6.h5", "7.h5", "--json"}));
  const auto section = std::ranges::find_if(
      report["sections"], [](const auto& each) { return each["id"] == "how-sure"; });
  ASSERT_NE(section, report["sections"].end());
  EXPECT_THAT(ids_in(*section),
              IsSupersetOf({"answer-1-verdicts", "answer-2-capacity", "answer-2-tried",
                            "answer-3-bottlenecks", "answer-4-plans-1", "answer-5-parts-1",
                            "answer-6-changes", "answer-7-waves", "targets", "ranges"}));
}

}  // namespace
}  // namespace doorstroom::testing
