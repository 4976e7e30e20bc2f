#include "results/decisions/choice_of_plans.hpp"

#include <algorithm>
#include <cmath>

#include "engine/error.hpp"
#include "engine/sample.hpp"
#include "models/messages/message.hpp"
#include "results/stats/design_points.hpp"
#include "results/stats/shares.hpp"

namespace doorstroom {
namespace {

/// One plan by one criterion in all states.
struct InStates {
  std::vector<std::vector<double>> values;  ///< [state][replication]
  std::vector<double> means;                ///< by state; NaN without data
  double variance = 0;                      ///< within states, pooled
};

InStates in_states(std::vector<std::vector<double>> values) {
  InStates found{std::move(values), {}, 0};
  double squares = 0;
  double freedom = 0;
  for (const std::vector<double>& state : found.values) {
    Welford sample;
    for (const double value : state)
      if (!std::isnan(value)) sample.add(value);
    found.means.push_back(sample.mean());
    squares += sample.m2();
    if (sample.count() > 1) freedom += static_cast<double>(sample.count() - 1);
  }
  found.variance = freedom > 0 ? squares / freedom : 0;
  return found;
}

double mean_of_part(const std::vector<double>& values, std::size_t first, std::size_t end) {
  Welford sample;
  for (std::size_t i = first; i < end; ++i)
    if (!std::isnan(values[i])) sample.add(values[i]);
  return sample.mean();
}

class PlansInStates {
 public:
  PlansInStates(const ChoiceQuestion& question, Simulations& simulations)
      : question_(question), plans_(simulations.plans().size()), simulations_(simulations) {
    compared_.assumptions = assumptions_of(simulations.plans());
    if (compared_.assumptions.varied.empty())
      throw input_error(message(
          "choose: no entry of `evidence` has a range that can be drawn from\n  give some "
          "a range, as in arrangements.oza.places: {{basis: assumed, range: [20, 24, 30]}}"));
    if (question.sets) {
      states_ = states_of_sets(compared_.assumptions, *question.sets, simulations.seed());
      states_.resize(std::min<std::size_t>(states_.size(), question.states));
    } else {
      states_ = drawn(question.states, 0);
    }
    compared_.states = static_cast<std::uint32_t>(states_.size());
  }

  PlansCompared run(const OnEstimate& on_estimate) {
    estimate(on_estimate);
    simulate(states_, 0, all_plans());
    for (std::size_t plan = 0; plan < plans_; ++plan)
      for (std::size_t k = 0; k < question_.criteria.size(); ++k)
        found_.push_back(in_states(values_in(states_, 0, plan, k)));
    for (std::size_t plan = 0; plan < plans_; ++plan)
      for (std::size_t k = 0; k < question_.criteria.size(); ++k)
        compared_.figures.push_back(figure_of(plan, k));
    add_regret();
    for (PlanFigure& figure : compared_.figures) add_failures(figure);
    find_not_beaten();
    return std::move(compared_);
  }

 private:
  std::vector<WorldState> drawn(std::uint32_t count, std::uint32_t which) const {
    return states_within_ranges(compared_.assumptions, count, simulations_.seed(), which);
  }
  std::vector<std::size_t> all_plans() const {
    std::vector<std::size_t> plans(plans_);
    for (std::size_t plan = 0; plan < plans_; ++plan) plans[plan] = plan;
    return plans;
  }

  Alternative in_state(std::size_t plan, const WorldState& state) const {
    return {plan, compared_.assumptions.sets_of(plan, state.values)};
  }

  /// Replications of a state's own. @param first  number of the first state among all
  ReplicationRange replications_of(std::size_t state, std::uint32_t first) const {
    return {first + static_cast<std::uint32_t>(state) * question_.replications,
            question_.replications};
  }

  void simulate(const std::vector<WorldState>& states, std::uint32_t first,
                const std::vector<std::size_t>& plans) {
    std::vector<SimulationRequest> requests;
    for (std::size_t s = 0; s < states.size(); ++s)
      for (const std::size_t plan : plans)
        requests.push_back({in_state(plan, states[s]), replications_of(s, first)});
    simulations_.run(requests);
  }

  std::vector<std::vector<double>> values_in(const std::vector<WorldState>& states,
                                             std::uint32_t first, std::size_t plan,
                                             std::size_t criterion) const {
    std::vector<std::vector<double>> values;
    for (std::size_t s = 0; s < states.size(); ++s)
      values.push_back(
          simulations_.values(in_state(plan, states[s]), criterion, replications_of(s, first)));
    return values;
  }

