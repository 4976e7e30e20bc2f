#pragma once
/// On which line a key figure is smoothed (outcome_line.hpp): waits as logarithms, shares as
/// logits, anything else as it is.

#include "results/stats/outcome_line.hpp"
#include "results/table/kpi_definition.hpp"

namespace doorstroom {

OutcomeScale outcome_scale(const KpiDefinition& kpi);

}  // namespace doorstroom
