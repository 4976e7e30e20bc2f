#include "results/experiment/comparison_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "models/messages/utf8.hpp"
#include "results/figures/breakdown_values.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

LocalizedText phase_text(InterventionPhase phase) {
  switch (phase) {
    case InterventionPhase::before:
      return message("before");
    case InterventionPhase::during:
      return message("during");
    case InterventionPhase::after:
      return message("after");
  }
  return {};
}

/// The correlation, and how many times as many replications unpaired runs would need.
std::string ratio_text(double value, int decimals, std::string_view suffix, Language language) {
  if (std::isnan(value)) return "-";
  constexpr double beyond = 1000;
  if (value > beyond) return fmt::format(">{:.0f}{}", beyond, suffix);
  return grouped(value, decimals).in(language) + std::string(suffix);
}

class ComparisonText {
 public:
  ComparisonText(const Comparison& comparison, bool everything, Language language)
      : comparison_(comparison), everything_(everything), language_(language) {}

  std::string text() {
    add(message("Base: {0} ({1})\n", comparison_.base_name, comparison_.base_path));
    for (const ComparedVariant& variant : comparison_.variants) add_variant(variant);
    if (!everything_)
      add(message(
          "\n--all tells for whom, each year, and each desk and arrangement with an effect.\n"));
    add(message(
        "\nIntervals are simulation noise: they shrink with more replications, and say nothing of "
        "how sure the\ninputs are (--over evidence does). P10 to P90: what one single future may "
        "bring. corr., saved: how much\nalike the pairs are, and how many times as many "
        "replications it would take without pairs. Where an\ninterval holds zero, the simulation "
        "cannot tell the difference from none. Of many exploratory intervals\none in twenty is "
        "beside the truth. What the model shows is an assumption worked out, not evidence.\n"));
    return std::move(text_);
  }

 private:
  void add(const LocalizedText& text) { text_ += text.in(language_); }
  /// Sets the width of the column of labels to that of the longest label of a table.
  void make_room(const std::vector<LocalizedText>& labels) {
    width_ = static_cast<std::size_t>(label_width(language_));
    for (const LocalizedText& label : labels)
      width_ = std::max(width_, characters(label.in(language_)).size() + 1);
  }
  std::string localized(const LocalizedText& text) const { return text.in(language_); }

  void add_variant(const ComparedVariant& variant) {
    const std::uint64_t pairs =
        variant.verdicts.empty() ? 0 : variant.verdicts.front().paired.count;
    add(message("\nVariant: {0} ({1})\n{2} pairs of replications, seed {3}\n", variant.name,
                variant.path, pairs, comparison_.seed));
    add_verdicts(variant);
    add_table(message("Whole system, exploratory"), variant.system);
    add_funders(variant);
    add_phases(variant);
    if (!everything_) return;
    add_groups(variant);
    add_years(variant);
    add_nodes(variant);
    if (!variant.clocks.empty()) add_table(message("Legal terms, exploratory"), variant.clocks);
  }

  void add_verdicts(const ComparedVariant& variant) {
    const std::uint32_t m = comparison_.statements.statements;
    add(m > 1 ? message("\nVerdicts; the {0} of them hold together with 95% confidence\n", m)
              : message("\nVerdict, with 95% confidence\n"));
    for (const Judged& judged : variant.verdicts)
      add(message("  {0}: {1}.\n", label_of(judged.figure.kpi), verdict_text(judged)));
    text_ += '\n';
    make_room({});
    add_head(message("Headline figures"),
             m > 1 ? message("95%, together") : message("95% interval"));
    for (const Judged& judged : variant.verdicts) add_row(judged.figure.kpi, judged.paired);
  }

  void add_head(const LocalizedText& title,
                const LocalizedText& interval = message("95% interval")) {
    text_ += fmt::format("{:<{}}{:>12}{:>12}{:>12}{:>24}{:>24}{:>7}{:>8}\n", localized(title),
                         width_, localized(message("base")), localized(message("variant")),
                         localized(message("difference")), localized(interval),
                         localized(message("P10 to P90")), localized(message("corr.")),
                         localized(message("saved")));
  }

  void add_row(const KpiName& kpi, const PairedDifference& paired) {
    add_row(label_of(kpi), kpi, paired);
  }

  void add_row(const LocalizedText& label, const KpiName& kpi, const PairedDifference& paired) {
    if (paired.count == 0) return;
    const std::string_view units = kpi.definition().units;
    const NumberText numbers = NumberText::of_difference(units, paired.difference);
    Interval level = paired.difference;
    level.mean = paired.base_mean;
    const NumberText levels(units, level);
    text_ += fmt::format("{:<{}}{:>12}{:>12}{:>12}{:>24}{:>24}{:>7}{:>8}\n", localized(label),
                         width_, localized(levels.value(paired.base_mean)),
                         localized(levels.value(paired.other_mean)),
                         localized(numbers.value(paired.difference.mean)),
                         localized(numbers.between(paired.difference.low, paired.difference.high)),
                         localized(numbers.between(paired.p10, paired.p90)),
                         ratio_text(paired.correlation, 2, "", language_),
                         ratio_text(paired.variance_saved, 1, "x", language_));
  }

