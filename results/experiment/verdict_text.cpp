#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "results/experiment/comparison_text.hpp"
#include "results/number_text.hpp"

namespace doorstroom {
namespace {

/// A number in both languages.
template <class Write>
Text both(const Judged& judged, Write write) {
  const std::string_view units = judged.figure.kpi.definition().units;
  const auto in_language = [&](Language language) {
    return write(NumberText::of_difference(units, judged.paired.difference, language));
  };
  return {in_language(Language::en), in_language(Language::nl)};
}

Text number(const Judged& judged, double value) {
  return both(judged, [value](const NumberText& text) { return text.value(std::abs(value)); });
}

Text numbers(const Judged& judged, double low, double high) {
  return both(judged, [=](const NumberText& text) { return text.between(low, high); });
}

/// Where the difference lies: "18 to 24 lower (21 in the middle)".
Text span_text(const Judged& judged) {
  const Interval& difference = judged.paired.difference;
  if (difference.low == 0 && difference.high == 0) return "exactly alike in every replication";
  if (difference.high <= 0)
    return say("{} lower ({} in the middle)", numbers(judged, -difference.high, -difference.low),
               number(judged, difference.mean));
  if (difference.low >= 0)
    return say("{} higher ({} in the middle)", numbers(judged, difference.low, difference.high),
               number(judged, difference.mean));
  return say("between {} lower and {} higher", number(judged, difference.low),
             number(judged, difference.high));
}

/// Whether the effect, if there is one, is for the better.
Text direction_text(const Judged& judged) {
  const Better better = judged.figure.kpi.definition().better;
  if (better == Better::neither || !is_effect(judged.paired)) return "";
  const bool lower = judged.paired.difference.mean < 0;
  return lower == (better == Better::lower) ? ", better" : ", worse";
}

/// How many replications would tell, when the difference and its spread stay as they are.
Text more_text(const Judged& judged) {
  const Interval& difference = judged.paired.difference;
  const double smallest = judged.figure.smallest_relevant;
  const double room =
      std::min(std::abs(difference.mean - smallest), std::abs(difference.mean + smallest));
  const double ratio = difference.half_width() / room;
  const double needed = std::ceil(static_cast<double>(judged.paired.count) * ratio * ratio);
  constexpr double too_many = 10'000;
  if (!(needed < too_many)) return "more replications would hardly tell: it is about as much";
  return say("about {:.0f} replications would tell",
             std::max(needed, static_cast<double>(judged.paired.count) + 1));
}

}  // namespace

Text verdict_text(const Judged& judged) {
  if (judged.paired.count < 2) return "no verdict: there is too little data";
  const Text span = span_text(judged);
  const Text smallest = number(judged, judged.figure.smallest_relevant);
  const Text direction = direction_text(judged);
  switch (judged.relevance.verdict) {
    case Verdict::relevant:
      return say("relevant{}: {}; {} or more matters", direction, span, smallest);
    case Verdict::negligible:
      return say("negligible: {}; less than the {} that matters", span, smallest);
    case Verdict::undecided:
      break;
  }
  return say("undecided{}: {}; {} or more matters; {}", direction, span, smallest,
             more_text(judged));
}

}  // namespace doorstroom
