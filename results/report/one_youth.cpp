#include "results/report/sections.hpp"

namespace doorstroom {

ReportSection one_youth(ReportSources& /*sources*/) {
  return {.id = "one-youth", .title = {}, .blocks = {}};
}

}  // namespace doorstroom
