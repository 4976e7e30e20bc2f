#pragma once
/// Abbreviations that a text uses without saying what they stand for, such as OZA in the name of an
/// option: the id of a desk, an arrangement or a funder, in capitals, whose label writes it out.

#include <string>

#include "results/report/report_sources.hpp"

namespace doorstroom {

/// "OZA: education-care arrangement; SO: special education"; empty: the text uses none.
LocalizedText abbreviations_in(ReportSources& sources, const std::string& text);

}  // namespace doorstroom
