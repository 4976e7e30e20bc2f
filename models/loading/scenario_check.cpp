#include "models/loading/scenario_check.hpp"

#include <algorithm>
#include <boost/algorithm/string.hpp>
#include <set>
#include <string>

#include "models/continuum/roles/roles.hpp"
#include "models/reading/load_context.hpp"

namespace doorstroom {
namespace {

class Check {
 public:
  Check(const Loaded& loaded, Issues& issues)
      : loaded_(loaded), scenario_(loaded.scenario), issues_(issues) {}

  void nobody_goes_round_in_no_time() {
    std::set<NodeId> trap;
    for (const NodeId id : scenario_.nodes.ids())
      if (takes_no_time(scenario_.nodes[id]) && !scenario_.nodes[id].beside) trap.insert(id);
    const auto leaks = [&](NodeId id) {
      return std::ranges::any_of(scenario_.nodes[id].routes, [&](const Branch& branch) {
        return std::ranges::any_of(branch.routes, [&](const Route& route) {
          return goes(route, branch) && (takes_time(route) || !trap.contains(route.to));
        });
      });
    };
    while (std::erase_if(trap, leaks) > 0) {
    }
    if (!trap.empty()) report_cycle(*trap.begin());
    for (const NodeId id : scenario_.nodes.ids())
      if (!trap.contains(id)) report_self_route(id);
  }

  /// Full lists send nobody round in a circle.
  void full_lists_lead_on() {
    for (const NodeId first : scenario_.nodes.ids()) {
      std::vector<std::string> way;
      NodeId next = first;
      do {
        way.push_back(scenario_.nodes[next].id);
        next = scenario_.nodes[next].when_full;
      } while (next != no_node && next != first && way.size() <= scenario_.nodes.size());
      if (next != first || way.size() > scenario_.nodes.size()) continue;
      const bool told_before = std::ranges::any_of(
          way, [&](const std::string& id) { return scenario_.nodes.find(id, &Node::id) < first; });
      if (told_before) continue;
      issues_.error(scenario_.nodes[first].location,
                    message("when_full leads round: {0}", boost::join(way, " -> ")),
                    message("if all these lists are full, nobody has anywhere to go; let one of "
                            "them lead to another node"));
    }
  }

  void every_node_is_used() {
    std::set<NodeId> used;
    for (const Node& node : scenario_.nodes) {
      used.insert(node.waiting.leaves_to);
      used.insert(node.when_full);
      for (const Also& also : node.also) used.insert(also.to);
      for (const Branch& branch : node.routes)
        for (const Route& route : branch.routes) {
          used.insert(route.to);
          for (const Also& also : route.also) used.insert(also.to);
          for (const Divert& divert : route.diverts) used.insert(divert.way.to);
        }
    }
    for (const Choice& choice : scenario_.choices)
      used.insert(choice.among.begin(), choice.among.end());
    for (const Absence::Leave& leave : scenario_.absence.leaves) used.insert(leave.to);
    scenario_.for_each_found([&](const FoundYouths& found) { used.insert(found.node); });
    used.insert(scenario_.leaves_to);
    if (scenario_.absence.opens) used.insert(scenario_.absence.opens->desk);
    for (const Exit& exit : scenario_.exits)
      if (exit.returns) used.insert(exit.returns->to);
    for (const LegalClock& clock : scenario_.clocks) used.insert(clock.then);
    for (const Intervention& intervention : scenario_.interventions)
      for (const Role& role : all_roles)
        if (role.add_targets && role.is_in(intervention)) role.add_targets(intervention, used);
    for (const NodeId id : scenario_.nodes.ids()) {
      const Node& node = scenario_.nodes[id];
      if (node.kind != NodeKind::source && !used.contains(id))
        issues_.warning(node.location, message("nothing leads to {0}", path_of(node)),
                        node.beside
                            ? message("nobody will ever be there; ask for it by `also`, or take it "
                                      "out")
                            : message("nobody will ever be there; add a route to it, or take it "
                                      "out"));
    }
  }

  /// Where `initial` or `today` fills some nodes and no warm-up fills the others, those begin
  /// without anybody.
  void no_pipeline_begins_empty() {
    std::set<NodeId> named;
    scenario_.for_each_found([&](const FoundYouths& found) { named.insert(found.node); });
    if (named.empty() || scenario_.period.first_day() < 0) return;
    std::vector<std::string> empty;
    SourceLocation first;
    for (const NodeId id : scenario_.nodes.ids()) {
      const Node& node = scenario_.nodes[id];
      const bool limited =
          (node.kind == NodeKind::desk && !scenario_.desks[node.index].unlimited) ||
          (node.kind == NodeKind::arrangement && !scenario_.arrangements[node.index].unlimited);
      if (!limited || named.contains(id)) continue;
      if (empty.empty()) first = node.location;
      empty.push_back(path_of(node));
    }
    if (empty.empty()) return;
    issues_.warning(first,
                    message("nobody is at {0} when the run begins", boost::join(empty, ", ")),
                    message("what comes from there starts with a gap; add them to `initial` or "
                            "`today`, or give the run a warm_up"));
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
      issues_.error(node.location,
                    message("{0}.per_year is 0, and an effect changes it", path_of(node)),
                    message("an effect acts as a factor, and nothing times a factor is nothing; "
                            "give the source a rate above 0"));
    }
  }

 private:
  static bool is_zero(const Quantity& quantity) {
    return quantity.distribution.largest() <= 0 && quantity.changes.empty();
  }
  bool takes_no_time(const Node& node) const {
    if (node.kind == NodeKind::desk)
      return scenario_.desks[node.index].unlimited && is_zero(scenario_.desks[node.index].takes);
    if (node.kind != NodeKind::arrangement) return false;
    const QuantityByYouth& stay = scenario_.arrangements[node.index].stay;
    return stay.of.empty() ? is_zero(stay.of_all) : std::ranges::any_of(stay.of, is_zero);
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

  void report_cycle(NodeId from) {
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
    issues_.error(
        loaded_.route_locations[at],
        message("{0}{1} goes round without time passing", names, scenario_.nodes[at].id),
        message("nobody would ever leave; give one of them time, a delay, or a route elsewhere"));
  }

  void report_self_route(NodeId id) {
    const Node& node = scenario_.nodes[id];
    if (!takes_no_time(node)) return;
    for (const Branch& branch : node.routes)
      for (const Route& route : branch.routes)
        if (route.to == id && goes(route, branch) && !takes_time(route))
          issues_.error(
              loaded_.route_locations[id],
              message("{0}.routes lead to itself without time passing", path_of(node)),
              message("a youth would come and go at one instant; give it time, or a delay"));
  }

  const Loaded& loaded_;
  const Scenario& scenario_;
  Issues& issues_;
};

}  // namespace

void check_scenario(const Loaded& loaded, Issues& issues) {
  const bool complete = !issues.has_errors();
  check_everybody_can_go_on(loaded, issues);
  check_attributes(loaded, issues);
  if (!complete) return;
  Check check(loaded, issues);
  check.nobody_goes_round_in_no_time();
  check.full_lists_lead_on();
  check.every_node_is_used();
  check.no_inflow_comes_of_nothing();
  check.no_pipeline_begins_empty();
  check_plausible(loaded.scenario, issues);
}

}  // namespace doorstroom