  void add_table(const LocalizedText& title, const std::vector<ComparedFigure>& figures) {
    text_ += '\n';
    std::vector<LocalizedText> labels;
    for (const ComparedFigure& figure : figures) labels.push_back(label_of(figure.kpi));
    make_room(labels);
    add_head(title);
    for (const ComparedFigure& figure : figures) add_row(figure.kpi, figure.paired);
  }

  void add_funders(const ComparedVariant& variant) {
    if (variant.funders.empty()) return;
    text_ += '\n';
    make_room({});
    add_head(message("Who pays, euro a year, exploratory"));
    for (const ComparedFigure& figure : variant.funders)
      add_row(figure.part == nobody ? message("nobody named") : LocalizedText(figure.part),
              figure.kpi, figure.paired);
  }

  /// Figure by figure, each group of youths.
  void add_groups(const ComparedVariant& variant) {
    const KpiName* last = nullptr;
    for (const ComparedFigure& figure : variant.groups) {
      if (last == nullptr || !(*last == figure.kpi)) {
        const LocalizedText title = message("{0}, for whom", label_of(figure.kpi));
        text_ += '\n';
        make_room({title});
        add_head(title);
      }
      last = &figure.kpi;
      add_row(group_label(figure.part), figure.kpi, figure.paired);
    }
  }

  /// "-21 (-24 to -18)".
  std::string short_text(const KpiName& kpi, const PairedDifference& paired) const {
    const NumberText numbers = NumberText::of_difference(kpi.definition().units, paired.difference);
    if (std::isnan(paired.difference.mean)) return "-";
    return fmt::format("{} ({})", localized(numbers.value(paired.difference.mean)),
                       localized(numbers.between(paired.difference.low, paired.difference.high)));
  }

  void add_phases(const ComparedVariant& variant) {
    if (variant.phases.empty()) return;
    add(
        message("\nBefore, during and after the intervention: difference with its 95% interval, "
                "exploratory\n"));
    make_room({});
    text_ += fmt::format("{:<{}}", "", width_);
    for (const ComparedPhase& phase : variant.phases)
      text_ += fmt::format("{:>38}",
                           localized(message("{0}, {1}", phase_text(phase.phase), phase.years)));
    text_ += '\n';
    for (std::size_t i = 0; i < variant.verdicts.size(); ++i) {
      const KpiName& kpi = variant.verdicts[i].figure.kpi;
      text_ += fmt::format("{:<{}}", localized(label_of(kpi)), width_);
      for (const ComparedPhase& phase : variant.phases)
        text_ += fmt::format("{:>38}", short_text(kpi, phase.differences[i]));
      text_ += '\n';
    }
  }

  void add_years(const ComparedVariant& variant) {
    add(message("\nYear by year: difference with its 95% interval, exploratory\n"));
    for (std::size_t i = 0; i < variant.verdicts.size(); ++i) {
      const KpiName& kpi = variant.verdicts[i].figure.kpi;
      text_ += fmt::format("{}\n", localized(label_of(kpi)));
      for (const ComparedYear& year : variant.years)
        text_ += fmt::format("  {:<30}{:>38}\n",
                             localized(variant.phases.empty() ? LocalizedText(year.name)
                                                              : message("{0}, {1}", year.name,
                                                                        phase_text(year.phase))),
                             short_text(kpi, year.differences[i]));
    }
  }

  /// Only figures that show an effect.
  void add_nodes(const ComparedVariant& variant) {
    std::vector<ComparedFigure> effects;
    for (const ComparedFigure& figure : variant.nodes)
      if (is_effect(figure.paired)) effects.push_back(figure);
    if (effects.empty()) {
      add(message("\nDesks and arrangements: no figure shows an effect.\n"));
      return;
    }
    add_table(message("Desks and arrangements with an effect"), effects);
  }

  const Comparison& comparison_;
  bool everything_;
  Language language_;
  std::size_t width_ = 0;  ///< of labels, in the current table
  std::string text_;
};

}  // namespace

LocalizedText label_of(const KpiName& kpi) {
  const KpiDefinition& definition = kpi.definition();
  const LocalizedText figure = definition.label;
  const LocalizedText label = kpi.year < 0 ? figure : message("{0} @{1}", figure, kpi.year);
  if (kpi.is_of_system()) return label;
  return message("{0}: {1}", kpi.clock.empty() ? kpi.node : kpi.clock, label);
}

int label_width(Language language) {
  return language == Language::en ? 36 : 40;
}

std::string comparison_text(const Comparison& comparison, bool everything, Language language) {
  return ComparisonText(comparison, everything, language).text();
}

}  // namespace doorstroom
