#include "results/report/report.hpp"

namespace doorstroom {

const char* name_of(ReportText::Role role) {
  switch (role) {
    case ReportText::Role::plain:
      return "plain";
    case ReportText::Role::lead:
      return "lead";
    case ReportText::Role::note:
      return "note";
    case ReportText::Role::warning:
      return "warning";
  }
  return "plain";
}

}  // namespace doorstroom
