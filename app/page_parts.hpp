#pragma once
/// What pages are dressed in and driven by: texts of app/page that the build puts into the program.

#include "results/page/report_page.hpp"

namespace doorstroom {

/// The script is empty in a program that was built with DOORSTROOM_PAGES=OFF.
PageParts page_parts();

}  // namespace doorstroom
