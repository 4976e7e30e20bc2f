#include "engine/random.hpp"

#include <Random123/philox.h>

#include <boost/crc.hpp>

namespace doorstroom {
namespace {

using Round = r123::Philox4x32_R<1>;

}  // namespace

Stream::Stream(std::uint32_t seed, std::uint32_t replication) {
  for (auto& key : keys_) {
    key = {seed, replication};
    seed += PHILOX_W32_0;
    replication += PHILOX_W32_1;
  }
}

double Stream::draw(std::uint32_t source, std::uint32_t person, std::uint32_t node,
                    std::uint32_t decision) const {
  Round::ctr_type words = {{source, person, node, decision}};
  for (const auto& key : keys_) words = Round()(words, {{key[0], key[1]}});

  // 52 bits and a half: the odd multiples of 2^-53. With 53 bits and a half the largest would need
  // 54 bits and be rounded to 1, which no quantile takes.
  const std::uint64_t bits = (static_cast<std::uint64_t>(words[0]) << 32 | words[1]) >> 12;
  return static_cast<double>(2 * bits + 1) * 0x1p-53;
}

std::uint32_t hash32(std::string_view id) {
  boost::crc_32_type crc;
  crc.process_bytes(id.data(), id.size());
  return static_cast<std::uint32_t>(crc.checksum());
}

}  // namespace doorstroom
