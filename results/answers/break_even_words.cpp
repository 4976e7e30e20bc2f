#include "results/answers/break_even_words.hpp"

#include <cmath>

namespace doorstroom {

std::vector<BreakEvenRow> break_even_rows(const AssumptionNames& assumptions, ResultReader& file) {
  std::vector<BreakEvenRow> found;
  const Table& rows = file.table("/break_even");
  for (std::size_t i = 0; i < rows.rows(); ++i) {
    const std::string& open = rows.texts("open")[i];
    const std::string& unit = rows.texts("unit")[i];
    const double first = rows.numbers("low")[i];
    const std::string low = assumptions.value(first, unit);
    const std::string high = assumptions.value(rows.numbers("high")[i], unit);
    const LocalizedText values = std::isnan(first) ? message("at no value that was looked at")
                                 : open == "both"  ? message("at every value that was looked at")
                                 : open == "low"   ? message("up to {0}", high)
                                 : open == "high"  ? message("from {0} on", low)
                                                   : message("from {0} to {1}", low, high);
    found.push_back({.kpi = rows.texts("kpi")[i],
                     .assumption = assumptions.of(rows.texts("path")[i]),
                     .values = values});
  }
  return found;
}

}  // namespace doorstroom
