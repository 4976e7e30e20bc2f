#pragma once
/// What a report shows of the answers whose files were given: of each a sentence or two, a chart
/// where it fits, and a table.

#include <string>
#include <vector>

#include "results/report/assumption_words.hpp"
#include "results/report/report.hpp"
#include "results/report/report_sources.hpp"

namespace doorstroom {

/// The label of a key figure, also of one over some years: "dropouts_per_year@0..1".
std::string kpi_label(const ReportSources& sources, const std::string& kpi);

/// What the blocks of every answer are made with.
class AnswerBlocks {
 public:
  /// @param id  of the answer in the report, before those of its charts and tables
  AnswerBlocks(ReportSources& sources, const AssumptionNames& assumptions, ResultReader& file,
               std::string id)
      : sources_(sources), assumptions_(assumptions), file_(file), id_(std::move(id)) {}

 protected:
  std::string localized(const LocalizedText& text) const { return sources_.localized(text); }
  void add(const LocalizedText& text, ReportText::Role role = ReportText::Role::plain) {
    blocks_.emplace_back(ReportText{.text = localized(text), .role = role});
  }
  void add_heading(const LocalizedText& text) {
    blocks_.emplace_back(ReportHeading{.text = localized(text)});
  }
  ReportCell words(const LocalizedText& text) const {
    return {.text = localized(text), .value = {}};
  }
  ReportCell number(const LocalizedText& text, double value) const;
  /// A share of 1: "45%".
  ReportCell share(double value) const;
  /// An empty table. @param what  ends its id
  ReportTable table(const std::string& what, const LocalizedText& caption,
                    const LocalizedText& corner, const std::vector<LocalizedText>& columns) const;
  /// An empty chart of intervals.
  IntervalChart chart(const std::string& what, const LocalizedText& title,
                      const LocalizedText& summary, const LocalizedText& axis) const;
  std::string label_of(const std::string& kpi) const { return kpi_label(sources_, kpi); }
  static std::string units_of(const std::string& kpi);
  /// The variant that the answer is about; empty: it is about none.
  std::string variant() const;

  ReportSources& sources_;
  const AssumptionNames& assumptions_;
  ResultReader& file_;
  std::string id_;
  std::vector<ReportBlock> blocks_{};
};

/// How many of the units of the file a chart counts as one: 7 days are a week, 0.01 is a
/// percentage point.
double chart_unit(const std::string& units);
/// What it then counts: "weeks", "percentage points", "youths a year".
LocalizedText chart_unit_words(const std::string& units);

/// "12%"; cut off at 0 and 100%.
LocalizedText percent_words(double share);
/// "12% to 15%"; "about 12%" where both round alike; "-" without bounds.
LocalizedText percent_bounds(double low, double high);

std::vector<ReportBlock> seek_blocks(ReportSources& sources, const AssumptionNames& assumptions,
                                     ResultReader& file, const std::string& id);
std::vector<ReportBlock> bottleneck_blocks(ReportSources& sources,
                                           const AssumptionNames& assumptions, ResultReader& file,
                                           const std::string& id);
std::vector<ReportBlock> sensitivity_blocks(ReportSources& sources,
                                            const AssumptionNames& assumptions, ResultReader& file,
                                            const std::string& id);
std::vector<ReportBlock> explanation_blocks(ReportSources& sources,
                                            const AssumptionNames& assumptions, ResultReader& file,
                                            const std::string& id);
std::vector<ReportBlock> choice_blocks(ReportSources& sources, const AssumptionNames& assumptions,
                                       ResultReader& file, const std::string& id);
std::vector<ReportBlock> calibration_blocks(ReportSources& sources,
                                            const AssumptionNames& assumptions, ResultReader& file,
                                            const std::string& id);
std::vector<ReportBlock> comparison_blocks(ReportSources& sources,
                                           const AssumptionNames& assumptions, ResultReader& file,
                                           const std::string& id);

}  // namespace doorstroom
