#pragma once
/// What a report is made from: results, the files of answers, the folder of a sweep; and what every
/// section needs of them.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/messages/language.hpp"
#include "models/scenario/scenario.hpp"
#include "results/comparison/comparison.hpp"
#include "results/file/result_reader.hpp"
#include "results/report/privacy.hpp"
#include "results/text/kpi_labels.hpp"

namespace doorstroom {

/// The file of an answer, such as that of `doorstroom seek --save`.
struct AnswerFile {
  std::string format;  ///< "doorstroom.seek"
  ResultReader file;
};

struct ReportRequest {
  std::vector<std::string> paths;  ///< result files, files of answers, folders of sweeps, as given
  Language language;
  int small_cells = 5;  ///< counts of real youths below this are not shown
  std::string command;  ///< that the user gave, shown so that it can be given again
};

class ReportSources {
 public:
  /// Opens and sorts the files: the first result is the base, the others are its variants.
  /// @throws InputError when a path is none of them, there is no result, or a variant or an answer
  ///         is of another scenario
  explicit ReportSources(const ReportRequest& request);

  ResultReader& base() { return results_.front(); }
  std::vector<ResultReader>& results() { return results_; }  ///< the base first
  std::size_t variants() const { return results_.size() - 1; }
  /// Null without variants.
  const Comparison* comparison() const { return comparison_ ? &*comparison_ : nullptr; }
  /// As the base was run.
  const Scenario& scenario() const { return scenario_; }
  const KpiLabels& labels() const { return labels_; }
  /// The names of base and variants, as people read them; no two alike.
  const std::vector<std::string>& names() const { return names_; }
  std::vector<AnswerFile>& answers() { return answers_; }
  /// The answer of a format; null when there is none.
  ResultReader* answer(std::string_view format);
  const std::vector<std::string>& sweeps() const { return sweeps_; }  ///< folders
  const Privacy& privacy() const { return privacy_; }
  Language language() const { return request_.language; }
  const ReportRequest& request() const { return request_; }

  std::string localized(const LocalizedText& text) const { return text.in(request_.language); }
  std::string label(const KpiName& kpi) const { return labels_.of(kpi, request_.language); }
  /// Scenario, replications and program version, for below a chart.
  std::string chart_source() const;

 private:
  ReportRequest request_;
  std::vector<ResultReader> results_;
  std::vector<AnswerFile> answers_;
  std::vector<std::string> sweeps_;
  Scenario scenario_;
  KpiLabels labels_;
  std::vector<std::string> names_;
  std::optional<Comparison> comparison_;
  Privacy privacy_;
};

}  // namespace doorstroom
