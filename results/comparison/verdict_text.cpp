#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include "results/comparison/comparison_text.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

/// Whether the effect, if there is one, is for the better.
LocalizedText direction_text(const Judged& judged) {
  const PreferredDirection preferred = judged.figure.kpi.definition().preferred;
  if (preferred == PreferredDirection::neither || !is_effect(judged.paired)) return {};
  const bool lower = judged.paired.difference.mean < 0;
  if (judged.figure.kpi.definition().units.starts_with("EUR"))
    return lower ? message(", cheaper") : message(", dearer");
  return lower == (preferred == PreferredDirection::lower) ? message(", better")
                                                           : message(", worse");
}

/// Estimated number of replications for a verdict, if the difference and its spread stay the same.
LocalizedText more_text(const Judged& judged) {
  const Interval& difference = judged.paired.difference;
  const double smallest = judged.figure.smallest_relevant;
  const double room =
      std::min(std::abs(difference.mean - smallest), std::abs(difference.mean + smallest));
  const double ratio = difference.half_width() / room;
  const double needed = std::ceil(static_cast<double>(judged.paired.count) * ratio * ratio);
  constexpr double too_many = 10'000;
  if (!(needed < too_many))
    return message("more replications would hardly tell: it is about as much");
  return message(
      "about {0} replications would tell",
      fmt::format("{:.0f}", std::max(needed, static_cast<double>(judged.paired.count) + 1)));
}

}  // namespace

LocalizedText size_text(const KpiName& kpi, const Interval& about, double size) {
  return NumberText::of_difference(kpi.definition().units, about).value(std::abs(size));
}

LocalizedText bounds_text(const KpiName& kpi, const Interval& difference) {
  const NumberText text = NumberText::of_difference(kpi.definition().units, difference);
  if (difference.low == 0 && difference.high == 0) return span_text(kpi, difference);
  if (difference.high <= 0)
    return message("{0} lower", text.between(-difference.high, -difference.low));
  if (difference.low >= 0)
    return message("{0} higher", text.between(difference.low, difference.high));
  return span_text(kpi, difference);
}

LocalizedText span_text(const KpiName& kpi, const Interval& difference) {
  const NumberText text = NumberText::of_difference(kpi.definition().units, difference);
  const auto size = [&](double value) { return text.value(std::abs(value)); };
  const auto bare = [&](double value) { return text.bounds(std::abs(value), std::abs(value)); };
  const auto& [middle, low, high, count] = difference;
  if (low == 0 && high == 0) return message("exactly alike in every replication");
  if (high <= 0)
    return text.shows_alike(low, high)
               ? message("{0} lower", text.between(-high, -low))
               : message("{0} lower ({1} in the middle)", text.between(-high, -low), bare(middle));
  if (low >= 0)
    return text.shows_alike(low, high)
               ? message("{0} higher", text.between(low, high))
               : message("{0} higher ({1} in the middle)", text.between(low, high), bare(middle));
  if (size(low) == size(0) && size(high) == size(0)) return message("hardly lower or higher");
  return message("between {0} lower and {1} higher", size(low), size(high));
}

LocalizedText smallest_text(const Judged& judged) {
  const double smallest = judged.figure.smallest_relevant;
  return size_text(judged.figure.kpi, {smallest, smallest, smallest, 2}, smallest);
}

LocalizedText verdict_text(const Judged& judged) {
  if (judged.paired.count < 2) return message("no verdict: there is too little data");
  const KpiName& kpi = judged.figure.kpi;
  const Interval& difference = judged.paired.difference;
  const LocalizedText span = span_text(kpi, difference);
  const LocalizedText smallest = smallest_text(judged);
  const LocalizedText direction = direction_text(judged);
  switch (judged.relevance.verdict) {
    case Verdict::relevant:
      return message("relevant{0}: {1}; {2} or more matters", direction, span, smallest);
    case Verdict::negligible:
      return message("negligible: {0}; less than the {1} that matters", span, smallest);
    case Verdict::undecided:
      break;
  }
  return message("undecided{0}: {1}; {2} or more matters; {3}", direction, span, smallest,
                 more_text(judged));
}

}  // namespace doorstroom
