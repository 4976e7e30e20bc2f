#include "results/comparison/comparison_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "results/figures/breakdown_values.hpp"
#include "results/text/number_text.hpp"
#include "results/text/plain_words.hpp"

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

/// The headline figures of a variant.
std::vector<ComparedFigure> headline_of(const ComparedVariant& variant) {
  std::vector<ComparedFigure> figures;
  for (const Judged& judged : variant.verdicts)
    figures.push_back({judged.figure.kpi, judged.paired});
  return figures;
}

bool is_judged(const ComparedPhase& phase) {
  return !phase.relevance.empty();
}

class ComparisonText {
 public:
  ComparisonText(const Comparison& comparison, bool everything, Language language,
                 std::size_t width)
      : comparison_(comparison), everything_(everything), language_(language), width_(width) {}

  std::string text() {
    add(message("Base: {0} ({1})\n", base_name(), comparison_.base_path));
    for (const ComparedVariant& variant : comparison_.variants) add_name(variant);
    for (const ComparedVariant& variant : comparison_.variants) add_verdicts(variant);
    add_figures();
    for (const ComparedVariant& variant : comparison_.variants) {
      add_phases(variant);
      if (!everything_) continue;
      add_years(variant);
      add_groups(variant);
      add_nodes(variant);
      add_clocks(variant);
    }
    if (!everything_)
      add(
          message("\n--all tells for whom, each year, each desk and arrangement with an effect, "
                  "and what one single "
                  "future may bring.\n"));
    text_ += '\n';
    add(
        message("Intervals are simulation noise: they shrink with more replications, and say "
                "nothing of how sure the inputs are (--over evidence does).\n"));
    if (shows_futures())
      add(message("P10 to P90: what one single future may bring, as the mean of all its years.\n"));
    if (everything_ && is_single())
      add(
          message("corr., saved: how much alike the pairs are, and how many times as many "
                  "replications it would take without pairs.\n"));
    add(
        message("Where an interval holds zero, the simulation cannot tell the difference from "
                "none. Of many exploratory intervals one in twenty is beside the truth. What the "
                "model shows is an assumption worked out, not evidence.\n"));
    return std::move(text_);
  }

 private:
  void add(const LocalizedText& text) { text_ += fitted(localized(text), width_); }
  std::string localized(const LocalizedText& text) const { return text.in(language_); }
  std::string label(const KpiName& kpi) const { return comparison_.labels.of(kpi, language_); }
  std::string base_name() const {
    const std::string title = comparison_.labels.title(language_);
    return title.empty() ? comparison_.base_name : title;
  }
  /// Of a variant that differs from the base in what the command line set: what that was.
  std::string name(const ComparedVariant& variant) const {
    std::string title = variant.labels.title(language_);
    if (title.empty()) title = variant.name;
    constexpr std::size_t separator = 2;  // ": ", or ", " where the base has been changed, too
    const std::string base = base_name();
    const bool differs = title.starts_with(base) && title.size() > base.size() + separator;
    return differs && (title.substr(base.size(), separator) == ": " ||
                       title.substr(base.size(), separator) == ", ")
               ? title.substr(base.size() + separator)
               : title;
  }
  bool is_single() const { return comparison_.variants.size() == 1; }
  /// What one future may bring takes more room than a narrow terminal has.
  bool shows_futures() const {
    constexpr std::size_t wide = 100;
    return is_single() && (everything_ || width_ >= wide);
  }
  void add_table(const TextTable& table) { text_ += "\n" + table.text(width_); }

  void add_name(const ComparedVariant& variant) {
    const std::uint64_t pairs =
        variant.verdicts.empty() ? 0 : variant.verdicts.front().paired.count;
    add(message("\nVariant: {0} ({1})\n{2} pairs of replications, seed {3}\n", name(variant),
                variant.path, pairs, comparison_.seed));
  }

  /// A section on one of several variants says which.
  LocalizedText titled(const LocalizedText& title, const ComparedVariant& variant) const {
    return is_single() ? title : message("{0}: {1}", name(variant), title);
  }

