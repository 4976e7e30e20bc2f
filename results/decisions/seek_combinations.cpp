#include "results/decisions/seek_combinations.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <ranges>

#include "results/stats/kim_nelson.hpp"

namespace doorstroom {
namespace {

constexpr double alpha_of_each = 0.025;  ///< half of 5%
constexpr std::uint32_t looks = 7;  ///< at the targets of a combination: 20 to 1280 replications
constexpr std::uint32_t first_look =
    20;  ///< replications of a combination, for the figure to minimise
constexpr std::uint32_t most_each = 2000;  ///< the same, in all
constexpr double smallest_share = 0.001;   ///< of the figure to minimise, that matters

/// Decides which combinations meet the targets.
class Feasible {
 public:
  Feasible(const SeekQuestion& question, SeekMargins& margins)
      : margins_(margins), rules_(margins.rules()), looked_at_(most_looked_at(question.knobs)) {
    rules_.alpha = alpha_of_each;
    rules_.looks = looks;
  }

  bool operator()(const Combination& values) { return is_met(judged(values).standing); }

  const std::map<Combination, Judgement>& judged() const { return judged_; }

 private:
  const Judgement& judged(const Combination& values) {
    const auto found = judged_.find(values);
    if (found != judged_.end()) return found->second;
    const auto margins_of = [&](std::uint32_t replications) {
      return margins_.of(values, {0, replications});
    };
    return judged_.emplace(values, judge_value(looked_at_, rules_, margins_of)).first->second;
  }

  /// How many combinations the walks along the edge may look at.
  static std::size_t most_looked_at(const std::vector<Knob>& knobs) {
    const std::size_t firsts = knobs[0].values;
    const std::size_t seconds = knobs[1].values;
    const std::size_t most = std::min(firsts * seconds, 3 * (firsts + seconds));
    return knobs.size() < 3 ? most : most * knobs[2].values;
  }

  SeekMargins& margins_;
  SearchRules rules_;
  std::size_t looked_at_;
  std::map<Combination, Judgement> judged_;
};

/// The combinations that meet the targets of which no other is smaller in every capacity.
class Edge {
 public:
  Edge(const SeekQuestion& question, Feasible& feasible)
      : question_(question), feasible_(feasible) {}

  std::vector<Combination> walk() {
    if (question_.knobs.size() == 2) {
      walk_at({});
    } else {
      for (std::size_t third = 0; third < question_.knobs[2].values; ++third) walk_at({third});
    }
    std::vector<Combination> edge;
    for (const Combination& one : met_)
      if (std::ranges::none_of(met_, [&](const Combination& other) { return is_less(other, one); }))
        edge.push_back(one);
    return edge;
  }

 private:
  /// From corner to corner: what the second capacity can do with less, the first must do with more.
  void walk_at(const Combination& others) {
    const std::size_t firsts = question_.knobs[0].values;
    std::size_t second = question_.knobs[1].values - 1;
    std::size_t first = 0;
    while (feasible_(with(others, firsts - 1, second))) {
      first = first_from(first, firsts - 1,
                         [&](std::size_t more) { return feasible_(with(others, more, second)); });
      second -= first_from(0, second, [&](std::size_t less) {
        return !feasible_(with(others, first, second - less - 1));
      });
      met_.push_back(with(others, first, second));
      if (second-- == 0 || ++first == firsts) return;
    }
  }

  /// The first number from..last for which something holds, given that it does for all that follow,
  /// and for the last: in steps that double, then by halves, as it is often near.
  template <typename Holds>
  static std::size_t first_from(std::size_t from, std::size_t last, Holds holds) {
    std::size_t at = from;
    for (std::size_t step = 1; at < last && !holds(at); step *= 2) {
      from = at + 1;
      at = std::min(last, at + step);
    }
    const auto between = std::views::iota(from, at);
    const auto fails = [&](std::size_t number) { return !holds(number); };
    return from +
           static_cast<std::size_t>(std::ranges::partition_point(between, fails) - between.begin());
  }

