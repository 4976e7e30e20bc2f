#include "models/continuum/offered_load.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "models/continuum/route_selector.hpp"

namespace doorstroom {
namespace {

/// How many ages represent the youths of a source.
constexpr int ages_per_source = 16;
/// The inflow has settled when a round adds less than this share.
constexpr double settled = 1e-10;
constexpr int most_rounds = 100'000;

double expected_value(const Quantity& quantity, EvaluationTime when) {
  if (quantity.changes.empty()) return quantity.distribution.mean();
  constexpr int points = 256;
  double changed = 0;
  double unchanged = 0;
  for (int i = 0; i < points; ++i) {
    const double u = (i + 0.5) / points;
    changed += quantity.draw(u, when);
    unchanged += quantity.distribution.quantile(u);
  }
  // Points miss what lies far out; their ratio hardly does.
  return unchanged > 0 ? quantity.distribution.mean() * changed / unchanged : changed / points;
}

/// Youths who are alike for every condition, and how many of them arrive a day.
struct Kind {
  Traits traits;
  NodeId source = no_node;
  double per_day = 0;
};

class Balance {
 public:
  Balance(const Scenario& scenario, Instant at)
      : scenario_(scenario),
        when_{at},
        inflow_(scenario.nodes.size()),
        inside_(scenario.nodes.size()),
        work_hours_(scenario.nodes.size()) {
    for (const Node& node : scenario.nodes) ways_.emplace_back(scenario, node.routes);
    for (const NodeId id : scenario.nodes.ids())
      if (scenario.nodes[id].kind == NodeKind::source)
        for (const Kind& kind : kinds_of(id)) follow(kind);
  }

  OfferedLoad of(NodeId id) const {
    const Node& node = scenario_.nodes[id];
    OfferedLoad result{.node = id, .can_give_up = node.waiting.leaves_after.has_value()};
    result.per_year = inflow_[id] * days_per_year;
    if (node.kind == NodeKind::desk) {
      const Desk& desk = scenario_.desks[node.index];
      if (!desk.unlimited)
        result.load = ratio(work_hours_[id], value(desk.staff) * value(desk.hours) / days_per_year);
    } else {
      const Arrangement& arrangement = scenario_.arrangements[node.index];
      result.can_give_up |= arrangement.limit.has_value();
      if (!arrangement.unlimited)
        result.load = ratio(inside_[id], std::floor(value(arrangement.places) + 1e-9));
    }
    return result;
  }

 private:
  double value(const Number& number) const { return number.at(scenario_.period, when_); }
  static double ratio(double asked, double given) {
    if (asked <= 0) return 0;
    return given > 0 ? asked / given : std::numeric_limits<double>::infinity();
  }

  double arrivals_per_day(const Source& source) const {
    const Period& period = scenario_.period;
    if (source.arrivals.empty())
      return value(source.per_year) / days_per_year *
             std::pow(1 + source.growth, when_.at.days() / days_per_year);
    return static_cast<double>(source.arrivals.size()) /
           static_cast<double>(period.horizon_day() - period.first_day());
  }

  std::vector<Kind> kinds_of(NodeId id) const {
    const Source& source = scenario_.sources[scenario_.nodes[id].index];
    const double per_day = arrivals_per_day(source) / ages_per_source;
    const bool no_subregions = source.subregion.empty();
    const IdVector<SubregionId, double> subregions =
        no_subregions ? IdVector<SubregionId, double>{1} : source.subregion;
    std::vector<Kind> kinds;
    for (int i = 0; i < ages_per_source; ++i)
      for (const SeverityId severity : source.severity.ids())
        for (const SubregionId subregion : subregions.ids()) {
          const double age = source.age.quantile((i + 0.5) / ages_per_source) / days_per_year;
          kinds.push_back({{std::max(0.0, age - 0.5),  // half a year ago it was 1 August
                            severity, no_subregions ? no_subregion : subregion},
                           id,
                           per_day * source.severity[severity] * subregions[subregion]});
        }
    std::erase_if(kinds, [](const Kind& kind) { return kind.per_day <= 0; });
    return kinds;
  }

  /// Where youths of one kind go from a node, how long they stay there, and how much work each
  /// takes at a desk, rework included.
  struct Onward {
    std::vector<std::pair<NodeId, double>> shares;
    double work_hours = 0;
    double stay_days = 0;
  };

