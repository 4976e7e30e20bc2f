#pragma once
/// Rows on their way from the worker that made them to the parent that writes them. Both are forks
/// of one program, so numbers travel as they stand in memory.

#include <cstdint>
#include <vector>

#include "engine/replication_pool.hpp"
#include "results/table.hpp"

namespace doorstroom {

/// How much was done.
struct Work {
  std::uint64_t events = 0;
  std::uint64_t visits = 0;
  std::uint64_t peak_pending = 0;  ///< events pending at once, at most

  /// Sums what adds up, keeps the higher peak.
  Work& operator+=(const Work& other);
};

/// All that one replication has to tell, in the order of replication_tables().
struct ReplicationRows {
  std::uint32_t replication = 0;
  Work work;
  std::vector<TableData> tables;
};

Bytes pack(const ReplicationRows& rows);
/// @throws ContractError when the bytes do not come from pack()
ReplicationRows unpack(const Bytes& bytes);

}  // namespace doorstroom
