#include "results/experiment/simulations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <set>
#include <utility>

#include "engine/error.hpp"
#include "models/continuum/continuum.hpp"
#include "models/messages/message.hpp"
#include "results/figures/breakdown_values.hpp"
#include "results/file/digest.hpp"
#include "results/sweep/sweep_folder.hpp"
#include "results/sweep/task_pool.hpp"

namespace doorstroom {
namespace {

/// Replications that a worker simulates in one go. A task begins at a multiple of it, so what one
/// request needs and what another does divide the replications in the same way.
constexpr std::uint32_t task_size = 10;

LocalizedText in_words(const Alternative& alternative, ReplicationRange replications,
                       const std::string& plan) {
  std::string what = plan;
  for (const std::string& set : alternative.sets) what += ", " + set;
  return message("{0}, replications {1} to {2}", what, replications.first, replications.end() - 1);
}

std::vector<std::string> funders_of(const std::vector<Scenario>& scenarios) {
  std::vector<std::string> funders;
  for (const Scenario& scenario : scenarios)
    for (const FunderId id : scenario.funders.ids())
      if (std::ranges::find(funders, scenario.funders[id]) == funders.end())
        funders.push_back(scenario.funders[id]);
  funders.emplace_back(nobody);
  return funders;
}

}  // namespace

Simulations::Simulations(std::vector<ScenarioTree> plans, std::vector<KpiName> kpis,
                         SimulationSettings settings)
    : plans_(std::move(plans)), kpis_(std::move(kpis)), settings_(std::move(settings)) {
  for (const ScenarioTree& plan : plans_) {
    scenarios_.push_back(plan.load().scenario);
    digests_.push_back(sha256(scenarios_.back().resolved));
  }
  funders_ = funders_of(scenarios_);
}

void Simulations::run(const std::vector<SimulationRequest>& requests) {
  std::vector<Task> to_do;
  for (const Task& task : tasks_for(requests))
    if (!take_kept(task)) to_do.push_back(task);
  if (to_do.empty()) return;
  const auto began = std::chrono::steady_clock::now();
  const std::uint32_t before = replications_;
  simulate_all(to_do);
  seconds_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  simulated_ += replications_ - before;
}

std::uint32_t Simulations::missing(const std::vector<SimulationRequest>& requests) const {
  std::uint32_t missing = 0;
  for (const Task& task : tasks_for(requests)) missing += task.replications.count;
  return missing;
}

std::vector<Simulations::Task> Simulations::tasks_for(
    const std::vector<SimulationRequest>& requests) const {
  std::vector<Task> tasks;
  std::set<std::pair<std::string, std::uint32_t>> asked;
  for (const SimulationRequest& request : requests) {
    const std::string id = identity_of(request.alternative);
    std::uint32_t next = request.replications.first;
    while (next < request.replications.end()) {
      const std::uint32_t end =
          std::min(request.replications.end(), (next / task_size + 1) * task_size);
      while (next < end && (knows(id, next) || asked.contains({id, next}))) ++next;
      if (next < end) tasks.push_back({request.alternative, {next, end - next}});
      for (; next < end; ++next) asked.insert({id, next});
    }
  }
  return tasks;
}

bool Simulations::knows(const std::string& alternative, std::uint32_t replication) const {
  const auto found = known_.find(alternative);
  return found != known_.end() && found->second.contains(replication);
}

bool Simulations::take_kept(const Task& task) {
  if (settings_.folder.empty()) return false;
  const TaskKey key = key_of(task);
  const std::string path = SweepFolder(settings_.folder).task_path(key.id);
  const TaskFound found = read_task(path, key);
  if (found.state == TaskFound::State::unusable && settings_.pool.report)
    settings_.pool.report(message("{0}: {1}; it is done anew", path, found.why));
  if (found.state != TaskFound::State::whole) return false;
  take(task, found.values);
  return true;
}

void Simulations::simulate_all(const std::vector<Task>& tasks) {
  PoolOptions pool = settings_.pool;
  pool.first = 0;
  pool.count = static_cast<std::uint32_t>(tasks.size());
  pool.name = [&](std::uint32_t task) -> Message {
    const Alternative& alternative = tasks[task].alternative;
    return in_words(alternative, tasks[task].replications, scenarios_[alternative.plan].name);
  };
  std::uint32_t wanted = replications_;
  for (const Task& task : tasks) wanted += task.replications.count;
  wanted = std::max(wanted, wanted <= expected_ ? expected_ : at_most_);
  pool.progress = {};
  if (settings_.pool.progress) settings_.pool.progress(replications_, wanted);
  run_file_tasks(
      pool, [&](std::uint32_t task, const Send& send) { send(simulate_one(tasks[task])); },
      [&](std::uint32_t task, const Pieces& pieces) {
        const Bytes& bytes = pieces.front();
        std::vector<double> values(bytes.size() / sizeof(double));
        std::memcpy(values.data(), bytes.data(), bytes.size());
        take(tasks[task], values);
        if (settings_.pool.progress) settings_.pool.progress(replications_, wanted);
      },
      [&](std::uint32_t task) {
        const std::string& folder = settings_.folder;
        return folder.empty() ? "" : SweepFolder(folder).task_path(key_of(tasks[task]).id);
      });
}

/// Runs in a worker. The file of the task is written there, so it is kept whatever becomes of the
/// parent.
Bytes Simulations::simulate_one(const Task& task) const {
  Scenario scenario = plans_[task.alternative.plan].with(task.alternative.sets).scenario;
  scenario.seed = settings_.seed;
  std::vector<double> values;
  for (std::uint32_t r = task.replications.first; r < task.replications.end(); ++r) {
    const Records records = simulate(scenario, r, false);
    for (const double value : key_figures(scenario, r, records, kpis_)) values.push_back(value);
    for (const double euro : paid_a_year(scenario, records, funders_)) values.push_back(euro);
  }
  if (!settings_.folder.empty()) {
    const TaskKey key = key_of(task);
    write_task(SweepFolder(settings_.folder).task_path(key.id), key, values);
  }
  const auto bytes = std::as_bytes(std::span(values));
  return {bytes.begin(), bytes.end()};
}

void Simulations::take(const Task& task, std::span<const double> values) {
  const std::size_t width = kpis_.size() + funders_.size();
  DOORSTROOM_EXPECT(values.size() == width * task.replications.count);
  std::map<std::uint32_t, Row>& rows = known_[identity_of(task.alternative)];
  for (std::uint32_t i = 0; i < task.replications.count; ++i) {
    const auto row = values.subspan(i * width, width);
    const bool is_new =
        rows.emplace(task.replications.first + i, Row(row.begin(), row.end())).second;
    replications_ += is_new ? 1 : 0;
  }
}

std::string Simulations::identity_of(const Alternative& alternative) const {
  std::string identity = digests_[alternative.plan];
  for (const std::string& set : alternative.sets) identity += "\n" + set;
  return identity;
}

TaskKey Simulations::key_of(const Task& task) const {
  TaskKey key;
  key.program_version = settings_.program.version;
  key.replications = task.replications.count;
  std::string identity = fmt::format(
      "{}\n{}\n{}\n{}\nseed {}\nreplications {} {}\n", settings_.program.version,
      settings_.program.git_commit, settings_.program.random_scheme, identity_of(task.alternative),
      settings_.seed, task.replications.first, task.replications.count);
  for (const KpiName& kpi : kpis_) key.figures.push_back(kpi.text());
  for (const std::string& funder : funders_) key.figures.push_back("paid by " + funder);
  for (const std::string& figure : key.figures) identity += figure + "\n";
  key.id = sha256(identity);
  return key;
}

std::vector<double> Simulations::column(const Alternative& alternative, std::size_t index,
                                        ReplicationRange replications) const {
  const auto found = known_.find(identity_of(alternative));
  DOORSTROOM_EXPECT(found != known_.end());
  std::vector<double> values;
  values.reserve(replications.count);
  for (std::uint32_t r = replications.first; r < replications.end(); ++r) {
    const auto row = found->second.find(r);
    DOORSTROOM_EXPECT(row != found->second.end());
    values.push_back(row->second[index]);
  }
  return values;
}

std::vector<double> Simulations::values(const Alternative& alternative, std::size_t kpi,
                                        ReplicationRange replications) const {
  return column(alternative, kpi, replications);
}

std::vector<double> Simulations::paid(const Alternative& alternative, std::size_t funder,
                                      ReplicationRange replications) const {
  return column(alternative, kpis_.size() + funder, replications);
}

std::vector<double> Simulations::bill(const Alternative& alternative,
                                      ReplicationRange replications) const {
  std::vector<double> sum(replications.count, 0.0);
  for (std::size_t funder = 0; funder < funders_.size(); ++funder) {
    const std::vector<double> of_one = paid(alternative, funder, replications);
    for (std::size_t r = 0; r < sum.size(); ++r) sum[r] += of_one[r];
  }
  return sum;
}

double Simulations::seconds_each() const {
  return simulated_ > 0 ? seconds_ / simulated_ : no_number;
}

}  // namespace doorstroom