  /// Adds the inflow of one kind of youths to every node that they reach, from node to node, until
  /// next to nobody is left.
  void follow(const Kind& kind) {
    std::map<NodeId, Onward> onward;
    std::map<NodeId, double> now{{kind.source, kind.per_day}};
    for (int round = 0; round < most_rounds; ++round) {
      std::map<NodeId, double> next;
      double moved = 0;
      for (const auto& [id, per_day] : now) {
        inflow_[id] += per_day;
        moved += per_day;
        auto known = onward.find(id);
        if (known == onward.end()) known = onward.emplace(id, onward_from(id, kind.traits)).first;
        work_hours_[id] += per_day * known->second.work_hours;
        inside_[id] += per_day * known->second.stay_days;
        for (const auto& [to, share] : known->second.shares) next[to] += per_day * share;
      }
      if (moved <= settled * kind.per_day) return;
      now = std::move(next);
    }
  }

  double scale_of(const Traits& traits, Number SeverityScale::*what) const {
    return scenario_.scales.empty() ? 1.0 : value(scenario_.scales[traits.severity].*what);
  }

  /// Mean stay of youths of one kind. Where an age ends the stay, it ends half a year after the
  /// birthday on average.
  double stay_days(const Node& node, const Traits& traits) const {
    if (node.kind != NodeKind::arrangement) return 0;
    const Arrangement& arrangement = scenario_.arrangements[node.index];
    const double scale = scale_of(traits, &SeverityScale::stay);
    if (!arrangement.until_age) return scale * expected_value(arrangement.stay, when_);
    // Half a year ago it was 1 August, and half a year after the birthday it is again.
    const double most = std::max(0.0, *arrangement.until_age - traits.age_years) * days_per_year;
    constexpr int steps = 64;
    double sum = 0;
    for (int i = 0; i < steps; ++i)
      sum += std::min(most, scale * arrangement.stay.draw((i + 0.5) / steps, when_));
    return sum / steps;
  }

  Onward onward_from(NodeId from, const Traits& traits) const {
    const Node& node = scenario_.nodes[from];
    Onward onward;
    onward.stay_days = stay_days(node, traits);
    const bool works = node.kind == NodeKind::desk;
    const double hours = works ? expected_value(scenario_.desks[node.index].work, when_) *
                                     scale_of(traits, &SeverityScale::work)
                               : 0;
    onward.work_hours = hours;
    if (node.kind == NodeKind::choice) onward.shares = spread(node, traits);
    for (const auto& [route, share] : ways_[from].shares(traits, when_)) {
      onward.shares.emplace_back(route->to, share);
      onward.work_hours += share * value(route->bounce) * value(route->rework) * hours;
    }
    return onward;
  }

  /// Splits the youths who come to a choice over its arrangements, in proportion to their places.
  std::vector<std::pair<NodeId, double>> spread(const Node& node, const Traits& traits) const {
    std::vector<std::pair<NodeId, double>> places;
    double sum = 0;
    for (const NodeId id : scenario_.choices[node.index].among) {
      if (scenario_.nodes[id].kind != NodeKind::arrangement) continue;
      const Arrangement& one = scenario_.arrangements[scenario_.nodes[id].index];
      if (one.admits && !one.admits->admits(traits.age_years, traits.severity, traits.subregion))
        continue;
      const double weight = one.unlimited ? 1e9 : value(one.places) + 1e-9;
      places.emplace_back(id, weight);
      sum += weight;
    }
    for (auto& [id, weight] : places) weight /= sum;
    return places;
  }

  const Scenario& scenario_;
  EvaluationTime when_;
  IdVector<NodeId, RouteSelector> ways_;
  IdVector<NodeId, double> inflow_;      ///< youths a day
  IdVector<NodeId, double> inside_;      ///< youths, of arrangements
  IdVector<NodeId, double> work_hours_;  ///< a day, of desks
};

}  // namespace

std::vector<OfferedLoad> offered_loads(const Scenario& scenario, Instant at) {
  const Balance balance(scenario, at);
  std::vector<OfferedLoad> loads;
  for (const NodeId id : scenario.nodes.ids()) {
    const NodeKind kind = scenario.nodes[id].kind;
    if (kind == NodeKind::desk || kind == NodeKind::arrangement) loads.push_back(balance.of(id));
  }
  for (const Choice& choice : scenario.choices) {
    const auto chosen = [&](const OfferedLoad& one) {
      return std::ranges::find(choice.among, one.node) != choice.among.end();
    };
    if (!std::ranges::any_of(loads,
                             [&](const OfferedLoad& one) { return chosen(one) && one.load < 1; }))
      continue;
    for (OfferedLoad& one : loads) one.can_go_elsewhere |= chosen(one);
  }
  return loads;
}

}  // namespace doorstroom
