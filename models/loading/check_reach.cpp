#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include "engine/units.hpp"
#include "models/loading/scenario_check.hpp"
#include "models/reading/load_context.hpp"

/// Whether every youth who may come to a node finds a route onwards there.

namespace doorstroom {
namespace {

/// Youths who are alike for every condition: an age [year] on the last 1 August, a level, values of
/// attributes.
struct Youths {
  double age = 0;
  SeverityId severity;
  AttributeValues values;
  bool helped = false;  ///< has all help beside the way that a route may ask for
};

/// What ages and levels somebody may have.
struct Reach {
  double youngest = 1e9;
  double oldest = 0;
  std::set<SeverityId> severities;

  /// On the last 1 August somebody was up to a year younger.
  void add_age(const Distribution& age, double run_years) {
    youngest = std::min(youngest, std::max(0.0, age.smallest() / days_per_year - 1));
    constexpr double almost_one = 1 - 1e-9;  // the upper end of a uniform is never drawn
    const double most = std::isfinite(age.largest()) ? age.quantile(almost_one) : age.largest();
    oldest = std::max(oldest, most / days_per_year + run_years);
  }
  template <class IdType>
  static void add(std::set<IdType>& into, const IdVector<IdType, double>& weights) {
    for (const IdType id : weights.ids())
      if (weights[id] > 0) into.insert(id);
  }
  /// Every level above the lightest that somebody may have.
  void add_worse(SeverityId end) {
    if (severities.empty()) return;
    for (SeverityId level = *severities.begin(); level < end; ++level) severities.insert(level);
  }
};

class ReachCheck {
 public:
  ReachCheck(const Loaded& loaded, Issues& issues)
      : loaded_(loaded), scenario_(loaded.scenario), issues_(issues) {}

  void check() {
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
    scenario_.for_each_found([&](const FoundYouths& found) { add(all, coming, found, run_years); });
    all.oldest = std::min(all.oldest, std::max(oldest_of_all(), coming.oldest));
    if (somebody_worsens()) all.add_worse(scenario_.severities.next_id());
    for (const Node& node : scenario_.nodes) {
      if (node.routes.empty() || !valid(node) || !targets_valid(node)) continue;
      Reach own;
      if (node.kind == NodeKind::source) add(own, scenario_.sources[node.index], 0);
      somebody_is_stuck(node, node.kind == NodeKind::source ? own : all);
    }
  }

 private:
  NodeId id_of(const Node& node) const { return scenario_.nodes.id_of(node); }
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
    for (const Arrival& one : source.arrivals) {
      if (one.age) reach.add_age(Distribution::constant(*one.age), run_years);
      if (one.severity) reach.severities.insert(*one.severity);
      age |= !one.age;
      severity |= !one.severity;
    }
    if (age) reach.add_age(source.age, run_years);
    if (severity) reach.add(reach.severities, source.severity);
  }

  /// What values of the attributes that a node asks for its youths may have: those of a source its
  /// own, all others those of everybody.
  std::set<AttributeValues> values_at(const Node& node) const {
    std::set<AttributeId> asked;
    const auto add_asked = [&](const std::optional<Condition>& condition) {
      if (!condition) return;
      for (const Condition::Among& among : condition->attributes) asked.insert(among.attribute);
    };
    for (const Branch& branch : node.routes) {
      add_asked(branch.only_if);
      for (const Route& route : branch.routes) {
        add_asked(route.only_if);
        for (const auto* admission : admissions(route)) add_asked(*admission);
      }
    }
    if (asked.empty()) return {AttributeValues()};
    std::set<AttributeValues> values;
    const auto add_found = [&](const AttributeMixes& otherwise) {
      scenario_.for_each_found([&](const FoundYouths& found) {
        values.merge(
            possible_values(scenario_, found.mixes, otherwise, known_values(found), asked));
      });
    };
    for (const Node& from : scenario_.nodes) {
      if (from.kind != NodeKind::source) continue;
      if (node.kind == NodeKind::source && &from != &node) continue;
      const Source& source = scenario_.sources[from.index];
      values.merge(possible_values(scenario_, {}, source.mixes, known_values(source), asked));
      if (node.kind != NodeKind::source) add_found(source.mixes);
    }
    if (scenario_.sources.empty()) add_found({});
    return values.empty() ? std::set<AttributeValues>{{}} : values;
  }

  /// ", noord, leiden": the values, for a message.
  std::string named(const AttributeValues& values) const {
    std::string names;
    for (const AttributeId id : scenario_.attributes.ids())
      if (const ValueId value = values[id]) names += ", " + scenario_.attributes[id].values[value];
    return names;
  }

  /// @param coming  of which only ages count
  static void add(Reach& all, Reach& coming, const FoundYouths& found, double run_years) {
    const auto add_age = [&](const Distribution& age) {
      all.add_age(age, run_years);
      coming.add_age(age, 0);
    };
    if (found.age) add_age(*found.age);
    all.add(all.severities, found.severity);
    for (const RecordedYouth& one : found.rows) {
      if (one.age) add_age(Distribution::constant(*one.age));
      if (one.severity) all.severities.insert(*one.severity);
    }
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
    return !condition || ((youths.helped || !condition->asks_for_help()) &&
                          condition->admits(youths.age, youths.severity, youths.values));
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
    const std::set<AttributeValues> kinds = values_at(node);
    for (const double age : age_classes(node, reach))
      for (const SeverityId severity : reach.severities)
        for (const AttributeValues& values : kinds) {
          if (can_go_on(node, {age, severity, values, false}) &&
              can_go_on(node, {age, severity, values, true}))
            continue;
          issues_.error(
              loaded_.route_locations[id_of(node)],
              message("{0}.routes have no way for a youth of {1} years, {2}{3}", path_of(node),
                      fmt::format("{:.4g}", age), scenario_.severities[severity], named(values)),
              message("every youth must be able to go on; add a route without `if` to a node that "
                      "admits all, such as one with `rest`"));
          return;
        }
  }

  const Loaded& loaded_;
  const Scenario& scenario_;
  Issues& issues_;
};

}  // namespace

void check_everybody_can_go_on(const Loaded& loaded, Issues& issues) {
  ReachCheck(loaded, issues).check();
}

}  // namespace doorstroom
