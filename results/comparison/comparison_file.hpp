#pragma once
/// Writes a comparison to a file (`format` = `doorstroom.comparison`), for spreadsheets and other
/// programs: one table /differences with a row for each variant and figure, and where the
/// assumptions were varied a table /over.

#include <string>

#include "results/comparison/comparison.hpp"
#include "results/comparison/over_evidence.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// Headline figures first; then, exploratory, the whole system, each year, each phase, the nodes.
Table difference_table(const Comparison& comparison);

/// What becomes of each headline figure of each variant when the assumptions vary.
Table over_table(const Comparison& comparison, const OverEvidence& over);

/// @param over  null if the assumptions were not varied
/// @throws InputError when the file exists and may not be replaced; RunError when it cannot be
///         written
void write_comparison(const std::string& path, const Comparison& comparison,
                      const OverEvidence* over, bool force);

}  // namespace doorstroom
