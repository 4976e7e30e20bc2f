#pragma once
/// What the effect of a variant consists of. Every part of the variant (variant_parts.hpp) is
/// simulated alone, and the variant without it; the difference between the two is what it does
/// together with others. The share of a part is its Shapley value (shapley.hpp), worked out in each
/// replication, with all coalitions of at most six parts, else along one order of the parts at
/// random, fresh in each replication. So shares add up to the effect, exactly, and their intervals
/// are Student's t over replications, as that of the effect.
///
/// Break-even: for which values of an assumption the effect cannot be told from nil
/// (break_even.hpp). Unless the user names it, the assumption is the one that decides: of those
/// that only the variant has, the one between whose ends the effect differs most. It is chosen on
/// the replications that the effect was told from, and its values are judged by fresh ones.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "models/loading/assumptions.hpp"
#include "results/attribution/explained_figure.hpp"
#include "results/attribution/variant_parts.hpp"
#include "results/experiment/simulations.hpp"
#include "results/stats/break_even.hpp"
#include "results/stats/paired.hpp"

namespace doorstroom {

/// With more parts, coalitions are drawn.
inline constexpr std::size_t most_exact_parts = 6;

struct ExplanationQuestion {
  std::vector<ExplainedFigure> figures;
  std::uint32_t replications = 30;
  std::uint32_t at_most = 20'000;  ///< replications of all scenarios together
  /// Inputs by their names (Assumptions::inputs()), or a path of theirs; empty: the deciding one.
  std::vector<std::string> break_even{};
  bool wants_break_even = true;
};

/// What a part does, against the base.
struct PartEffect {
  Interval alone;
  Interval without;  ///< what the variant does without it
  Interval share;
};

struct Explanation {
  ExplainedFigure figure;
  PairedDifference whole;         ///< of the variant, over replications with all data
  std::vector<PartEffect> parts;  ///< in the order of the parts
  Interval together;              ///< the whole, less the sum of what each part does alone
};

struct BreakEven {
  ExplainedFigure figure;
  std::string path;  ///< name of the input
  std::string unit;  ///< of the values, "hours"; empty for plain numbers
  bool decides = false;
  std::vector<BoundsAt> effects;  ///< ascending by value: what was simulated
  std::vector<NilRange> ranges;   ///< none: no value of the range makes the effect nil
};

struct ExplanationAnswer {
  std::uint32_t replications = 0;  ///< of each scenario
  bool is_exact = true;            ///< shares are of all coalitions
  std::vector<Explanation> figures;
  std::vector<BreakEven> break_even;
};

/// @param assumptions  of base and variant, in this order
/// @param simulations  of parts.plans(), that keep kpis_of(question.figures)
/// @throws InputError when --at-most allows too few replications, an input has no range, or parts
///         make no valid scenario; RunError, Interrupted as run_replications()
ExplanationAnswer explain(const ExplanationQuestion& question, const VariantParts& parts,
                          const Assumptions& assumptions, Simulations& simulations,
                          const OnEstimate& on_estimate = {});

/// The break-even of each figure that is of no phase.
/// @param replications  of each value
std::vector<BreakEven> break_evens(const ExplanationQuestion& question,
                                   const Assumptions& assumptions, Simulations& simulations,
                                   std::uint32_t replications);
/// How many replications that takes, at most, where the effect is known from so many.
std::uint32_t break_even_cost(const ExplanationQuestion& question, const Assumptions& assumptions,
                              std::uint32_t replications);

}  // namespace doorstroom
