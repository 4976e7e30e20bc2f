#pragma once
/// Replications in worker processes. SimGrid has one engine per process, so parallel work forks.
/// Results come back in the order of their numbers whatever the number of workers, so nothing that
/// is reduced from them depends on it. At most a bounded number of finished results waits for its
/// turn.
///
/// A replication sends its records piece by piece, so that a worker need not hold them all in the
/// form in which they travel. They are delivered together, once the last is there: of a replication
/// that fails half way nothing is delivered.
///
/// A worker that dies is reported with the replication it was at and replaced; its work is done
/// once more; if that dies too, the run fails. A task that throws is not tried again: it would
/// throw again. Workers ignore SIGINT, SIGTERM and SIGHUP; the parent ends them. Workers end when
/// the parent dies.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "engine/error.hpp"

namespace doorstroom {

using Bytes = std::vector<std::byte>;

struct PoolOptions {
  int jobs = 1;             ///< worker processes, >= 1
  std::uint32_t first = 0;  ///< number of the first replication
  std::uint32_t count = 1;  ///< how many
  /// Looked at often; true ends the run with Interrupted. May be null.
  const std::atomic<bool>* stop = nullptr;
  /// Called in the parent for what a user should know (a worker that died). May be empty.
  std::function<void(const Message&)> report{};
  /// What a number stands for, in messages. Empty: "replication 12".
  std::function<Message(std::uint32_t)> name{};
  /// Looked at after each delivery; true ends the run well. What was begun beyond is dropped, and
  /// failures of it, so the end does not depend on the number of workers. May be empty.
  std::function<bool()> enough{};
  /// Called in the parent when one more replication was delivered: done, of how many. May be empty.
  std::function<void(std::uint32_t, std::uint32_t)> progress{};
};

/// How many workers are meant. @param jobs  0: one for each core
int worker_count(int jobs);

/// The user stopped the run.
struct Interrupted {};

/// The records of one replication, as they were sent.
using Pieces = std::vector<Bytes>;
/// Sends a piece on its way to the caller's process.
using Send = std::function<void(const Bytes& piece)>;
/// One replication: its number in, its records out. Runs in a worker.
using Replicate = std::function<void(std::uint32_t replication, const Send& send)>;
/// Takes a result; runs in the caller's process, in the order of replications.
using Deliver = std::function<void(std::uint32_t replication, Pieces records)>;

/// Runs all replications and returns when the last is delivered, or enough are.
/// @throws RunError when a worker died twice at one replication or no worker can be made, and what
///         `replicate` threw as the same kind (InputError, RunError, ContractError) with its
///         message
/// @throws Interrupted
void run_replications(const PoolOptions& options, const Replicate& replicate,
                      const Deliver& deliver);

}  // namespace doorstroom
