#pragma once
/// Capacity over time: places in an arrangement, workers at a desk. Capacity that falls does not
/// put anybody out: running stays finish, then the place closes, so `taken` may exceed `capacity`
/// for a while.

#include <cstdint>

namespace doorstroom {

class Places {
 public:
  static constexpr std::int64_t unlimited = -1;

  /// @param capacity  >= 0, or unlimited
  explicit Places(std::int64_t capacity) : capacity_(capacity) {}

  bool has_room() const { return capacity_ == unlimited || taken_ < capacity_; }
  std::int64_t taken() const { return taken_; }
  std::int64_t capacity() const { return capacity_; }

  void take() { ++taken_; }
  void release() { --taken_; }
  void set_capacity(std::int64_t capacity) { capacity_ = capacity; }

 private:
  std::int64_t capacity_;
  std::int64_t taken_ = 0;
};

}  // namespace doorstroom
