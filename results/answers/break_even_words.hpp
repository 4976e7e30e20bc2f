#pragma once
/// Where an effect turns, as `doorstroom explain` found it: for which values of an assumption it
/// cannot be told from nil.

#include <vector>

#include "results/report/assumption_words.hpp"

namespace doorstroom {

/// A stretch of values; the file has a row for each.
struct BreakEvenRow {
  std::string kpi;
  std::string assumption;  ///< in words
  LocalizedText values;    ///< "from 0.9 on", "at no value that was looked at"
};

std::vector<BreakEvenRow> break_even_rows(const AssumptionNames& assumptions, ResultReader& file);

}  // namespace doorstroom
