#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "results/experiment/comparison_text.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

/// The range of 80% of the points, with their median.
Interval most_points(const VarianceComponents& spread) {
  return {spread.p50, spread.p10, spread.p90, spread.points};
}

class OverEvidenceText {
 public:
  OverEvidenceText(const Comparison& comparison, const OverEvidence& over, bool everything,
                   Language language)
      : comparison_(comparison), over_(over), everything_(everything), language_(language) {}

  std::string text() {
    add(
        message("\nOver the assumed ranges: {0} points of {1} assumptions, {2} pairs of "
                "replications at each\nWhere `evidence` gives three values, the middle one is the "
                "median, and on either side every value is as\nlikely as another; where it gives "
                "two, every value between them is.\n",
                over_.plan.points, over_.assumptions.varied.size(), over_.plan.replications));
    for (std::size_t i = 0; i < over_.variants.size(); ++i) add_variant(i);
    add_kept();
    if (everything_) add_varied();
    add(
        message("\nP10 to P90 and lowest to highest are of the points: they are about the inputs, "
                "and do not shrink with\nmore replications. Noise is that of the middle in "
                "simulation, as a 95% interval, and what part of the\nspread between the points is "
                "noise. This is an assumption worked out, not evidence of effect.\n"));
    return std::move(text_);
  }

 private:
  void add(const LocalizedText& text) { text_ += text.in(language_); }
  std::string localized(const LocalizedText& text) const { return text.in(language_); }

  void add_variant(std::size_t which) {
    const std::vector<EvidenceSpread>& figures = over_.variants[which];
    add(message("\nVariant: {0}\n", comparison_.variants[which].name));
    for (const EvidenceSpread& figure : figures) add_sentence(figure);
    text_ += fmt::format("\n{:<{}}{:>12}{:>24}{:>24}{:>12}{:>20}\n", "", label_width(language_),
                         localized(message("middle")), localized(message("P10 to P90")),
                         localized(message("lowest to highest")), localized(message("noise")),
                         localized(message("noise in spread")));
    for (const EvidenceSpread& figure : figures) add_row(figure);
  }

  void add_sentence(const EvidenceSpread& figure) {
    const VarianceComponents& spread = figure.spread;
    const LocalizedText label = label_of(figure.kpi);
    if (spread.points < 2) return add(message("  {0}: there is too little data.\n", label));
    if (spread.least == 0 && spread.most == 0)
      return add(message("  {0}: exactly alike at every point.\n", label));
    const Interval points = most_points(spread);
    if (points.low == 0 && points.high == 0)
      return add(message("  {0}: alike at most points.\n", label));
    add(message("  {0}: over the assumed ranges {1}; simulation noise adds {2}.\n", label,
                span_text(figure.kpi, points),
                size_text(figure.kpi, points, spread.mean.half_width())));
  }

  void add_row(const EvidenceSpread& figure) {
    const VarianceComponents& spread = figure.spread;
    if (spread.points < 2) return;
    const NumberText numbers =
        NumberText::of_difference(figure.kpi.definition().units, most_points(spread));
    const double part = spread.noise_variance / spread.total_variance;
    text_ += fmt::format(
        "{:<{}}{:>12}{:>24}{:>24}{:>12}{:>20}\n", localized(label_of(figure.kpi)),
        label_width(language_), localized(numbers.value(spread.p50)),
        localized(numbers.between(spread.p10, spread.p90)),
        localized(numbers.between(spread.least, spread.most)),
        spread.most > spread.least ? "± " + localized(numbers.value(spread.mean.half_width()))
                                   : "-",
        std::isfinite(part) ? fmt::format("{:.0f}%", 100 * std::min(part, 1.0)) : "-");
  }

  void add_kept() {
    if (over_.assumptions.kept.empty()) return;
    add(message("\nNot varied, though they have a range\n"));
    for (const KeptValue& kept : over_.assumptions.kept)
      text_ += fmt::format("  {}: {}\n", kept.path, localized(kept.why));
  }

  void add_varied() {
    add(message("\nVaried, together\n"));
    for (const Assumption& assumption : over_.assumptions.varied) {
      const Factor& factor = assumption.factor;
      const std::string unit = factor.unit.empty() ? "" : " " + factor.unit;
      const std::string middle = factor.middle ? fmt::format("{}, ", *factor.middle) : "";
      text_ += fmt::format("  {}: {}, {}{}{}\n", factor.path, factor.from, middle, factor.to, unit);
    }
  }

  const Comparison& comparison_;
  const OverEvidence& over_;
  bool everything_;
  Language language_;
  std::string text_;
};

}  // namespace

std::string over_evidence_text(const Comparison& comparison, const OverEvidence& over,
                               bool everything, Language language) {
  return OverEvidenceText(comparison, over, everything, language).text();
}

}  // namespace doorstroom
