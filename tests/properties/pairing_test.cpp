// What a change of the scenario must not change: runs are paired youth by youth.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "tests/properties/differences.hpp"
#include "tests/properties/worlds.hpp"

namespace doorstroom {
namespace {

/// Desks or arrangements that have staff or places, but not without limit.
std::vector<std::string> limited(const Scenario& scenario, NodeKind kind) {
  std::vector<std::string> ids;
  for (const Node& node : scenario.nodes)
    if (node.kind == kind &&
        !(kind == NodeKind::desk ? scenario.desks[node.index].unlimited
                                 : scenario.arrangements[node.index].unlimited))
      ids.push_back(node.id);
  return ids;
}

/// What an intervention sets to work in vain: casework without hours, and a rule for what never is.
std::string idle_roles(const Scenario& scenario) {
  const std::vector<std::string> ids = limited(scenario, NodeKind::arrangement);
  if (ids.empty()) return "";
  return fmt::format(
      "    casework: {{fte: 0, hours: 1300 hours per year, per_case: 1 hour, every: 1 week, "
      "may_place_in: [{0}], makes: {{{0}: 12}}, else_back_at_school: 100%}}\n"
      "    steering: {{decides_on: [05-01, 10-01], watches: {0}.wait_p90, over: 6 months, when: "
      "\"> 100000 weeks\", opens: {{{0}: 5}}, closes: {{{0}: 1}}}}\n",
      ids.front());
}

/// Two desks that would become one, with less work and more youths, after all is over.
std::string single_desk_too_late(const Scenario& scenario) {
  const auto closed = [&](const std::string& id) -> const std::vector<PartOfYear>& {
    const Node& desk = *std::ranges::find(scenario.nodes, id, &Node::id);
    return scenario.desks[desk.index].closed;
  };
  const std::vector<std::string> ids = limited(scenario, NodeKind::desk);
  for (std::size_t i = 1; i < ids.size(); ++i)
    if (closed(ids[i]) == closed(ids[0]))
      return fmt::format(
          "  later:\n    from: 2150-01-01\n"
          "    single_desk: {{joins: [{}, {}], work: 0.5, inflow: 2}}\n",
          ids[0], ids[i]);
  return "";
}

/// The effect of nobody going elsewhere, on any route.
std::string idle_divert(const Scenario& scenario) {
  const auto exit = std::ranges::find(scenario.nodes, NodeKind::exit, &Node::kind);
  return fmt::format("      away: {{divert: 0%, from: \"**.routes.*\", to: {}}}\n", exit->id);
}

/// The scenario with an intervention that sets parameters to what they are, multiplies them by one,
/// or adds nothing to them, diverts nobody, and sets roles to work that do nothing.
std::string with_intervention_for_show(const RandomScenario& random, const Scenario& plain,
                                       const Choices& choose) {
  const char* const dates[] = {"2026-08-01", "2026-05-01", "2026-09-01", "2027-02-01"};
  const char* const timings[] = {
      "", ", until: 2027-08-01", ", ramp: 6 weeks",
      ", until: 2027-08-01, afterwards: {keeps: 50%, fades_over: 1 year}"};
  std::string effects;
  for (const PlainParameter& parameter : random.plain) {
    const std::string what[] = {"", "set: " + parameter.value, "factor: 1",
                                "add: " + parameter.nothing};
    const std::string& change = what[choose() % 4];
    if (change.empty()) continue;
    effects += fmt::format("      e{}: {{change: {}, {}, from: {}{}}}\n", effects.size(),
                           parameter.path, change, dates[choose() % 4], timings[choose() % 4]);
  }
  if (choose() % 2 == 1) effects += idle_divert(plain);
  std::string show = "interventions:\n  show:\n    from: 2026-08-01\n";
  if (!effects.empty()) show += "    effects:\n" + effects;
  if (choose() % 2 == 1) show += idle_roles(plain);
  if (choose() % 2 == 1) show += single_desk_too_late(plain);
  const bool has_others = random.text.find("interventions:\n") != std::string::npos;
  // First of all, so that whatever others set goes on to hold.
  return changed(random.text, has_others ? "interventions:\n" : "", show);
}

RC_GTEST_PROP(Pairing, an_intervention_that_sets_what_is_changes_nothing,
              (const RandomScenario& random, const Tape& tape)) {
  const Scenario plain = loaded(random.text);
  const std::string text = with_intervention_for_show(random, plain, tape);
  RC_LOG() << text;
  const Scenario shown = loaded(text);
  RC_ASSERT(difference(plain, simulate(plain, 0, true), shown, simulate(shown, 0, true), true) ==
            "");
}

TEST(Pairing, an_intervention_that_does_nothing_changes_nothing_in_the_region) {
  const std::string region = "extends: " DOORSTROOM_SOURCE_DIR "/scenarios/holland-rijnland.yaml\n";
  const Scenario plain = loaded(region);
  const Scenario shown = loaded(region + R"(
interventions:
  show:
    from: 2026-09-01
    until: 2028-09-01
    ramp: 4 months
    afterwards: {keeps: 50%, fades_over: 1 year}
    effects:
      rates: {change: "sources.*.per_year", factor: 1}
      absent: {change: "**.absent", add: 0%}
      capacity: {change: "**.staff", factor: 1}
      places: {change: "arrangements.*.places", add: 0}
      work: {change: "desks.*.work", add: 0 hours}
      stays: {change: "arrangements.*.stay", factor: 1}
      shares: {change: "**.routes.*.share", factor: 1}
      handover: {change: "**.routes.*.delay", add: 0 days}
      wrong_doors: {change: "**.routes.*.bounce", factor: 1}
      home: {change: "**.at_home", add: 0%}
      patience: {change: "**.stays_home_after", factor: 1}
      hazards: {change: "absence.**", factor: 1}
)" + idle_divert(plain) + idle_roles(plain) +
                                single_desk_too_late(plain));
  EXPECT_EQ(difference(plain, simulate(plain, 0, true), shown, simulate(shown, 0, true), true), "");
}

/// With an attribute more, which nothing asks for.
std::string with_idle_attribute(const RandomScenario& random) {
  constexpr const char* declared = "  province: {values: [west, east]}\n";
  const std::string groups = "groups: [swv, gemeente]\n";
  std::string text = random.text.find(groups) != std::string::npos
                         ? changed(random.text, groups, declared + groups)
                         : changed(random.text, "sources:\n",
                                   std::string("attributes:\n") + declared + "sources:\n");
  for (const char* const source : {"  s0:\n", "  s1:\n", "  s2:\n"})
    if (text.find(source) != std::string::npos)
      text = changed(text, source, std::string(source) + "    province: {west: 30%, east: 70%}\n");
  return text;
}

RC_GTEST_PROP(Pairing, an_attribute_that_nothing_asks_for_changes_nothing,
              (const RandomScenario& random)) {
  const Scenario plain = loaded(random.text);
  const std::string text = with_idle_attribute(random);
  RC_LOG() << text;
  const Scenario shown = loaded(text);
  const Records before = simulate(plain, 0, true);
  const Records after = simulate(shown, 0, true);
  RC_ASSERT(difference(plain, before, shown, after, true) == "");
  for (std::size_t i = 0; i < before.youths.size(); ++i) {
    const AttributeId idle = shown.attributes.last_id();
    RC_ASSERT(after.youths[i].month < 0 || after.youths[i].values[idle]);
    for (const AttributeId id : plain.attributes.ids())
      RC_ASSERT(before.youths[i].values[id] == after.youths[i].values[id]);
  }
}

RC_GTEST_PROP(Pairing, rows_that_are_not_kept_change_no_count, (const RandomScenario& random)) {
  const World kept(random);
  const Records counted = simulate(kept.scenario, 0, false);
  RC_ASSERT(counted.visits.empty());
  RC_ASSERT(counted.youths.empty());
  RC_ASSERT(counted.visit_count == kept.records.visits.size());
  RC_ASSERT(counted.visit_count == kept.records.visit_count);
  RC_ASSERT(counted.events == kept.records.events);
  RC_ASSERT(counted.peak_pending == kept.records.peak_pending);
  RC_ASSERT(difference(kept.scenario, kept.records, kept.scenario, counted, false) == "");
}

/// When a youth arrived, and what the youth needs.
struct Need {
  Instant arrived;
  Instant born;
  SeverityId severity;
  AttributeValues values;

