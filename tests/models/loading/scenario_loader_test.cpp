/// The small complete scenario, field by field, and what else a file may say.

#include "models/loading/scenario_loader.hpp"

#include <gmock/gmock.h>

#include <map>

#include "tests/support/scenario_files.hpp"

namespace doorstroom {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class ScenarioLoader : public testing::Test {
 protected:
  const Scenario& load(const std::string& text, const std::vector<std::string>& sets = {}) {
    loaded_ = files_.load(text, sets);
    return loaded_.scenario;
  }
  const Scenario& with(std::string_view from, std::string_view to) {
    return load(changed(minimal(), from, to));
  }
  const Node& node(const std::string& id) const {
    for (const Node& node : loaded_.scenario.nodes)
      if (node.id == id) return node;
    throw std::runtime_error("no node " + id);
  }
  const Route& route(const std::string& from, const std::string& to, std::size_t branch = 0) const {
    for (const Route& route : node(from).routes.at(branch).routes)
      if (loaded_.scenario.nodes[route.to].id == to) return route;
    throw std::runtime_error("no route to " + to);
  }
  const Desk& desk(const std::string& id) const { return loaded_.scenario.desks[node(id).index]; }
  const Arrangement& arrangement(const std::string& id) const {
    return loaded_.scenario.arrangements[node(id).index];
  }
  const Source& source() const { return loaded_.scenario.sources.front(); }

