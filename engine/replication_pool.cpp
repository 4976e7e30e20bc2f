#include "engine/replication_pool.hpp"

#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <thread>

#include "engine/actors.hpp"
#include "engine/error.hpp"
#include "engine/system_error.hpp"
#include "engine/worker_process.hpp"

namespace doorstroom {
namespace {

/// What is to be handed over when it is this replication's turn.
struct Finished {
  AnswerKind kind = AnswerKind::records;
  Pieces content;  ///< of a failure: its message, as throw_answer() takes it
};

/// The parent's side: hands out numbers, collects what comes back, delivers in order.
class Pool {
 public:
  Pool(const PoolOptions& options, const Replicate& replicate, const Deliver& deliver)
      : options_(options),
        replicate_(replicate),
        deliver_(deliver),
        jobs_(std::min(static_cast<std::uint32_t>(options.jobs), options.count)),
        window_(2 * jobs_ + 2),
        end_(options.count) {}

  void run() {
    while (delivered_ < options_.count && !enough_) {
      check_stop();
      hand_out();
      wait();
      collect();
      deliver();
    }
  }

 private:
  std::uint32_t number(std::uint32_t index) const { return options_.first + index; }

  Message name(std::uint32_t index) const {
    if (options_.name) return options_.name(number(index));
    return Message("replication {0}", number(index));
  }

  void check_stop() const {
    if (options_.stop != nullptr && options_.stop->load()) throw Interrupted();
  }

  /// Gives every idle worker the next replication, unless too many results wait for an earlier one,
  /// and every other worker one more to go on with.
  void hand_out() {
    for (auto again = again_.begin(); again != again_.end(); again = again_.erase(again)) {
      if (!assign(*again)) return;
    }
    while (next_ < end_ && next_ < delivered_ + window_ && assign(next_)) ++next_;
  }

  /// @return false if all workers have enough to do
  bool assign(std::uint32_t index) {
    WorkerProcess* const worker = least_busy();
    if (worker == nullptr) return false;
    // A worker that died meanwhile does not take it; that shows when it is listened to.
    worker->assign(index, number(index));
    return true;
  }

  /// An idle worker, or one that gets its next replication ahead. The last ones wait for whoever is
  /// idle first. @return null if there is none
  WorkerProcess* least_busy() {
    const auto load = [](const auto& worker) { return worker->assigned().size(); };
    const auto least = std::ranges::min_element(workers_, {}, load);
    if (least != workers_.end() && load(*least) == 0) return least->get();
    if (workers_.size() < jobs_ && hire()) return workers_.back().get();
    const bool ahead = least != workers_.end() && load(*least) == 1 && next_ + jobs_ < end_;
    return ahead ? least->get() : nullptr;
  }

  /// @return false if the system allows no more workers than there are
  bool hire() {
    std::vector<int> others;
    for (const auto& worker : workers_) others.push_back(worker->socket());
    try {
      workers_.push_back(std::make_unique<WorkerProcess>(replicate_, others));
    } catch (const RunError& error) {
      if (workers_.empty()) throw;
      jobs_ = static_cast<std::uint32_t>(workers_.size());
      if (options_.report) options_.report(error.message());
      return false;
    }
    return true;
  }

  void wait() {
    polled_.clear();
    for (const auto& worker : workers_) polled_.push_back({worker->socket(), POLLIN, 0});
    constexpr int look_at_stop_ms = 50;
    const int timeout = options_.stop == nullptr ? -1 : look_at_stop_ms;
    if (::poll(polled_.data(), polled_.size(), timeout) < 0 && errno != EINTR) {
      throw RunError(Message("cannot wait for the workers: {0}", system_error(errno)));
    }
  }

  void collect() {
    for (std::size_t i = polled_.size(); i-- > 0;) {
      if (polled_[i].revents == 0) continue;
      WorkerProcess& worker = *workers_[i];
      if (!worker.receive()) {
        bury(i);
      } else if (worker.answered()) {
        const std::uint32_t index = worker.assigned().front();
        Finished finished;
        finished.content = worker.take_answer(finished.kind);
        keep(index, std::move(finished));
      }
    }
  }

  void keep(std::uint32_t index, Finished finished) {
    // Nothing beyond a failure will be delivered, so nothing more of it is begun.
    if (finished.kind != AnswerKind::records) end_ = std::min(end_, index + 1);
    waiting_.emplace(index, std::move(finished));
  }

  /// A worker died: its replication is done once more, then given up. What it had not begun is for
  /// others.
  void bury(std::size_t which) {
    const std::unique_ptr<WorkerProcess> dead = std::move(workers_[which]);
    workers_.erase(workers_.begin() + static_cast<std::ptrdiff_t>(which));
    const Message how = dead->wait_for_end();
    if (!dead->busy()) return;
    const std::uint32_t index = dead->assigned().front();
    again_.insert(again_.end(), dead->assigned().begin() + 1, dead->assigned().end());
    const Message its = name(index);
    if (++deaths_[index] < 2) {
      if (options_.report)
        options_.report(Message("{0}: its worker process {1}; it is done once more", its, how));
      again_.push_back(index);
      return;
    }
    const Message failure(
        "{0}: its worker process {1} when it was done once more\n  a worker that is killed has "
        "often run out of memory; try fewer jobs",
        its, how);
    keep(index, {AnswerKind::run_error, {packed(failure)}});
  }

  void deliver() {
    for (auto first = waiting_.begin(); first != waiting_.end() && first->first == delivered_;
         first = waiting_.begin()) {
      check_stop();
      Finished finished = std::move(first->second);
      waiting_.erase(first);
      if (finished.kind != AnswerKind::records) throw_answer(finished.kind, finished.content);
      deliver_(number(delivered_), std::move(finished.content));
      deaths_.erase(delivered_);
      ++delivered_;
      if (options_.progress) options_.progress(delivered_, options_.count);
      enough_ = options_.enough && options_.enough();
      if (enough_) return;
    }
  }

  const PoolOptions& options_;
  const Replicate& replicate_;
  const Deliver& deliver_;
  std::uint32_t jobs_;
  std::uint32_t window_;
  std::uint32_t end_;            ///< index after the last that is worth doing
  std::uint32_t next_ = 0;       ///< index of the first that nobody has begun
  std::uint32_t delivered_ = 0;  ///< how many
  bool enough_ = false;
  std::deque<std::uint32_t> again_;
  std::map<std::uint32_t, int> deaths_;
  std::map<std::uint32_t, Finished> waiting_;
  std::vector<pollfd> polled_;
  std::vector<std::unique_ptr<WorkerProcess>> workers_;
};

}  // namespace

int worker_count(int jobs) {
  return jobs > 0 ? jobs : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

void run_replications(const PoolOptions& options, const Replicate& replicate,
                      const Deliver& deliver) {
  DOORSTROOM_EXPECT(options.jobs >= 1);
  DOORSTROOM_EXPECT(replicate != nullptr);
  DOORSTROOM_EXPECT(deliver != nullptr);
  load_simgrid();  // once for all workers
  Pool(options, replicate, deliver).run();
}

}  // namespace doorstroom