  friend bool operator==(const Need&, const Need&) = default;
};

/// Of those who arrive from `begin` on; youths of today are there before.
std::map<Person, Need> needs(const World& world, Instant begin, bool of_today) {
  std::map<Person, Need> needs;
  for (const YouthRow& youth : world.records.youths)
    if (youth.arrived >= begin && (of_today || youth.month >= 0))
      needs[person(youth)] = {youth.arrived, youth.born, youth.severity, youth.values};
  return needs;
}

RC_GTEST_PROP(Pairing, longer_warm_up_renumbers_nobody, (const RandomScenario& random)) {
  const World world(random);
  const Period& period = world.scenario.period;
  const auto days = static_cast<int>(*rc::gen::inRange(1, 500) - period.first_day());
  Scenario longer = world.scenario;
  longer.period = Period(period.start(), period.years(), CalendarSpan{0, days});
  RC_ASSERT(needs(world, period.begin(), false) == needs(World(longer), period.begin(), false));
}

/// Where somebody was, and how long, before the start date.
std::vector<std::tuple<std::uint32_t, NodeId, Instant, Instant, Instant, NodeId>> before_start(
    const Records& records) {
  std::vector<std::tuple<std::uint32_t, NodeId, Instant, Instant, Instant, NodeId>> visits;
  for (const Visit& one : records.visits)
    if (one.left < Instant{})
      visits.emplace_back(one.youth, one.node, one.asked, one.entered, one.left, one.left_to);
  return visits;
}

RC_GTEST_PROP(Pairing, today_changes_nothing_before_the_start_date,
              (const RandomScenario& random)) {
  const World world(random);
  Scenario without = world.scenario;
  without.today.clear();
  if (without.period.first_day() == 0) return;
  RC_ASSERT(before_start(world.records) == before_start(simulate(without, 0, true)));
}

RC_GTEST_PROP(Pairing, today_that_names_no_node_changes_nothing, (const RandomScenario& random)) {
  if (random.text.find("\ntoday:\n") != std::string::npos) return;
  const Scenario plain = loaded(random.text);
  const Scenario named =
      loaded(random.text + "today: {as_of: " + to_text(plain.period.start()) + "}\n");
  RC_ASSERT(difference(plain, simulate(plain, 0, true), named, simulate(named, 0, true), true) ==
            "");
}

/// A visit in every run: of whom, where, and which of his or her visits to that node.
using VisitKey = std::tuple<Person, NodeId, int>;

/// Of arrangements, where no draw but that of the bounce is about what came before.
std::map<VisitKey, Visit> visits_to_arrangements(const World& world) {
  std::map<VisitKey, Visit> all;
  std::map<std::pair<Person, NodeId>, int> count;
  for (const Visit& visit : world.records.visits) {
    if (world.scenario.nodes[visit.node].kind != NodeKind::arrangement ||
        visit.outcome == Outcome::bounced)
      continue;
    const Person who = person(world.youth(visit));
    all[{who, visit.node, count[{who, visit.node}]++}] = visit;
  }
  return all;
}

/// Tells of a stay that is longer or shorter in one of two runs, or of a wait that goes on beyond
/// the patience that ended it in the other. Draws under an effect depend on the day, so only where
/// there is none.
std::string drawn_anew(const World& world, const Visit& one, const Visit& other) {
  const Node& here = world.scenario.nodes[one.node];
  const Instant horizon = world.scenario.period.horizon();
  const auto stay = [](const Visit& visit) { return visit.left - visit.entered; };
  const auto waited = [&](const Visit& visit) {
    return std::min(end_of_wait(visit), horizon) - visit.asked;
  };
  const bool both_left = one.outcome == Outcome::completed && other.outcome == Outcome::completed;
  if (both_left && world.scenario.arrangements[here.index].stay.of_all.changes.empty() &&
      stay(one) != stay(other))
    return fmt::format("{}: stays of {} and {} days", here.id, stay(one).count, stay(other).count);

  const auto& patience = here.waiting.leaves_after;
  const bool only_patience_ends =
      patience && patience->changes.empty() && world.scenario.absence.leaves.empty();
  if (only_patience_ends && one.outcome == Outcome::left_list && waited(other) > waited(one))
    return fmt::format("{}: patience of {} days, and a wait of {}", here.id, waited(one).count,
                       waited(other).count);
  return "";
}

RC_GTEST_PROP(Pairing, one_place_more_changes_nobodys_need_stay_or_patience,
              (const RandomScenario& random)) {
  const World world(random);
  Scenario roomier = world.scenario;
  const auto which = *rc::gen::inRange<std::size_t>(0, roomier.arrangements.size());
  Number& places = roomier.arrangements[which].places;
  places.value += 1;
  for (Number::Dated& dated : places.dated) dated.value += 1;
  const World other(roomier);

  const Instant begin = world.scenario.period.begin();
  RC_ASSERT(needs(world, begin, true) == needs(other, begin, true));
  const std::map<VisitKey, Visit> visits = visits_to_arrangements(world);
  for (const auto& [key, visit] : visits_to_arrangements(other)) {
    const auto same = visits.find(key);
    if (same == visits.end()) continue;
    RC_ASSERT(drawn_anew(world, same->second, visit) == "");
    RC_ASSERT(drawn_anew(world, visit, same->second) == "");
  }
}

}  // namespace
}  // namespace doorstroom
