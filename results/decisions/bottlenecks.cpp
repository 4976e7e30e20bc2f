#include "results/decisions/bottlenecks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/error.hpp"
#include "models/messages/message.hpp"
#include "results/decisions/knob.hpp"
#include "results/experiment/constraint.hpp"
#include "results/rows/schema.hpp"

namespace doorstroom {
namespace {

constexpr double euro_unit = 100'000;

/// A capacity that may be raised.
struct Lever {
  NodeId node;
  std::string path;
  double capacity = 0;
  std::string unit{};
  std::vector<double> steps{};  ///< that are tried, ascending
  double price = 0;             ///< of one unit of it, used in full [EUR a year]

  Alternative with(double step) const {
    const std::string number = fmt::format("{:.10g}", capacity + step);
    return {0, {path + "=" + (unit.empty() ? number : number + " " + unit)}};
  }
};

/// What a place or an fte costs a year when it is used all the time, but for what is paid for each
/// stay or case.
double price_of(const Node& node, const Scenario& scenario) {
  if (node.kind == NodeKind::arrangement)
    return node.cost.per_place_year + node.cost.per_day_used * days_per_year;
  const Number& hours = scenario.desks[static_cast<std::size_t>(node.index)].hours;
  return node.cost.per_fte_year + node.cost.per_hour * hours.value;
}

bool is_limited(const Node& node, const Scenario& scenario) {
  if (!has_list(node)) return false;
  const auto index = static_cast<std::size_t>(node.index);
  return node.kind == NodeKind::desk ? !scenario.desks[index].unlimited
                                     : !scenario.arrangements[index].unlimited;
}

/// None where the capacity is not one number above 0: then nothing there can be made a little more.
std::optional<Lever> lever_of(NodeId id, const Scenario& scenario) {
  const Node& node = scenario.nodes[id];
  const bool is_desk = node.kind == NodeKind::desk;
  Lever lever{
      .node = id,
      .path = is_desk ? "desks." + node.id + ".staff" : "arrangements." + node.id + ".places"};
  const std::optional<Amount> now = amount_at(lever.path, scenario.resolved);
  if (!now || !(now->number > 0)) return std::nullopt;
  lever.capacity = now->number;
  lever.unit = now->unit;
  lever.price = price_of(node, scenario);
  constexpr double most_of_capacity = 0.1;
  const double first = is_desk ? 0.1 : 1;
  for (const double step : {first, 2 * first, 4 * first})
    if (step == first || step <= most_of_capacity * lever.capacity) lever.steps.push_back(step);
  return lever;
}

class Bottleneck {
 public:
  Bottleneck(const BottleneckQuestion& question, Simulations& simulations,
             const OnEstimate& on_estimate)
      : question_(question), simulations_(simulations), on_estimate_(on_estimate) {}

  Bottlenecks run() {
    const Scenario& scenario = simulations_.scenario(0);
    for (const NodeId id : scenario.nodes.ids()) {
      if (!is_limited(scenario.nodes[id], scenario)) continue;
      if (std::optional<Lever> lever = lever_of(id, scenario))
        levers_.push_back(std::move(*lever));
      else
        found_.not_one_number.push_back(scenario.nodes[id].id);
    }
    if (levers_.empty())
      throw input_error(
          message("no desk or arrangement of the scenario has limited capacity\n  there is no "
                  "bottleneck to look for; give one places or staff"));
    simulations_.run({{{}, pilot()}});
    leave_out_without_list();
    for (Lever& lever : levers_) lever.price += price_of_cases(lever);
    plan();
    choose_steps();
    estimate();
    rank();
    return std::move(found_);
  }

 private:
  ReplicationRange pilot() const { return {0, question_.pilot}; }
  ReplicationRange fresh() const { return {first_fresh, fresh_}; }

  std::vector<double> values(const Alternative& alternative, ReplicationRange range) const {
    return simulations_.values(alternative, 0, range);
  }

