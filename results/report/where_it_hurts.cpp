#include "results/report/sections.hpp"

namespace doorstroom {

ReportSection where_it_hurts(ReportSources& /*sources*/) {
  return {.id = "where-it-hurts", .title = {}, .blocks = {}};
}

}  // namespace doorstroom
