#include "models/loading/scenario_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "engine/units.hpp"
#include "models/continuum/roles/roles.hpp"
#include "models/reading/load_context.hpp"

namespace doorstroom {
namespace {

std::string path_of(const Node& node) {
  return fmt::format("{}.{}", section_of(node.kind), node.id);
}

/// Youths who are alike for every condition: an age [year] on the last 1 August, a level, a
/// subregion.
struct Youths {
  double age = 0;
  int severity = 0;
  int subregion = -1;
};

/// What ages, levels and subregions somebody may have.
struct Reach {
  double youngest = 1e9;
  double oldest = 0;
  std::set<int> severities;
  std::set<int> subregions;

  /// On the last 1 August somebody was up to a year younger.
  void add_age(const Distribution& age, double run_years) {
    youngest = std::min(youngest, std::max(0.0, age.smallest() / days_per_year - 1));
    constexpr double almost_one = 1 - 1e-9;  // the upper end of a uniform is never drawn
    const double most = std::isfinite(age.largest()) ? age.quantile(almost_one) : age.largest();
    oldest = std::max(oldest, most / days_per_year + run_years);
  }
  static void add(std::set<int>& into, const std::vector<double>& weights) {
    for (std::size_t i = 0; i < weights.size(); ++i)
      if (weights[i] > 0) into.insert(static_cast<int>(i));
  }
  void add_kinds(const std::vector<double>& severity, const std::vector<double>& subregion) {
    add(severities, severity);
    add(subregions, subregion);
  }
  /// Every level above the lightest that somebody may have.
  void add_worse(int levels) {
    if (severities.empty()) return;
    for (int level = *severities.begin(); level < levels; ++level) severities.insert(level);
  }
};

class Check {
 public:
  Check(const Loaded& loaded, Issues& issues)
      : loaded_(loaded), scenario_(loaded.scenario), issues_(issues) {}

  void everybody_can_go_on() {
    const double run_years =
        (scenario_.period.horizon() - scenario_.period.begin()).count / days_per_year;
    Reach all;
    Reach coming;
    for (const Node& node : scenario_.nodes) {
      if (node.kind != NodeKind::source) continue;
      if (!valid(node)) return;
      add(all, scenario_.sources[node.index], run_years);
      add(coming, scenario_.sources[node.index], 0);
    }
    for (const Today& today : scenario_.today) {
      if (today.age) all.add_age(*today.age, run_years);
      if (today.age) coming.add_age(*today.age, 0);
      all.add_kinds(today.severity, today.subregion);
    }
    all.oldest = std::min(all.oldest, std::max(oldest_of_all(), coming.oldest));
    if (all.subregions.empty()) all.subregions.insert(-1);
    if (somebody_worsens()) all.add_worse(static_cast<int>(scenario_.severities.size()));
    for (const Node& node : scenario_.nodes) {
      if (node.routes.empty() || !valid(node) || !targets_valid(node)) continue;
      Reach own;
      if (node.kind == NodeKind::source) add(own, scenario_.sources[node.index], 0);
      somebody_is_stuck(node, node.kind == NodeKind::source ? own : all);
    }
  }

  void nobody_goes_round_in_no_time() {
    std::set<NodeId> trap;
    for (NodeId id = 0; id < count(); ++id)
      if (takes_no_time(scenario_.nodes[id])) trap.insert(id);
    const auto leaks = [&](NodeId id) {
      return std::ranges::any_of(scenario_.nodes[id].routes, [&](const Branch& branch) {
        return std::ranges::any_of(branch.routes, [&](const Route& route) {
          return goes(route, branch) && (takes_time(route) || !trap.contains(route.to));
        });
      });
    };
    while (std::erase_if(trap, leaks) > 0) {
    }
    if (!trap.empty()) tell_cycle(*trap.begin());
    for (NodeId id = 0; id < count(); ++id)
      if (!trap.contains(id)) tell_self_route(id);
  }

