#pragma once
/// Writes a comparison to a file (`format` = `doorstroom.comparison`), for spreadsheets and other
/// programs: one table /differences with a row for each variant and figure.

#include <string>

#include "results/comparison/comparison.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

/// Headline figures first; then, exploratory, the whole system, each year, each phase, the nodes.
Table difference_table(const Comparison& comparison);

/// @throws InputError when the file exists and may not be replaced; RunError when it cannot be
///         written
void write_comparison(const std::string& path, const Comparison& comparison, bool force);

}  // namespace doorstroom