  void add_verdicts(const ComparedVariant& variant) {
    const std::uint32_t m = comparison_.statements.statements;
    text_ += '\n';
    add(titled(m > 1 ? message("Verdicts; the {0} of them hold together with 95% confidence", m)
                     : message("Verdict, with 95% confidence"),
               variant));
    text_ += '\n';
    bool some = false;
    for (const ComparedPhase& phase : variant.phases) {
      if (!is_judged(phase)) continue;
      some = true;
      add(phase.phase == InterventionPhase::during
              ? message("During the intervention, {0}\n", phase.years)
              : message("After the intervention, {0}\n", phase.years));
      for (std::size_t i = 0; i < variant.verdicts.size(); ++i)
        add_verdict({variant.verdicts[i].figure, phase.differences[i], phase.relevance[i]});
    }
    if (some)
      add(message("Mean of all years, {0} to {1}\n", variant.years.front().name,
                  variant.years.back().name));
    for (const Judged& judged : variant.verdicts) add_verdict(judged);
  }

  void add_verdict(const Judged& judged) {
    add(message("  {0}: {1}.\n", label(judged.figure.kpi), verdict_text(judged)));
  }

  void add_figures() {
    const std::uint32_t m = comparison_.statements.statements;
    add_section(message("Headline figures"), &headline_of,
                m > 1 ? message("95%, together") : message("95% interval"));
    add_section(message("Whole system, exploratory"),
                [](const ComparedVariant& variant) { return variant.system; });
    add_section(message("Who pays, euro a year, exploratory"),
                [](const ComparedVariant& variant) { return variant.funders; });
  }

  /// A table of one variant, or of several side by side.
  template <class FiguresOf>
  void add_section(const LocalizedText& title, const FiguresOf& figures_of,
                   const LocalizedText& interval = message("95% interval")) {
    if (is_single()) return add_table_of(title, figures_of(comparison_.variants.front()), interval);
    std::vector<std::string> columns{localized(message("base"))};
    std::vector<std::vector<ComparedFigure>> figures;
    for (const ComparedVariant& variant : comparison_.variants) {
      columns.push_back(name(variant));
      figures.push_back(figures_of(variant));
    }
    if (figures.front().empty()) return;
    TextTable table(localized(message("{0}: difference with its interval", title)),
                    std::move(columns));
    for (const ComparedFigure& row : figures.front()) {
      std::vector<std::string> values{localized(level(row.kpi, row.paired, row.paired.base_mean))};
      for (const std::vector<ComparedFigure>& of_variant : figures) {
        const auto same = std::ranges::find_if(of_variant, [&](const ComparedFigure& other) {
          return other.kpi == row.kpi && other.part == row.part;
        });
        values.push_back(same == of_variant.end() ? "-" : short_text(row.kpi, same->paired));
      }
      table.add_row(name_of(row), std::move(values));
    }
    add_table(table);
  }

  /// The funder that a figure is of; else the label of the figure.
  std::string name_of(const ComparedFigure& figure) const {
    if (figure.part.empty()) return label(figure.kpi);
    return comparison_.labels.of_funder(figure.part, language_);
  }

  LocalizedText level(const KpiName& kpi, const PairedDifference& paired, double value) const {
    Interval about = paired.difference;
    about.mean = paired.base_mean;
    return NumberText(kpi.definition().units, about).value(value);
  }

  TextTable table_of_differences(const LocalizedText& title, const LocalizedText& interval) const {
    std::vector<std::string> columns;
    for (const LocalizedText& column : {message("base"), message("variant"), message("difference")})
      columns.push_back(localized(column));
    columns.push_back(localized(interval));
    if (shows_futures()) columns.push_back(localized(message("P10 to P90")));
    if (everything_) {
      columns.push_back(localized(message("corr.")));
      columns.push_back(localized(message("saved")));
    }
    return {localized(title), std::move(columns)};
  }

