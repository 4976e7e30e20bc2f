#pragma once
/// The process from which all work of a server is forked. The server itself never forks once it
/// serves, reads no scenario and simulates nothing; what it is asked is done by jobs, each a
/// process of its own in a group of its own, forked from here. So whatever a request brings about,
/// it is brought about where it can be killed at any moment, and where a crash ends one answer.
///
/// The zygote is forked from the server before there is any thread, connection or secret that a job
/// should not have; it has one thread, and does nothing but fork, kill and wait. When the server is
/// gone, however it ended, the zygote kills all jobs and ends.

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "engine/file_descriptor.hpp"

namespace doorstroom {

/// What a job does: reads what was asked, and writes its answer. Its end is the end of the answer.
using Job = std::function<void(const std::string& asked, int out)>;

/// What the zygote does beside forking.
struct ZygoteChores {
  std::function<void()> begin;  ///< called in it first, once
  std::function<void()> rest;   ///< called when the last job has gone: tidies up behind jobs
  std::function<void()> end;    ///< called last
};

/// A job that was begun.
struct StartedJob {
  std::uint32_t number = 0;
  FileDescriptor answer;  ///< the end of a pipe; nothing comes any more when the job has ended
};

/// The longest text that a job can be asked [byte].
inline constexpr std::size_t longest_asked = 100'000;

class Zygote {
 public:
  /// Forks it. @throws RunError when no process can be made
  Zygote(const ZygoteChores& chores, const Job& job);
  /// Ends it, and all jobs.
  ~Zygote();
  Zygote(const Zygote&) = delete;
  Zygote& operator=(const Zygote&) = delete;

  /// Begins a job. @throws RunError when the system refuses
  StartedJob start(std::string_view asked);
  /// Kills a job and all processes that it started. One that has ended already is left alone.
  void cancel(std::uint32_t number);

  /// Readable once the zygote is gone.
  int socket() const { return socket_.number(); }

 private:
  FileDescriptor socket_;
  pid_t process_ = -1;
  std::uint32_t next_ = 1;
};

}  // namespace doorstroom
