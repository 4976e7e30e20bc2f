#include <algorithm>
#include <cmath>

#include "results/experiment/comparison_text.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

/// The numbers of a difference, in both languages.
class DifferenceText {
 public:
  DifferenceText(const KpiName& kpi, const Interval& about)
      : units_(kpi.definition().units), about_(about) {}

  /// The absolute value.
  Text size(double value) const {
    return both([value](const NumberText& text) { return text.value(std::abs(value)); });
  }
  Text between(double low, double high) const {
    return both([=](const NumberText& text) { return text.between(low, high); });
  }

 private:
  template <class Write>
  Text both(Write write) const {
    const auto in_language = [&](Language language) {
      return write(NumberText::of_difference(units_, about_, language));
    };
    return {in_language(Language::en), in_language(Language::nl)};
  }

  std::string_view units_;
  Interval about_;
};

/// Whether the effect, if there is one, is for the better.
Text direction_text(const Judged& judged) {
  const PreferredDirection preferred = judged.figure.kpi.definition().preferred;
  if (preferred == PreferredDirection::neither || !is_effect(judged.paired)) return "";
  const bool lower = judged.paired.difference.mean < 0;
  return lower == (preferred == PreferredDirection::lower) ? ", better" : ", worse";
}

/// Estimated number of replications for a verdict, if the difference and its spread stay the same.
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

Text size_text(const KpiName& kpi, const Interval& about, double size) {
  return DifferenceText(kpi, about).size(size);
}

Text span_text(const KpiName& kpi, const Interval& difference) {
  const DifferenceText text(kpi, difference);
  const auto& [middle, low, high, count] = difference;
  if (low == 0 && high == 0) return "exactly alike in every replication";
  if (high <= 0)
    return say("{} lower ({} in the middle)", text.between(-high, -low), text.size(middle));
  if (low >= 0)
    return say("{} higher ({} in the middle)", text.between(low, high), text.size(middle));
  return say("between {} lower and {} higher", text.size(low), text.size(high));
}

namespace {

/// With the decimals of the difference; if that would show zero, with those of its own size.
Text smallest_text(const Judged& judged) {
  const double smallest = judged.figure.smallest_relevant;
  Interval about = judged.paired.difference;
  if (about.half_width() == 0) about.mean = about.low = about.high = smallest;
  return size_text(judged.figure.kpi, about, smallest);
}

}  // namespace

Text verdict_text(const Judged& judged) {
  if (judged.paired.count < 2) return "no verdict: there is too little data";
  const KpiName& kpi = judged.figure.kpi;
  const Interval& difference = judged.paired.difference;
  const Text span = span_text(kpi, difference);
  const Text smallest = smallest_text(judged);
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
