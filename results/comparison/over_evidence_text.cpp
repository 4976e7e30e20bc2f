#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "results/comparison/comparison_text.hpp"
#include "results/text/number_text.hpp"
#include "results/text/plain_words.hpp"

namespace doorstroom {
namespace {

/// The range of 80% of the points, with their median.
Interval most_points(const VarianceComponents& spread) {
  return {spread.p50, spread.p10, spread.p90, spread.points};
}

class OverEvidenceText {
 public:
  OverEvidenceText(const Comparison& comparison, const OverEvidence& over, bool everything,
                   Language language, std::size_t width)
      : comparison_(comparison),
        over_(over),
        everything_(everything),
        language_(language),
        width_(width) {}

  std::string text() {
    text_ += '\n';
    add_points();
    for (std::size_t i = 0; i < over_.variants.size(); ++i) add_variant(i);
    add_kept();
    if (everything_) add_varied();
    text_ += '\n';
    add(
        message("P10 to P90 and lowest to highest are of the points: they are about the inputs, "
                "and do not shrink with more replications. Noise is that of the middle in "
                "simulation, as a 95% interval, and what part of the spread between the points is "
                "noise. This is an assumption worked out, not evidence of effect.\n"));
    return std::move(text_);
  }

 private:
  void add(const LocalizedText& text) { text_ += fitted(text.in(language_), width_); }
  std::string label(const KpiName& kpi) const { return comparison_.labels.of(kpi, language_); }
  std::string localized(const LocalizedText& text) const { return text.in(language_); }

  std::string name_of(const ComparedVariant& variant) const {
    const std::string title = variant.labels.title(language_);
    return title.empty() ? variant.name : title;
  }

  void add_points() {
    if (over_.plan.sets) {
      add(message("Over {0} states of the world, {1} pairs of replications in each.\n",
                  over_.plan.points, over_.plan.replications));
      for (const LocalizedText& note : notes_on(*over_.plan.sets, over_.assumptions, over_.base))
        add(note);
      return;
    }
    add(
        message("Over the assumed ranges: {0} points of {1} assumptions, {2} pairs of "
                "replications at each.\nWhere `evidence` gives three values, the middle one is the "
                "median, and on either side every value is as likely as another; where it gives "
                "two, every value between them is.\n",
                over_.plan.points, over_.assumptions.varied.size(), over_.plan.replications));
  }

  void add_variant(std::size_t which) {
    const std::vector<EvidenceSpread>& figures = over_.variants[which];
    add(message("\nVariant: {0}\n", name_of(comparison_.variants[which])));
    for (const EvidenceSpread& figure : figures) add_sentence(figure);
    std::vector<std::string> columns;
    for (const LocalizedText& column :
         {message("middle"), message("P10 to P90"), message("lowest to highest"), message("noise"),
          message("noise in spread")})
      columns.push_back(localized(column));
    TextTable table("", std::move(columns));
    for (const EvidenceSpread& figure : figures) add_row(table, figure);
    text_ += "\n" + table.text(width_);
  }

  void add_sentence(const EvidenceSpread& figure) {
    const VarianceComponents& spread = figure.spread;
    const std::string name = label(figure.kpi);
    if (spread.points < 2) return add(message("  {0}: there is too little data.\n", name));
    if (spread.least == 0 && spread.most == 0)
      return add(message("  {0}: exactly alike at every point.\n", name));
    const Interval points = most_points(spread);
    if (points.low == 0 && points.high == 0)
      return add(message("  {0}: alike at most points.\n", name));
    const LocalizedText span = span_text(figure.kpi, points);
    const LocalizedText noise = size_text(figure.kpi, points, spread.mean.half_width());
    add(over_.plan.sets
            ? message("  {0}: over the sets {1}; simulation noise adds {2}.\n", name, span, noise)
            : message("  {0}: over the assumed ranges {1}; simulation noise adds {2}.\n", name,
                      span, noise));
  }

  void add_row(TextTable& table, const EvidenceSpread& figure) const {
    const VarianceComponents& spread = figure.spread;
    if (spread.points < 2) return;
    const NumberText numbers =
        NumberText::of_difference(figure.kpi.definition().units, most_points(spread)).abbreviated();
    const double part = spread.noise_variance / spread.total_variance;
    table.add_row(
        label(figure.kpi),
        {localized(numbers.value(spread.p50)), localized(numbers.between(spread.p10, spread.p90)),
         localized(numbers.between(spread.least, spread.most)),
         spread.most > spread.least ? "± " + localized(numbers.value(spread.mean.half_width()))
                                    : "-",
         std::isfinite(part) ? fmt::format("{:.0f}%", 100 * std::min(part, 1.0)) : "-"});
  }

  void add_kept() {
    if (over_.assumptions.kept.empty()) return;
    add(message("\nNot varied, though they have a range\n"));
    for (const KeptValue& kept : over_.assumptions.kept)
      add(fmt::format("  {}: {}\n", kept.path, localized(kept.why)));
  }

  void add_varied() {
    add(message("\nVaried, together\n"));
    for (const Assumption& assumption : over_.assumptions.varied) {
      const Factor& factor = assumption.factor;
      const std::string unit = factor.unit.empty() ? "" : " " + factor.unit;
      const std::string middle = factor.middle ? fmt::format("{}, ", *factor.middle) : "";
      add(fmt::format("  {}: {}, {}{}{}\n", factor.path, factor.from, middle, factor.to, unit));
    }
  }

  const Comparison& comparison_;
  const OverEvidence& over_;
  bool everything_;
  Language language_;
  std::size_t width_;
  std::string text_;
};

}  // namespace

std::string over_evidence_text(const Comparison& comparison, const OverEvidence& over,
                               bool everything, Language language, std::size_t width) {
  return OverEvidenceText(comparison, over, everything, language, width).text();
}

}  // namespace doorstroom
