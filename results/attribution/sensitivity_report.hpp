#pragma once
/// Which assumption decides the answer, as text, as JSON and as tables.

#include <cstddef>
#include <string>
#include <vector>

#include "models/messages/language.hpp"
#include "results/attribution/sensitivity.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// The answer in sentences, tables for each figure, and what the numbers are not.
/// @param width  of a line [character]
std::string sensitivity_text(const SensitivityAnswer& answer, const Assumptions& assumptions,
                             const Simulations& simulations, Language language, std::size_t width);

/// @param seconds  that it took
std::string sensitivity_json(const SensitivityAnswer& answer, const Assumptions& assumptions,
                             const Simulations& simulations, double seconds);

/// /morris and /sobol.
std::vector<Table> sensitivity_tables(const SensitivityAnswer& answer);

}  // namespace doorstroom
