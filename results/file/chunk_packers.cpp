#include "results/file/chunk_packers.hpp"

#include <algorithm>
#include <system_error>
#include <thread>
#include <utility>

#include "results/file/unfinished.hpp"

namespace doorstroom {
namespace {

/// Signals stay with the thread that knows what is to be done about them.
template <class Work>
auto begin_thread(Work work) {
  const SignalsHeld held;
  try {
    return std::async(std::launch::async, work);
  } catch (const std::system_error&) {  // too many processes, or no memory for a stack
    return std::async(std::launch::deferred, work);
  }
}

}  // namespace

ChunkPackers::ChunkPackers(std::size_t most) : most_(most) {}
ChunkPackers::~ChunkPackers() = default;

void ChunkPackers::give(std::span<const std::byte> values, std::size_t bytes_a_value,
                        std::size_t chunk_values, const void* owner, Place place) {
  while (given_.size() >= most_) place_oldest();
  if (free_.empty()) free_.emplace_back();
  Chunk& chunk = free_.front();
  chunk.values.assign(values.begin(), values.end());
  chunk.owner = owner;
  chunk.place = std::move(place);
  chunk.packed = begin_thread([&chunk, bytes_a_value, chunk_values] {
    return chunk.packer.pack(chunk.values, bytes_a_value, chunk_values);
  });
  given_.splice(given_.end(), free_, free_.begin());
}

void ChunkPackers::place_oldest() {
  Chunk& chunk = given_.front();
  free_.splice(free_.begin(), given_, given_.begin());
  const std::span<const std::byte> packed = chunk.packed.get();
  chunk.place(packed);
}

void ChunkPackers::place_all() {
  while (!given_.empty()) place_oldest();
}

bool ChunkPackers::drop(const void* owner) {
  return given_.remove_if([owner](const Chunk& chunk) { return chunk.owner == owner; }) > 0;
}

std::size_t chunks_at_a_time() {
  constexpr std::size_t processors_a_chunk = 4;
  return std::max(std::size_t{1}, std::thread::hardware_concurrency() / processors_a_chunk);
}

}  // namespace doorstroom
