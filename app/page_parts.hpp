#pragma once
/// What pages are dressed in and driven by: texts of app/page that the build puts into the program.

#include <string>
#include <string_view>

#include "results/page/report_page.hpp"

namespace doorstroom {

/// The script is empty in a program that was built with DOORSTROOM_PAGES=OFF.
PageParts page_parts();

/// Of the what-if page: the style of all pages and its own; a script, empty as that of a report.
std::string what_if_style();
std::string_view what_if_script();

}  // namespace doorstroom
