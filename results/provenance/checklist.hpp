#pragma once
/// The checklist for reporting simulation studies, STRESS-DES, answered from a result.
///
/// Source: T. Monks, C. S. M. Currie, B. S. Onggo, S. Robinson, M. Kunc, S. J. E. Taylor,
/// "Strengthening the reporting of empirical simulation studies: Introducing the STRESS
/// guidelines", Journal of Simulation 13(1), 2019, 55-67.

#include <string>
#include <vector>

#include "results/report/report.hpp"
#include "results/report/report_sources.hpp"

namespace doorstroom {

/// A table of one part of the checklist: what is asked, and the answer.
class ChecklistPart {
 public:
  /// @param id  of the table, behind "stress-"
  ChecklistPart(const ReportSources& sources, const std::string& id, const LocalizedText& caption);

  void add(const LocalizedText& asked, const LocalizedText& answer);
  ReportTable table() && { return std::move(table_); }

 private:
  const ReportSources& sources_;
  ReportTable table_;
};

ReportTable checklist_of_objectives(const ReportSources& sources);
ReportTable checklist_of_logic(const ReportSources& sources);
ReportTable checklist_of_data(const ReportSources& sources);
ReportTable checklist_of_experiments(ReportSources& sources);
ReportTable checklist_of_implementation(ReportSources& sources);
ReportTable checklist_of_code(ReportSources& sources);

/// What is modelled: each node, and what it does, in a sentence.
ReportTable modelled_nodes(const ReportSources& sources);
/// Where inputs come from, as the scenario says.
ReportTable evidence_table(const ReportSources& sources);
/// The results of which the report is made: a column each.
ReportTable results_table(ReportSources& sources);
/// The commands that make the results and the report again.
ReportList commands_again(ReportSources& sources);

}  // namespace doorstroom
