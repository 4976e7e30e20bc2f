#pragma once
/// What an effect consists of, as text, as JSON and as tables.

#include <cstddef>
#include <string>
#include <vector>

#include "models/messages/language.hpp"
#include "results/attribution/explanation.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// The answer in sentences, a table for each figure, and what the numbers are not.
/// @param width  of a line [character]
std::string explanation_text(const ExplanationAnswer& answer, const VariantParts& parts,
                             const Simulations& simulations, Language language, std::size_t width);

/// @param seconds  that it took
std::string explanation_json(const ExplanationAnswer& answer, const VariantParts& parts,
                             const Simulations& simulations, double seconds);

/// /effects, /parts and /break_even.
std::vector<Table> explanation_tables(const ExplanationAnswer& answer, const VariantParts& parts);

}  // namespace doorstroom
