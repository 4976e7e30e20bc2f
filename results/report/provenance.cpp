#include "results/report/sections.hpp"

namespace doorstroom {

ReportSection provenance(ReportSources& /*sources*/) {
  return {.id = "provenance", .title = {}, .blocks = {}};
}

}  // namespace doorstroom
