/// Attributes of youths: how they are drawn, and what asks for them.

#include "models/continuum/attributes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "tests/support/scenario_files.hpp"
#include "tests/support/worked.hpp"

namespace doorstroom {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using worked::out;
using worked::scenario;
using worked::Worked;

const std::string places = R"(
attributes:
  swv_po: {label: {nl: SWV PO, en: partnership}, values: {leiden: {}, bollenstreek: {}}}
  gemeente: {values: [leiden, katwijk]}
groups: [gemeente, swv_po]
)";

/// "leiden bollenstreek": what a youth has of each attribute but the subregion; "-" for none.
std::string told(const Worked& run, std::uint32_t youth) {
  std::string line;
  for (const AttributeId id : run.scenario().attributes.ids()) {
    if (id == subregion_attribute) continue;
    const ValueId value = run.records().youths[youth].values[id];
    line += (line.empty() ? "" : " ") +
            (value ? run.scenario().attributes[id].values[value] : std::string("-"));
  }
  return line;
}

TEST(AttributesTest, a_route_and_an_arrangement_ask_for_a_value) {
  const Worked run(scenario(places + R"(
sources:
  town: {arrivals: [2026-08-01], gemeente: {leiden: 100%}, to: team}
  coast: {arrivals: [2026-08-02], gemeente: {katwijk: 100%}, to: team}
  nowhere: {arrivals: [2026-08-03], to: team}
desks:
  team:
    staff: unlimited
    takes: 1 day
    routes: [{if: {gemeente: [leiden]}, to: {oza: rest}}, {to: {zoa: 100%, oza: rest}}]
arrangements:
  oza: {education: part, places: 9, stay: 10 days, routes: {out: 100%}}
  zoa: {education: part, places: 9, stay: 10 days, admits: {gemeente: [katwijk]}, routes: {out: 100%}}
)" + out));
  EXPECT_EQ(run.told(0).at(1), "oza 1 1 11 completed out");
  EXPECT_EQ(run.told(1).at(1), "zoa 2 2 12 completed out");
  EXPECT_EQ(run.told(2).at(1), "oza 3 3 13 completed out");  // who has no value meets no condition
}

TEST(AttributesTest, a_table_of_arrivals_gives_what_it_knows_and_the_source_the_rest) {
  const ScenarioFiles files;
  files.write(
      "day,gemeente,swv_po\n2026-08-01,leiden,\n2026-08-02,katwijk,leiden\n2026-08-03,katwijk,\n"
      "2026-08-04,,bollenstreek\n",
      "youths.csv");
  const LoadedScenario loaded = files.load(scenario(places + R"(
sources:
  school:
    arrivals: {file: youths.csv}
    gemeente: {katwijk: 100%}
    swv_po: {by: gemeente, leiden: {leiden: 100%}, katwijk: {bollenstreek: 100%}}
    to: oza
arrangements:
  oza: {education: part, places: 9, stay: 10 days, routes: {out: 100%}}
)" + out));
  const Records records = simulate(loaded.scenario, 0, true);
  const auto& attributes = loaded.scenario.attributes;
  std::vector<std::string> lines;
  for (const YouthRow& youth : records.youths)
    lines.push_back(attributes[AttributeId{2}].values[youth.values[AttributeId{2}]] + " " +
                    attributes[AttributeId{1}].values[youth.values[AttributeId{1}]]);
  EXPECT_THAT(lines, ElementsAre("leiden leiden", "katwijk leiden", "katwijk bollenstreek",
                                 "katwijk bollenstreek"));
  // In declared order after the subregions (none), levels and ages.
  const std::vector<std::string> names = group_names(loaded.scenario);
  std::map<std::string, std::uint64_t> arrived;
  for (std::size_t i = 0; i < names.size(); ++i) arrived[names[i]] = records.groups[i].arrived;
  EXPECT_EQ(names[7], "gemeente.leiden");
  EXPECT_EQ(arrived["gemeente.leiden"], 1u);
  EXPECT_EQ(arrived["gemeente.katwijk"], 3u);
  EXPECT_EQ(arrived["swv_po.leiden"], 2u);
  EXPECT_EQ(arrived["swv_po.bollenstreek"], 2u);
}

/// Many youths of one source.
Scenario many(const std::string& mixes) {
  return worked::load(scenario(places + R"(
sources:
  school:
    per_year: 20000
)" + mixes + R"(
    to: out
)" + out));
}

/// Pearson's statistic of counts against shares.
double chi_square(const std::vector<double>& counts, const std::vector<double>& shares) {
  double all = 0;
  for (const double count : counts) all += count;
  double sum = 0;
  for (std::size_t i = 0; i < counts.size(); ++i)
    sum += (counts[i] - all * shares[i]) * (counts[i] - all * shares[i]) / (all * shares[i]);
  return sum;
}

TEST(AttributesTest, values_are_spread_by_their_shares_and_by_the_other_attribute) {
  const Scenario world = many(
      "    gemeente: {leiden: 60%, katwijk: 40%}\n"
      "    swv_po: {by: gemeente, leiden: {leiden: 75%, bollenstreek: 25%}, katwijk: "
      "{bollenstreek: "
      "90%, leiden: 10%}}");
  const Records records = simulate(world, 0, true);
  std::vector<double> counts(4);
  for (const YouthRow& youth : records.youths)
    ++counts[2 * youth.values[AttributeId{2}].index() + youth.values[AttributeId{1}].index()];
  // Three degrees of freedom: 16.3 is passed once in a thousand times.
  EXPECT_LT(chi_square(counts, {0.6 * 0.75, 0.6 * 0.25, 0.4 * 0.1, 0.4 * 0.9}), 16.3);
  // Independent of the severity and the age that the same youth draws elsewhere: not the same
  // numbers.
  EXPECT_GT(records.youths.size(), 19'000u);
}

TEST(AttributesTest, who_an_attribute_depends_on_may_be_declared_after_it) {
  const Scenario world = many(
      "    gemeente: {leiden: 60%, katwijk: 40%}\n"
      "    swv_po: {by: gemeente, leiden: {leiden: 100%}, katwijk: "
      "{bollenstreek: 100%}}");
  EXPECT_THAT(world.draw_order, ElementsAre(subregion_attribute, AttributeId{2}, AttributeId{1}));
  for (const YouthRow& youth : simulate(world, 0, true).youths)
    EXPECT_EQ(youth.values[AttributeId{2}], youth.values[AttributeId{1}]);
}

TEST(AttributesTest, another_mix_of_one_attribute_moves_no_draw_of_another) {
  const Scenario one = many(
      "    gemeente: {leiden: 60%, katwijk: 40%}\n    swv_po: {leiden: 30%, "
      "bollenstreek: 70%}\n    severity: {light: 50%, complex: 50%}");
  const Scenario other = many(
      "    gemeente: {leiden: 20%, katwijk: 80%}\n    swv_po: {leiden: 30%, "
      "bollenstreek: 70%}\n    severity: {light: 50%, complex: 50%}");
  const Records a = simulate(one, 0, true);
  const Records b = simulate(other, 0, true);
  ASSERT_EQ(a.youths.size(), b.youths.size());
  for (std::size_t i = 0; i < a.youths.size(); ++i) {
    EXPECT_EQ(a.youths[i].values[AttributeId{1}], b.youths[i].values[AttributeId{1}]);
    EXPECT_EQ(a.youths[i].severity, b.youths[i].severity);
    // Shares of the first value that fall move only those who lay between.
    const bool was_leiden = a.youths[i].values[AttributeId{2}] == ValueId{0};
    if (b.youths[i].values[AttributeId{2}] == ValueId{0}) {
      EXPECT_TRUE(was_leiden);
    }
  }
}

/// Of leiden 2 sites with one place in all, of katwijk one with a place.
std::string sites(const std::string& elsewhere) {
  return places +
         fmt::format(R"(
sources:
  town: {{arrivals: [2026-08-01, 2026-08-02, 2026-08-03, 2026-08-04], gemeente: {{leiden: 100%}}, to: oza}}
  coast: {{arrivals: [2026-08-01], gemeente: {{katwijk: 100%}}, to: oza}}
arrangements:
  oza:
    education: part
    places: 3
    units: {{by: gemeente, of: {{leiden: 2, katwijk: 1}}{}}}
    stay: 100 days
    routes: {{out: 100%}}
)",
                     elsewhere) +
         out;
}

TEST(AttributesTest, units_are_by_any_attribute) {
  const Worked run(scenario(sites("")));
  for (const Visit& visit : run.records().visits) {
    const bool coast = run.records().youths[visit.youth].source == run.node("coast");
    EXPECT_EQ(visit.unit == 2, coast);
  }
}

TEST(AttributesTest, who_looks_elsewhere_looks_among_the_units_of_the_own_value) {
  // Two places for leiden, one for katwijk, of which the last stays empty without its one youth.
  const std::string others = ", elsewhere: {share: 100%, after: 0 days}";
  const Worked run(scenario(changed(sites(others),
                                    "  coast: {arrivals: [2026-08-01], gemeente: "
                                    "{katwijk: 100%}, to: oza}\n",
                                    "")));
  int waited = 0;
  for (const Visit& visit : run.records().visits) {
    EXPECT_NE(visit.unit, 2);
    waited += visit.entered > visit.asked ? 1 : 0;
  }
  EXPECT_EQ(waited, 2);  // the first two find both places of leiden at once, wherever they belong
}

TEST(AttributesTest, groups_of_an_attribute_add_up_to_the_whole) {
  const Worked run(scenario(places + R"(
sources:
  school:
    per_year: 300
    absent: 20%
    gemeente: {leiden: 60%, katwijk: 40%}
    swv_po: {by: gemeente, leiden: {leiden: 100%}, katwijk: {bollenstreek: 90%, leiden: 10%}}
    to: oza
arrangements:
  oza: {education: part, places: 20, stay: {exponential: {mean: 60 days}}, routes: {out: 50%, gone: rest},
        waiting: {at_home: 50%}}
)" + out));
  const auto figures = [](const YearRecord& of) {
    return std::vector<double>{static_cast<double>(of.arrived),
                               static_cast<double>(of.dropouts),
                               of.absent_4w_days,
                               of.education_days_lost,
                               static_cast<double>(of.exits),
                               static_cast<double>(of.exits_with_education),
                               static_cast<double>(of.placement_days.size())};
  };
  const std::vector<std::string> names = group_names(run.scenario());
  for (const char* const attribute : {"gemeente.", "swv_po."}) {
    std::vector<double> sum(7), whole(7);
    for (std::size_t group = 0; group < names.size(); ++group)
      for (std::size_t i = 0; i < 7; ++i)
        if (names[group].starts_with(attribute)) sum[i] += figures(run.records().groups[group])[i];
    for (const YearRecord& year : run.records().years)
      for (std::size_t i = 0; i < 7; ++i) whole[i] += figures(year)[i];
    for (std::size_t i = 0; i < 7; ++i) EXPECT_NEAR(sum[i], whole[i], 1e-6 * whole[i] + 1e-9) << i;
    EXPECT_GT(whole[1], 0);
  }
}

TEST(AttributesTest, those_of_today_are_like_their_own_list_or_else_like_a_source) {
  const Worked run(scenario(places + R"(
sources:
  school:
    per_year: 0
    gemeente: {katwijk: 100%}
    swv_po: {by: gemeente, leiden: {leiden: 100%}, katwijk: {bollenstreek: 100%}}
    to: oza
arrangements:
  oza: {education: part, places: 9, stay: 10 days, routes: {out: 100%}}
  zoa: {education: part, places: 9, stay: 10 days, routes: {out: 100%}}
today:
  oza: {occupied: 1}
  zoa: {occupied: 1, gemeente: {leiden: 100%}}
)" + out));
  EXPECT_EQ(told(run, 0), "bollenstreek katwijk");
  EXPECT_EQ(told(run, 1), "leiden leiden");
}

TEST(AttributesTest, who_has_no_value_of_one_has_none_of_what_depends_on_it) {
  const Worked run(scenario(places + R"(
sources:
  school: {arrivals: [2026-08-01], to: oza}
arrangements:
  oza: {education: part, places: 9, stay: 10 days, routes: {out: 100%}}
)" + out));
  EXPECT_EQ(told(run, 0), "- -");
}

}  // namespace
}  // namespace doorstroom
