#pragma once
/// Packs chunks of a column as the filters of the HDF5 library do, shuffle and then deflate, in
/// half the time: libdeflate, which needs a whole chunk at once, instead of zlib.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace doorstroom {

class ChunkPacker {
 public:
  /// @throws std::bad_alloc without memory
  ChunkPacker();
  ~ChunkPacker();

  /// @param values         those of a chunk, as they are in the file; what is missing at the end of
  ///                       the last chunk is zero
  /// @param bytes_a_value  4 or 8
  /// @param chunk_values   of a whole chunk, not fewer than there are
  /// @return the chunk as it is in the file, until the next call
  std::span<const std::byte> pack(std::span<const std::byte> values, std::size_t bytes_a_value,
                                  std::size_t chunk_values);

 private:
  class Deflate;

  std::unique_ptr<Deflate> deflate_;
  std::vector<std::byte> shuffled_;
  std::vector<std::byte> packed_;
};

}  // namespace doorstroom
