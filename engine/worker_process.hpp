#pragma once
/// One worker of the pool: a forked copy of this process that computes replications on request.
///
/// Parent and worker talk over a socket pair. A request is a number; an answer is any number of
/// pieces and then how it ended, each with a length and that many bytes. A worker may have the next
/// request before it has answered, so that it need not wait for the parent. A socket rather than
/// pipes, because writing to a worker that has died must not raise SIGPIPE. The child touches
/// nothing but its socket: it closes those of the other workers, so that the end of each is
/// noticed, uses no file that was open in the parent (HDF5, above all), so that one can be made at
/// any time, and leaves with _exit, so that nothing of the parent's is flushed or torn down twice.

#include <sys/types.h>

#include <cstdint>
#include <deque>
#include <span>
#include <string>

#include "engine/error.hpp"
#include "engine/replication_pool.hpp"

namespace doorstroom {

/// What arrives: a piece of the records, word that these are whole, or that something was
/// thrown, with its message.
enum class AnswerKind : std::uint8_t { piece, records, input_error, run_error, contract_error };

/// What goes before each of these.
struct AnswerHeader {
  std::uint64_t length = 0;  ///< of what follows [byte]
  AnswerKind kind = AnswerKind::records;
};

/// Throws what a failed replication threw. @param pieces  one: its message, as packed() gives it
[[noreturn]] void throw_answer(AnswerKind kind, const Pieces& pieces);

class WorkerProcess {
 public:
  /// @param others  the parent's ends of the other workers, which the child closes
  /// @throws RunError when no process can be made
  WorkerProcess(const Replicate& replicate, std::span<const int> others);
  /// Ends the worker, whatever it is doing, and waits until it is gone.
  ~WorkerProcess();
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;

  int socket() const { return socket_; }
  bool busy() const { return !assigned_.empty(); }
  /// The caller's names for what it is asked to do, in that order; it is busy with the first.
  const std::deque<std::uint32_t>& assigned() const { return assigned_; }

  /// Asks for one more replication. @param index  the caller's name for it
  void assign(std::uint32_t index, std::uint32_t replication);
  /// Takes in what has arrived, one answer at most, without waiting. @return false if the worker
  /// has ended
  bool receive();
  /// Whether the answer is complete.
  bool answered() const;
  /// The records, or the message alone, as throw_answer() takes it. @pre answered. The worker is
  /// busy with the next request from then on, or idle.
  Pieces take_answer(AnswerKind& kind);

  /// Waits for a worker that has ended. @return how: "was killed by signal 9 (Killed)"
  Message wait_for_end();

 private:
  bool is_whole() const;  ///< a piece, or the end of an answer, has come in

  int socket_ = -1;
  pid_t process_ = -1;
  std::deque<std::uint32_t> assigned_;
  AnswerHeader header_;
  Pieces pieces_;
  Bytes content_;             ///< of the piece that is coming in
  std::size_t received_ = 0;  ///< of header and content together
};

}  // namespace doorstroom
