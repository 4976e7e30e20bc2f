#include "results/decisions/seek.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <iterator>
#include <limits>

#include "engine/error.hpp"
#include "engine/sample.hpp"
#include "results/decisions/seek_combinations.hpp"
#include "results/decisions/seek_margins.hpp"
#include "results/rows/schema.hpp"
#include "results/stats/shares.hpp"

namespace doorstroom {
namespace {

/// Replications that judge the answer, at least and at most.
constexpr std::uint32_t fewest_fresh = 50;
constexpr std::uint32_t most_fresh = 500;

/// The arrangement or desk whose places or staff a knob sets; none for other parameters.
const Node* node_of(const Knob& knob, const Scenario& scenario) {
  for (const Node& node : scenario.nodes)
    if (knob.path == "arrangements." + node.id + ".places" ||
        knob.path == "desks." + node.id + ".staff")
      return &node;
  return nullptr;
}

class Seek {
 public:
  Seek(const SeekQuestion& question, Simulations& simulations, const OnEstimate& on_estimate)
      : question_(question),
        simulations_(simulations),
        spread_(simulations, SeekMargins::states_in(question)),
        on_estimate_(on_estimate) {}

  SeekAnswer run() {
    shorten();
    estimate();
    if (question_.knobs.size() == 1)
      search_one();
    else
      seek_combinations(question_, simulations_, found_);
    add_figures();
    choose_best_seen();
    confirm();
    if (!found_.answer) find_growing_lists();
    return std::move(found_);
  }

 private:
  /// Of the simulations that search.
  SeekMargins margins() const { return {question_, simulations_, shorter_}; }
  /// Of those that judge what was found, over the whole period.
  SeekMargins whole_period() const { return {question_, simulations_}; }

  /// The figures of a year are the same, to the bit, in a run that ends after that year: where all
  /// targets are of years, the search need not simulate those that follow.
  void shorten() {
    int last = 0;
    for (const Constraint& constraint : question_.constraints)
      last = std::max(last, constraint.kpi.year < 0 ? simulations_.scenario(0).period.years()
                                                    : constraint.kpi.year + 1);
    if (question_.knobs.size() > 1 || last >= simulations_.scenario(0).period.years()) return;
    const std::string set = fmt::format("period.years={}", last);
    if (is_possible(set)) shorter_ = {set};
  }

  /// The first look at the top tells how long a replication takes here.
  void estimate() {
    Combination top;
    std::size_t about = 1;
    for (const Knob& knob : question_.knobs) {
      top.push_back(knob.values - 1);
      about = question_.knobs.size() == 1 ? 2 + std::bit_width(knob.values) : about + knob.values;
    }
    constexpr std::uint32_t customary_each = 100;
    const auto planned = std::min(question_.at_most,
                                  static_cast<std::uint32_t>(about) * customary_each + most_fresh);
    simulations_.run(spread_.requests(margins().alternative(top), {0, SearchRules{}.first_look}));
    simulations_.expect(planned, question_.at_most);
    if (on_estimate_) on_estimate_(planned, question_.at_most);
  }

  CapacitySearch search(const SearchRules& rules, std::vector<std::string> extra) {
    extra.insert(extra.end(), shorter_.begin(), shorter_.end());
    SeekMargins with_extra(question_, simulations_, std::move(extra));
    const MarginsOf margins_of = [&](std::size_t value, std::uint32_t replications) {
      return with_extra.of({value}, {0, replications});
    };
    return search_capacity(question_.knobs.front().values, rules, margins_of);
  }

  void search_one() {
    const CapacitySearch search_of_sites = search(margins().rules(), {});
    if (search_of_sites.answer) found_.answer = Combination{*search_of_sites.answer};
    found_.answer_low = search_of_sites.answer_low;
    found_.not_monotone = search_of_sites.not_monotone;
    for (const auto& [value, judgement] : search_of_sites.tried)
      found_.tried.push_back({{value}, judgement, {}});
    const Node* const node = node_of(question_.knobs.front(), simulations_.scenario(0));
    if (node == nullptr || node->units.count < 2 || !question_.one_pool) return;
    const std::optional<std::string> pool = one_pool_of(*node);
    found_.has_sites = pool.has_value();
    if (!pool) return;
    SearchRules rough = margins().rules();
    rough.looks = 3;  // it is told beside the answer, and need not be as sharp
    found_.one_pool = search(rough, {*pool}).answer;
  }

