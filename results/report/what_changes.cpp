#include "results/report/sections.hpp"

namespace doorstroom {

ReportSection what_changes(ReportSources& /*sources*/) {
  return {.id = "what-changes", .title = {}, .blocks = {}};
}

}  // namespace doorstroom