  ScenarioFiles files_;
  LoadedScenario loaded_;
};

TEST_F(ScenarioLoader, the_small_complete_scenario_has_its_frame) {
  const Scenario& scenario = load(minimal());
  EXPECT_EQ(scenario.name, "One desk, two arrangements");
  EXPECT_EQ(to_text(scenario.period.start()), "2026-08-01");
  EXPECT_EQ(scenario.period.years(), 5);
  EXPECT_EQ(to_text(scenario.period.date_at(scenario.period.first_day())), "2021-08-01");
  EXPECT_EQ(scenario.replications, 50U);
  EXPECT_EQ(scenario.seed, 2026U);
  EXPECT_THAT(scenario.severities, ElementsAre("light", "middle", "complex"));
  EXPECT_THAT(scenario.attributes[subregion_attribute].values, IsEmpty());
  EXPECT_THAT(scenario.funders, ElementsAre("swv", "gemeente"));
  EXPECT_THAT(scenario.documents, testing::SizeIs(1));
  EXPECT_THAT(loaded_.warnings, IsEmpty());
}

TEST_F(ScenarioLoader, nodes_stand_as_sources_desks_arrangements_exits_each_as_declared) {
  std::vector<std::string> ids;
  for (const Node& node : load(minimal()).nodes) ids.push_back(node.id);
  EXPECT_THAT(ids, ElementsAre("school", "youth_team", "oza", "zoa", "home", "back_at_school"));
  EXPECT_EQ(node("zoa").kind, NodeKind::arrangement);
  EXPECT_EQ(node("zoa").index, 1);
  EXPECT_EQ(node("zoa").location.line, 40);
}

TEST_F(ScenarioLoader, the_source_of_the_small_scenario) {
  load(minimal());
  EXPECT_EQ(node("school").label.nl, "Signaal op school");
  EXPECT_EQ(node("school").label.en, "Signal at school");
  EXPECT_EQ(source().per_year.value, 120);
  EXPECT_EQ(source().growth, 0.02);
  const double mean = (0.35 + 0.85 + 1.15 + 0.55 + 8) / 12;
  EXPECT_DOUBLE_EQ(source().months[7], 0.35 / mean);
  EXPECT_DOUBLE_EQ(source().months[0], 1 / mean);
  EXPECT_DOUBLE_EQ(source().age.smallest(), 4 * 365.25);
  EXPECT_DOUBLE_EQ(source().age.largest(), 16 * 365.25);
  EXPECT_THAT(source().severity, ElementsAre(DoubleNear(0.55, 1e-15), DoubleNear(0.33, 1e-15),
                                             DoubleNear(0.12, 1e-15)));
  EXPECT_TRUE(source().mixes[subregion_attribute].empty());
  EXPECT_EQ(source().absent.value, 0);
  EXPECT_EQ(route("school", "youth_team").share.value, 1);
}

TEST_F(ScenarioLoader, the_desk_of_the_small_scenario) {
  load(minimal());
  EXPECT_FALSE(desk("youth_team").unlimited);
  EXPECT_EQ(desk("youth_team").staff.value, 3.4);
  EXPECT_EQ(desk("youth_team").staff.growth, 0.02);
  EXPECT_EQ(desk("youth_team").hours.value, 1300);
  EXPECT_NEAR(desk("youth_team").work.distribution.mean(), 30, 1e-9);
  EXPECT_EQ(desk("youth_team").takes.distribution.mean(), 14);
  EXPECT_EQ(route("youth_team", "oza").share.value, 0.15);
  EXPECT_EQ(route("youth_team", "oza").delay.distribution.mean(), 14);
  EXPECT_EQ(route("youth_team", "oza").bounce.value, 0);
  EXPECT_EQ(route("youth_team", "zoa").bounce.value, 0.2);
  EXPECT_EQ(route("youth_team", "zoa").rework.value, 0.5);
  EXPECT_TRUE(route("youth_team", "back_at_school").rest);
}

TEST_F(ScenarioLoader, the_arrangements_of_the_small_scenario) {
  load(minimal());
  const Node& oza = node("oza");
  EXPECT_EQ(oza.leads, Leads::education);
  EXPECT_EQ(oza.education, Education::share);
  EXPECT_EQ(oza.education_share, 0.5);
  EXPECT_EQ(arrangement("oza").places.value, 24);
  EXPECT_NEAR(arrangement("oza").stay.of_all.distribution.quantile(0.5), 11 * 365.25 / 12, 1e-6);
  EXPECT_EQ(oza.waiting.at_home.value, 0.4);
  ASSERT_TRUE(oza.waiting.stays_home_after);
  EXPECT_NEAR(oza.waiting.stays_home_after->distribution.quantile(0.5), 9 * 365.25 / 12, 1e-6);
  EXPECT_FALSE(oza.waiting.leaves_after);
  EXPECT_EQ(oza.cost.per_place_year, 22000);
  ASSERT_EQ(oza.cost.paid_by.size(), 2U);
  EXPECT_EQ(oza.cost.paid_by[1].funder, FunderId{1});
  EXPECT_EQ(oza.cost.paid_by[1].share, 0.4);

  const auto& dated = arrangement("zoa").places.dated;
  ASSERT_EQ(dated.size(), 2U);
  EXPECT_EQ(dated[1].value, 30);
  EXPECT_EQ(dated[1].from, Instant::at_day(365));

  EXPECT_TRUE(arrangement("home").unlimited);
  EXPECT_EQ(node("home").education, Education::none);
  EXPECT_EQ(node("home").label.nl, "home");
  EXPECT_EQ(node("back_at_school").education, Education::share);
  EXPECT_EQ(node("back_at_school").education_share, 1);
  EXPECT_EQ(node("back_at_school").label.en, "back at school");
}

TEST_F(ScenarioLoader, every_written_label_stands_in_for_the_other_language) {
  with("label: {nl: Signaal op school, en: Signal at school}", "label: {nl: Signaal}");
  EXPECT_EQ(node("school").label.en, "Signaal");
  with("label: {nl: Signaal op school, en: Signal at school}", "label: Sein");
  EXPECT_EQ(node("school").label.nl, "Sein");
}

TEST_F(ScenarioLoader, defaults_fill_routes_and_waiting_but_never_routes_to_exits) {
  with("replications: 50",
       "defaults:\n  delay: 1 week\n  bounce: 10%\n  rework: 25%\n"
       "  waiting: {at_home: 8%, leaves_after: 1 year, leaves_to: home}");
  EXPECT_EQ(route("school", "youth_team").delay.distribution.mean(), 7);
  EXPECT_EQ(route("youth_team", "oza").delay.distribution.mean(), 14);
  EXPECT_EQ(route("youth_team", "oza").bounce.value, 0.1);
  EXPECT_EQ(route("youth_team", "zoa").bounce.value, 0.2);
  EXPECT_EQ(route("youth_team", "oza").rework.value, 0.25);
  EXPECT_EQ(route("youth_team", "back_at_school").delay.distribution.mean(), 0);
  EXPECT_EQ(route("youth_team", "back_at_school").bounce.value, 0);
  EXPECT_EQ(route("home", "zoa").delay.distribution.mean(), 7);
  EXPECT_EQ(route("home", "zoa").bounce.value, 0);
  EXPECT_EQ(node("oza").waiting.at_home.value, 0.4);
  EXPECT_EQ(node("youth_team").waiting.at_home.value, 0.08);
  EXPECT_EQ(node("oza").waiting.leaves_to, NodeId{4});
  EXPECT_FALSE(node("home").waiting.leaves_after) << "nobody gives up a list for itself";
}

TEST_F(ScenarioLoader, what_is_not_said_has_its_default) {
  const Scenario& scenario = load(
      "doorstroom: 1\nperiod: {start: 2026-08-01, years: 1}\n"
      "sources: {a: {per_year: 900 per year, to: b}}\n"
      "exits: {b: {}}\n");
  EXPECT_EQ(scenario.name, "a");
  EXPECT_EQ(scenario.replications, 1U);
  EXPECT_EQ(scenario.seed, 1U);
  EXPECT_EQ(scenario.period.first_day(), 0);
  EXPECT_EQ(source().per_year.value, 900);
  EXPECT_DOUBLE_EQ(source().age.mean(), 10 * 365.25);
  EXPECT_THAT(source().severity, ElementsAre(1, 0, 0));
  EXPECT_EQ(node("b").education, Education::unchanged);
}

TEST_F(ScenarioLoader, routes_may_be_branches_with_conditions) {
  with("    routes: {back_at_school: 70%, zoa: 30%}",
       "    routes:\n"
       "      - {if: {age: {from: 12 years}, severity: [complex]}, to: {zoa: 100%}}\n"
       "      - to: {back_at_school: {share: 60%, if: {age: {to: 12}}}, zoa: rest}");
  ASSERT_EQ(node("home").routes.size(), 2U);
  const auto& only_if = node("home").routes[0].only_if;
  ASSERT_TRUE(only_if);
  EXPECT_EQ(only_if->age_from, 12);
  EXPECT_THAT(only_if->severities, ElementsAre(SeverityId{2}));
  EXPECT_EQ(route("home", "back_at_school", 1).only_if->age_to, 12);
  EXPECT_TRUE(route("home", "zoa", 1).rest);
}

TEST_F(ScenarioLoader, subregions_draw_and_admit) {
  const Scenario& scenario = load(changed(
      changed(changed(minimal(), "replications: 50", "subregions: [north, south]"),
              "    to: youth_team", "    subregion: {south: 30%, north: rest}\n    to: youth_team"),
      "leads: education", "admits: {subregion: [south], age: {from: 4, to: 18 years}}"));
  EXPECT_THAT(scenario.sources[0].mixes[subregion_attribute].weights,
              ElementsAre(DoubleNear(0.7, 1e-15), DoubleNear(0.3, 1e-15)));
  ASSERT_TRUE(arrangement("oza").admits);
  EXPECT_THAT(arrangement("oza").admits->attributes.at(0).values, ElementsAre(ValueId{1}));
  EXPECT_EQ(arrangement("oza").admits->age_to, 18);
}

TEST_F(ScenarioLoader, a_source_may_list_its_days) {
  with("    per_year: 120\n", "    arrivals: [2026-09-04, 2026-09-01]\n");
  ASSERT_EQ(source().arrivals.size(), 2U);
  EXPECT_EQ(to_text(source().arrivals[0].day), "2026-09-01");
}

TEST_F(ScenarioLoader, a_desk_with_unlimited_staff_is_a_delay) {
  with(
      "    staff: 3.4 fte\n    growth: 2% per year\n    hours: 1300 hours per year\n"
      "    work: {gamma: {mean: 30 hours, cv: 0.6}}\n",
      "    staff: unlimited\n");
  EXPECT_TRUE(desk("youth_team").unlimited);
  EXPECT_EQ(desk("youth_team").takes.distribution.mean(), 14);
}

TEST_F(ScenarioLoader, staff_may_be_dated) {
  with("staff: 3.4 fte",
       "staff: [{from: 2026-08-01, count: 3}, {from: 2027-02-01, count: 4.5 fte}]");
  ASSERT_EQ(desk("youth_team").staff.dated.size(), 2U);
  EXPECT_EQ(desk("youth_team").staff.dated[1].value, 4.5);
}

TEST_F(ScenarioLoader, absence_has_hazards_a_day) {
  const Scenario& scenario = with(
      "exits:\n", "absence: {back_to_school: 6% per month, leaves: {home: 1% per year}}\nexits:\n");
  EXPECT_DOUBLE_EQ(scenario.absence.back_to_school.value, 0.06 / (365.25 / 12));
  ASSERT_EQ(scenario.absence.leaves.size(), 1U);
  EXPECT_DOUBLE_EQ(scenario.absence.leaves[0].rate.value, 0.01 / 365.25);
  EXPECT_EQ(scenario.absence.leaves[0].to, NodeId{4});
}

TEST_F(ScenarioLoader, today_says_who_is_there) {
  const Scenario& scenario =
      with("exits:\n",
           "today:\n  oza: {fill: 90%, age: 9 years, severity: {complex: 100%}}\n"
           "  zoa: {occupied: 20, waiting: 4, waited: {uniform: {from: 0 weeks, to: 30 weeks}}, "
           "absent: 45%}\n  youth_team: {waiting: 25}\nexits:\n");
  ASSERT_EQ(scenario.today.size(), 3U);
  EXPECT_EQ(scenario.today[0].fill, 0.9);
  EXPECT_THAT(scenario.today[0].severity, ElementsAre(0, 0, 1));
  EXPECT_FALSE(scenario.today[0].absent);
  EXPECT_EQ(scenario.today[1].inside, 20);
  EXPECT_EQ(scenario.today[1].waiting, 4);
  EXPECT_EQ(scenario.today[1].waited->largest(), 210);
  EXPECT_EQ(*scenario.today[1].absent, 0.45);
  EXPECT_EQ(scenario.today[2].waiting, 25);
}

TEST_F(ScenarioLoader, initial_says_who_is_there_when_the_run_begins) {
  const Scenario& scenario =
      with("exits:\n",
           "initial: {youth_team: {in_work: 3}}\ntoday: {youth_team: {waiting: 1}}\nexits:\n");
  ASSERT_EQ(scenario.initial.size(), 1U);
  EXPECT_EQ(scenario.initial[0].in_work, 3);
  EXPECT_EQ(scenario.today[0].waiting, 1);
}

TEST_F(ScenarioLoader, rows_of_today_name_youths) {
  const std::string rows =
      "today:\n  zoa: {occupied: 3}\n  rows:\n    table: |\n"
      "      node,state,since,age,severity,absent_since\n"
      "      oza,inside,2025-11-03,8.5,complex,\n"
      "      youth_team,in_work,,,,\n"
      "      oza,waiting,2026-07-01,,,2026-06-01\nexits:\n";
  const Scenario& scenario = with("exits:\n", rows.c_str());
  ASSERT_EQ(scenario.today.size(), 3U);
  ASSERT_EQ(scenario.today[1].rows.size(), 2U);
  const RecordedYouth& inside = scenario.today[1].rows[0];
  EXPECT_EQ(inside.state, RecordedYouth::State::inside);
  EXPECT_EQ(*inside.since, scenario.period.at(Date{std::chrono::year(2025) / 11 / 3}));
  EXPECT_DOUBLE_EQ(*inside.age, 8.5 * 365.25);
  EXPECT_EQ(inside.severity, SeverityId(2));
  EXPECT_TRUE(inside.tells_absence);
  EXPECT_EQ(inside.absent_since, never);
  EXPECT_EQ(scenario.today[1].rows[1].absent_since,
            scenario.period.at(Date{std::chrono::year(2026) / 6 / 1}));
  EXPECT_EQ(scenario.today[2].rows[0].state, RecordedYouth::State::in_work);
  EXPECT_FALSE(scenario.today[2].rows[0].since);
}

TEST_F(ScenarioLoader, who_pays_may_be_one_funder_or_nobody_known) {
  with("paid_by: {swv: 60%, gemeente: 40%}", "paid_by: rijk");
  ASSERT_EQ(node("oza").cost.paid_by.size(), 1U);
  EXPECT_EQ(node("oza").cost.paid_by[0].share, 1);
  EXPECT_THAT(loaded_.scenario.funders, ElementsAre("rijk"));
  with(", paid_by: {swv: 60%, gemeente: 40%}", "");
  ASSERT_EQ(node("oza").cost.paid_by.size(), 1U);
  EXPECT_EQ(node("oza").cost.paid_by[0].funder, no_funder);
}

TEST_F(ScenarioLoader, levels_may_be_a_map_that_scales_nothing) {
  const Scenario& scenario =
      with("replications: 50", "severities: {light: {}, middle: {}, complex: {}}");
  EXPECT_THAT(scenario.severities, ElementsAre("light", "middle", "complex"));
}

TEST_F(ScenarioLoader, every_distribution_is_read) {
  const std::map<std::string, double> means{
      {"{exponential: {mean: 30 weeks}}", 210},
      {"{lognormal: {mean: 10 days, cv: 0.8}}", 10},
      {"{gamma: {mean: 30 days, cv: 0.6}}", 30},
      {"{gamma: {mean: 30 days, cv: 0}}", 30},
      {"{weibull: {scale: 9 days, shape: 1}}", 9},
      {"{uniform: {from: 3 weeks, to: 5 weeks}}", 28},
      {"{triangular: {from: 1 day, mode: 2 days, to: 6 days}}", 3},
      {"{triangular: {from: 2 days, mode: 2 days, to: 2 days}}", 2},
      {"{empirical: {values: [1 week, 3 weeks], weights: [5, 3]}}", 12.25},
      {"{empirical: {values: [1 week, 3 weeks]}}", 14},
      {"6 weeks", 42},
  };
  for (const auto& [text, mean] : means) {
    with("stay: {exponential: {mean: 5 months}}", "stay: " + text);
    EXPECT_NEAR(arrangement("home").stay.of_all.distribution.mean(), mean, 1e-4) << text;
  }
}

TEST_F(ScenarioLoader, sets_change_parameters_by_path) {
  load(minimal(), {"arrangements.oza.places=230", "arrangements.*.stay=6 weeks",
                   "desks.youth_team.order=severity", "arrangements.zoa.waiting.at_home=12%",
                   "desks.youth_team.routes.oza=20%"});
  EXPECT_EQ(arrangement("oza").places.value, 230);
  EXPECT_EQ(arrangement("home").stay.of_all.distribution.mean(), 42);
  EXPECT_EQ(node("youth_team").order, ListOrder::severity);
  EXPECT_EQ(node("zoa").waiting.at_home.value, 0.12);
  EXPECT_EQ(route("youth_team", "oza").share.value, 0.2);
  EXPECT_EQ(route("youth_team", "oza").delay.distribution.mean(), 14) << "only the share is set";
}

TEST_F(ScenarioLoader, sets_of_the_command_line_come_after_those_of_the_file) {
  load(minimal() + "set: {arrangements.oza.places: 30, arrangements.zoa.places: 31}\n",
       {"arrangements.oza.places=40"});
  EXPECT_EQ(arrangement("oza").places.value, 40);
  EXPECT_EQ(arrangement("zoa").places.value, 31);
}

TEST_F(ScenarioLoader, a_set_reaches_every_branch_of_a_route_list) {
  load(
      changed(minimal(), "    routes: {back_at_school: 70%, zoa: 30%}",
              "    routes:\n      - {if: {age: {from: 12}}, to: {zoa: 50%, back_at_school: rest}}\n"
              "      - to: {zoa: 40%, back_at_school: rest}"),
      {"arrangements.home.routes.zoa.share=10%"});
  EXPECT_EQ(route("home", "zoa", 0).share.value, 0.1);
  EXPECT_EQ(route("home", "zoa", 1).share.value, 0.1);
}

TEST_F(ScenarioLoader, a_wrong_set_is_told_where_it_stands) {
  const std::string told = files_.mistakes(minimal(), {"arrangements.oza.places=-4", "nothing"});
  EXPECT_THAT(told, HasSubstr("--set:1:28: arrangements.oza.places is -4"));
  EXPECT_THAT(told, HasSubstr("--set nothing has no path or no value"));
  EXPECT_EQ(count_mistakes(told), 2) << told;
}

TEST_F(ScenarioLoader, nothing_leads_to_a_node_is_a_warning) {
  load(minimal() + "  forgotten: {}\n");
  ASSERT_EQ(loaded_.warnings.size(), 1U);
  EXPECT_EQ(loaded_.warnings[0].problem.in(Language::en), "nothing leads to exits.forgotten");
}

TEST_F(ScenarioLoader, ids_whose_draws_would_coincide_are_refused) {
  const std::string told = files_.mistakes(minimal() + "  plumless: {}\n  buckeroo: {}\n");
  EXPECT_THAT(told, HasSubstr("exits.buckeroo cannot be told apart from plumless"));
}

TEST_F(ScenarioLoader, evidence_about_what_an_overlay_takes_away_is_dropped_and_told) {
  files_.write(minimal() +
                   "evidence:\n  arrangements.oza.cost.per_place: {basis: assumed}\n"
                   "  arrangements.zoa.stay.lognormal.sigma: {basis: assumed}\n"
                   "  arrangements.oza.places: {basis: assumed}\n",
               "base.yaml");
  const Scenario& scenario =
      load("extends: base.yaml\narrangements:\n  oza: {cost: ~}\n  zoa: {stay: 1 year}\n");
  ASSERT_EQ(scenario.evidence.size(), 1u);
  EXPECT_EQ(scenario.evidence.front().pattern, "arrangements.oza.places");
  ASSERT_THAT(loaded_.warnings, testing::SizeIs(2));
  EXPECT_EQ(loaded_.warnings[0].location.line, 3);
  EXPECT_THAT(loaded_.warnings[0].problem.in(Language::en),
              HasSubstr("evidence about arrangements.oza.cost.per_place is dropped"));
  // The resolved scenario no longer has it, so that it can be read again.
  EXPECT_THAT(load_resolved("again", scenario.resolved).scenario.evidence, testing::SizeIs(1));
  EXPECT_THAT(files_.mistakes(
                  "extends: base.yaml\nevidence: {arrangements.ozza.places: {basis: assumed}}\n"),
              HasSubstr("which names nothing"));
}

TEST_F(ScenarioLoader, a_payer_of_the_extended_file_stays_and_shares_that_are_too_much_say_so) {
  files_.write(minimal(), "base.yaml");
  const std::string told = files_.mistakes(
      "extends: base.yaml\narrangements: {oza: {cost: {paid_by: {gemeente: 100%}}}}\n");
  EXPECT_THAT(told,
              HasSubstr("a.yaml:2:29: the shares of arrangements.oza.cost.paid_by sum to 160%"));
  EXPECT_THAT(told, HasSubstr("`swv: ~` takes out what the extended file has"));
  const Scenario& scenario = load(
      "extends: base.yaml\narrangements: {oza: {cost: {paid_by: {gemeente: 100%, swv: ~}}}}\n");
  EXPECT_THAT(scenario.funders, ElementsAre("gemeente"));
}

}  // namespace
}  // namespace doorstroom
