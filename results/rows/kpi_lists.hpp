#pragma once
/// The key figures, in the order of their columns. The result file, the summary and the comparison
/// of scenarios all read these lists.
///
/// A key figure is one row of a list in system_kpis.cpp, waiting_kpis.cpp, use_kpis.cpp or
/// clock_kpis.cpp: its definition and the function that computes it. To add one, add a row there.

#include <span>

#include "results/table/kpi_definition.hpp"

namespace doorstroom {

/// Key figures of the whole system: columns of /replications and /by_year.
std::span<const KpiDefinition> system_kpis();

/// Key figures of a group of youths: columns of /groups. These are the key figures of the whole
/// system, except those that no group has a share in, such as the cost.
std::span<const KpiDefinition> group_kpis();

/// Key figures of waiting at a desk or arrangement: columns of /waiting.
std::span<const KpiDefinition> waiting_kpis();

/// Key figures of the use of a desk or arrangement: columns of /use.
std::span<const KpiDefinition> use_kpis();

/// Key figures of a legal clock: columns of /clocks.
std::span<const KpiDefinition> clock_kpis();

}  // namespace doorstroom
