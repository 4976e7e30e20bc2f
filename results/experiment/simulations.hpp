#pragma once
/// The simulations of an experiment that decides as it goes what to simulate next, such as a search
/// for the smallest capacity. The experiment asks for replications of a plan with some parameters
/// set; what is known already is not simulated again, and with a folder neither is what an earlier
/// process finished: the same command then goes on where it stopped.
///
/// All use the seed of the experiment, so replication r of one alternative is paired with
/// replication r of another. What was chosen because it looked best is judged by replications that
/// had no part in the choice: those from `first_fresh` on.

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "engine/replication_pool.hpp"
#include "models/loading/scenario_loader.hpp"
#include "results/figures/kpi_values.hpp"
#include "results/sweep/manifest.hpp"
#include "results/sweep/sample.hpp"
#include "results/sweep/task_file.hpp"

namespace doorstroom {

/// Fresh replications count from here.
inline constexpr std::uint32_t first_fresh = 1U << 31U;

/// What is simulated: a plan with some parameters set.
struct Alternative {
  std::size_t plan = 0;           ///< index of the plan
  std::vector<std::string> sets;  ///< "PATH=VALUE", as on the command line

  friend bool operator==(const Alternative&, const Alternative&) = default;
};

/// Replications of an alternative that the experiment needs.
struct SimulationRequest {
  Alternative alternative;
  ReplicationRange replications;
};

/// Called when it is known how many replications are about to be needed, and at most.
using OnEstimate = std::function<void(std::uint32_t about, std::uint32_t at_most)>;

/// How an experiment is carried out.
struct SimulationSettings {
  ProgramVersion program{};
  std::uint32_t seed = 0;
  std::string folder{};  ///< where finished tasks are kept; empty: nowhere
  PoolOptions pool{};    ///< jobs and hooks; its range is ignored. Progress counts replications
};

class Simulations {
 public:
  /// @param plans  the base first
  /// @param kpis   key figures that are kept of each replication
  /// @throws InputError when a plan is wrong
  Simulations(std::vector<ScenarioTree> plans, std::vector<KpiName> kpis,
              SimulationSettings settings);

  /// Simulates what is not known yet, in worker processes; returns when all of it is known.
  /// @throws InputError when the sets of an alternative make no valid scenario
  /// @throws RunError, Interrupted as run_replications(). Finished tasks are kept in the folder
  void run(const std::vector<SimulationRequest>& requests);

  /// How many replications of these are not known yet.
  std::uint32_t missing(const std::vector<SimulationRequest>& requests) const;

  /// Values of a key figure, one per replication, in order. @pre they were run()
  /// @param kpi  index into kpis()
  std::vector<double> values(const Alternative& alternative, std::size_t kpi,
                             ReplicationRange replications) const;
  /// What a funder pays in each replication [EUR/year]. @param funder  index into funders()
  std::vector<double> paid(const Alternative& alternative, std::size_t funder,
                           ReplicationRange replications) const;

  /// What all funders together pay in each replication [EUR/year].
  std::vector<double> bill(const Alternative& alternative, ReplicationRange replications) const;

  const std::vector<KpiName>& kpis() const { return kpis_; }
  /// Ids of the funders of all plans, those of the base first; then `nobody`.
  const std::vector<std::string>& funders() const { return funders_; }
  const std::vector<ScenarioTree>& plans() const { return plans_; }
  /// The plan as it is, nothing set.
  const Scenario& scenario(std::size_t plan) const { return scenarios_[plan]; }
  std::uint32_t seed() const { return settings_.seed; }
  const ProgramVersion& program() const { return settings_.program; }

  /// Replications that are known, each counted once.
  std::uint32_t replications() const { return replications_; }
  /// Wall time of a replication here, so far; NaN before one was simulated [s].
  double seconds_each() const;
  /// How many replications the experiment expects to need in all, and at most, for the progress
  /// that is shown: once more are needed than was expected, it is shown towards the most.
  void expect(std::uint32_t replications, std::uint32_t at_most = 0) {
    expected_ = replications;
    at_most_ = at_most;
  }

 private:
  struct Task {
    Alternative alternative;
    ReplicationRange replications;
  };
  using Row = std::vector<double>;  ///< key figures, then what each funder pays

  std::vector<Task> tasks_for(const std::vector<SimulationRequest>& requests) const;
  bool knows(const std::string& alternative, std::uint32_t replication) const;
  bool take_kept(const Task& task);
  void simulate_all(const std::vector<Task>& tasks);
  Bytes simulate_one(const Task& task) const;
  void take(const Task& task, std::span<const double> values);
  std::string identity_of(const Alternative& alternative) const;
  TaskKey key_of(const Task& task) const;
  std::vector<double> column(const Alternative& alternative, std::size_t index,
                             ReplicationRange replications) const;

  std::vector<ScenarioTree> plans_;
  std::vector<Scenario> scenarios_;
  std::vector<std::string> digests_;  ///< SHA-256 of each plan's resolved scenario
  std::vector<KpiName> kpis_;
  std::vector<std::string> funders_;
  SimulationSettings settings_;
  std::map<std::string, std::map<std::uint32_t, Row>> known_;  ///< by alternative, by replication
  std::uint32_t replications_ = 0;
  std::uint32_t simulated_ = 0;  ///< by this process
  double seconds_ = 0;           ///< that this took
  std::uint32_t expected_ = 0;
  std::uint32_t at_most_ = 0;
};

}  // namespace doorstroom
