#include "results/decisions/seek_combinations.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "results/stats/feasibility.hpp"
#include "results/stats/kim_nelson.hpp"

namespace doorstroom {
namespace {

constexpr double alpha_of_each = 0.025;    ///< half of 5%
constexpr std::uint32_t first_look = 20;   ///< replications of a combination
constexpr std::uint32_t most_each = 2000;  ///< replications of a combination
constexpr double smallest_share = 0.001;   ///< of the figure to minimise, that matters

/// Decides which combinations meet the targets.
class Feasible {
 public:
  Feasible(const SeekQuestion& question, SeekMargins& margins)
      : margins_(margins), zones_(margins.rules().indifference) {
    std::size_t steps = 1;  // of a walk along the edge, at most
    for (std::size_t i = 0; i < question.knobs.size(); ++i) {
      const std::size_t values = question.knobs[i].values;
      steps = i < 2 ? steps + values : steps * values;
    }
    beta_ = alpha_of_each / static_cast<double>(steps * zones_.size());
  }

  bool operator()(const Combination& values) {
    const auto found = judged_.find(values);
    const Judgement& judgement = found != judged_.end()
                                     ? found->second
                                     : judged_.emplace(values, judge(values)).first->second;
    return judgement.standing == TargetStanding::meets;
  }

  const std::map<Combination, Judgement>& judged() const { return judged_; }

 private:
  Judgement judge(const Combination& values) {
    Judgement judgement;
    std::vector<FeasibilityCheck> checks;
    for (std::uint32_t n = first_look; n <= most_each; n += first_look) {
      const auto rows = margins_.of(values, {0, n});
      if (!rows) break;
      judgement.replications = n;
      judgement.margins.clear();
      for (std::size_t i = 0; i < rows->size(); ++i) {
        std::vector<double> data;
        for (const double margin : (*rows)[i])
          if (!std::isnan(margin)) data.push_back(margin);
        judgement.margins.push_back(t_interval(data));
        if (data.size() < 3) return judgement;  // nothing to judge by
        if (checks.size() == i)
          checks.emplace_back(data, beta_, zones_[i]);
        else
          while (checks[i].values() < data.size()) checks[i].add(data[checks[i].values()]);
      }
      const auto decided = [&](bool feasible) {
        return [feasible](const FeasibilityCheck& check) { return check.feasible() == feasible; };
      };
      if (std::ranges::any_of(checks, decided(false))) judgement.standing = TargetStanding::misses;
      if (std::ranges::all_of(checks, decided(true))) judgement.standing = TargetStanding::meets;
      if (judgement.standing != TargetStanding::open) break;
    }
    return judgement;
  }

  SeekMargins& margins_;
  std::vector<double> zones_;
  double beta_ = 0;
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
  /// With the first capacity one step up, the second may be smaller, and never needs to be larger.
  void walk_at(const Combination& others) {
    const auto with = [&](std::size_t first, std::size_t second) {
      Combination values{first, second};
      values.insert(values.end(), others.begin(), others.end());
      return values;
    };
    std::size_t above = question_.knobs[1].values;  // smallest second that is known to do
    for (std::size_t first = 0; first < question_.knobs[0].values && above > 0; ++first) {
      const std::size_t before = above;
      while (above > 0 && feasible_(with(first, above - 1))) --above;
      if (above < before) met_.push_back(with(first, above));
    }
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
