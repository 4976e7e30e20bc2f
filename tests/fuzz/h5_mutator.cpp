#include "tests/fuzz/h5_mutator.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <string_view>

#include "results/file/digest.hpp"
#include "results/file/seal.hpp"
#include "tests/fuzz/h5_map.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace doorstroom::fuzz {
namespace {

constexpr std::array<std::uint64_t, 22> odd_numbers{0,
                                                    1,
                                                    2,
                                                    3,
                                                    7,
                                                    8,
                                                    16,
                                                    31,
                                                    32,
                                                    64,
                                                    127,
                                                    128,
                                                    255,
                                                    256,
                                                    0x7fff,
                                                    0xffff,
                                                    0x10000,
                                                    0x7fffffff,
                                                    0xffffffff,
                                                    0x100000000,
                                                    0x7fffffffffffffff,
                                                    0xffffffffffffffff};
constexpr std::array<double, 10> odd_values{0,
                                            -0.0,
                                            -1,
                                            0.5,
                                            1e300,
                                            -1e300,
                                            1e18,
                                            std::numeric_limits<double>::infinity(),
                                            std::numeric_limits<double>::quiet_NaN(),
                                            5e-324};
constexpr std::array<std::string_view, 20> odd_texts{
    "",        "/",     "..",   ".",        "none",
    "columns", "units", "=1+1", "\xff\xfe", "\x1b[2J",
    "%s%n",    "{0}",   "node", "waiting",  "replication",
    "year",    "a/b",   "nan",  "-1",       "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"};

class Mutator {
  std::size_t below(std::size_t bound) { return bound == 0 ? 0 : random_() % bound; }
  template <class Values>
  const auto& one_of(const Values& values) {
    return values[below(std::size(values))];
  }

 public:
  Mutator(Bytes& file, unsigned seed) : file_(file), map_(file), random_(seed) {}

  void change(std::size_t most) {
    const std::size_t changes = 1 + below(3) + (below(8) == 0 ? 8 : 0);
    for (std::size_t i = 0; i < changes; ++i) change_once();
    if (below(16) != 0) sum_again(file_, map_.summed);
    if (below(24) == 0) resize(most);
    if (below(32) != 0) seal_again();
  }

  void cross(const Bytes& other) {
    const H5Map there(other);
    if (map_.messages.empty() || there.messages.empty()) return;
    for (std::size_t i = 0; i < 1 + below(4); ++i) {
      const HeaderMessage& from = one_of(there.messages);
      std::vector<HeaderMessage> alike;
      std::ranges::copy_if(map_.messages, std::back_inserter(alike),
                           [&](const HeaderMessage& one) { return one.type == from.type; });
      if (alike.empty()) continue;
      const HeaderMessage& to = one_of(alike);
      copy(&other[from.data.begin], to.data, from.data.size);
    }
    sum_again(file_, map_.summed);
    seal_again();
  }

 private:
  void copy(const std::uint8_t* from, Range to, std::size_t size) {
    if (size > 0 && to.begin < file_.size())
      std::memcpy(&file_[to.begin], from, std::min({size, to.size, file_.size() - to.begin}));
  }

  void change_once() {
    switch (below(12)) {
      case 0:
      case 1:
      case 2:
        return field_of_message();
      case 3:
      case 4:
        return message_over_another();
      case 5:
      case 6:
        return heap_object();
      case 7:
      case 8:
        return value();
      case 9:
      case 10:
        if (!map_.blocks.empty()) field(one_of(map_.blocks));
        return;
      default:
        return some_bytes();
    }
  }

  /// Each type of message as often, though there are many more of some.
  const HeaderMessage& some_message() {
    std::array<bool, 256> there{};
    for (const HeaderMessage& message : map_.messages) there[message.type] = true;
    std::vector<std::uint8_t> types;
    for (std::size_t type = 0; type < there.size(); ++type)
      if (there[type]) types.push_back(static_cast<std::uint8_t>(type));
    const std::uint8_t chosen = one_of(types);
    for (;;)
      if (const HeaderMessage& one = one_of(map_.messages); one.type == chosen) return one;
  }

  void field_of_message() {
    if (map_.messages.empty()) return;
    const HeaderMessage& message = some_message();
    if (below(8) == 0) return text(message.data);
    field(message.data);
  }

  void message_over_another() {
    if (map_.messages.empty()) return;
    const HeaderMessage& to = some_message();
    const HeaderMessage* from = nullptr;
    for (int tries = 0; tries < 100 && from == nullptr; ++tries)
      if (const HeaderMessage& one = one_of(map_.messages); one.type == to.type && &one != &to)
        from = &one;
    if (from == nullptr) return;
    const Bytes bytes(
        file_.begin() + static_cast<std::ptrdiff_t>(from->data.begin),
        file_.begin() + static_cast<std::ptrdiff_t>(from->data.begin + from->data.size));
    copy(bytes.data(), to.data, bytes.size());
  }

