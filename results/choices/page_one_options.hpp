#pragma once
/// The table of page one: at most three options, in five figures, beside what they are now.

#include <cstddef>
#include <vector>

#include "results/answers/found_capacity.hpp"
#include "results/report/report.hpp"
#include "results/report/report_sources.hpp"

namespace doorstroom {

/// The variants that page one has room for, at most two, in the order in which they were given.
/// Those with the most headline figures shown to be better (`relevant, better`, over all years) go
/// first; of these the ones with the fewest shown to be worse, other than money; then the order in
/// which they were given.
/// @return indices of variants, from 0
std::vector<std::size_t> variants_on_page_one(ReportSources& sources);

/// Wait, absent, new absentees, places, and cost with who pays it: by option.
/// @param found  the answer of a search for capacity, an option where there is room; null: none
ReportTable page_one_options(ReportSources& sources, const FoundCapacity* found = nullptr);

}  // namespace doorstroom
