#pragma once
/// Writes a report as one HTML page that needs nothing beside it, and as JSON.

#include <string>

#include "results/report/report.hpp"

namespace doorstroom {

/// What the page is dressed in and driven by; all are texts that the program holds.
struct PageParts {
  std::string style;   ///< CSS
  std::string script;  ///< empty: the page has none, and says so
  std::string theme;   ///< CSS of custom properties, checked; empty: none
};

std::string report_page(const Report& report, const PageParts& parts);

/// The JSON document, as app/page/report.schema.json specifies it.
std::string report_json(const Report& report);

}  // namespace doorstroom
