#pragma once
/// What `compare` finds, in the words of a report. The verdicts are those of `compare`; only
/// "undecided" is said as "we cannot tell yet", as it is never a proof of no effect.

#include <cstdint>
#include <string>
#include <vector>

#include "models/messages/message.hpp"
#include "results/charts/chart.hpp"
#include "results/comparison/comparison.hpp"
#include "results/report/report_sources.hpp"

namespace doorstroom {

/// What a verdict comes to for whoever chooses.
enum class VerdictSense : std::uint8_t {
  better,      ///< relevant, in the direction that is preferred
  worse,       ///< relevant, in the other
  matters,     ///< relevant, of a figure of which more is as good as less
  negligible,  ///< certainly smaller than what matters
  unclear,     ///< undecided
  no_data,
};

VerdictSense sense_of(const Judged& judged);

/// "relevant, better", "too small to matter (less than 10)", "we cannot tell yet".
LocalizedText verdict_words(const Judged& judged);
/// The difference and its verdict: "18 to 24 lower (21 in the middle): relevant, better".
LocalizedText difference_words(const Judged& judged);
/// A figure of base or variant, with the decimals that their difference deserves.
LocalizedText level_words(const KpiName& kpi, const PairedDifference& paired, double value);
IntervalRow::Tone tone_of(const Judged& judged);

/// Whether a figure is money, of which less is cheaper and not better.
bool is_money(const KpiName& kpi);

/// The verdicts of a variant on a span of time.
struct VerdictSpan {
  std::string when;  ///< "during the intervention (2026-27 to 2027-28)"; empty: all years
  std::vector<Judged> verdicts;
};

/// During an intervention that ends, after it, and the mean of all years; without such an
/// intervention only the last.
std::vector<VerdictSpan> verdict_spans(ReportSources& sources, std::size_t variant);

/// The same text with a capital, where it begins with a letter from a to z.
std::string with_capital(std::string text);

/// The name of a variant without that of the base before it. @param variant  from 0
std::string variant_name(const ReportSources& sources, std::size_t variant);

}  // namespace doorstroom
