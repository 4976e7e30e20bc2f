#include "results/attribution/explanation.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/error.hpp"
#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

constexpr std::uint32_t fewest_replications = 2;

/// The coalitions that replications need, and the shares of the parts in each.
class Coalitions {
 public:
  Coalitions(std::size_t parts, std::uint32_t seed)
      : parts_(parts), seed_(seed), exact_(parts <= most_exact_parts) {}

  bool exact() const { return exact_; }
  /// How many scenarios a replication needs.
  std::uint32_t count() const {
    return exact_ ? std::uint32_t{1} << parts_ : static_cast<std::uint32_t>(3 * parts_ - 1);
  }

  /// Those that every replication needs.
  std::vector<Coalition> everywhere() const {
    const Coalition all = whole_of(parts_);
    std::vector<Coalition> coalitions{0, all};
    if (exact_) {
      for (Coalition some = 1; some < all; ++some) coalitions.push_back(some);
      return coalitions;
    }
    for (std::size_t part = 0; part < parts_; ++part) {
      coalitions.push_back(Coalition{1} << part);
      coalitions.push_back(all & ~(Coalition{1} << part));
    }
    return coalitions;
  }

  /// Those of one replication beside.
  std::vector<Coalition> of_replication(std::uint32_t replication) const {
    if (exact_) return {};
    return coalitions_along(order_of_parts(parts_, seed_, replication));
  }

  /// @param value  of a coalition in this replication
  template <class ValueOf>
  std::vector<double> shares(std::uint32_t replication, const ValueOf& value) const {
    std::vector<double> values;
    if (exact_) {
      for (Coalition some = 0; some <= whole_of(parts_); ++some) values.push_back(value(some));
      return shapley_values(values);
    }
    const std::vector<std::size_t> order = order_of_parts(parts_, seed_, replication);
    for (const Coalition some : coalitions_along(order)) values.push_back(value(some));
    return shares_along(order, values);
  }

 private:
  std::size_t parts_;
  std::uint32_t seed_;
  bool exact_;
};

/// What a whole is more than the last values of its parts together; nil where that is no more than
/// rounding.
double beyond_sum(double whole, const std::vector<std::vector<double>>& parts) {
  constexpr double rounding = 1e-9;
  double rest = whole;
  double size = std::abs(whole);
  for (const std::vector<double>& part : parts) {
    rest -= part.back();
    size += std::abs(part.back());
  }
  return std::abs(rest) <= rounding * size ? 0 : rest;
}

class Explainer {
 public:
  Explainer(const ExplanationQuestion& question, const VariantParts& parts,
            const Assumptions& assumptions, Simulations& simulations)
      : question_(question),
        parts_(parts),
        assumptions_(assumptions),
        simulations_(simulations),
        coalitions_(parts.parts().size(), simulations.seed()) {}

  ExplanationAnswer answer(const OnEstimate& on_estimate) {
    replications_ = affordable();
    simulations_.run({{parts_.with_parts(0), all()}, {with_all(), all()}});
    if (on_estimate) on_estimate(cost(replications_), question_.at_most);
    simulations_.expect(cost(replications_));
    simulate();
    ExplanationAnswer answer{replications_, coalitions_.exact(), {}, {}};
    for (const ExplainedFigure& figure : question_.figures)
      answer.figures.push_back(explained(figure));
    if (question_.wants_break_even)
      answer.break_even = break_evens(question_, assumptions_, simulations_, replications_);
    return answer;
  }

 private:
  ReplicationRange all() const { return {0, replications_}; }
  Alternative with_all() const { return parts_.with_parts(whole_of(parts_.parts().size())); }

  std::uint32_t cost(std::uint32_t replications) const {
    return replications * coalitions_.count() +
           (question_.wants_break_even ? break_even_cost(question_, assumptions_, replications)
                                       : 0);
  }

  /// The replications that the question asks for, or as many as it allows.
  std::uint32_t affordable() const {
    std::uint32_t replications = question_.replications;
    while (replications >= fewest_replications && cost(replications) > question_.at_most)
      --replications;
    if (replications < fewest_replications)
      throw input_error(message(
          "--at-most {0} is too few: {1} parts take {2} replications at least\n  allow more, "
          "or join parts with --part",
          question_.at_most, parts_.parts().size(), cost(fewest_replications)));
    return replications;
  }

  void simulate() {
    std::vector<SimulationRequest> requests;
    for (const Coalition some : coalitions_.everywhere())
      requests.push_back({parts_.with_parts(some), all()});
    for (std::uint32_t r = 0; r < replications_; ++r)
      for (const Coalition some : coalitions_.of_replication(r))
        requests.push_back({parts_.with_parts(some), {r, 1}});
    simulations_.run(requests);
  }

  /// Values of a coalition that every replication needs.
  std::vector<double> values(const ExplainedFigure& figure, Coalition some) const {
    return figure.values(simulations_, parts_.with_parts(some), all());
  }

  double value(const ExplainedFigure& figure, Coalition some, std::uint32_t replication) const {
    return figure.values(simulations_, parts_.with_parts(some), {replication, 1}).front();
  }

  Explanation explained(const ExplainedFigure& figure) const {
    const std::size_t parts = parts_.parts().size();
    const Coalition every = whole_of(parts);
    std::map<Coalition, std::vector<double>> known;
    for (const Coalition some : coalitions_.everywhere()) known[some] = values(figure, some);

    std::vector<double> base = known[0];
    std::vector<double> together;
    std::vector<std::vector<double>> alone(parts), without(parts), shares(parts);
    for (std::uint32_t r = 0; r < replications_; ++r) {
      const std::vector<double> of_this = coalitions_.shares(r, [&](Coalition some) {
        const auto found = known.find(some);
        return found != known.end() ? found->second[r] : value(figure, some, r);
      });
      if (std::isnan(of_this.front())) base[r] = no_number;  // no pair, so that shares add up
      for (std::size_t i = 0; i < parts; ++i) {
        const Coalition part = Coalition{1} << i;
        shares[i].push_back(of_this[i]);
        alone[i].push_back(known[part][r] - base[r]);
        without[i].push_back(known[every & ~part][r] - base[r]);
      }
      together.push_back(beyond_sum(known[every][r] - base[r], alone));
    }
    Explanation found{figure, compare_pairs(base, known[every]), {}, t_interval(together)};
    for (std::size_t i = 0; i < parts; ++i)
      found.parts.push_back({t_interval(alone[i]), t_interval(without[i]), t_interval(shares[i])});
    return found;
  }

  const ExplanationQuestion& question_;
  const VariantParts& parts_;
  const Assumptions& assumptions_;
  Simulations& simulations_;
  Coalitions coalitions_;
  std::uint32_t replications_ = 0;
};

}  // namespace

ExplanationAnswer explain(const ExplanationQuestion& question, const VariantParts& parts,
                          const Assumptions& assumptions, Simulations& simulations,
                          const OnEstimate& on_estimate) {
  return Explainer(question, parts, assumptions, simulations).answer(on_estimate);
}

}  // namespace doorstroom