  void estimate(const OnEstimate& on_estimate) {
    const std::size_t planned = states_.size() * plans_ * question_.replications;
    if (planned > question_.at_most)
      throw input_error(
          message("--at-most {0} is too little: {1} states of {2} plans with {3} replications are "
                  "{4}\n  give more, or fewer --states",
                  question_.at_most, states_.size(), plans_, question_.replications, planned));
    simulate({states_.front()}, 0, all_plans());
    simulations_.expect(static_cast<std::uint32_t>(planned));
    if (on_estimate) on_estimate(static_cast<std::uint32_t>(planned), question_.at_most);
  }

  const InStates& found(std::size_t plan, std::size_t criterion) const {
    return found_[plan * question_.criteria.size() + criterion];
  }

  PlanFigure figure_of(std::size_t plan, std::size_t k) const {
    const InStates& in = found(plan, k);
    const bool lower = question_.criteria[k].lower_is_better();
    PlanFigure figure{.plan = plan, .criterion = k};
    const std::vector<double> sorted = sorted_numbers(in.means);
    figure.worst_tenth = quantile(sorted, lower ? 0.9 : 0.1);
    figure.best_tenth = quantile(sorted, lower ? 0.1 : 0.9);
    const double mean = mean_of(sorted);
    const double noise =
        1.96 * std::sqrt(in.variance / static_cast<double>(question_.replications * sorted.size()));
    figure.mean = {mean, mean - noise, mean + noise, sorted.size()};
    if (const auto& target = question_.criteria[k].target) {
      double met = 0;
      double open = 0;
      for (const double value : in.means) {
        const std::optional<bool> meets = meets_target(*target, value, in.variance);
        met += meets == true ? 1 : 0;
        open += meets ? 0 : 1;
      }
      figure.met_share = met / static_cast<double>(in.means.size());
      figure.open_share = open / static_cast<double>(in.means.size());
    }
    return figure;
  }

  /// None where noise leaves it open.
  std::optional<bool> meets_target(const Constraint& target, double mean, double variance) const {
    const double noise = 1.96 * std::sqrt(variance / question_.replications);
    const double margin = target.margin(mean);
    if (margin - noise >= 0) return true;
    if (margin + noise < 0) return false;
    return std::nullopt;
  }

  /// The best plan of each state, picked on one half of its replications, valued on the other.
  void add_regret() {
    const std::size_t half = question_.replications / 2;
    for (std::size_t k = 0; k < question_.criteria.size(); ++k) {
      const double sign = question_.criteria[k].lower_is_better() ? 1 : -1;
      std::vector<std::vector<double>> regrets(plans_);
      for (std::size_t s = 0; s < states_.size(); ++s) {
        std::vector<double> regret(plans_, 0.0);
        for (const bool picks_first : {true, false}) {
          const auto part = [&](std::size_t plan, bool first) {
            return sign * mean_of_part(found(plan, k).values[s], first ? 0 : half,
                                       first ? half : question_.replications);
          };
          std::size_t best = 0;
          for (std::size_t plan = 1; plan < plans_; ++plan)
            if (part(plan, picks_first) < part(best, picks_first)) best = plan;
          for (std::size_t plan = 0; plan < plans_; ++plan)
            regret[plan] += (part(plan, !picks_first) - part(best, !picks_first)) / 2;
        }
        for (std::size_t plan = 0; plan < plans_; ++plan)
          if (!std::isnan(regret[plan])) regrets[plan].push_back(regret[plan]);
      }
      for (std::size_t plan = 0; plan < plans_; ++plan) {
        PlanFigure& figure = compared_.figures[plan * question_.criteria.size() + k];
        figure.regret_mean = mean_of(regrets[plan]);
        figure.regret_max =
            regrets[plan].empty() ? no_number : *std::ranges::max_element(regrets[plan]);
      }
    }
  }

  std::vector<bool> failed(const Constraint& target, const std::vector<double>& means) const {
    std::vector<bool> failed;
    for (const double mean : means) failed.push_back(!(target.margin(mean) >= 0));
    return failed;
  }

  static std::vector<DesignPoint> places_of(const std::vector<WorldState>& states) {
    std::vector<DesignPoint> places;
    for (const WorldState& state : states) places.push_back(state.places);
    return places;
  }

