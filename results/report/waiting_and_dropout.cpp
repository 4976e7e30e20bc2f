#include "results/report/sections.hpp"

namespace doorstroom {

ReportSection waiting_and_dropout(ReportSources& /*sources*/) {
  return {.id = "waiting-and-dropout", .title = {}, .blocks = {}};
}

}  // namespace doorstroom
