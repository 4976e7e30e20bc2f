// Help beside the way in its null form: help of which nobody asks for any, and help that changes
// nothing, leave everything else as it is without.

#include <functional>

#include "tests/properties/differences.hpp"
#include "tests/properties/worlds.hpp"

namespace doorstroom {
namespace {

constexpr std::uint64_t numbers = 150;  ///< of random scenarios, of which some have such help

void for_each_also(Scenario& scenario, const std::function<void(std::vector<Also>&)>& visit) {
  for (Node& node : scenario.nodes) {
    visit(node.also);
    for (Branch& branch : node.routes)
      for (Route& route : branch.routes) visit(route.also);
  }
}

Scenario without_asking(Scenario scenario) {
  for_each_also(scenario, [](std::vector<Also>& asked) { asked.clear(); });
  return scenario;
}

Scenario with_shares_of_nothing(Scenario scenario) {
  for_each_also(scenario, [](std::vector<Also>& asked) {
    for (Also& also : asked) also.share = 0;
  });
  return scenario;
}

bool has_help(const Scenario& scenario) {
  return std::ranges::any_of(scenario.nodes, &Node::beside);
}

void forget_help(std::optional<Condition>& condition) {
  if (!condition) return;
  condition->beside.clear();
  condition->had.clear();
}

/// Takes out what may depend on help: routes that ask for it, clocks that hear of it, money that it
/// costs, and what it does to youths.
Scenario with_help_that_does_nothing(Scenario scenario) {
  scenario.budgets.clear();
  scenario.clocks = {};
  for (Node& node : scenario.nodes) {
    node.helps = {};
    if (node.beside) node.cost = {};
    for (Branch& branch : node.routes) {
      forget_help(branch.only_if);
      for (Route& route : branch.routes) {
        forget_help(route.only_if);
        for (Divert& divert : route.diverts) forget_help(divert.way.only_if);
      }
    }
  }
  return scenario;
}

/// The visits on the youths' own way, in order.
std::vector<Visit> own_way(const Records& records) {
  std::vector<Visit> visits;
  for (const Visit& visit : records.visits)
    if (!visit.beside) visits.push_back(visit);
  return visits;
}

bool same_visit(const Visit& a, const Visit& b) {
  return a.youth == b.youth && a.node == b.node && a.unit == b.unit && a.asked == b.asked &&
         a.entered == b.entered && a.left == b.left && a.left_to == b.left_to &&
         a.outcome == b.outcome && a.severity == b.severity && a.absent_days == b.absent_days;
}

TEST(HelpInItsNullForm, help_of_which_nobody_asks_for_any_is_as_no_help) {
  int some = 0;
  for (std::uint64_t number = 0; number < numbers; ++number) {
    const Scenario scenario = loaded(random_scenario(number));
    if (!has_help(scenario)) continue;
    ++some;
    const Scenario nobody = with_shares_of_nothing(scenario);
    const Scenario none = without_asking(scenario);
    EXPECT_EQ(difference(nobody, simulate(nobody, 0, true), none, simulate(none, 0, true), true),
              "")
        << "scenario " << number;
  }
  EXPECT_GT(some, 30);
}

TEST(HelpInItsNullForm, help_that_changes_nothing_leaves_the_own_way_of_all_youths) {
  int some = 0;
  std::size_t helped = 0;
  for (std::uint64_t number = 0; number < numbers; ++number) {
    const Scenario scenario = with_help_that_does_nothing(loaded(random_scenario(number)));
    if (!has_help(scenario)) continue;
    ++some;
    const Scenario none = without_asking(scenario);
    const Records with = simulate(scenario, 0, true);
    const Records without = simulate(none, 0, true);
    EXPECT_EQ(difference(scenario, with, none, without, false,
                         {"/replications", "/by_year", "/groups", "/census_absent", "/costs",
                          "/dropout", "/balance", "/flows"}),
              "")
        << "scenario " << number;
    EXPECT_TRUE(std::ranges::equal(own_way(with), own_way(without), same_visit))
        << "scenario " << number;
    helped += with.visits.size() - own_way(with).size();
  }
  EXPECT_GT(some, 30);
  EXPECT_GT(helped, 1000u);
}

}  // namespace
}  // namespace doorstroom
