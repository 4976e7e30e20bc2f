#pragma once
/// Packs chunks in threads of their own, beside the one that writes: deflating takes most of the
/// time of a process that collects the rows of many workers. Chunks come back in the order in which
/// they were given, so the file does not depend on who was quicker.

#include <cstddef>
#include <functional>
#include <future>
#include <list>
#include <span>
#include <vector>

#include "results/file/chunk_packing.hpp"

namespace doorstroom {

class ChunkPackers {
 public:
  /// Called in the thread that gives, with the chunk as it is in the file.
  using Place = std::function<void(std::span<const std::byte>)>;

  /// @param most  chunks that are packed at a time
  explicit ChunkPackers(std::size_t most);
  /// Waits for those that are being packed; places none.
  ~ChunkPackers();
  ChunkPackers(const ChunkPackers&) = delete;
  ChunkPackers& operator=(const ChunkPackers&) = delete;

  /// Copies the values, and begins to pack them as ChunkPacker::pack() does. Where the system gives
  /// no thread they are packed here, when they are placed.
  /// @param owner  for drop()
  /// @throws std::bad_alloc, and what `place` of the oldest chunk throws when there are too many
  void give(std::span<const std::byte> values, std::size_t bytes_a_value, std::size_t chunk_values,
            const void* owner, Place place);
  /// Places all that were given. @throws std::bad_alloc, and what a `place` throws
  void place_all();
  /// Forgets the chunks of an owner that is no more. @return whether there were any
  bool drop(const void* owner);

 private:
  struct Chunk {
    ChunkPacker packer;
    std::vector<std::byte> values;
    std::future<std::span<const std::byte>> packed;
    const void* owner = nullptr;
    Place place;
  };

  void place_oldest();

  std::size_t most_;
  std::list<Chunk> given_;  ///< the oldest first
  std::list<Chunk> free_;   ///< with their memory, for the next
};

/// How many chunks this machine packs at a time: one for every four processors, as the others
/// simulate.
std::size_t chunks_at_a_time();

}  // namespace doorstroom
