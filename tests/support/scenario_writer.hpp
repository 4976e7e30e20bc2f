#pragma once
/// Writes a scenario at random, part by part: random_nodes.cpp sources, desks, arrangements and
/// what goes with them, random_interventions.cpp what changes them, random_scenario.cpp the whole.

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/random_scenario.hpp"

namespace doorstroom::writing {

using Text = std::string;
using Words = std::initializer_list<std::string_view>;

class ScenarioWriter {
 public:
  /// @param more  by which further rules are chosen; without, there are none
  ScenarioWriter(const Choices& choose, const Choices* more, Text name)
      : choose_(&choose), more_(more), name_(std::move(name)) {}

  RandomScenario write(AtStart at_start);

 private:
  // --- Chance ---
  int below(int bound) {
    return static_cast<int>((*choose_)() % static_cast<std::uint64_t>(bound));
  }
  int between(int from, int to) { return from + below(to - from + 1); }
  bool chance(int percent) { return below(100) >= 100 - percent; }
  Text one_of(Words words) { return Text(words.begin()[below(static_cast<int>(words.size()))]); }

  /// What is said of further rules, by choices of their own: those of the other rules stay the
  /// same.
  template <class Say>
  Text more(Say say) {
    if (!more_) return "";
    const Choices* const others = std::exchange(choose_, more_);
    Text text = say();
    choose_ = others;
    return text;
  }
  /// Whether a further rule holds in this scenario.
  bool more_rules(int percent) {
    return !more([&] { return chance(percent) ? "yes" : ""; }).empty();
  }

  // --- Quantities ---
  Text some_days();
  Text days(int constant_percent = 60);
  Text days_or_none() { return chance(35) ? "0 days" : days(); }
  Text percent(int from, int to) { return fmt::format("{}%", between(from, to)); }

  /// The value, once it is noted as one that interventions may change.
  Text noted(const Text& path, Text value, const Text& nothing);
  Text noted_days(const Text& path, Text value) { return noted(path, std::move(value), "0 days"); }
  Text noted_share(const Text& path, Text value) { return noted(path, std::move(value), "0%"); }

  Text count_over_time(int most);

  // --- Parts that many nodes have ---
  Text node_id(int i) { return i < desks_ ? fmt::format("d{}", i) : fmt::format("a{}", i); }
  Text exit_id() { return one_of({"school", "away"}); }

  Text condition();
  /// Of a route, which may ask for help beside the way.
  Text route_condition();

  /// Where one may go from node i: onwards, and sometimes back where that takes time.
  Text target(int i, bool may_go_back);

  /// @param path  where the routes stand, for interventions
  Text table(int i, bool may_go_back, const Text& path, bool of_desk);
  Text routes(int i, bool may_go_back, const Text& path, bool of_desk = false);
  Text waiting(int i, const Text& path);

  // --- The scenario ---
  void plan();
  void plan_more();
  Text head();
  Text levels();
  Text last_age();
  Text defaults();
  Text arrivals();
  Text mixes();
  Text source(const Text& id);
  Text units(const Text& arrangement, bool may_share);
  Text closed();
  Text limit(int i);
  Text returns();
  Text cost(bool of_desk, bool unlimited);
  Text budgets();
  Text choices();
  Text desk(int i);
  Text arrangement(int i);

  /// Dates, limits of the list, and whether who leaves holds the place.
  Text how_to_enter(int i);
  Text stay_by_youth();
  Text also();
  Text also_on_route();
  Text help_desk();
  Text help_arrangement();
  Text later(int i);
  Text absence();
  Text clocks();

  /// Who is at some nodes when the run begins, or on the start date.
  Text found();
  Text young_enough(const Text& age) const;
  Text found_by_number(const Text& id, bool desk, bool limited);
  Text rows_of(const Text& id, bool desk, bool limited);

  /// What one effect does to one of the parameters of this scenario.
  Text effect();
  Text divert();

  /// One of all desks with a number of staff and one calendar, for the first intervention of them.
  Text single_desk();
  Text casework();
  Text steering();
  Text stops();
  Text interventions();

  /// A choice between nodes, in order.
  struct Pick {
    Text id;
    bool first_free = true;
    std::vector<int> among;
  };

  const Choices* choose_;
  const Choices* more_;
  Text name_;
  int sources_ = 0;
  int desks_ = 0;
  int nodes_ = 0;  ///< desks, then arrangements
  bool subregions_ = false;
  Text start_;
  // Further rules that hold somewhere.
  bool units_ = false;
  bool elsewhere_ = false;
  bool dates_ = false;
  bool closes_ = false;
  bool limits_ = false;
  bool holds_ = false;
  bool scales_ = false;
  bool worsens_ = false;
  bool ages_ = false;
  bool all_leave_ = false;  ///< by age
  int leaves_at_ = 99;      ///< the least age [year] at which youths leave from somewhere
  bool warms_up_ = false;
  bool returns_ = false;
  bool clocks_ = false;
  bool cases_ = false;
  bool diverts_ = false;
  bool budgets_ = false;
  bool joins_ = false;
  bool directs_ = false;
  bool steers_ = false;
  bool beside_ = false;
  bool stops_ = false;
  bool attributes_ = false;
  std::set<Text> funders_;                      ///< who pays for something
  std::vector<std::pair<Text, Text>> staffed_;  ///< desks, with when they are closed
  std::vector<Pick> picks_;
  // Paths that interventions may change, by what they hold.
  std::vector<Text> shares_, durations_, counts_, amounts_, hazards_, inflows_;
  std::vector<Text> limited_;                 ///< arrangements
  std::vector<Text> sites_;                   ///< arrangements of 2 units or more
  std::vector<Text> undivided_;               ///< arrangements of many places, without units
  std::vector<std::pair<Text, int>> routes_;  ///< paths, with the node that each leaves
  std::vector<PlainParameter> plain_;
};

}  // namespace doorstroom::writing