  void add_failures(PlanFigure& figure) {
    const auto& target = question_.criteria[figure.criterion].target;
    if (!target) return;
    const std::vector<bool> fails = failed(*target, found(figure.plan, figure.criterion).means);
    const std::optional<FailureBox> box = failure_box(places_of(states_), fails);
    if (!box) return;
    const std::size_t states = question_.sets ? states_.size() : question_.fresh_states;
    if (simulations_.replications() + states * question_.replications > question_.at_most) return;
    const std::vector<WorldState> fresh =
        question_.sets ? states_ : drawn(question_.fresh_states, 1);
    simulate(fresh, first_fresh, {figure.plan});
    const std::vector<bool> fresh_fails = failed(
        *target, in_states(values_in(fresh, first_fresh, figure.plan, figure.criterion)).means);
    const std::vector<DesignPoint> places = places_of(fresh);
    const Failures failures{*box, measured(*box, places, fresh_fails)};
    if (holds(failures.box, places, fresh_fails)) figure.fails_where = failures;
  }

  /// Whether fresh states fail more often inside the box than all of them do, beyond chance.
  static bool holds(const FailureBox& box, const std::vector<DesignPoint>& fresh,
                    const std::vector<bool>& fails) {
    std::uint64_t inside = 0;
    std::uint64_t hits = 0;
    for (std::size_t i = 0; i < fresh.size(); ++i) {
      inside += box.holds(fresh[i]) ? 1 : 0;
      hits += box.holds(fresh[i]) && fails[i] ? 1 : 0;
    }
    const double all =
        static_cast<double>(std::ranges::count(fails, true)) / static_cast<double>(fails.size());
    constexpr double one_sided = 0.9;  // 5% at the lower end
    return inside > 0 && share_interval(hits, inside, one_sided).low > all;
  }

  /// By mean and worst tenth of every criterion, and the share of states in which its target is
  /// met.
  void find_not_beaten() {
    const auto merits = [&](std::size_t plan) {
      std::vector<double> all;
      for (std::size_t k = 0; k < question_.criteria.size(); ++k) {
        const PlanFigure& figure = compared_.figures[plan * question_.criteria.size() + k];
        const double sign = question_.criteria[k].lower_is_better() ? -1 : 1;
        all.push_back(sign * figure.mean.mean);
        all.push_back(sign * figure.worst_tenth);
        if (figure.met_share) all.push_back(*figure.met_share);
      }
      return all;
    };
    for (std::size_t plan = 0; plan < plans_; ++plan) {
      bool beaten = false;
      const std::vector<double> own = merits(plan);
      for (std::size_t other = 0; other < plans_ && !beaten; ++other) {
        const std::vector<double> others = merits(other);
        beaten = others != own && std::ranges::equal(others, own, std::greater_equal{});
      }
      compared_.not_beaten.push_back(!beaten);
    }
  }

  const ChoiceQuestion& question_;
  std::size_t plans_;
  Simulations& simulations_;
  PlansCompared compared_;
  std::vector<WorldState> states_;
  std::vector<InStates> found_;  ///< by plan, then by criterion
};

}  // namespace

Criterion Criterion::parse(const std::string& text, const Scenario& scenario) {
  Criterion criterion;
  if (text.find_first_of("<>") != std::string::npos) {
    criterion.target = Constraint::parse("--kpi \"" + text + "\"", text, scenario);
    criterion.kpi = criterion.target->kpi;
  } else {
    criterion.kpi = kpi_of("--kpi", text, scenario);
  }
  if (criterion.kpi.definition().preferred == PreferredDirection::neither)
    throw input_error(
        message("--kpi {0}: more of it is neither better nor worse\n  name a key "
                "figure that can improve, such as dropouts_per_year or "
                "placed_within_10w",
                criterion.kpi.text()));
  return criterion;
}

std::vector<KpiName> ChoiceQuestion::kpis() const {
  std::vector<KpiName> kpis;
  for (const Criterion& criterion : criteria) kpis.push_back(criterion.kpi);
  return kpis;
}

PlansCompared compare_plans(const ChoiceQuestion& question, Simulations& simulations,
                            const OnEstimate& on_estimate) {
  DOORSTROOM_EXPECT(!question.criteria.empty() && question.replications >= 2);
  return PlansInStates(question, simulations).run(on_estimate);
}

}  // namespace doorstroom
