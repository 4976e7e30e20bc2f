#pragma once
/// How many jobs there are at once: what is asked beyond that waits for its turn, and what is asked
/// beyond what may wait is turned away. Short questions do not wait behind simulations.

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/serve/zygote.hpp"

namespace doorstroom {

/// Simulations take seconds, all else a moment.
enum class JobLength : std::uint8_t { short_, long_ };

class JobQueue;

/// A place in the queue, or a job that was begun. When it goes, so does the job.
class JobPlace {
 public:
  ~JobPlace();
  JobPlace(const JobPlace&) = delete;
  JobPlace& operator=(const JobPlace&) = delete;

  /// Lets the job come to its end, whatever becomes of this place.
  void keep_job() { kept_ = true; }

 private:
  friend class JobQueue;
  JobPlace(JobQueue& queue, JobLength length) : queue_(queue), length_(length) {}

  JobQueue& queue_;
  JobLength length_;
  std::optional<std::uint32_t> number_;  ///< of the job, once it was begun
  bool kept_ = false;
};

class JobQueue {
 public:
  /// Called when the job begins; with none when no process can be made.
  using Begun = std::function<void(std::optional<StartedJob>)>;

  explicit JobQueue(Zygote& zygote) : zygote_(zygote) {}

  /// @param begun  called later, and not at all when the place has gone by then
  /// @return null when too many wait already
  std::shared_ptr<JobPlace> ask(JobLength length, std::string asked, Begun begun);

  /// Begins what can be begun. Called often.
  void go_on();
  bool runs_long() const { return running_[1] > 0 || !waiting_[1].empty(); }

 private:
  friend class JobPlace;
  struct Waiting {
    std::weak_ptr<JobPlace> place;
    std::string asked;
    Begun begun;
  };

  void leave(const JobPlace& place);

  Zygote& zygote_;
  std::deque<Waiting> waiting_[2];  ///< by length
  int running_[2] = {0, 0};
};

}  // namespace doorstroom
