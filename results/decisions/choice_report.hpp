#pragma once
/// Which plan holds up, as text, as JSON and as a table.

#include <cstddef>
#include <string>
#include <vector>

#include "models/messages/language.hpp"
#include "results/decisions/choice_of_plans.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// A sentence per plan, the tables, and what the numbers are not.
/// @param width  of a line [character]
std::string choice_text(const ChoiceQuestion& question, const PlansCompared& compared,
                        const Simulations& simulations, Language language, std::size_t width);

/// @param seconds  that it took
std::string choice_json(const ChoiceQuestion& question, const PlansCompared& compared,
                        const Simulations& simulations, double seconds);

/// /plans, a row per plan and key figure.
Table choice_table(const ChoiceQuestion& question, const PlansCompared& compared,
                   const Simulations& simulations);

/// The ends of a side of a box in the input's own unit: "4.1% per month".
struct SideText {
  std::string path;
  std::string low;   ///< empty: the box reaches the low end of the range
  std::string high;  ///< empty: it reaches the high end
};
SideText side_text(const BoxSide& side, const Assumptions& assumptions);

}  // namespace doorstroom