  void add_row(TextTable& table, std::string name, const KpiName& kpi,
               const PairedDifference& paired) const {
    if (paired.count == 0) return;
    const NumberText numbers =
        NumberText::of_difference(kpi.definition().units, paired.difference).abbreviated();
    std::vector<std::string> values{
        localized(level(kpi, paired, paired.base_mean)),
        localized(level(kpi, paired, paired.other_mean)),
        localized(numbers.value(paired.difference.mean)),
        localized(numbers.bounds(paired.difference.low, paired.difference.high))};
    if (shows_futures()) values.push_back(localized(numbers.bounds(paired.p10, paired.p90)));
    if (everything_) {
      values.push_back(ratio_text(paired.correlation, 2, "", language_));
      values.push_back(ratio_text(paired.variance_saved, 1, "x", language_));
    }
    table.add_row(std::move(name), std::move(values));
  }

  void add_table_of(const LocalizedText& title, const std::vector<ComparedFigure>& figures,
                    const LocalizedText& interval = message("95% interval")) {
    if (figures.empty()) return;
    TextTable table = table_of_differences(title, interval);
    for (const ComparedFigure& figure : figures)
      add_row(table, name_of(figure), figure.kpi, figure.paired);
    add_table(table);
  }

  /// Figure by figure, each group of youths.
  void add_groups(const ComparedVariant& variant) {
    for (auto first = variant.groups.begin(); first != variant.groups.end();) {
      TextTable table = table_of_differences(
          titled(message("{0}, for whom", label(first->kpi)), variant), message("95% interval"));
      const KpiName kpi = first->kpi;
      for (; first != variant.groups.end() && first->kpi == kpi; ++first)
        add_row(table, comparison_.labels.of_group(first->part, language_), kpi, first->paired);
      add_table(table);
    }
  }

  /// "-21 (-24 to -18)".
  std::string short_text(const KpiName& kpi, const PairedDifference& paired) const {
    const NumberText numbers =
        NumberText::of_difference(kpi.definition().units, paired.difference).abbreviated();
    if (std::isnan(paired.difference.mean)) return "-";
    const Interval& all = paired.difference;
    return localized(numbers.value_and_bounds(all.mean, all.low, all.high));
  }

  void add_phases(const ComparedVariant& variant) {
    if (variant.phases.empty()) return;
    std::vector<std::string> columns;
    for (const ComparedPhase& phase : variant.phases)
      columns.push_back(localized(message("{0}, {1}", phase_text(phase.phase), phase.years)));
    TextTable table(
        localized(titled(message("Difference before, during and after the intervention"), variant)),
        std::move(columns));
    for (std::size_t i = 0; i < variant.verdicts.size(); ++i) {
      const KpiName& kpi = variant.verdicts[i].figure.kpi;
      std::vector<std::string> values;
      for (const ComparedPhase& phase : variant.phases)
        values.push_back(short_text(kpi, phase.differences[i]));
      table.add_row(label(kpi), std::move(values));
    }
    add_table(table);
  }

  void add_years(const ComparedVariant& variant) {
    text_ += '\n';
    add(titled(message("Year by year: difference with its 95% interval, exploratory"), variant));
    text_ += '\n';
    for (std::size_t i = 0; i < variant.verdicts.size(); ++i) {
      const KpiName& kpi = variant.verdicts[i].figure.kpi;
      text_ += fitted(label(kpi) + "\n", width_);
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
    if (!effects.empty())
      return add_table_of(titled(message("Desks and arrangements with an effect"), variant),
                          effects);
    text_ += '\n';
    add(titled(message("Desks and arrangements: no figure shows an effect.\n"), variant));
  }

  void add_clocks(const ComparedVariant& variant) {
    if (!variant.clocks.empty())
      add_table_of(titled(message("Legal terms, exploratory"), variant), variant.clocks);
  }

  const Comparison& comparison_;
  bool everything_;
  Language language_;
  std::size_t width_;
  std::string text_;
};

}  // namespace

std::string comparison_text(const Comparison& comparison, bool everything, Language language,
                            std::size_t width) {
  return ComparisonText(comparison, everything, language, width).text();
}

}  // namespace doorstroom
