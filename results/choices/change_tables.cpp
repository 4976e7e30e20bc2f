#include "results/choices/change_tables.hpp"

#include <algorithm>
#include <cmath>

#include "results/comparison/comparison_text.hpp"
#include "results/text/number_text.hpp"

namespace doorstroom {
namespace {

/// The cells that every table of differences has.
class ChangeCells {
 public:
  ChangeCells(const ReportSources& sources, const KpiName& kpi, const PairedDifference& paired)
      : sources_(sources), kpi_(kpi), paired_(paired) {}

  ReportCell base() const { return level(paired_.base_mean); }
  ReportCell variant() const { return level(paired_.other_mean); }
  ReportCell difference() const {
    return {.text = localized(numbers().value(paired_.difference.mean)),
            .value = paired_.difference.mean};
  }
  ReportCell bounds() const {
    return words(numbers().bounds(paired_.difference.low, paired_.difference.high));
  }
  ReportCell difference_with_bounds() const {
    const Interval& all = paired_.difference;
    return {.text = localized(numbers().value_and_bounds(all.mean, all.low, all.high)),
            .value = all.mean};
  }
  ReportCell futures() const { return words(numbers().bounds(paired_.p10, paired_.p90)); }
  ReportCell span() const {
    return words(paired_.count < 2 ? message("too little data")
                                   : span_text(kpi_, paired_.difference));
  }
  ReportCell words(const LocalizedText& text) const {
    return {.text = localized(text), .value = {}};
  }

 private:
  std::string localized(const LocalizedText& text) const { return sources_.localized(text); }
  NumberText numbers() const {
    return NumberText::of_difference(kpi_.definition().units, paired_.difference);
  }
  ReportCell level(double value) const {
    return {.text = localized(level_words(kpi_, paired_, value)), .value = value};
  }

  const ReportSources& sources_;
  const KpiName& kpi_;
  const PairedDifference& paired_;
};

ReportTable table_with(const ReportSources& sources, const std::string& id,
                       const LocalizedText& caption, const LocalizedText& corner) {
  ReportTable table;
  table.id = id;
  table.caption = sources.localized(caption);
  table.corner = sources.localized(corner);
  return table;
}

void add_number_columns(const ReportSources& sources, ReportTable& table,
                        const std::vector<LocalizedText>& labels) {
  for (const LocalizedText& label : labels)
    table.columns.push_back({.label = sources.localized(label), .units = {}});
}

void add_word_columns(const ReportSources& sources, ReportTable& table,
                      const std::vector<LocalizedText>& labels) {
  for (const LocalizedText& label : labels)
    table.columns.push_back({.label = sources.localized(label), .units = {}, .numeric = false});
}

}  // namespace

ReportTable verdict_table(const ReportSources& sources, const std::string& id,
                          const LocalizedText& caption, const VerdictSpan& span) {
  ReportTable table = table_with(sources, id, caption, message("Figure"));
  add_number_columns(sources, table,
                     {message("Unchanged"), message("Variant"), message("Difference"),
                      message("Noise, together 95%"), message("Single futures, 8 in 10")});
  add_word_columns(sources, table,
                   {message("In words"), message("Matters from"), message("Verdict")});
  for (const Judged& judged : span.verdicts) {
    const ChangeCells cells(sources, judged.figure.kpi, judged.paired);
    table.rows.push_back(
        {.header = sources.label(judged.figure.kpi),
         .cells = {cells.base(), cells.variant(), cells.difference(), cells.bounds(),
                   cells.futures(), cells.span(), cells.words(smallest_text(judged)),
                   cells.words(verdict_words(judged))}});
  }
  return table;
}

ReportTable exploratory_table(const ReportSources& sources, const std::string& id,
                              const LocalizedText& caption,
                              const std::vector<ComparedFigure>& figures,
                              const std::function<std::string(const ComparedFigure&)>& name_of) {
  ReportTable table = table_with(sources, id, caption, message("Figure"));
  add_number_columns(sources, table,
                     {message("Unchanged"), message("Variant"), message("Difference"),
                      message("Noise, 95% one by one")});
  add_word_columns(sources, table, {message("In words")});
  for (const ComparedFigure& figure : figures) {
    if (figure.paired.count == 0) continue;
    const ChangeCells cells(sources, figure.kpi, figure.paired);
    table.rows.push_back({.header = name_of(figure),
                          .cells = {cells.base(), cells.variant(), cells.difference(),
                                    cells.bounds(), cells.span()}});
  }
  return table;
}

ReportTable group_table(const ReportSources& sources, const std::string& id,
                        const LocalizedText& caption, const std::vector<ComparedFigure>& figures) {
  ReportTable table = table_with(sources, id, caption, message("Group"));
  std::vector<KpiName> kpis;
  std::vector<std::string> groups;
  for (const ComparedFigure& figure : figures) {
    if (std::ranges::find(kpis, figure.kpi) == kpis.end()) kpis.push_back(figure.kpi);
    if (std::ranges::find(groups, figure.part) == groups.end()) groups.push_back(figure.part);
  }
  for (const KpiName& kpi : kpis)
    table.columns.push_back(
        {.label = sources.label(kpi), .units = std::string(kpi.definition().units)});
  for (const std::string& group : groups) {
    ReportRow row{.header = sources.labels().of_group(group, sources.language()), .cells = {}};
    for (const KpiName& kpi : kpis) {
      const auto one = std::ranges::find_if(figures, [&](const ComparedFigure& figure) {
        return figure.part == group && figure.kpi == kpi;
      });
      if (one == figures.end() || std::isnan(one->paired.difference.mean)) {
        row.cells.push_back({.text = "-", .value = {}});
        continue;
      }
      const ChangeCells cells(sources, kpi, one->paired);
      row.cells.push_back(cells.difference_with_bounds());
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace doorstroom