  void every_node_is_used() {
    std::set<NodeId> used;
    for (const Node& node : scenario_.nodes) {
      used.insert(node.waiting.leaves_to);
      for (const Branch& branch : node.routes)
        for (const Route& route : branch.routes) {
          used.insert(route.to);
          for (const Divert& divert : route.diverts) used.insert(divert.way.to);
        }
    }
    for (const Choice& choice : scenario_.choices)
      used.insert(choice.among.begin(), choice.among.end());
    for (const Arrangement& arrangement : scenario_.arrangements)
      used.insert(arrangement.when_full);
    for (const Absence::Leave& leave : scenario_.absence.leaves) used.insert(leave.to);
    for (const Today& today : scenario_.today) used.insert(today.node);
    used.insert(scenario_.leaves_to);
    if (scenario_.absence.opens) used.insert(scenario_.absence.opens->desk);
    for (const Exit& exit : scenario_.exits)
      if (exit.returns) used.insert(exit.returns->to);
    for (const LegalClock& clock : scenario_.clocks) used.insert(clock.then);
    for (const Intervention& intervention : scenario_.interventions)
      for (const Role& role : all_roles)
        if (role.add_targets && role.is_in(intervention)) role.add_targets(intervention, used);
    for (NodeId id = 0; id < count(); ++id) {
      const Node& node = scenario_.nodes[id];
      if (node.kind != NodeKind::source && !used.contains(id))
        issues_.warning(node.mark, say("nothing leads to {}", path_of(node)),
                        "nobody will ever be there; add a route to it, or take it out");
    }
  }

  /// An effect on the inflow adds or takes away in proportion to what comes anyway.
  void no_inflow_comes_of_nothing() {
    for (const Node& node : scenario_.nodes) {
      if (node.kind != NodeKind::source) continue;
      const Source& source = scenario_.sources[node.index];
      const Number& per_year = source.per_year;
      const bool comes_anyway =
          per_year.value > 0 || !per_year.dated.empty() || !source.arrivals.empty();
      if (per_year.changes.empty() || comes_anyway) continue;
      issues_.error(node.mark, say("{}.per_year is 0, and an effect changes it", path_of(node)),
                    "an effect acts as a factor, and nothing times a factor is nothing; give the "
                    "source a rate above 0");
    }
  }

 private:
  NodeId count() const { return static_cast<NodeId>(scenario_.nodes.size()); }
  NodeId id_of(const Node& node) const {
    return static_cast<NodeId>(&node - scenario_.nodes.data());
  }
  bool valid(const Node& node) const { return loaded_.valid[id_of(node)]; }

  bool targets_valid(const Node& node) const {
    return std::ranges::all_of(node.routes, [&](const Branch& branch) {
      return std::ranges::all_of(branch.routes, [&](const Route& route) {
        return route.to != no_node && valid(scenario_.nodes[route.to]);
      });
    });
  }

  static void add(Reach& reach, const Source& source, double run_years) {
    bool age = source.arrivals.empty();
    bool severity = age;
    bool subregion = age;
    for (const Arrival& one : source.arrivals) {
      if (one.age) reach.add_age(Distribution::constant(*one.age), run_years);
      if (one.severity) reach.severities.insert(*one.severity);
      if (one.subregion) reach.subregions.insert(*one.subregion);
      age |= !one.age;
      severity |= !one.severity;
      subregion |= !one.subregion;
    }
    if (age) reach.add_age(source.age, run_years);
    if (severity) reach.add(reach.severities, source.severity);
    if (!subregion) return;
    reach.add(reach.subregions, source.subregion);
    if (source.subregion.empty()) reach.subregions.insert(-1);
  }

  /// Who is admitted where a route leads: by one of these conditions.
  std::vector<const std::optional<Condition>*> admissions(const Route& route) const {
    const Node& target = scenario_.nodes[route.to];
    if (target.kind == NodeKind::arrangement) return {&scenario_.arrangements[target.index].admits};
    std::vector<const std::optional<Condition>*> all;
    if (target.kind == NodeKind::choice)
      for (const NodeId one : scenario_.choices[target.index].among)
        if (scenario_.nodes[one].kind == NodeKind::arrangement)
          all.push_back(&scenario_.arrangements[scenario_.nodes[one].index].admits);
    return all;
  }

  /// Where everybody leaves by an age, nobody who grows older here goes on from anywhere.
  double oldest_of_all() const {
    constexpr double any = 1e9;
    if (!scenario_.leaves_at) return any;
    double oldest = *scenario_.leaves_at;
    for (const Arrangement& one : scenario_.arrangements)
      oldest = std::max(oldest, one.leaves_at.value_or(0));
    return std::nextafter(oldest, 0.0);
  }

  bool somebody_worsens() const {
    return std::ranges::any_of(scenario_.nodes, [](const Node& node) {
      return node.waiting.worsens.value > 0 || !node.waiting.worsens.changes.empty();
    });
  }

  static bool applies(const std::optional<Condition>& condition, const Youths& youths) {
    return !condition || condition->admits(youths.age, youths.severity, youths.subregion);
  }

  bool can_take(const Route& route, const Youths& youths) const {
    const auto admitted_by = admissions(route);
    const bool some = route.rest || route.share.value > 0 || !route.share.changes.empty();
    return some && applies(route.only_if, youths) &&
           (admitted_by.empty() || std::ranges::any_of(admitted_by, [&](const auto* admission) {
              return applies(*admission, youths);
            }));
  }

