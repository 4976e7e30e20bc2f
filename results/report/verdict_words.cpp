#include "results/report/verdict_words.hpp"

#include "results/comparison/comparison_text.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

/// Which way an effect goes; empty: there is none, or no way is preferred.
LocalizedText direction_of(const Judged& judged) {
  const PreferredDirection preferred = judged.figure.kpi.definition().preferred;
  if (preferred == PreferredDirection::neither || !is_effect(judged.paired)) return {};
  const bool lower = judged.paired.difference.mean < 0;
  if (is_money(judged.figure.kpi)) return lower ? message("cheaper") : message("dearer");
  return lower == (preferred == PreferredDirection::lower) ? message("better") : message("worse");
}

std::string phase_of(const ReportSources& sources, const ComparedPhase& phase) {
  return sources.localized(phase.phase == InterventionPhase::during
                               ? message("during the intervention ({0})", phase.years)
                               : message("after the intervention ({0})", phase.years));
}

}  // namespace

bool is_money(const KpiName& kpi) {
  return kpi.definition().units.starts_with("EUR");
}

VerdictSense sense_of(const Judged& judged) {
  if (judged.paired.count < 2) return VerdictSense::no_data;
  switch (judged.relevance.verdict) {
    case Verdict::negligible:
      return VerdictSense::negligible;
    case Verdict::undecided:
      return VerdictSense::unclear;
    case Verdict::relevant:
      break;
  }
  const PreferredDirection preferred = judged.figure.kpi.definition().preferred;
  if (preferred == PreferredDirection::neither) return VerdictSense::matters;
  const bool lower = judged.paired.difference.mean < 0;
  return lower == (preferred == PreferredDirection::lower) ? VerdictSense::better
                                                           : VerdictSense::worse;
}

LocalizedText verdict_words(const Judged& judged) {
  const LocalizedText direction = direction_of(judged);
  switch (sense_of(judged)) {
    case VerdictSense::better:
    case VerdictSense::worse:
    case VerdictSense::matters:
      return direction.empty() ? message("relevant") : message("relevant, {0}", direction);
    case VerdictSense::negligible:
      return message("too small to matter (less than {0})", smallest_text(judged));
    case VerdictSense::no_data:
      return message("too little data");
    case VerdictSense::unclear:
      break;
  }
  if (!is_effect(judged.paired)) return message("we cannot tell yet");
  if (direction.empty()) return message("we cannot tell yet whether it matters");
  return message("{0}, but we cannot tell yet whether it matters", direction);
}

LocalizedText difference_words(const Judged& judged) {
  if (sense_of(judged) == VerdictSense::no_data) return verdict_words(judged);
  return message("{0}: {1}", span_text(judged.figure.kpi, judged.paired.difference),
                 verdict_words(judged));
}

LocalizedText level_words(const KpiName& kpi, const PairedDifference& paired, double value) {
  Interval about = paired.difference;
  about.mean = paired.base_mean;
  return NumberText(kpi.definition().units, about).value(value);
}

IntervalRow::Tone tone_of(const Judged& judged) {
  switch (sense_of(judged)) {
    case VerdictSense::better:
      return IntervalRow::Tone::better;
    case VerdictSense::worse:
      return IntervalRow::Tone::worse;
    case VerdictSense::unclear:
    case VerdictSense::no_data:
      return IntervalRow::Tone::undecided;
    case VerdictSense::matters:
    case VerdictSense::negligible:
      break;
  }
  return IntervalRow::Tone::neutral;
}

std::vector<VerdictSpan> verdict_spans(ReportSources& sources, std::size_t variant) {
  const ComparedVariant& compared = sources.comparison()->variants[variant];
  std::vector<VerdictSpan> spans;
  for (const ComparedPhase& phase : compared.phases) {
    if (phase.relevance.empty()) continue;
    VerdictSpan span{.when = phase_of(sources, phase), .verdicts = {}};
    for (std::size_t i = 0; i < compared.verdicts.size(); ++i)
      span.verdicts.push_back(
          {compared.verdicts[i].figure, phase.differences[i], phase.relevance[i]});
    spans.push_back(std::move(span));
  }
  spans.push_back({.when = {}, .verdicts = compared.verdicts});
  return spans;
}

std::string with_capital(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() += 'A' - 'a';
  return text;
}

std::string variant_name(const ReportSources& sources, std::size_t variant) {
  const std::string& name = sources.names()[variant + 1];
  const std::string& base = sources.names().front();
  constexpr std::size_t separator = 2;  // ": ", or ", " where the base has been changed, too
  const bool goes_on =
      name.starts_with(base) && name.size() > base.size() + separator &&
      (name.substr(base.size(), separator) == ": " || name.substr(base.size(), separator) == ", ");
  return goes_on ? name.substr(base.size() + separator) : name;
}

}  // namespace doorstroom
