#include "app/serve/job_queue.hpp"

#include <array>
#include <utility>

#include "engine/error.hpp"

namespace doorstroom {
namespace {

constexpr std::array most_running{6, 2};  ///< by length
constexpr std::size_t most_waiting = 24;

std::size_t index_of(JobLength length) {
  return static_cast<std::size_t>(length);
}

}  // namespace

JobPlace::~JobPlace() {
  queue_.leave(*this);
}

std::shared_ptr<JobPlace> JobQueue::ask(JobLength length, std::string asked, Begun begun) {
  std::deque<Waiting>& waiting = waiting_[index_of(length)];
  std::erase_if(waiting, [](const Waiting& one) { return one.place.expired(); });
  if (waiting.size() >= most_waiting) return nullptr;
  const std::shared_ptr<JobPlace> place(new JobPlace(*this, length));
  waiting.push_back({place, std::move(asked), std::move(begun)});
  return place;
}

void JobQueue::go_on() {
  for (std::size_t length = 0; length < most_running.size(); ++length)
    while (running_[length] < most_running[length] && !waiting_[length].empty()) {
      const Waiting next = std::move(waiting_[length].front());
      waiting_[length].pop_front();
      const std::shared_ptr<JobPlace> place = next.place.lock();
      if (!place) continue;
      std::optional<StartedJob> job;
      try {
        job = zygote_.start(next.asked);
        place->number_ = job->number;
        ++running_[length];
      } catch (const RunError&) {
        job.reset();
      }
      next.begun(std::move(job));
    }
}

void JobQueue::leave(const JobPlace& place) {
  if (!place.number_) return;
  --running_[index_of(place.length_)];
  if (!place.kept_) zygote_.cancel(*place.number_);
}

}  // namespace doorstroom
