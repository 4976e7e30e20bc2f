#include "results/report/sections.hpp"

namespace doorstroom {

ReportSection page_one(ReportSources& /*sources*/) {
  return {.id = "page-one", .title = {}, .blocks = {}};
}

}  // namespace doorstroom
