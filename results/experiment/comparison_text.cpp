#include "results/experiment/comparison_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "results/number_text.hpp"

namespace doorstroom {
namespace {

Text phase_text(InterventionPhase phase) {
  switch (phase) {
    case InterventionPhase::before:
      return "before";
    case InterventionPhase::during:
      return "during";
    case InterventionPhase::after:
      return "after";
  }
  return "";
}

/// Correlation, and how many times as many unpaired replications it takes.
std::string ratio_text(double value, int decimals, std::string_view suffix, Language language) {
  if (std::isnan(value)) return "-";
  constexpr double beyond = 1000;
  if (value > beyond) return fmt::format(">{:.0f}{}", beyond, suffix);
  return grouped(value, decimals, language) + std::string(suffix);
}

class ComparisonText {
 public:
  ComparisonText(const Comparison& comparison, bool everything, Language language)
      : comparison_(comparison), everything_(everything), language_(language) {}

  std::string text() {
    add(say("Base: {} ({})\n", comparison_.base_name, comparison_.base_path));
    for (const ComparedVariant& variant : comparison_.variants) add_variant(variant);
    if (!everything_)
      add("\n--all tells each year, and each desk and arrangement with an effect.\n");
    add("\nIntervals are simulation noise: they shrink with more replications, and say nothing of "
        "how sure the\ninputs are (--over evidence does). P10 to P90: what one single future may "
        "bring. A difference whose\ninterval holds zero is no effect. What the model shows is an "
        "assumption worked out, not evidence.\n");
    return std::move(text_);
  }

 private:
  void add(const Text& text) { text_ += text.in(language_); }
  int label_width() const { return doorstroom::label_width(language_); }
  const std::string& told(const Text& text) const { return text.in(language_); }

  void add_variant(const ComparedVariant& variant) {
    const std::uint64_t pairs =
        variant.verdicts.empty() ? 0 : variant.verdicts.front().paired.count;
    add(say("\nVariant: {} ({})\n{} pairs of replications, seed {}\n", variant.name, variant.path,
            pairs, comparison_.seed));
    add_verdicts(variant);
    add_table("Whole system, exploratory", variant.system);
    add_phases(variant);
    if (!everything_) return;
    add_years(variant);
    add_nodes(variant);
  }

  void add_verdicts(const ComparedVariant& variant) {
    const std::uint32_t m = comparison_.statements.statements;
    add(m > 1 ? say("\nVerdicts; the {} of them hold together with 95% confidence\n", m)
              : Text("\nVerdict, with 95% confidence\n"));
    for (const Judged& judged : variant.verdicts)
      add(say("  {}: {}.\n", label_of(judged.figure.kpi), verdict_text(judged)));
    text_ += '\n';
    add_head("Headline figures");
    for (const Judged& judged : variant.verdicts) add_row(judged.figure.kpi, judged.paired);
  }

  void add_head(const Text& title) {
    text_ += fmt::format("{:<{}}{:>12}{:>12}{:>12}{:>24}{:>24}{:>7}{:>8}\n", told(title),
                         label_width(), told("base"), told("variant"), told("difference"),
                         told("95% interval"), told("P10 to P90"), told("corr."), told("saved"));
  }

  void add_row(const KpiName& kpi, const PairedDifference& paired) {
    if (paired.count == 0) return;
    const std::string_view units = kpi.definition().units;
    const NumberText numbers = NumberText::of_difference(units, paired.difference, language_);
    Interval level = paired.difference;
    level.mean = paired.base_mean;
    const NumberText levels(units, level, language_);
    text_ += fmt::format("{:<{}}{:>12}{:>12}{:>12}{:>24}{:>24}{:>7}{:>8}\n", told(label_of(kpi)),
                         label_width(), levels.value(paired.base_mean),
                         levels.value(paired.other_mean), numbers.value(paired.difference.mean),
                         numbers.between(paired.difference.low, paired.difference.high),
                         numbers.between(paired.p10, paired.p90),
                         ratio_text(paired.correlation, 2, "", language_),
                         ratio_text(paired.variance_saved, 1, "x", language_));
  }

  void add_table(const Text& title, const std::vector<ComparedFigure>& figures) {
    text_ += '\n';
    add_head(title);
    for (const ComparedFigure& figure : figures) add_row(figure.kpi, figure.paired);
  }

  /// "-21 (-24 to -18)".
  std::string short_text(const KpiName& kpi, const PairedDifference& paired) const {
    const NumberText numbers =
        NumberText::of_difference(kpi.definition().units, paired.difference, language_);
    if (std::isnan(paired.difference.mean)) return "-";
    return fmt::format("{} ({})", numbers.value(paired.difference.mean),
                       numbers.between(paired.difference.low, paired.difference.high));
  }

  static Text years_text(const ComparedPhase& phase) {
    const Text name = phase_text(phase.phase);
    if (phase.first_year == phase.last_year) return say("{}, year {}", name, phase.first_year + 1);
    return say("{}, year {} to {}", name, phase.first_year + 1, phase.last_year + 1);
  }

  void add_phases(const ComparedVariant& variant) {
    if (variant.phases.empty()) return;
    add("\nBefore, during and after the intervention: difference with its 95% interval, "
        "exploratory\n");
    text_ += fmt::format("{:<{}}", "", label_width());
    for (const ComparedPhase& phase : variant.phases)
      text_ += fmt::format("{:>34}", told(years_text(phase)));
    text_ += '\n';
    for (std::size_t i = 0; i < variant.verdicts.size(); ++i) {
      const KpiName& kpi = variant.verdicts[i].figure.kpi;
      text_ += fmt::format("{:<{}}", told(label_of(kpi)), label_width());
      for (const ComparedPhase& phase : variant.phases)
        text_ += fmt::format("{:>34}", short_text(kpi, phase.differences[i]));
      text_ += '\n';
    }
  }

  void add_years(const ComparedVariant& variant) {
    add("\nYear by year: difference with its 95% interval, exploratory\n");
    for (std::size_t i = 0; i < variant.verdicts.size(); ++i) {
      const KpiName& kpi = variant.verdicts[i].figure.kpi;
      text_ += fmt::format("{}\n", told(label_of(kpi)));
      for (const ComparedYear& year : variant.years)
        text_ += fmt::format("  {:<30}{:>34}\n",
                             told(variant.phases.empty()
                                      ? say("year {}", year.year + 1)
                                      : say("year {}, {}", year.year + 1, phase_text(year.phase))),
                             short_text(kpi, year.differences[i]));
    }
  }

  /// Those that show an effect: the rest is no news.
  void add_nodes(const ComparedVariant& variant) {
    std::vector<ComparedFigure> effects;
    for (const ComparedFigure& figure : variant.nodes)
      if (is_effect(figure.paired)) effects.push_back(figure);
    if (effects.empty()) {
      add("\nDesks and arrangements: no figure shows an effect.\n");
      return;
    }
    add_table("Desks and arrangements with an effect", effects);
  }

  const Comparison& comparison_;
  bool everything_;
  Language language_;
  std::string text_;
};

}  // namespace

Text label_of(const KpiName& kpi) {
  const KpiDefinition& definition = kpi.definition();
  const Text label(std::string(definition.label_en), std::string(definition.label_nl));
  return kpi.node.empty() ? label : say("{}: {}", kpi.node, label);
}

int label_width(Language language) {
  return language == Language::nl ? 40 : 36;
}

std::string comparison_text(const Comparison& comparison, bool everything, Language language) {
  return ComparisonText(comparison, everything, language).text();
}

}  // namespace doorstroom
