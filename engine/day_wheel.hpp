#pragma once
/// What is still days away, by the day on which it is due, and by no more than that: the order
/// within a day is only worked out once the day is there. A hierarchical timing wheel (Varghese and
/// Lauck, "Hashed and hierarchical timing wheels", SOSP 1987): the days left of the present 64 have
/// a list each, later ones share a list with 64, with 64 x 64, and so on. When the wheel turns to
/// such a block, its list is spread over finer ones. So putting something down takes the same time
/// however much is there, and turning moves it at most once for every scale of time that it was
/// away.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/error.hpp"

namespace doorstroom {

/// @tparam Entry  small, and knows its whole day: `std::int64_t day() const`
template <class Entry>
class DayWheel {
 public:
  /// @pre the entry is due later than today()
  void put(const Entry& entry) {
    DOORSTROOM_EXPECT(number_of(entry) > today_);
    put_down(entry);
    ++size_;
  }
  std::size_t size() const { return size_; }
  /// To which day the wheel was turned last.
  std::int64_t today() const { return static_cast<std::int64_t>(today_ - day_zero); }

  /// Turns to the first day on which something is due, and takes that off the wheel.
  /// @param take  gets each entry of that day, in any order; leaves the wheel alone
  /// @pre the wheel is not empty
  template <class Take>
  void turn(Take take) {
    DOORSTROOM_EXPECT(size_ > 0);
    bool found = false;
    while (!found) {
      std::size_t scale = 0;
      while (scales_[scale].used == 0) ++scale;
      const auto digit = static_cast<std::size_t>(std::countr_zero(scales_[scale].used));
      const std::size_t finer = scale * digit_bits;
      today_ = number_of(blocks_[scales_[scale].lists[digit].first].entries[0]) >> finer << finer;
      take_list(scale, digit, [&](const Entry& entry) {
        if (number_of(entry) != today_) return put_down(entry);
        found = true;
        --size_;
        take(entry);
      });
    }
  }

  /// Lets go of what need not be kept. @param keep  whether an entry stays
  template <class Keep>
  void keep_only(Keep keep) {
    std::vector<Entry> kept;
    for (std::size_t scale = 0; scale < scales; ++scale)
      while (scales_[scale].used != 0)
        take_list(scale, static_cast<std::size_t>(std::countr_zero(scales_[scale].used)),
                  [&](const Entry& entry) {
                    if (keep(entry)) kept.push_back(entry);
                  });
    for (const Entry& entry : kept) put_down(entry);
    size_ = kept.size();
  }

 private:
  using Index = std::uint32_t;
  static constexpr Index none = UINT32_MAX;
  static constexpr std::size_t digit_bits = 6;
  static constexpr std::size_t digits = std::size_t{1} << digit_bits;
  static constexpr std::size_t scales = 64 / digit_bits + 1;

  /// Days as unsigned numbers, in the same order.
  using Day = std::uint64_t;
  static constexpr Day day_zero = Day{1} << 63;
  static Day number_of(const Entry& entry) { return static_cast<Day>(entry.day()) + day_zero; }

  /// A part of a list.
  struct Block {
    static constexpr std::size_t room = (1024 - sizeof(Index)) / sizeof(Entry);
    std::array<Entry, room> entries;
    Index next;
  };
  struct List {
    Index first = none;  ///< block; those behind it are full
    Index count = 0;     ///< of entries in it
  };
  /// The lists of one scale: of 1 day each, of 64, of 64 x 64.
  struct Scale {
    std::uint64_t used = 0;  ///< bit by digit: something is in the list
    std::array<List, digits> lists;
  };

  /// The highest digit in which its day differs from today says in which list an entry stands. That
  /// changes only when the wheel turns to that list.
  void put_down(const Entry& entry) {
    const Day day = number_of(entry);
    const auto scale = static_cast<std::size_t>(std::bit_width(day ^ today_) - 1) / digit_bits;
    const std::size_t digit = day >> (scale * digit_bits) & (digits - 1);
    scales_[scale].used |= std::uint64_t{1} << digit;
    List& list = scales_[scale].lists[digit];
    if (list.first == none || list.count == Block::room) list = {empty_block(list.first), 0};
    blocks_[list.first].entries[list.count++] = entry;
  }

  Index empty_block(Index next) {
    if (free_ == none) {
      free_ = static_cast<Index>(blocks_.size());
      blocks_.emplace_back().next = none;
    }
    const Index block = std::exchange(free_, blocks_[free_].next);
    blocks_[block].next = next;
    return block;
  }

  /// Empties a list. @param take  gets each entry, and may put it down again
  template <class Take>
  void take_list(std::size_t scale, std::size_t digit, Take take) {
    List list = std::exchange(scales_[scale].lists[digit], {});
    scales_[scale].used &= ~(std::uint64_t{1} << digit);
    while (list.first != none) {
      for (Index i = 0; i < list.count; ++i) take(Entry(blocks_[list.first].entries[i]));
      const Index next = std::exchange(blocks_[list.first].next, free_);
      free_ = std::exchange(list.first, next);
      list.count = Block::room;
    }
  }

  std::array<Scale, scales> scales_;
  std::vector<Block> blocks_;
  Index free_ = none;  ///< the first free block
  std::size_t size_ = 0;
  Day today_ = 0;
};

}  // namespace doorstroom
