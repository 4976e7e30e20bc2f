#pragma once
/// The youths who are in the continuum now. Slots are used again, and never move: memory follows
/// how many are present at once, not how many ever came.

#include <cstdint>
#include <memory>
#include <vector>

#include "models/youth.hpp"

namespace doorstroom {

class Youths {
 public:
  using Id = std::uint32_t;

  /// A fresh youth in a free slot.
  Id add() {
    if (free_.empty()) {
      const Id first = static_cast<Id>(blocks_.size() * block_size);
      blocks_.push_back(std::make_unique<Youth[]>(block_size));
      present_.resize(present_.size() + block_size, false);
      for (Id i = block_size; i-- > 0;) free_.push_back(first + i);
    }
    const Id id = free_.back();
    free_.pop_back();
    present_[id] = true;
    VisitCounts visits = std::move((*this)[id].visits);  // keeps its memory
    visits.clear();
    (*this)[id] = Youth{};
    (*this)[id].visits = std::move(visits);
    return id;
  }
  void remove(Id id) {
    present_[id] = false;
    free_.push_back(id);
  }

  Youth& operator[](Id id) { return blocks_[id / block_size][id % block_size]; }

  /// Everybody present, in order of slots.
  std::vector<Id> all() const {
    std::vector<Id> ids;
    for (Id id = 0; id < present_.size(); ++id)
      if (present_[id]) ids.push_back(id);
    return ids;
  }

 private:
  static constexpr Id block_size = 256;

  std::vector<std::unique_ptr<Youth[]>> blocks_;
  std::vector<Id> free_;
  std::vector<bool> present_;
};

}  // namespace doorstroom