  /// Mean over the pilot of the base. @param column  of the node
  double in_base(const Lever& lever, const std::string& column) const {
    const KpiName kpi{simulations_.scenario(0).nodes[lever.node].id, column};
    const auto index = std::ranges::find(simulations_.kpis(), kpi) - simulations_.kpis().begin();
    return t_interval(simulations_.values({}, static_cast<std::size_t>(index), pilot())).mean;
  }

  void leave_out_without_list() {
    std::erase_if(levers_, [&](const Lever& lever) {
      if (in_base(lever, "waiting_mean") > 0) return false;
      found_.without_list.push_back(simulations_.scenario(0).nodes[lever.node].id);
      return true;
    });
  }

  /// What is paid a year for the stays or cases that a place or an fte makes room for, as many as
  /// one that is in use has in the base.
  double price_of_cases(const Lever& lever) const {
    const Node& node = simulations_.scenario(0).nodes[lever.node];
    const bool is_desk = node.kind == NodeKind::desk;
    const double each = is_desk ? node.cost.per_case : node.cost.per_stay;
    const double in_use =
        is_desk ? lever.capacity * in_base(lever, "utilisation") : in_base(lever, "occupied_mean");
    return each > 0 && in_use > 0 ? each * in_base(lever, "entered_per_year") / in_use : 0;
  }

  /// Of each the step that is chosen is run afresh, and where it has an effect, the double.
  void plan() {
    std::size_t piloted = 0;
    for (const Lever& lever : levers_) piloted += lever.steps.size();
    const std::size_t of_pilot = question_.pilot * (1 + piloted);
    const std::size_t at_once = 1 + 2 * levers_.size();  // of one fresh replication
    fresh_ = question_.fresh;
    if (of_pilot + at_once * fresh_ > question_.at_most) {
      const std::size_t room = question_.at_most > of_pilot ? question_.at_most - of_pilot : 0;
      fresh_ = static_cast<std::uint32_t>(room / at_once);
      constexpr std::uint32_t too_few = 10;
      if (fresh_ < too_few)
        throw input_error(message("--at-most {0} is too little for {1} nodes\n  give at least {2}",
                                  question_.at_most, levers_.size(), of_pilot + too_few * at_once));
    }
    const auto planned = static_cast<std::uint32_t>(of_pilot + at_once * fresh_);
    simulations_.expect(planned);
    if (on_estimate_) on_estimate_(planned, question_.at_most);
  }

  void choose_steps() {
    std::vector<SimulationRequest> requests;
    for (const Lever& lever : levers_)
      for (const double step : lever.steps) requests.push_back({lever.with(step), pilot()});
    simulations_.run(requests);
    const std::vector<double> base = values({}, pilot());
    for (const Lever& lever : levers_) {
      double chosen = lever.steps.back();
      for (const double step : lever.steps)
        if (is_effect(compare_pairs(base, values(lever.with(step), pilot())))) {
          chosen = step;
          break;
        }
      chosen_.push_back(chosen);
    }
  }

  void estimate() {
    std::vector<SimulationRequest> requests{{{}, fresh()}};
    for (std::size_t i = 0; i < levers_.size(); ++i)
      requests.push_back({levers_[i].with(chosen_[i]), fresh()});
    simulations_.run(requests);
    const std::vector<double> base = values({}, fresh());
    std::vector<SimulationRequest> doubles;
    for (std::size_t i = 0; i < levers_.size(); ++i)
      if (is_effect(effect_of(i, base)))
        doubles.push_back({levers_[i].with(2 * chosen_[i]), fresh()});
    simulations_.expect(simulations_.replications() + simulations_.missing(doubles));
    simulations_.run(doubles);
    found_.smallest_relevant =
        smallest_relevant(simulations_.scenario(0), question_.kpi)
            .value_or(std::max(std::abs(t_interval(base).mean) * 0.01, 1e-9));
    for (std::size_t i = 0; i < levers_.size(); ++i) found_.rows.push_back(row_of(i, base));
  }

  /// Of the chosen step of a lever, on fresh replications.
  PairedDifference effect_of(std::size_t i, const std::vector<double>& base) const {
    return compare_pairs(base, values(levers_[i].with(chosen_[i]), fresh()), together());
  }

