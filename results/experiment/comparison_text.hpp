#pragma once
/// A comparison as a steering group reads it: verdicts in sentences that say which uncertainty they
/// carry, then the figures behind them.

#include <string>

#include "models/messages/said.hpp"
#include "results/experiment/comparison.hpp"
#include "results/experiment/over_evidence.hpp"

namespace doorstroom {

/// "relevant, better: 18 to 24 lower (21 in the middle); 10 or more matters".
Text verdict_text(const Judged& judged);

/// Where a difference lies: "18 to 24 lower (21 in the middle)".
Text span_text(const KpiName& kpi, const Interval& difference);
/// A difference without its sign. @param about  what its decimals are chosen by
Text size_text(const KpiName& kpi, const Interval& about, double size);

/// What a key figure is called: "Dropouts per year", "oza: Longest wait".
Text label_of(const KpiName& kpi);
/// Room for one in a table. Dutch labels are longer.
int label_width(Language language);

/// What the assumptions make of the differences: the part of `compare` that --over evidence adds.
/// @param everything  which assumptions were varied, too
std::string over_evidence_text(const Comparison& comparison, const OverEvidence& over,
                               bool everything, Language language);

/// @param everything  each year, and each desk and arrangement, too
std::string comparison_text(const Comparison& comparison, bool everything, Language language);

}  // namespace doorstroom
