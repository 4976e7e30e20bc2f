#pragma once
/// The blocks of a report as elements of a page that is complete without script. The script finds
/// them by `data-block` and their ids.

#include "results/page/html_node.hpp"
#include "results/report/report.hpp"

namespace doorstroom {

/// Adds the blocks of a section.
/// @param sliders  how many slider blocks stand before it in the report
void add_blocks(pugi::xml_node parent, const ReportSection& section, Language language,
                int& sliders);

}  // namespace doorstroom
