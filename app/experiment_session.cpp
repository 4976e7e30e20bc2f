#include "app/experiment_session.hpp"

#include <cmath>
#include <filesystem>

#include "app/about.hpp"
#include "app/console/output.hpp"
#include "app/console/run_callbacks.hpp"
#include "app/scenario_input.hpp"
#include "app/shared_options.hpp"
#include "engine/error.hpp"
#include "engine/system_error.hpp"
#include "models/messages/message.hpp"
#include "results/experiment/calibration_file.hpp"
#include "results/experiment/decision_file.hpp"
#include "results/file/kept_inputs.hpp"
#include "results/file/result_reader.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

/// Before hours of work: whether the answer can be saved.
void check_save(const ExperimentArguments& arguments) {
  std::error_code ignored;
  if (arguments.save.empty() || arguments.force || !fs::exists(arguments.save, ignored)) return;
  throw input_error(message(
      "{0} exists already\n  name another file, or give --force to replace it", arguments.save));
}

}  // namespace

void add_experiment_options(Options& options, ExperimentArguments& arguments) {
  options
      .option("-o,--out", "DIR", arguments.folder,
              translatable("Folder that keeps finished replications: after Ctrl-C or a\n"
                           "crash the same command goes on where it stopped"))
      .names_output();
  options.whole_number("--at-most", "N", arguments.at_most,
                       translatable("Replications in all. Default: 20000"),
                       {100, most_replications});
  add_jobs(options, arguments.jobs);
  add_sets(options, arguments.sets);
  options
      .option("--save", "FILE", arguments.save,
              translatable("Keep the answer in a file (HDF5), for `doorstroom export`"))
      .names_output();
  options.flag("--force", arguments.force, translatable("Replace that file if it exists"));
  options.flag("--json", arguments.json, translatable("Print JSON, for other programs"));
}

std::optional<CalibratedSets> sets_to_vary_over(const std::string& over, const std::string& save) {
  if (over.empty() || over == "evidence") return std::nullopt;
  refuse_to_replace(save, {over});
  return read_calibrated_sets(over);
}

ScenarioTree plan_of(const std::string& path, const ExperimentArguments& arguments,
                     Language language) {
  const std::vector<std::string>& sets = arguments.sets;
  refuse_to_replace(arguments.save, {path});
  if (fs::path(path).extension() != ".h5") {
    refuse_to_replace(arguments.save, paths_of(load_and_warn(path, sets, language).documents));
    return {path, sets};
  }
  if (!sets.empty())
    throw input_error(message(
        "{0}: --set changes a scenario, and this is a result\n  name the scenario file", path));
  return {path, ResultReader(path).resolved()};
}

ExperimentSession::ExperimentSession(const ExperimentArguments& arguments,
                                     std::vector<ScenarioTree> plans, std::vector<KpiName> kpis,
                                     Language language)
    : arguments_(arguments), language_(language), progress_(message("replications"), language) {
  check_save(arguments);
  const std::string& folder = arguments.folder;
  if (!folder.empty()) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
      throw run_error(
          message("cannot make the folder {0}: {1}", folder, system_error(error.value())));
    lock_.emplace(SweepFolder(folder), SweepLock::Kind::whole);
  }
  const std::uint32_t seed = plans.front().load().scenario.seed;
  simulations_.emplace(std::move(plans), std::move(kpis),
                       SimulationSettings{this_version(), seed, folder,
                                          pool_options(arguments.jobs, interrupt_, progress_)});
}

LocalizedText ExperimentSession::time_text(std::uint32_t replications) const {
  const double seconds = replications * simulations_->seconds_each();
  if (std::isnan(seconds)) return {};
  return message(
      ", {0} here",
      duration_text(std::chrono::seconds(static_cast<std::int64_t>(std::ceil(seconds)))));
}

std::function<void(std::uint32_t, std::uint32_t)> ExperimentSession::estimate_teller() {
  return [this](std::uint32_t about, std::uint32_t at_most) { tell_estimate(about, at_most); };
}

void ExperimentSession::tell_estimate(std::uint32_t about, std::uint32_t at_most) {
  progress_.print_line(
      message("Planned: about {0} replications{1}; never more than {2} (--at-most).", about,
              time_text(about), at_most));
}

void ExperimentSession::tell_estimate(std::uint32_t replications) {
  progress_.print_line(
      message("Planned: {0} replications{1}.", replications, time_text(replications)));
}

int ExperimentSession::give(const AnswerForms& answer) const {
  if (!arguments_.save.empty())
    write_decision(arguments_.save, answer.format, *simulations_, answer.tables(),
                   arguments_.force);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began_;
  print(arguments_.json ? answer.json(took.count()) : answer.text(output_width()));
  return 0;
}

void ExperimentSession::throw_stopped() const {
  if (arguments_.folder.empty())
    throw StoppedByUser{message(
        "Stopped. Nothing is kept; with -o DIR the same command goes on where it stopped.")};
  throw StoppedByUser{
      message("Stopped. What is done is kept in {0}; the same command goes on from there.",
              arguments_.folder)};
}

}  // namespace doorstroom
