#pragma once
/// What the commands that answer questions about decisions share: the options, the folder that
/// keeps finished tasks, progress, and Ctrl-C.

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/cli/options.hpp"
#include "app/console/interrupt.hpp"
#include "app/console/progress.hpp"
#include "engine/replication_pool.hpp"
#include "models/loading/scenario_loader.hpp"
#include "models/messages/language.hpp"
#include "models/messages/message.hpp"
#include "results/experiment/simulations.hpp"
#include "results/experiment/states_of_world.hpp"
#include "results/file/result_format.hpp"
#include "results/sweep/sweep_folder.hpp"
#include "results/table/table.hpp"

namespace doorstroom {

struct ExperimentArguments {
  std::string folder;              ///< keeps finished tasks; empty: nothing is kept
  int jobs = 0;                    ///< worker processes; 0: one for each core
  std::vector<std::string> sets;   ///< "PATH=VALUE", for every scenario
  std::uint32_t at_most = 20'000;  ///< replications
  std::string save;                ///< file for the answer; empty: none
  bool force = false;              ///< replace that file
  bool json = false;
};

/// -o, --set, --at-most, --jobs, --save, --force and --json.
void add_experiment_options(Options& options, ExperimentArguments& arguments);

/// What --over takes.
constexpr auto over_help = translatable(
    "Where the states of the world come from: the ranges of\n"
    "`evidence`, or the sets of inputs that `calibrate -o DIR`\n"
    "found to agree with what is known. Default: evidence");

/// The sets of inputs in the folder that --over names; none for `evidence`, and when it is empty.
/// @param save  file for the answer; empty: none
/// @throws InputError when it is neither, or `save` would replace it
std::optional<CalibratedSets> sets_to_vary_over(const std::string& over, const std::string& save);

/// A scenario file, or the scenario that a result holds; warnings go to standard error.
/// @throws InputError with every mistake, or when the answer would replace what is read
ScenarioTree plan_of(const std::string& path, const ExperimentArguments& arguments,
                     Language language);

/// An answer in the forms in which a user may want it.
struct AnswerForms {
  FileFormat format;  ///< of the file that --save writes
  std::function<std::vector<Table>()> tables;
  std::function<std::string(double seconds)> json;
  std::function<std::string(std::size_t width)> text;
};

/// One experiment, from its first replication to its answer.
class ExperimentSession {
 public:
  /// @param arguments  must outlive it
  /// @param plans  the base first; its seed is that of the experiment
  /// @throws InputError when the file to save exists already, or another process has the folder
  ExperimentSession(const ExperimentArguments& arguments, std::vector<ScenarioTree> plans,
                    std::vector<KpiName> kpis, Language language);

  Simulations& simulations() { return *simulations_; }

  /// What says on standard error how many replications are planned, and how long they take here.
  std::function<void(std::uint32_t about, std::uint32_t at_most)> estimate_teller();
  /// Says the same of an experiment that needs just as many.
  void tell_estimate(std::uint32_t replications);

  /// Does the work. @throws StoppedByUser after Ctrl-C, which says how to go on
  template <class Work>
  auto carry_out(Work work) {
    try {
      return work(simulations());
    } catch (const Interrupted&) {
      throw_stopped();
    }
  }

  /// Saves the answer if that is asked for, and prints it as JSON or as text.
  /// @return the exit code of the command
  int give(const AnswerForms& answer) const;

 private:
  void tell_estimate(std::uint32_t about, std::uint32_t at_most);
  /// ", 3 minutes here"; empty: not known yet.
  LocalizedText time_text(std::uint32_t replications) const;
  [[noreturn]] void throw_stopped() const;

  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  const ExperimentArguments& arguments_;
  Language language_;
  std::optional<SweepLock> lock_;
  InterruptHandler interrupt_;
  Progress progress_;
  std::optional<Simulations> simulations_;
};

}  // namespace doorstroom
