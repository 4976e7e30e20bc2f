#pragma once
/// A number for many numbers, to store in a test: what differs anywhere has another one (FNV-1a, 64
/// bits at a time).

#include <cstdint>

namespace doorstroom {

class Digest {
 public:
  void add(std::uint64_t number) { value_ = (value_ ^ number) * 1099511628211u; }
  /// A draw, an odd multiple of 2^-53, to its last bit.
  void add_draw(double u) { add(static_cast<std::uint64_t>(u * 0x1p53)); }

  std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 14695981039346656037u;
};

}  // namespace doorstroom