  bool can_go_on(const Node& node, const Youths& youths) const {
    const auto branch = std::ranges::find_if(
        node.routes, [&](const Branch& one) { return applies(one.only_if, youths); });
    return branch != node.routes.end() &&
           std::ranges::any_of(branch->routes,
                               [&](const Route& route) { return can_take(route, youths); });
  }

  /// Ages at which an answer may change, and the youngest.
  std::set<double> age_classes(const Node& node, const Reach& reach) const {
    std::set<double> ages{reach.youngest};
    const auto add_bounds = [&](const std::optional<Condition>& condition) {
      if (!condition) return;
      for (const double age : {condition->age_from, condition->age_to})
        if (age > reach.youngest && age <= reach.oldest) ages.insert(age);
    };
    for (const Branch& branch : node.routes) {
      add_bounds(branch.only_if);
      for (const Route& route : branch.routes) {
        add_bounds(route.only_if);
        for (const auto* admission : admissions(route)) add_bounds(*admission);
      }
    }
    return ages;
  }

  void somebody_is_stuck(const Node& node, const Reach& reach) {
    for (const double age : age_classes(node, reach))
      for (const int severity : reach.severities)
        for (const int subregion : reach.subregions) {
          if (can_go_on(node, {age, severity, subregion})) continue;
          issues_.error(
              loaded_.routes_marks[id_of(node)],
              say("{}.routes have no way for a youth of {:.4g} years, {}{}", path_of(node), age,
                  scenario_.severities[severity],
                  subregion < 0 ? "" : ", " + scenario_.subregions[subregion]),
              "every youth must be able to go on; add a route without `if` to a node that admits "
              "all, such as one with `rest`");
          return;
        }
  }

  static bool is_zero(const Quantity& quantity) {
    return quantity.distribution.largest() <= 0 && quantity.changes.empty();
  }
  bool takes_no_time(const Node& node) const {
    if (node.kind == NodeKind::desk)
      return scenario_.desks[node.index].unlimited && is_zero(scenario_.desks[node.index].takes);
    return node.kind == NodeKind::arrangement && is_zero(scenario_.arrangements[node.index].stay);
  }
  static bool takes_time(const Route& route) { return !is_zero(route.delay); }

  /// Whether somebody takes that route.
  static bool goes(const Route& route, const Branch& branch) {
    if (!route.rest) return route.share.value > 0 || !route.share.changes.empty();
    double sum = 0;
    bool sure = true;
    for (const Route& other : branch.routes) {
      sum += other.rest ? 0 : other.share.value;
      sure &= !other.only_if && other.share.changes.empty();
    }
    return !sure || sum < 1;
  }

  NodeId next_of(NodeId id) const {
    for (const Branch& branch : scenario_.nodes[id].routes)
      for (const Route& route : branch.routes)
        if (goes(route, branch)) return route.to;
    return no_node;
  }

  void tell_cycle(NodeId from) {
    std::vector<NodeId> way;
    NodeId at = from;
    while (std::ranges::find(way, at) == way.end()) {
      way.push_back(at);
      at = next_of(at);
      if (at == no_node) return;
    }
    way.erase(way.begin(), std::ranges::find(way, at));
    std::string names;
    for (const NodeId id : way) names += scenario_.nodes[id].id + " -> ";
    issues_.error(loaded_.routes_marks[at],
                  say("{}{} goes round without time passing", names, scenario_.nodes[at].id),
                  "nobody would ever leave; give one of them time, a delay, or a route elsewhere");
  }

  void tell_self_route(NodeId id) {
    const Node& node = scenario_.nodes[id];
    if (!takes_no_time(node)) return;
    for (const Branch& branch : node.routes)
      for (const Route& route : branch.routes)
        if (route.to == id && goes(route, branch) && !takes_time(route))
          issues_.error(loaded_.routes_marks[id],
                        say("{}.routes lead to itself without time passing", path_of(node)),
                        "a youth would come and go at one instant; give it time, or a delay");
  }

  const Loaded& loaded_;
  const Scenario& scenario_;
  Issues& issues_;
};

}  // namespace

void check_scenario(const Loaded& loaded, Issues& issues) {
  const bool complete = !issues.has_errors();
  Check check(loaded, issues);
  check.everybody_can_go_on();
  if (!complete) return;
  check.nobody_goes_round_in_no_time();
  check.every_node_is_used();
  check.no_inflow_comes_of_nothing();
}

}  // namespace doorstroom
