#pragma once
/// Formats a comparison as text for a steering group: verdicts in sentences that name the
/// uncertainty they are about, then the figures.

#include <string>

#include "models/messages/message.hpp"
#include "results/comparison/comparison.hpp"
#include "results/comparison/over_evidence.hpp"
#include "results/text/text_table.hpp"

namespace doorstroom {

/// "relevant, better: 18 to 24 lower (21 in the middle); 10 or more matters".
LocalizedText verdict_text(const Judged& judged);

/// The interval of a difference: "18 to 24 lower (21 in the middle)".
LocalizedText span_text(const KpiName& kpi, const Interval& difference);
/// The same without the middle: "18 to 24 lower".
LocalizedText bounds_text(const KpiName& kpi, const Interval& difference);
/// The size of a difference. @param about  the interval that decides the number of decimals
LocalizedText size_text(const KpiName& kpi, const Interval& about, double size);
/// The smallest difference that matters, in the same digits beside every difference.
LocalizedText smallest_text(const Judged& judged);

/// How the differences depend on the assumptions: what `compare --over evidence` adds.
/// @param everything  list the assumptions that were varied as well
/// @param width       of tables and of lines [character]
std::string over_evidence_text(const Comparison& comparison, const OverEvidence& over,
                               bool everything, Language language,
                               std::size_t width = customary_width);

/// One variant with all figures of each difference; several of them side by side.
/// @param everything  list each year, and each desk and arrangement, as well
std::string comparison_text(const Comparison& comparison, bool everything, Language language,
                            std::size_t width = customary_width);

}  // namespace doorstroom
