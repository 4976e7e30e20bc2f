#include "results/stats/patient_rule.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "engine/error.hpp"

namespace doorstroom {
namespace {

constexpr double peeled = 0.05;           ///< of the states in the box
constexpr double smallest = 0.05;         ///< of all states, that a box holds
constexpr double second_is_worth = 0.05;  ///< in F

using States = std::vector<std::vector<double>>;

double f_score(double coverage, double density) {
  return coverage + density > 0 ? 2 * coverage * density / (coverage + density) : 0;
}

struct Scored {
  FailureBox box;
  double score = 0;
};

/// The states in the order of each input.
std::vector<std::vector<std::size_t>> orders_of(const States& states) {
  std::vector<std::vector<std::size_t>> orders(states.front().size());
  for (std::size_t input = 0; input < orders.size(); ++input) {
    orders[input].resize(states.size());
    std::iota(orders[input].begin(), orders[input].end(), std::size_t{0});
    std::ranges::stable_sort(orders[input], {}, [&](std::size_t i) { return states[i][input]; });
  }
  return orders;
}

/// An end of a box that may be taken off.
struct End {
  std::size_t side = 0;
  bool at_low = true;
  double edge = 0;      ///< where the box then ends
  std::size_t off = 0;  ///< states that go
  double density = -1;  ///< of failures among those that stay
};

/// Peels boxes in the sides of a start box.
class Peeling {
 public:
  /// @param orders  orders_of(states)
  Peeling(const States& states, const std::vector<std::vector<std::size_t>>& orders,
          const std::vector<bool>& failed)
      : states_(states),
        orders_(orders),
        failed_(failed),
        failures_(static_cast<double>(std::ranges::count(failed, true))) {}

  /// The best box on the way.
  Scored best_in(const std::vector<std::size_t>& inputs) const {
    FailureBox box;
    std::vector<std::vector<std::size_t>> inside;  // by side, in the order of its input
    for (const std::size_t input : inputs) {
      box.sides.push_back({input, 0, 1});
      inside.push_back(orders_[input]);
    }
    const auto least =
        static_cast<std::size_t>(std::ceil(smallest * static_cast<double>(states_.size())));
    double hits = failures_;
    Scored best = scored(box, hits, inside.front().size());
    while (true) {
      const End end = best_end(box, inside, hits, least);
      if (end.density < 0) return best;
      take_off(end, box, inside);
      hits = std::round(end.density * static_cast<double>(inside.front().size()));
      Scored now = scored(box, hits, inside.front().size());
      if (now.score > best.score) best = std::move(now);
    }
  }

 private:
  Scored scored(FailureBox box, double hits, std::size_t inside) const {
    box.coverage = hits / failures_;
    box.density = hits / static_cast<double>(inside);
    const double score = f_score(box.coverage, box.density);
    return {std::move(box), score};
  }

  /// The end whose loss leaves the largest share of failures. Values that are alike go together.
  End best_end(const FailureBox& box, const std::vector<std::vector<std::size_t>>& inside,
               double hits, std::size_t least) const {
    const std::size_t count = inside.front().size();
    const auto away =
        std::max<std::size_t>(1, static_cast<std::size_t>(peeled * static_cast<double>(count)));
    End best;
    if (count < least + away) return best;
    for (std::size_t side = 0; side < box.sides.size(); ++side)
      for (const bool at_low : {true, false}) {
        const std::vector<std::size_t>& sorted = inside[side];
        const auto state_at = [&](std::size_t k) { return sorted[at_low ? k : count - 1 - k]; };
        const auto value_at = [&](std::size_t k) {
          return states_[state_at(k)][box.sides[side].input];
        };
        End end{side, at_low, value_at(away), away, 0};
        while (end.off > 0 && value_at(end.off - 1) == end.edge) --end.off;
        if (end.off == 0 || count - end.off < least) continue;
        double gone = 0;
        for (std::size_t k = 0; k < end.off; ++k) gone += failed_[state_at(k)] ? 1 : 0;
        end.density = (hits - gone) / static_cast<double>(count - end.off);
        if (end.density > best.density) best = end;
      }
    return best;
  }

