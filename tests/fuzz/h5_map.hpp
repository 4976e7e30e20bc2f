#pragma once
/// Where things stand in an HDF5 file, found by their signatures and by what object headers say.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace doorstroom::fuzz {

using Bytes = std::vector<std::uint8_t>;

struct Range {
  std::size_t begin = 0;
  std::size_t size = 0;
};

/// A block of metadata with a checksum of all its other bytes.
struct SummedBlock {
  Range whole;
  std::size_t checksum = 0;   ///< where it stands
  bool holds_itself = false;  ///< it is summed with four zeros in the place of the checksum
};

/// A message of an object header: what an object is, a part of it.
struct HeaderMessage {
  enum Type : std::uint8_t {
    dataspace = 1,
    datatype = 3,
    link = 6,
    layout = 8,
    attribute = 12,
    continuation = 16,
  };
  std::uint8_t type = 0;
  Range data;
};

struct H5Map {
  std::vector<SummedBlock> summed;
  std::vector<HeaderMessage> messages;
  std::vector<Range> blocks;        ///< of metadata, with and without checksums
  std::vector<Range> heap_objects;  ///< of global heaps: texts of any length
  std::vector<Range> values;        ///< of contiguous datasets

  explicit H5Map(const Bytes& file);
};

/// Makes the checksums anew of blocks that had a right one. @param blocks  of the file as it was
void sum_again(Bytes& file, const std::vector<SummedBlock>& blocks);

}  // namespace doorstroom::fuzz
