#pragma once
/// Where failures lie: the box, in one or two of many inputs, that holds most of the failures and
/// few of the successes (patient rule induction: Friedman and Fisher, Statistics and Computing
/// 9:123, 1999; for the futures in which a plan fails: Bryant and Lempert, Technological
/// Forecasting and Social Change 77:34, 2010).
///
/// Of one input, or of two, a box that holds all states is peeled: a twentieth of the states in it
/// is taken off at one of its ends, where that leaves the largest share of failures, again and
/// again until it holds a twentieth of all. Of all boxes on the way the best has the largest
///
///     F = 2 coverage density / (coverage + density)
///
/// where coverage is the share of all failures that lie in the box, and density the share of
/// failures among the states in it. The first input is the one with the best box of its own, the
/// second the one that then adds most; two are told only if they are better by a twentieth.
///
/// Such a box is found in noise, too. Labels that are dealt out at random show how good a box
/// chance makes: it is told only if it beats 95% of them.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace doorstroom {

/// An input, and between which of its values the box lies: on the line from 0 to 1 on which states
/// were drawn.
struct BoxSide {
  std::size_t input = 0;
  double low = 0;
  double high = 1;
};

struct FailureBox {
  std::vector<BoxSide> sides;  ///< one or two
  double coverage = 0;         ///< share of the failures that lie in it
  double density = 0;          ///< share of failures among the states in it

  bool holds(const std::vector<double>& state) const;
};

/// Coverage and density of a box among other states, such as fresh ones.
FailureBox measured(FailureBox box, const std::vector<std::vector<double>>& states,
                    const std::vector<bool>& failed);

/// @param states        [state][input], each input on a line from 0 to 1
/// @param failed        by state
/// @param permutations  of the labels; the box must beat 95% of them
/// @param seed          of the permutations
/// @return none when nothing or everything failed, or chance makes boxes as good
std::optional<FailureBox> failure_box(const std::vector<std::vector<double>>& states,
                                      const std::vector<bool>& failed,
                                      std::uint32_t permutations = 200, std::uint32_t seed = 1);

}  // namespace doorstroom