  /// A text, its length, or the number by which it is found.
  void heap_object() {
    if (map_.heap_objects.empty()) return;
    const Range object = one_of(map_.heap_objects);
    const Range content{object.begin + 16, object.size - 16};
    if (below(3) == 0) return field({object.begin, 16});
    if (below(2) == 0) return text(content);
    const Range other = one_of(map_.heap_objects);
    const Bytes bytes(file_.begin() + static_cast<std::ptrdiff_t>(other.begin + 16),
                      file_.begin() + static_cast<std::ptrdiff_t>(other.begin + other.size));
    copy(bytes.data(), content, bytes.size());
  }

  /// A row of a column.
  void value() {
    if (map_.values.empty()) return;
    const Range column = one_of(map_.values);
    if (below(3) == 0 && column.size >= 8) {
      const double odd = one_of(odd_values);
      std::array<std::uint8_t, 8> bytes{};
      std::memcpy(bytes.data(), &odd, sizeof odd);
      return copy(bytes.data(), {column.begin + below(column.size / 8) * 8, 8}, 8);
    }
    if (below(6) == 0) {  // rows in another order
      const std::size_t rows = column.size / 4;
      if (rows < 2) return;
      const std::size_t a = column.begin + 4 * below(rows);
      const std::size_t b = column.begin + 4 * below(rows);
      return std::swap_ranges(&file_[a], &file_[a] + 4, &file_[b]), void();
    }
    number_at(column.begin + below(std::max<std::size_t>(column.size / 4, 1)) * 4, 4);
  }

  void field(Range range) {
    constexpr std::array<std::size_t, 6> widths{1, 1, 2, 4, 8, 8};
    const std::size_t width = std::min(one_of(widths), range.size);
    if (width == 0) return;
    number_at(range.begin + below(range.size - width + 1), width);
  }

  void number_at(std::size_t at, std::size_t width) {
    if (at + width > file_.size()) return;
    std::uint64_t value = 0;
    std::memcpy(&value, &file_[at], width);
    switch (below(6)) {
      case 0:
        value = one_of(odd_numbers);
        break;
      case 1:
        value += 1 + below(8);
        break;
      case 2:
        value -= 1 + below(8);
        break;
      case 3:
        value ^= std::uint64_t{1} << below(8 * width);
        break;
      case 4:
        value = below(2) == 0 ? file_.size() - below(600) : below(file_.size());
        break;
      default:  // an address of the file
        if (!map_.blocks.empty()) value = one_of(map_.blocks).begin - seal_bytes;
        break;
    }
    std::memcpy(&file_[at], &value, width);
  }

  void text(Range range) {
    const std::string_view odd = one_of(odd_texts);
    const Range to{range.begin + (below(2) == 0 ? 0 : below(range.size)), range.size};
    copy(reinterpret_cast<const std::uint8_t*>(odd.data()), to,
         odd.size() + (below(2) == 0 ? 1 : 0));
  }

  void some_bytes() {
    const std::size_t at = below(file_.size());
    const std::size_t size = std::min<std::size_t>(1 + below(64), file_.size() - at);
    (void)LLVMFuzzerMutate(&file_[at], size, size);
  }

  void resize(std::size_t most) {
    if (below(2) == 0)
      file_.resize(1 + below(file_.size()));
    else if (file_.size() < most)
      file_.insert(file_.end(), std::min<std::size_t>(below(4096), most - file_.size()), 0);
  }

  void seal_again() {
    if (file_.size() < seal_bytes) return;
    const std::string_view behind(reinterpret_cast<const char*>(&file_[seal_bytes - 1]) + 1,
                                  file_.size() - seal_bytes);
    const std::string text =
        fmt::format("doorstroom 1 sha256 {} {}\n", sha256(behind), file_.size());
    std::fill_n(file_.begin(), seal_bytes, 0);
    std::ranges::copy(text, file_.begin());
  }

  Bytes& file_;
  H5Map map_;
  std::minstd_rand random_;
};

}  // namespace

void mutate_file(Bytes& file, unsigned seed, std::size_t most) {
  if (!file.empty()) Mutator(file, seed).change(most);
}

void cross_files(Bytes& file, const Bytes& other, unsigned seed) {
  if (!file.empty() && !other.empty()) Mutator(file, seed).cross(other);
}

}  // namespace doorstroom::fuzz
