#pragma once
/// Random numbers that have an address instead of a place in a sequence.
///
/// A draw is named by whom it is for, where, about what, and which time: asking again gives the
/// same number, and no draw depends on what else was drawn. So one place more, or an intervention,
/// changes nobody's arrival, need, stay or patience, and two scenarios are compared youth by youth.
///
/// Philox4x32-10 (Salmon and others, "Parallel random numbers: as easy as 1, 2, 3", SC11), as
/// Random123 has it. Key: seed, replication. Counter: source, person, node, decision and occasion.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/error.hpp"

namespace doorstroom {

/// Changes whenever any draw changes; stands in every result file.
inline constexpr std::string_view random_scheme = "philox4x32-10/1";

/// Which universe the draws belong to. It holds the keys of all rounds, which every draw needs.
class Stream {
 public:
  Stream(std::uint32_t seed, std::uint32_t replication);

  /// The draw of those four words: strictly between 0 and 1.
  double draw(std::uint32_t source, std::uint32_t person, std::uint32_t node,
              std::uint32_t decision) const;

 private:
  static constexpr std::size_t rounds = 10;
  std::array<std::array<std::uint32_t, 2>, rounds> keys_;
};

/// Which draw: see semantics.
struct Address {
  std::uint32_t source = 0;    ///< hash32 of the id of who made the person
  std::uint32_t person = 0;    ///< month and ordinal in it
  std::uint32_t node = 0;      ///< hash32 of the id of where it is decided
  std::uint8_t decision = 0;   ///< what is decided; its number is fixed forever
  std::uint32_t occasion = 0;  ///< which time, 24 bits
};

/// One uniform draw, strictly between 0 and 1: an odd multiple of 2^-53, so 1 - u is one as well.
inline double uniform(const Stream& stream, const Address& address) {
  DOORSTROOM_EXPECT(address.occasion < (1u << 24));
  return stream.draw(address.source, address.person, address.node,
                     static_cast<std::uint32_t>(address.decision) << 24 | address.occasion);
}

/// 32 bits of an id: CRC-32. Two ids of one scenario that share them are refused.
std::uint32_t hash32(std::string_view id);

}  // namespace doorstroom