  /// The set that makes its sites one; none where the scenario cannot do without them, such as when
  /// they are by subregion and something else names them.
  std::optional<std::string> one_pool_of(const Node& node) const {
    const std::string units =
        (node.kind == NodeKind::desk ? "desks." : "arrangements.") + node.id + ".units";
    for (const std::string& set : {units + ".count=1", units + "=1"})
      if (is_possible(set)) return set;
    return std::nullopt;
  }

  bool is_possible(const std::string& set) const {
    const std::vector<Issue> mistakes = simulations_.plans().front().mistakes_with({set});
    return std::ranges::none_of(
        mistakes, [](const Issue& mistake) { return mistake.severity == Issue::Severity::error; });
  }

  void add_figures() {
    for (TriedCombination& tried : found_.tried)
      for (std::size_t i = 0; i < question_.constraints.size(); ++i)
        tried.figures.push_back(
            t_interval(margins().figures(tried.values, i, {0, tried.judgement.replications})));
  }

  /// The least of the margins, each in indifference zones of its own.
  double worst_margin(const TriedCombination& tried) const {
    const std::vector<double> zones = margins().rules().indifference;
    double worst = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < tried.judgement.margins.size(); ++i)
      worst = std::min(worst, tried.judgement.margins[i].mean / zones[i]);
    return worst;
  }

  void choose_best_seen() {
    DOORSTROOM_EXPECT(!found_.tried.empty());
    found_.best_seen =
        found_.answer ? *found_.answer
                      : std::ranges::max_element(found_.tried, {}, [&](const TriedCombination& t) {
                          return worst_margin(t);
                        })->values;
  }

  /// As many that the means are known to within the indifference zone, by what was seen so far.
  std::uint32_t fresh_replications() const {
    const auto seen = std::ranges::find(found_.tried, found_.best_seen, &TriedCombination::values);
    double wanted = fewest_fresh;
    for (std::size_t i = 0; i < question_.constraints.size(); ++i) {
      Welford sample;
      for (const double value :
           margins().figures(found_.best_seen, i, {0, seen->judgement.replications}))
        if (!std::isnan(value)) sample.add(value);
      const double noise = t_quantile(sample.count()) * std::sqrt(sample.variance());
      wanted = std::fmax(wanted, std::pow(noise / question_.constraints[i].indifference, 2));
    }
    const auto count = static_cast<std::uint32_t>(std::min<double>(std::ceil(wanted), most_fresh));
    if (!question_.states) return count;
    constexpr std::uint32_t of_each_state = 10;
    const auto states = static_cast<std::uint32_t>(question_.states->sets.size());
    return std::max(of_each_state * states, (count + states - 1) / states * states);
  }

  void confirm() {
    const Alternative answer = whole_period().alternative(found_.best_seen);
    const ReplicationRange fresh{first_fresh, fresh_replications()};
    const ReplicationRange pairs{first_fresh, std::min(fresh.count, 2 * fewest_fresh)};
    found_.fresh = fresh.count;
    std::vector<SimulationRequest> requests = spread_.requests(answer, fresh);
    std::ranges::move(spread_.requests({}, pairs), std::back_inserter(requests));
    simulations_.run(requests);
    for (std::size_t i = 0; i < question_.constraints.size(); ++i) {
      const Constraint& constraint = question_.constraints[i];
      const Estimate figure = estimate_of(whole_period().figures(found_.best_seen, i, fresh));
      found_.confirmed.push_back(
          {.figure = figure,
           .met = constraint.margin(figure.mean.mean) >= -constraint.indifference});
    }
    if (question_.states) judge_states(fresh);
    const std::vector<bool> met = whole_period().met(found_.best_seen, fresh);
    found_.met_chance =
        share_interval(static_cast<std::uint64_t>(std::ranges::count(met, true)), met.size());
    add_payments(answer, pairs);
  }

  /// Means of the states, and in how many all targets are met: by more than noise, of which the
  /// variance within states is pooled over them.
  void judge_states(ReplicationRange fresh) {
    const std::vector<std::size_t> states = spread_.states_of(fresh);
    const std::size_t count = question_.states->sets.size();
    std::vector<double> least(count, std::numeric_limits<double>::infinity());  // margin, noises
    for (std::size_t i = 0; i < question_.constraints.size(); ++i) {
      const std::vector<double> figures = whole_period().figures(found_.best_seen, i, fresh);
      std::vector<Welford> samples(count);
      for (std::size_t r = 0; r < figures.size(); ++r)
        if (!std::isnan(figures[r])) samples[states[r]].add(figures[r]);
      double squares = 0;
      double freedom = 0;
      std::vector<double> means;
      for (const Welford& sample : samples) {
        means.push_back(sample.mean());
        squares += sample.m2();
        freedom += sample.count() > 1 ? static_cast<double>(sample.count() - 1) : 0;
      }
      found_.confirmed[i].states = estimate_of(means);
      const double variance = freedom > 0 ? squares / freedom : 0;
      for (std::size_t s = 0; s < count; ++s) {
        const double noise = 1.96 * std::sqrt(variance / static_cast<double>(samples[s].count()));
        const double margin = question_.constraints[i].margin(means[s]);
        const double in_noises = noise > 0 ? margin / noise : (margin >= 0 ? 2 : -2);
        least[s] = std::min(least[s], std::isnan(in_noises) ? -2 : in_noises);
      }
    }
    const auto share_of = [&](auto is_so) {
      return static_cast<double>(std::ranges::count_if(least, is_so)) / static_cast<double>(count);
    };
    found_.in_states = {share_of([](double noises) { return noises >= 1; }),
                        share_of([](double noises) { return -1 < noises && noises < 1; })};
  }

