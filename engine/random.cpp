#include "engine/random.hpp"

#include <Random123/philox.h>

#include <boost/crc.hpp>

#include "engine/error.hpp"

namespace doorstroom {

double uniform(Stream stream, const Address& address) {
  DOORSTROOM_EXPECT(address.occasion < (1u << 24));
  using Philox = r123::Philox4x32;
  const Philox::key_type key = {{stream.seed, stream.replication}};
  const Philox::ctr_type counter = {
      {address.source, address.person, address.node,
       static_cast<std::uint32_t>(address.decision) << 24 | address.occasion}};
  const Philox::ctr_type words = Philox()(counter, key);

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
