#include "results/report/sections.hpp"

namespace doorstroom {

ReportSection between_the_points(ReportSources& /*sources*/) {
  return {.id = "between-the-points", .title = {}, .blocks = {}};
}

}  // namespace doorstroom
