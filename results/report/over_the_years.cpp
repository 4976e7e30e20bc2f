#include "results/report/sections.hpp"

namespace doorstroom {

ReportSection over_the_years(ReportSources& /*sources*/) {
  return {.id = "over-the-years", .title = {}, .blocks = {}};
}

}  // namespace doorstroom