  void take_off(const End& end, FailureBox& box,
                std::vector<std::vector<std::size_t>>& inside) const {
    BoxSide& side = box.sides[end.side];
    (end.at_low ? side.low : side.high) = end.edge;
    for (std::vector<std::size_t>& sorted : inside)
      std::erase_if(sorted, [&](std::size_t i) {
        return end.at_low ? states_[i][side.input] < end.edge : states_[i][side.input] > end.edge;
      });
  }

  const States& states_;
  const std::vector<std::vector<std::size_t>>& orders_;
  const std::vector<bool>& failed_;
  double failures_;
};

/// Sides that hold every state say nothing.
void drop_idle_sides(FailureBox& box) {
  std::erase_if(box.sides, [](const BoxSide& side) { return side.low <= 0 && side.high >= 1; });
}

Scored best_box(const States& states, const std::vector<std::vector<std::size_t>>& orders,
                const std::vector<bool>& failed) {
  const Peeling peeling(states, orders, failed);
  const std::size_t inputs = states.front().size();
  Scored best;
  std::size_t first = 0;
  for (std::size_t input = 0; input < inputs; ++input) {
    Scored one = peeling.best_in({input});
    if (one.score > best.score) {
      best = std::move(one);
      first = input;
    }
  }
  Scored best_of_two;
  for (std::size_t input = 0; input < inputs; ++input) {
    if (input == first) continue;
    Scored two = peeling.best_in({first, input});
    if (two.score > best_of_two.score) best_of_two = std::move(two);
  }
  if (best_of_two.score > best.score + second_is_worth) best = std::move(best_of_two);
  drop_idle_sides(best.box);
  return best;
}

}  // namespace

bool FailureBox::holds(const std::vector<double>& state) const {
  return std::ranges::all_of(sides, [&](const BoxSide& side) {
    return side.low <= state[side.input] && state[side.input] <= side.high;
  });
}

FailureBox measured(FailureBox box, const States& states, const std::vector<bool>& failed) {
  double inside = 0;
  double hits = 0;
  double failures = 0;
  for (std::size_t i = 0; i < states.size(); ++i) {
    const bool held = box.holds(states[i]);
    inside += held ? 1 : 0;
    failures += failed[i] ? 1 : 0;
    hits += held && failed[i] ? 1 : 0;
  }
  box.coverage = failures > 0 ? hits / failures : 0;
  box.density = inside > 0 ? hits / inside : 0;
  return box;
}

std::optional<FailureBox> failure_box(const States& states, const std::vector<bool>& failed,
                                      std::uint32_t permutations, std::uint32_t seed) {
  DOORSTROOM_EXPECT(states.size() == failed.size());
  if (states.empty() || states.front().empty() || std::ranges::count(failed, true) == 0 ||
      std::ranges::count(failed, false) == 0)
    return std::nullopt;
  const std::vector<std::vector<std::size_t>> orders = orders_of(states);
  const Scored found = best_box(states, orders, failed);
  if (found.box.sides.empty()) return std::nullopt;
  std::mt19937 random(seed);
  std::vector<bool> dealt = failed;
  std::uint32_t as_good = 0;
  for (std::uint32_t n = 0; n < permutations; ++n) {
    for (std::size_t i = dealt.size() - 1; i > 0; --i) {
      const std::size_t other = random() % (i + 1);
      const bool kept = dealt[i];
      dealt[i] = dealt[other];
      dealt[other] = kept;
    }
    as_good += best_box(states, orders, dealt).score >= found.score ? 1 : 0;
  }
  // The labels as they are count as one of the ways to deal them.
  if ((1.0 + as_good) / (1.0 + permutations) > 0.05) return std::nullopt;
  return found.box;
}

}  // namespace doorstroom
