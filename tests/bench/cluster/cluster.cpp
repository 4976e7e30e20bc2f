#include "tests/bench/cluster/cluster.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <functional>
#include <memory>
#include <simgrid/s4u.hpp>
#include <string>
#include <utility>
#include <vector>

#include "engine/error.hpp"

namespace doorstroom::bench {
namespace {

namespace s4u = simgrid::s4u;

/// What a core does in a second; SimGrid rounds what is left of a piece of work below 1e-5.
constexpr double second = 1e9;

/// What one after another uses, in the order in which they come.
class Queue {
 public:
  void hold(double seconds) const {
    turn_->acquire();
    s4u::this_actor::sleep_for(seconds);
    turn_->release();
  }

 private:
  s4u::SemaphorePtr turn_ = s4u::Semaphore::create(1);
};

/// The engine with nodes, a controller and the file server.
class Platform {
 public:
  explicit Platform(const Cluster& cluster) : server_(cluster.server) {
    std::vector<char*> words;
    for (std::string& argument : arguments_) words.push_back(argument.data());
    words.push_back(nullptr);
    int count = static_cast<int>(arguments_.size());
    engine_ = std::make_unique<s4u::Engine>(&count, words.data());
    s4u::NetZone* zone = s4u::create_empty_zone("cluster");
    controller_ = zone->create_host("controller", second);
    for (std::uint32_t node = 0; node < cluster.nodes; ++node)
      nodes_.push_back(zone->create_host("node" + std::to_string(node), second)
                           ->set_core_count(static_cast<int>(cluster.cores)));
    zone->seal();
  }

  s4u::Host* controller() const { return controller_; }
  const std::vector<s4u::Host*>& nodes() const { return nodes_; }
  void run() { engine_->run(); }

  /// Called by actors: so many files, one after another, by one of them.
  void serve(double files, double operations, double bytes) const {
    s4u::this_actor::sleep_for(files * server_.latency_seconds);
    names_.hold(files * operations / server_.operations_per_second);
    disk_.hold(files * bytes / server_.bytes_per_second);
  }

 private:
  std::vector<std::string> arguments_{
      "cluster",
      "--log=root.thres:error",
      "--cfg=contexts/stack-size:32",
#ifdef DOORSTROOM_SANITIZE
      "--cfg=contexts/factory:thread",
#endif
  };
  FileServer server_;
  Queue names_;
  Queue disk_;
  std::unique_ptr<s4u::Engine> engine_;
  s4u::Host* controller_ = nullptr;
  std::vector<s4u::Host*> nodes_;
};

class Sweep {
 public:
  Sweep(const Cluster& cluster, const SweepWork& work, Platform& platform)
      : cluster_(cluster),
        work_(work),
        platform_(platform),
        begin_(s4u::Engine::get_clock()),
        free_cores_(s4u::Semaphore::create(cluster.nodes * cluster.cores)) {
    for (std::uint32_t core = 0; core < cluster.cores; ++core)
      for (s4u::Host* node : platform.nodes()) free_.push_back(node);
  }

  SweepTimes times() const { return times_; }

  /// The body of the controller.
  void launch_all() {
    for (std::uint64_t job = 0; job < work_.jobs; ++job) launch([this, job] { do_job(job); });
    times_.launched = now();
    for (std::uint32_t core = 0; core < cluster_.nodes * cluster_.cores; ++core)
      free_cores_->acquire();
    times_.computed = now();
    for (std::uint32_t core = 0; core < cluster_.nodes * cluster_.cores; ++core)
      free_cores_->release();
    launch([this] { merge(); });
  }

 private:
  double now() const { return s4u::Engine::get_clock() - begin_; }

  /// On the core that has been free longest.
  void launch(std::function<void()> body) {
    free_cores_->acquire();
    s4u::this_actor::sleep_for(1 / cluster_.jobs_per_second);
    s4u::Host* node = free_.front();
    free_.pop_front();
    s4u::Actor::create("job", node, [this, node, body = std::move(body)] {
      body();
      free_.push_back(node);
      free_cores_->release();
    });
  }

  static void compute(double seconds) { s4u::this_actor::execute(seconds * second); }

  /// Tasks job, job + jobs, job + 2 jobs, ...
  void do_job(std::uint64_t job) const {
    compute(work_.job_seconds);
    for (std::uint64_t task = job; task < work_.files(); task += work_.jobs) {
      const std::uint64_t runs =
          std::min<std::uint64_t>(work_.runs_per_task, work_.runs - task * work_.runs_per_task);
      compute(work_.task_seconds + static_cast<double>(runs) * work_.run_seconds);
      platform_.serve(1, work_.file_operations, work_.file_bytes);
    }
  }

  /// Nobody else is left, so all files at once take as long as one after another.
  void merge() {
    const auto files = static_cast<double>(work_.files());
    compute(work_.job_seconds);
    platform_.serve(files, work_.read_operations, work_.file_bytes);
    compute(files * work_.merge_seconds);
    times_.merged = now();
  }

  const Cluster& cluster_;
  const SweepWork& work_;
  Platform& platform_;
  double begin_;
  s4u::SemaphorePtr free_cores_;
  std::deque<s4u::Host*> free_;  ///< a node as often as it has cores that nobody uses
  SweepTimes times_;
};

}  // namespace

SweepTimes simulate_cluster(const Cluster& cluster, const SweepWork& work) {
  DOORSTROOM_EXPECT(work.jobs > 0 && work.jobs <= work.files());
  Platform platform(cluster);
  Sweep sweep(cluster, work, platform);
  s4u::Actor::create("controller", platform.controller(), [&sweep] { sweep.launch_all(); });
  platform.run();
  return sweep.times();
}

Bounds bounds_of(const Cluster& cluster, const SweepWork& work) {
  const auto files = static_cast<double>(work.files());
  const auto jobs = static_cast<double>(work.jobs);
  const FileServer& server = cluster.server;
  const double at_once =
      std::min(jobs, static_cast<double>(cluster.nodes) * static_cast<double>(cluster.cores));
  return {.launching = jobs / cluster.jobs_per_second,
          .computing = (static_cast<double>(work.runs) * work.run_seconds +
                        files * work.task_seconds + jobs * work.job_seconds) /
                       at_once,
          .serving = std::max(files * work.file_operations / server.operations_per_second,
                              files * work.file_bytes / server.bytes_per_second),
          .merging = files * (work.merge_seconds + server.latency_seconds +
                              work.read_operations / server.operations_per_second +
                              work.file_bytes / server.bytes_per_second)};
}

const char* Bounds::narrowest() const {
  const std::array places{std::pair{launching, "launching"}, std::pair{computing, "computing"},
                          std::pair{serving, "file server"}, std::pair{merging, "merge"}};
  return std::ranges::max_element(places)->second;
}

}  // namespace doorstroom::bench
