#include "tests/fuzz/h5_map.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>

/// Of the library itself: the checksum of metadata (not in its public header).
extern "C" std::uint32_t H5_checksum_metadata(const void* data, std::size_t size,
                                              std::uint32_t first);

namespace doorstroom::fuzz {
namespace {

constexpr std::size_t signature = 4;
constexpr std::size_t checksum = 4;
constexpr std::size_t block_without_checksum = 256;  // of which fields are changed, at most

class Parser {
 public:
  Parser(const Bytes& file, H5Map& map) : file_(file), map_(map) {}

  void parse() {
    for (std::size_t at = 0; at + 8 <= file_.size(); ++at) {
      switch (file_[at]) {
        case 0x89:
          if (says(at, "\x89HDF\r\n\x1a\n")) superblock(at);
          break;
        case 'O':
          if (says(at, "OHDR")) header(at);
          break;
        case 'F':
          if (says(at, "FRHP")) fixed(at, 146);
          if (says(at, "FHDB")) direct_block(at);
          if (says(at, "FHIB"))
            repeated(at, signature + 1 + 8 + 4, 8, 160) ||
                repeated(at, signature + 1 + 8 + 5, 8, 160);
          break;
        case 'B':
          if (says(at, "BTHD")) fixed(at, 38);
          if (says(at, "BTLF"))
            repeated(at, 6, 11, 46) || repeated(at, 6, 17, 30) || repeated(at, 6, 9, 56);
          if (says(at, "BTIN")) plain(at);
          break;
        case 'G':
          if (says(at, "GCOL")) global_heap(at);
          break;
        case 'T':
          if (says(at, "TREE")) plain(at);
          break;
        case 'S':
          if (says(at, "SNOD")) plain(at);
          break;
        case 'H':
          if (says(at, "HEAP")) plain(at);
          break;
        default:
          break;
      }
    }
    for (const HeaderMessage& message : map_.messages)
      if (message.type == HeaderMessage::layout) layout(message.data);
  }

 private:
  bool says(std::size_t at, std::string_view text) const {
    return at + text.size() <= file_.size() &&
           std::memcmp(&file_[at], text.data(), text.size()) == 0;
  }
  std::uint64_t number(std::size_t at, std::size_t width) const {
    std::uint64_t value = 0;
    if (at + width <= file_.size()) std::memcpy(&value, &file_[at], width);
    return value;
  }
  bool within(std::size_t begin, std::size_t size) const {
    return begin <= file_.size() && size <= file_.size() - begin;
  }

  /// Adds a block if its checksum is right.
  bool add_summed(const SummedBlock& block) {
    if (!within(block.whole.begin, block.whole.size)) return false;
    Bytes bytes(file_.begin() + static_cast<std::ptrdiff_t>(block.whole.begin),
                file_.begin() + static_cast<std::ptrdiff_t>(block.whole.begin + block.whole.size));
    const std::size_t in_block = block.checksum - block.whole.begin;
    if (block.holds_itself)
      std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(in_block), checksum, 0);
    const std::size_t summed = block.holds_itself ? bytes.size() : in_block;
    if (H5_checksum_metadata(bytes.data(), summed, 0) != number(block.checksum, checksum))
      return false;
    map_.summed.push_back(block);
    map_.blocks.push_back(block.whole);
    return true;
  }
  bool fixed(std::size_t at, std::size_t size) {
    return add_summed({{at, size}, at + size - checksum});
  }
  /// A block of so many records, of which the number stands elsewhere.
  bool repeated(std::size_t at, std::size_t head, std::size_t record, std::size_t most) {
    for (std::size_t count = 0; count <= most; ++count)
      if (fixed(at, head + count * record + checksum)) return true;
    return false;
  }
  void plain(std::size_t at) {
    map_.blocks.push_back({at, std::min(block_without_checksum, file_.size() - at)});
  }

  void superblock(std::size_t at) {
    base_ = at;
    if (at + 9 <= file_.size() && file_[at + 8] >= 2)
      fixed(at, 48);
    else
      map_.blocks.push_back({at, std::min<std::size_t>(96, file_.size() - at)});
  }

  void direct_block(std::size_t at) {
    for (const std::size_t offset : {std::size_t{4}, std::size_t{5}})
      for (std::size_t size = 512; size <= 65'536; size *= 2)
        if (add_summed({{at, size}, at + signature + 1 + 8 + offset, true})) return;
  }

  void header(std::size_t at) {
    const auto flags = static_cast<std::uint8_t>(number(at + 5, 1));
    const std::size_t width = std::size_t{1} << (flags & 3U);
    const std::size_t size_at =
        at + 6 + ((flags & 0x20U) != 0 ? 16 : 0) + ((flags & 0x10U) != 0 ? 4 : 0);
    const std::size_t begin = size_at + width;
    const std::uint64_t size = number(size_at, width);
    if (size > file_.size() || !fixed(at, begin - at + size + checksum)) return;
    messages(begin, begin + size, (flags & 4U) != 0);
  }

  void messages(std::size_t at, std::size_t end, bool ordered) {
    const std::size_t head = ordered ? 6 : 4;
    while (at + head <= end) {
      const HeaderMessage message{file_[at], {at + head, number(at + 1, 2)}};
      at = message.data.begin + message.data.size;
      if (at > end) return;
      if (message.type == 0 || message.data.size == 0) continue;
      map_.messages.push_back(message);
      if (message.type != HeaderMessage::continuation) continue;
      const std::uint64_t begin = base_ + number(message.data.begin, 8);
      const std::uint64_t size = number(message.data.begin + 8, 8);
      if (!within(begin, size) || size < 8 || !says(begin, "OCHK") || depth_ > 4) continue;
      if (!fixed(begin, size)) continue;
      ++depth_;
      messages(begin + signature, begin + size - checksum, ordered);
      --depth_;
    }
  }

  void layout(const Range& data) {
    constexpr std::uint8_t contiguous = 1;
    if (data.size < 18 || file_[data.begin] != 3 || file_[data.begin + 1] != contiguous) return;
    const std::uint64_t begin = base_ + number(data.begin + 2, 8);
    const std::uint64_t size = number(data.begin + 10, 8);
    if (size > 0 && within(begin, size)) map_.values.push_back({begin, size});
  }

  void global_heap(std::size_t at) {
    const std::uint64_t size = number(at + 8, 8);
    if (!within(at, size)) return;
    map_.blocks.push_back({at, 16});
    for (std::size_t object = at + 16; object + 16 <= at + size;) {
      const std::uint64_t length = number(object + 8, 8);
      if (number(object, 2) == 0 || !within(object + 16, length)) return;
      map_.heap_objects.push_back({object, 16 + length});
      object += 16 + (length + 7) / 8 * 8;
    }
  }

  const Bytes& file_;
  H5Map& map_;
  std::size_t base_ = 0;
  int depth_ = 0;
};

}  // namespace

H5Map::H5Map(const Bytes& file) {
  Parser(file, *this).parse();
}

void sum_again(Bytes& file, const std::vector<SummedBlock>& blocks) {
  for (const SummedBlock& block : blocks) {
    if (block.whole.begin + block.whole.size > file.size()) continue;
    std::uint8_t* const begin = &file[block.whole.begin];
    std::uint8_t* const place = &file[block.checksum];
    if (block.holds_itself) std::fill_n(place, checksum, 0);
    const std::size_t summed =
        block.holds_itself ? block.whole.size : block.checksum - block.whole.begin;
    const std::uint32_t sum = H5_checksum_metadata(begin, summed, 0);
    std::memcpy(place, &sum, sizeof sum);
  }
}

}  // namespace doorstroom::fuzz