  void add_payments(const Alternative& answer, ReplicationRange pairs) {
    for (std::size_t funder = 0; funder < simulations_.funders().size(); ++funder) {
      const PairedDifference paid =
          compare_pairs(spread_.paid({}, funder, pairs), spread_.paid(answer, funder, pairs));
      if (paid.base_mean != 0 || paid.other_mean != 0)
        found_.funders.push_back({simulations_.funders()[funder], paid});
    }
    found_.bill = compare_pairs(spread_.bill({}, pairs), spread_.bill(answer, pairs));
  }

  void find_growing_lists() {
    const std::vector<KpiName>& kpis = simulations_.kpis();
    const Alternative best = whole_period().alternative(found_.best_seen);
    const ReplicationRange fresh{first_fresh, found_.fresh};
    for (std::size_t i = question_.constraints.size() + 1; i + 1 < kpis.size(); i += 2) {
      const PairedDifference growth =
          compare_pairs(spread_.values(best, i, fresh), spread_.values(best, i + 1, fresh));
      if (growth.difference.low > 0)
        found_.held_back.push_back(
            {kpis[i].node, t_interval(spread_.values(best, i, fresh)), growth.difference});
    }
    std::ranges::sort(found_.held_back, std::ranges::greater{},
                      [](const GrowingList& list) { return list.growth.mean; });
  }

  const SeekQuestion& question_;
  Simulations& simulations_;
  SpreadSimulations spread_;
  const OnEstimate& on_estimate_;
  std::vector<std::string> shorter_;  ///< sets that end a run after the last year of a target
  SeekAnswer found_;
};

}  // namespace

SeekStates SeekStates::of(const ScenarioTree& base, const std::vector<Knob>& knobs,
                          std::optional<CalibratedSets> calibrated) {
  constexpr std::uint32_t states_of_ranges = 50;
  SeekStates states{assumptions_of({base}), {}, std::move(calibrated)};
  for (Assumption& assumption : states.assumptions.varied)
    std::erase_if(assumption.paths.front(), [&](const std::string& path) {
      return std::ranges::find(knobs, path, &Knob::path) != knobs.end();
    });
  std::erase_if(states.assumptions.varied,
                [](const Assumption& assumption) { return assumption.paths.front().empty(); });
  if (states.assumptions.varied.empty())
    throw input_error(message(
        "seek: no entry of `evidence` has a range that can be drawn from, but for what --vary "
        "seeks\n  leave --over out, or give some a range, as in arrangements.oza.stay: {{basis: "
        "assumed, range: [9 months, 11 months, 14 months]}}"));
  const std::uint32_t seed = base.load().scenario.seed;
  for (const WorldState& state :
       states.calibrated ? states_of_sets(states.assumptions, *states.calibrated, seed)
                         : states_within_ranges(states.assumptions, states_of_ranges, seed))
    states.sets.push_back(states.assumptions.sets_of(0, state.values));
  return states;
}

std::vector<KpiName> SeekQuestion::kpis(const Scenario& base) const {
  std::vector<KpiName> kpis;
  for (const Constraint& constraint : constraints) kpis.push_back(constraint.kpi);
  kpis.push_back(minimise);
  for (const Node& node : base.nodes) {
    if (!has_list(node)) continue;
    kpis.push_back({node.id, "waiting_mean", 0});
    kpis.push_back({node.id, "waiting_mean", base.period.years() - 1});
  }
  return kpis;
}

SeekAnswer seek(const SeekQuestion& question, Simulations& simulations,
                const OnEstimate& on_estimate) {
  DOORSTROOM_EXPECT(!question.knobs.empty() && !question.constraints.empty());
  return Seek(question, simulations, on_estimate).run();
}

}  // namespace doorstroom
