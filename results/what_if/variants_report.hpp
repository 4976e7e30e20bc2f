#pragma once
/// The report of a scenario and of variants that were saved beside it: what `doorstroom report`
/// makes of their results.

#include <cstdint>
#include <string>
#include <vector>

#include "models/messages/language.hpp"
#include "results/variants/place.hpp"

namespace doorstroom {

struct VariantsReport {
  std::string file;     ///< a name for the page: "region.html"
  std::string command;  ///< what makes the same page, given in the scenario's folder
  std::string html;
};

/// Runs the scenario and the variants into results in a folder of its own below place.scratch,
/// which goes again, and makes the page.
/// @param files  overlays in the scenario's folder, 1 to 6
/// @throws InputError when one of them is not there, or has mistakes, or lives through other
/// futures
/// @throws RunError when disk or memory fail
VariantsReport variants_report(const WhatIfPlace& place, const std::vector<std::string>& files,
                               std::uint32_t replications, Language language);

}  // namespace doorstroom
