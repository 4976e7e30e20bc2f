#pragma once
/// Memory for what grows to millions of rows: blocks of 2 MiB that the system backs by one huge
/// page each, where it has them. A run that keeps its rows otherwise spends a fifth of its time on
/// page faults. A block that is freed goes back to the system at once.

#include <sys/mman.h>

#include <boost/container/deque.hpp>
#include <cstddef>
#include <memory>
#include <new>

namespace doorstroom {

inline constexpr std::size_t huge_block_bytes = std::size_t{2} << 20;

/// Rounded up to whole blocks [byte].
inline std::size_t in_blocks(std::size_t bytes) {
  return (bytes + huge_block_bytes - 1) / huge_block_bytes * huge_block_bytes;
}

/// Memory that begins where a huge page can begin. @param bytes  whole blocks
inline void* map_huge_blocks(std::size_t bytes) {
  const std::size_t mapped = bytes + huge_block_bytes;
  void* memory = mmap(nullptr, mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) {
    if (const std::new_handler handler = std::get_new_handler()) handler();
    throw std::bad_alloc();
  }
  auto* const from = static_cast<std::byte*>(memory);
  std::size_t left = mapped;
  void* aligned = memory;
  std::align(huge_block_bytes, bytes, aligned, left);
  auto* const first = static_cast<std::byte*>(aligned);
  if (first != from) munmap(from, static_cast<std::size_t>(first - from));
  if (left != bytes) munmap(first + bytes, left - bytes);
  // Advice only: where it is not taken, the pages are small.
  madvise(first, bytes, MADV_HUGEPAGE);
  return first;
}

/// A standard allocator; what is much smaller than a block comes from where all memory comes from.
template <class Value>
struct HugeBlocks {
  using value_type = Value;

  HugeBlocks() = default;
  template <class Other>
  HugeBlocks(const HugeBlocks<Other>&) {}

  Value* allocate(std::size_t count) {
    const std::size_t bytes = count * sizeof(Value);
    if (bytes < huge_block_bytes / 2) return static_cast<Value*>(::operator new(bytes));
    return static_cast<Value*>(map_huge_blocks(in_blocks(bytes)));
  }
  void deallocate(Value* memory, std::size_t count) {
    const std::size_t bytes = count * sizeof(Value);
    if (bytes < huge_block_bytes / 2)
      ::operator delete(memory);
    else
      munmap(memory, in_blocks(bytes));
  }

  friend bool operator==(const HugeBlocks&, const HugeBlocks&) = default;
};

/// Rows as they come: adding one never moves the others. Blocks of 2^17 rows: the index of a row is
/// cheap to split, and rows of a multiple of 16 bytes fill their pages.
template <class Row>
using Rows = boost::container::deque<
    Row, HugeBlocks<Row>,
    boost::container::deque_options_t<boost::container::block_size<std::size_t{1} << 17>>>;

}  // namespace doorstroom
