#include "results/what_if/variants_report.hpp"

#include <fmt/format.h>
#include <stdlib.h>

#include <cerrno>
#include <filesystem>

#include "engine/system_error.hpp"
#include "models/messages/message.hpp"
#include "results/figures/targets.hpp"
#include "results/page/whole_report.hpp"
#include "results/report/report_sources.hpp"
#include "results/run/scenario_run.hpp"
#include "results/variants/scenario_folder.hpp"
#include "results/variants/variant.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_variants = 6;

/// Results that are needed only until the page is made.
class ResultsFolder {
 public:
  explicit ResultsFolder(const std::string& scratch) {
    std::string name = (fs::path(scratch) / "results-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr)
      throw run_error(message("no folder for results: {0}", system_error(errno)));
    path_ = name;
  }
  ~ResultsFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  ResultsFolder(const ResultsFolder&) = delete;
  ResultsFolder& operator=(const ResultsFolder&) = delete;

  /// Path of the result of a scenario's file.
  std::string result_of(const std::string& file) const {
    return (path_ / fs::path(file).filename().replace_extension(".h5")).string();
  }

 private:
  fs::path path_;
};

std::string run_into(const ResultsFolder& results, const WhatIfPlace& place,
                     const std::string& file, Scenario scenario, std::uint32_t replications) {
  scenario.replications = replications;
  const std::string out = results.result_of(file);
  RunNotes notes(place.program);
  run_to_file(scenario, {.out = out, .jobs = place.jobs}, place.program.provenance, notes);
  return out;
}

}  // namespace

VariantsReport variants_report(const WhatIfPlace& place, const std::vector<std::string>& files,
                               std::uint32_t replications, Language language) {
  if (files.empty() || files.size() > most_variants)
    throw input_error(message("a report is of 1 to {0} variants", most_variants));
  const Scenario base = tree_of(place, {}).load(report_wrong_kpi_names).scenario;
  std::vector<Scenario> variants;
  for (const std::string& file : files) {
    variants.push_back(tree_of(place, file).load(report_wrong_kpi_names).scenario);
    variants.back().seed = base.seed;
  }
  const ResultsFolder results(place.scratch);
  std::vector<std::string> paths{run_into(results, place, file_of(place), base, replications)};
  for (std::size_t i = 0; i < files.size(); ++i)
    paths.push_back(run_into(results, place, files[i], variants[i], replications));

  VariantsReport made{.file = fs::path(file_of(place)).replace_extension(".html").string(),
                      .command = report_command_of(place, files, replications, language),
                      .html = {}};
  ReportSources sources({.paths = paths, .language = language, .command = made.command});
  made.html = report_page(whole_report(sources), place.report_parts);
  return made;
}

}  // namespace doorstroom