  static Combination with(const Combination& others, std::size_t first, std::size_t second) {
    Combination values{first, second};
    values.insert(values.end(), others.begin(), others.end());
    return values;
  }

  static bool is_less(const Combination& one, const Combination& other) {
    bool less = false;
    for (std::size_t i = 0; i < one.size(); ++i) {
      if (one[i] > other[i]) return false;
      less = less || one[i] < other[i];
    }
    return less;
  }

  const SeekQuestion& question_;
  Feasible& feasible_;
  std::vector<Combination> met_;
};

/// The one of the edge with the smallest figure, and those that cannot be told from it.
class Cheapest {
 public:
  Cheapest(const SeekQuestion& question, Simulations& simulations, const SeekMargins& margins,
           std::vector<Combination> edge)
      : question_(question), simulations_(simulations), margins_(margins), edge_(std::move(edge)) {}

  void select(SeekAnswer& found) {
    std::vector<std::vector<double>> first;
    for (std::size_t i = 0; i < edge_.size(); ++i) first.push_back(figure(i, {0, first_look}));
    const double mean = std::abs(mean_of(first.front()));
    const double delta = smallest_relevant(simulations_.scenario(0), question_.minimise)
                             .value_or(mean > 0 ? smallest_share * mean : smallest_share);
    KimNelson selection(first, alpha_of_each, delta);
    while (!selection.done() && selection.values() < most_each && room(selection.contenders())) {
      const auto from = static_cast<std::uint32_t>(selection.values());
      std::vector<std::vector<double>> more(edge_.size());
      for (const std::size_t i : selection.contenders()) more[i] = figure(i, {from, first_look});
      for (std::uint32_t r = 0; r < first_look && !selection.done(); ++r) {
        std::vector<double> next;
        for (const std::size_t i : selection.contenders()) next.push_back(more[i][r]);
        selection.add(next);
      }
    }
    found.answer = edge_[selection.best()];
    const auto statements = static_cast<std::uint32_t>(std::max<std::size_t>(1, edge_.size() - 1));
    for (std::size_t i = 0; i < edge_.size(); ++i) {
      const PairedDifference difference =
          compare_pairs(known(selection.best()), known(i), {0.95, statements});
      if (i != selection.best() && !(difference.difference.low > 0))
        found.as_good.push_back(edge_[i]);
    }
  }

 private:
  bool room(const std::vector<std::size_t>& contenders) const {
    return simulations_.replications() + contenders.size() * first_look <= question_.at_most;
  }
  std::vector<double> figure(std::size_t which, ReplicationRange replications) {
    const Alternative alternative = margins_.alternative(edge_[which]);
    simulations_.run(margins_.spread().requests(alternative, replications));
    known_[which] = replications.end();
    return margins_.spread().values(alternative, question_.constraints.size(), replications);
  }
  std::vector<double> known(std::size_t which) const {
    return margins_.spread().values(margins_.alternative(edge_[which]),
                                    question_.constraints.size(), {0, known_.at(which)});
  }

  const SeekQuestion& question_;
  Simulations& simulations_;
  const SeekMargins& margins_;
  std::vector<Combination> edge_;
  std::map<std::size_t, std::uint32_t> known_;  ///< replications of each
};

}  // namespace

void seek_combinations(const SeekQuestion& question, Simulations& simulations, SeekAnswer& found) {
  SeekMargins margins(question, simulations);
  Feasible feasible(question, margins);
  std::vector<Combination> edge = Edge(question, feasible).walk();
  for (const auto& [values, judgement] : feasible.judged())
    if (judgement.replications > 0)  // else nothing was left to look at it with
      found.tried.push_back({values, judgement, {}});
  if (!edge.empty()) Cheapest(question, simulations, margins, std::move(edge)).select(found);
}

}  // namespace doorstroom
