#include "results/report/report_sources.hpp"

#include <algorithm>
#include <filesystem>
#include <span>

#include "models/loading/scenario_loader.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

/// What a path names: the format of its file.
std::string format_at(const std::string& path) {
  return ResultReader(path, any_format).text("format");
}

/// @throws InputError when the answer is about another scenario than all of the results
void check_is_about(std::vector<ResultReader>& results, ResultReader& answer) {
  const std::string asked = answer.text("scenario_name");
  for (ResultReader& result : results)
    if (result.text("scenario_name") == asked) return;
  throw input_error(
      message("{0}: this answer is about another scenario, {1}\n  a report takes answers about {2}",
              answer.path(), asked, results.front().text("scenario_name")));
}

/// Names, of which those that several have get a number behind them.
std::vector<std::string> told_apart(std::vector<std::string> names) {
  std::vector<std::string> apart;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto earlier =
        std::count(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i), names[i]);
    apart.push_back(earlier == 0 ? names[i] : names[i] + " (" + std::to_string(earlier + 1) + ")");
  }
  return apart;
}

}  // namespace

ReportSources::ReportSources(const ReportRequest& request) : request_(request) {
  for (const std::string& path : request.paths) {
    if (std::error_code ignored; fs::is_directory(path, ignored)) {
      sweeps_.push_back(path);
      continue;
    }
    const std::string format = format_at(path);
    if (format == run_format.name)
      results_.emplace_back(path);
    else
      answers_.push_back({format, ResultReader(path, any_format)});
  }
  if (results_.empty())
    throw input_error(
        message("a report is made of a result, and none of these is one\n  name the "
                "file that `doorstroom run` wrote first"));
  for (AnswerFile& answer : answers_) check_is_about(results_, answer.file);
  scenario_ = load_resolved(base().path(), base().resolved()).scenario;
  labels_ = KpiLabels(base());
  std::vector<std::string> names;
  for (ResultReader& result : results_) names.push_back(KpiLabels(result).title(language()));
  names_ = told_apart(std::move(names));
  if (variants() > 0) comparison_ = compare(base(), std::span(results_).subspan(1));
  privacy_ = Privacy(scenario_, request.small_cells);
  for (std::size_t i = 1; i < results_.size(); ++i)
    privacy_.add_variant(load_resolved(results_[i].path(), results_[i].resolved()).scenario);
}

ResultReader* ReportSources::answer(std::string_view format) {
  for (AnswerFile& answer : answers_)
    if (answer.format == format) return &answer.file;
  return nullptr;
}

std::string ReportSources::chart_source() const {
  const ResultReader& file = results_.front();
  return localized(
      message("{0}, {1}, doorstroom {2}", names_.front(),
              message_plural("{0} replication", "{0} replications", file.integer("replications")),
              file.text("program_version")));
}

}  // namespace doorstroom
