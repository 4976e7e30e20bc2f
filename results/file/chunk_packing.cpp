#include "results/file/chunk_packing.hpp"

#include <libdeflate.h>

#include <new>

#include "engine/error.hpp"

namespace doorstroom {
namespace {

/// Of libdeflate: chunks of visits get as small as at level 4 of zlib, in half the time.
constexpr int level = 2;

/// First the first byte of every value, then the second of every value, and so on.
/// @param chunk_values  for how many values there is room
template <std::size_t bytes_a_value>
void shuffle(std::span<const std::byte> values, std::size_t chunk_values, std::byte* to) {
  const std::size_t count = values.size() / bytes_a_value;
  for (std::size_t value = 0; value < count; ++value)
    for (std::size_t byte = 0; byte < bytes_a_value; ++byte)
      to[byte * chunk_values + value] = values[value * bytes_a_value + byte];
}

}  // namespace

class ChunkPacker::Deflate {
 public:
  Deflate() : compressor_(libdeflate_alloc_compressor(level)) {
    if (compressor_ == nullptr) throw std::bad_alloc();
  }
  ~Deflate() { libdeflate_free_compressor(compressor_); }
  Deflate(const Deflate&) = delete;
  Deflate& operator=(const Deflate&) = delete;

  std::size_t most(std::size_t bytes) { return libdeflate_zlib_compress_bound(compressor_, bytes); }
  /// @pre there is room for most(from.size()) bytes
  std::size_t run(std::span<const std::byte> from, std::span<std::byte> to) {
    return libdeflate_zlib_compress(compressor_, from.data(), from.size(), to.data(), to.size());
  }

 private:
  libdeflate_compressor* compressor_;
};

ChunkPacker::ChunkPacker() : deflate_(std::make_unique<Deflate>()) {}
ChunkPacker::~ChunkPacker() = default;

std::span<const std::byte> ChunkPacker::pack(std::span<const std::byte> values,
                                             std::size_t bytes_a_value, std::size_t chunk_values) {
  DOORSTROOM_EXPECT(bytes_a_value == 4 || bytes_a_value == 8);
  DOORSTROOM_EXPECT(values.size() % bytes_a_value == 0);
  DOORSTROOM_EXPECT(values.size() <= bytes_a_value * chunk_values);
  shuffled_.assign(bytes_a_value * chunk_values, std::byte{});
  if (bytes_a_value == 4)
    shuffle<4>(values, chunk_values, shuffled_.data());
  else
    shuffle<8>(values, chunk_values, shuffled_.data());
  packed_.resize(deflate_->most(shuffled_.size()));
  return std::span(packed_).first(deflate_->run(shuffled_, packed_));
}

}  // namespace doorstroom