  /// Whether the double step is shown to have twice the effect. @pre it was run
  bool is_proportional(std::size_t i, const std::vector<double>& base) const {
    const std::vector<double> once = values(levers_[i].with(chosen_[i]), fresh());
    const std::vector<double> twice = values(levers_[i].with(2 * chosen_[i]), fresh());
    std::vector<double> twice_once(base.size());
    std::vector<double> at_double(base.size());
    for (std::size_t r = 0; r < base.size(); ++r) {
      twice_once[r] = 2 * (once[r] - base[r]);
      at_double[r] = twice[r] - base[r];
    }
    const PairedDifference bend = compare_pairs(at_double, twice_once);
    return relevance_of(bend, found_.smallest_relevant).verdict == Verdict::negligible;
  }

  BottleneckRow row_of(std::size_t i, const std::vector<double>& base) const {
    const Lever& lever = levers_[i];
    const Alternative more = lever.with(chosen_[i]);
    BottleneckRow row;
    row.node = simulations_.scenario(0).nodes[lever.node].id;
    row.lever = lever.path;
    row.unit = lever.unit;
    row.capacity = lever.capacity;
    row.step = chosen_[i];
    row.effect = effect_of(i, base);
    row.euro_per_year = lever.price * chosen_[i];
    row.bill = compare_pairs(simulations_.bill({}, fresh()), simulations_.bill(more, fresh()));
    row.proportional = is_effect(row.effect) && is_proportional(i, base);
    if (row.euro_per_year > 0 && row.proportional)
      row.per_100k_euro = scaled(row.effect.difference, euro_unit / row.euro_per_year);
    return row;
  }

  /// All effects share one chance of error.
  Simultaneous together() const { return {0.95, static_cast<std::uint32_t>(levers_.size())}; }

  static Interval scaled(const Interval& interval, double factor) {
    return {interval.mean * factor, interval.low * factor, interval.high * factor, interval.count};
  }

  /// By the effect of the step for its money, whether it is shown to be proportional or not; by the
  /// effect itself where a capacity has no price.
  void rank() {
    found_.by_money = std::ranges::all_of(
        found_.rows, [](const BottleneckRow& row) { return row.euro_per_year > 0; });
    const double sign = question_.kpi.definition().preferred == PreferredDirection::lower ? -1 : 1;
    std::vector<Interval> help;
    for (const BottleneckRow& row : found_.rows) {
      Interval one = scaled(row.effect.difference,
                            sign * (found_.by_money ? euro_unit / row.euro_per_year : 1));
      if (sign < 0) std::swap(one.low, one.high);
      help.push_back(one);
    }
    const std::vector<RankRange> ranks = rank_ranges(help);
    std::vector<std::size_t> order(help.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      order[i] = i;
      found_.rows[i].rank = ranks[i];
    }
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::size_t i) { return help[i].mean; });
    std::vector<BottleneckRow> sorted;
    for (const std::size_t i : order) sorted.push_back(found_.rows[i]);
    found_.rows = std::move(sorted);
  }

  const BottleneckQuestion& question_;
  Simulations& simulations_;
  const OnEstimate& on_estimate_;
  std::vector<Lever> levers_;
  std::vector<double> chosen_;  ///< step of each lever
  std::uint32_t fresh_ = 0;
  Bottlenecks found_;
};

}  // namespace

std::vector<KpiName> BottleneckQuestion::kpis(const Scenario& base) const {
  std::vector<KpiName> kpis{kpi};
  for (const Node& node : base.nodes)
    if (has_list(node))
      for (const char* column :
           {"waiting_mean", "entered_per_year", "occupied_mean", "utilisation"})
        kpis.push_back({node.id, column});
  return kpis;
}

Bottlenecks bottlenecks(const BottleneckQuestion& question, Simulations& simulations,
                        const OnEstimate& on_estimate) {
  DOORSTROOM_EXPECT(question.pilot >= 2 && question.fresh >= 2);
  return Bottleneck(question, simulations, on_estimate).run();
}

}  // namespace doorstroom
