#pragma once
/// Memory for what grows to millions of rows: blocks of 2 MiB that the system backs by one huge
/// page each, where it has them. A run that keeps its rows otherwise spends a fifth of its time on
/// page faults.

#include <sys/mman.h>

#include <boost/container/deque.hpp>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace doorstroom {

inline constexpr std::size_t huge_block_bytes = std::size_t{2} << 20;

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
    const std::size_t blocks = (bytes + huge_block_bytes - 1) / huge_block_bytes;
    void* memory = std::aligned_alloc(huge_block_bytes, blocks * huge_block_bytes);
    if (!memory) throw std::bad_alloc();
    // Advice only: where it is not taken, the pages are small.
    madvise(memory, blocks * huge_block_bytes, MADV_HUGEPAGE);
    return static_cast<Value*>(memory);
  }
  void deallocate(Value* memory, std::size_t count) {
    if (count * sizeof(Value) < huge_block_bytes / 2)
      ::operator delete(memory);
    else
      std::free(memory);
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
