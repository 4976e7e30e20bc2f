#pragma once
/// Amounts that a user writes of a key figure, in its unit: a duration for what is counted in days,
/// `2%` or `0.02` for a share, a plain number for anything else.

#include <string>
#include <string_view>

#include "models/reading/quantity.hpp"
#include "results/figures/kpi_values.hpp"

namespace doorstroom {

/// @param range  which amounts are allowed, in the unit of the key figure
/// @return the amount in the unit of the key figure, or why it is none
ParseResult<double> read_amount_of(const KpiName& kpi, std::string_view amount, Range range = {});

/// How such an amount is written: "1 week", "2%".
std::string_view example_of_amount(const KpiName& kpi);

}  // namespace doorstroom
