#include "results/report/sections.hpp"

namespace doorstroom {

ReportSection how_sure(ReportSources& /*sources*/) {
  return {.id = "how-sure", .title = {}, .blocks = {}};
}

}  // namespace doorstroom
