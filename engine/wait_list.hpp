#pragma once
/// Who is next. A list of subjects who wait for one kind of capacity.
///
/// The order is: a lower rank first (the caller's classes: severity, say); within a rank a lower
/// `since` first; then Precedence (who asked first, then the standing order). A first-come list is
/// one rank with `since` zero. Of equals, who joined first goes first, unless a later one joins
/// before its equals. Joining at the end, by far the most common, takes constant time; so does
/// leaving from anywhere. A subject that leaves the list frees no capacity.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/error.hpp"
#include "engine/event_order.hpp"

namespace doorstroom {

/// Where a subject stands in line.
struct Standing {
  std::int32_t rank = 0;
  std::int64_t since = 0;
  Precedence precedence{};

  friend constexpr auto operator<=>(const Standing&, const Standing&) = default;
};

class WaitList {
 public:
  using Handle = std::uint32_t;
  static constexpr Handle none = UINT32_MAX;

  enum class Among : std::uint8_t { last_of_equals, first_of_equals };

  Handle join(std::uint32_t subject, const Standing& standing,
              Among equals = Among::last_of_equals);
  /// Takes a subject off the list and sets the handle to none. @pre handle is on the list
  void leave(Handle& handle);

  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }
  /// Who is next. @pre not empty
  std::uint32_t front() const { return links_[first()].subject; }
  /// Where the next one stands. @pre not empty
  const Standing& front_standing() const { return links_[first()].standing; }

  /// Everybody on the list, in order.
  std::vector<std::uint32_t> in_order() const;

 private:
  struct Link {
    Standing standing;
    std::uint32_t subject = 0;
    Handle previous = none;
    Handle next = none;
  };
  struct Rank {
    std::int32_t rank = 0;
    Handle first = none;
    Handle last = none;
  };

  Handle first() const {
    DOORSTROOM_EXPECT(!empty());
    auto rank = ranks_.begin();
    while (rank->first == none) ++rank;
    return rank->first;
  }
  Rank& rank_of(std::int32_t rank) {
    return !ranks_.empty() && ranks_.front().rank == rank ? ranks_.front() : look_up(rank);
  }
  Rank& look_up(std::int32_t rank);

  std::vector<Link> links_;
  Handle free_ = none;       ///< the first free link; of a free link, `next` is the next free one
  std::vector<Rank> ranks_;  ///< few, sorted
  std::size_t size_ = 0;
};

}  // namespace doorstroom
