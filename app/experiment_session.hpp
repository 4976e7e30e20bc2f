#pragma once
/// What the commands that answer questions about decisions share: the options, the folder that
/// keeps finished tasks, progress, and Ctrl-C.

#include <string>
#include <utility>
#include <vector>

#include "app/cli/options.hpp"
#include "app/console/interrupt.hpp"
#include "app/console/progress.hpp"
#include "engine/replication_pool.hpp"
#include "models/loading/scenario_loader.hpp"
#include "models/messages/language.hpp"
#include "results/experiment/simulations.hpp"
#include "results/experiment/sweep_folder.hpp"

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

/// A scenario file, or the scenario that a result holds; warnings go to standard error.
/// @throws InputError with every mistake
ScenarioTree plan_of(const std::string& path, const std::vector<std::string>& sets,
                     Language language);

/// One experiment, from its first replication to its last.
class ExperimentSession {
 public:
  /// @param plans  the base first; its seed is that of the experiment
  /// @throws InputError when the file to save exists already, or another process has the folder
  ExperimentSession(const ExperimentArguments& arguments, std::vector<ScenarioTree> plans,
                    std::vector<KpiName> kpis, Language language);

  Simulations& simulations() { return *simulations_; }

  /// Says on standard error how many replications are planned, and how long they take here.
  void tell_estimate(std::uint32_t about, std::uint32_t at_most);
  /// The same of an experiment that needs just as many.
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

 private:
  /// ", 3 minutes here"; empty: not known yet.
  LocalizedText time_text(std::uint32_t replications) const;
  [[noreturn]] void throw_stopped() const;

  std::string folder_;
  Language language_;
  std::optional<SweepLock> lock_;
  InterruptHandler interrupt_;
  Progress progress_;
  std::optional<Simulations> simulations_;
};

}  // namespace doorstroom
