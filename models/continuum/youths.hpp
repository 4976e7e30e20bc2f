#pragma once
/// The youths who are present now. A youth keeps one slot, which is used again once he or she has
/// left. So memory follows how many are present at once, not how many ever arrived.

#include <cstdint>
#include <memory>
#include <vector>

#include "models/continuum/youth.hpp"

namespace doorstroom {

class Youths {
 public:
  /// Adds a youth, with nothing set but the slot.
  Youth& add() {
    if (free_.empty()) add_block();
    const std::uint32_t slot = free_.back();
    free_.pop_back();
    Youth& youth = (*this)[slot];
    youth.reset();
    youth.slot = slot;
    youth.present = true;
    return youth;
  }
  void remove(Youth& youth) {
    youth.present = false;
    free_.push_back(youth.slot);
  }

  /// Loads the record of a youth into the cache ahead of its use. Does nothing for an unknown slot.
  void prefetch(std::uint32_t slot) const {
    if (slot / block_size >= blocks_.size()) return;
    const auto* youth =
        reinterpret_cast<const char*>(&blocks_[slot / block_size][slot % block_size]);
    for (std::size_t line = 0; line < sizeof(Youth); line += 64) __builtin_prefetch(youth + line);
  }

  const Youth& operator[](std::uint32_t slot) const {
    return blocks_[slot / block_size][slot % block_size];
  }
  Youth& operator[](std::uint32_t slot) { return blocks_[slot / block_size][slot % block_size]; }

  /// All youths who are present, in order of slots.
  std::vector<Youth*> all() const {
    std::vector<Youth*> present;
    for (const auto& block : blocks_)
      for (std::uint32_t i = 0; i < block_size; ++i)
        if (block[i].present) present.push_back(&block[i]);
    return present;
  }

 private:
  static constexpr std::uint32_t block_size = 64;

  void add_block() {
    const auto first = static_cast<std::uint32_t>(blocks_.size() * block_size);
    blocks_.push_back(std::make_unique<Youth[]>(block_size));
    for (std::uint32_t i = block_size; i-- > 0;) free_.push_back(first + i);
  }

  std::vector<std::unique_ptr<Youth[]>> blocks_;
  std::vector<std::uint32_t> free_;
};

}  // namespace doorstroom
