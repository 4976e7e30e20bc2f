#pragma once
/// The pending events of the many: tens of thousands of youths to whom something happens at
/// irregular moments. A 4-ary heap on (instant, phase), in which any event can be cancelled (a
/// placed youth no longer loses patience). What was cancelled stays in the heap, marked, until it
/// comes first or is more than half of the heap: to know where each event stands would cost more
/// with every move than it saves.
///
/// Ties: events of one instant and phase come in the order of their Precedence, then of their kind,
/// then of their making.

#include <algorithm>
#include <boost/align/aligned_allocator.hpp>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/error.hpp"
#include "engine/moment.hpp"

namespace doorstroom {

struct Event {
  Moment due{};
  Precedence precedence{};
  std::uint32_t subject = 0;  ///< whom it happens to
  std::uint8_t kind = 0;      ///< what happens, in the caller's numbering
};

class Calendar {
 public:
  /// Names a pending event until it has happened or was cancelled.
  using Handle = std::uint32_t;
  static constexpr Handle none = UINT32_MAX;

  /// What is due later than 2^40 days from the start date is due then.
  /// @pre event.due.at is not before the event popped last; its phase may be (a place that is freed
  ///      in a late phase is offered at once)
  Handle schedule(const Event& event);

  /// Takes a pending event out and sets the handle to none; does nothing on none.
  void cancel(Handle& handle) {
    if (handle != none) cancel_slot(handle);
    handle = none;
  }

  bool empty() const { return pending_ == 0; }
  /// Whom the first event happens to. Loads from memory what will soon be known to be needed: of
  /// that event, and of those of whom one is likely to be next. @pre not empty
  std::uint32_t foresee() const {
    const std::size_t end = std::min(children_of(root) + 4, end_);
    for (std::size_t i = root; i < end; ++i) __builtin_prefetch(&slots_[heap_[i].slot]);
    return heap_[root].subject;
  }
  /// Moment of the first event. @pre not empty
  Moment next_due() const;
  /// Takes the first event out. Its handle is free from then on. @pre not empty
  Event pop();

  std::size_t pending() const { return pending_; }
  std::size_t peak_pending() const { return peak_; }

 private:
  struct Entry {
    std::int64_t key;  ///< ticks * 8 + phase
    Handle slot;
    std::uint32_t subject;
  };
  /// Half a cache line.
  struct Slot {
    Precedence precedence;
    std::uint64_t kind : 8 = 0;
    std::uint64_t made : 56 = 0;  ///< number of events made before
    Handle next_free = none;
    bool pending = false;
  };

  static constexpr int phase_bits = 3;
  static constexpr std::int64_t last_tick = (std::int64_t{1} << 60) - 1;
  // The heap begins at an index of 3: with that, four children share a cache line.
  static constexpr std::size_t root = 3;
  static std::size_t parent_of(std::size_t position) { return position / 4 + 2; }
  static std::size_t children_of(std::size_t position) { return position * 4 - 8; }

  static std::int64_t key_of(const Moment& due) {
    return std::min(due.at.ticks, last_tick) << phase_bits | static_cast<std::int64_t>(due.phase);
  }
  /// Rounds down for what is due before the start date too.
  static std::int64_t tick_of(std::int64_t key) { return key >> phase_bits; }
  static Moment moment_of(std::int64_t key) {
    return {Instant{tick_of(key)}, static_cast<Phase>(key & ((1 << phase_bits) - 1))};
  }

  /// The slots, a memory access away, are looked at only when instant and phase tie.
  bool before(const Entry& a, const Entry& b) const {
    return a.key != b.key ? a.key < b.key : goes_first(slots_[a.slot], slots_[b.slot]);
  }
  static bool goes_first(const Slot& a, const Slot& b);

  void sift_up(std::size_t position, Entry entry);
  void sift_down(std::size_t position, Entry entry);
  std::size_t first_of(std::size_t child, std::size_t end) const;
  std::size_t first_of_four(std::size_t child) const;
  void take_out_first();
  void cancel_slot(Handle slot);
  void drop_cancelled();
  void grow();
  void free_slot(Handle slot) {
    slots_[slot].next_free = free_;
    free_ = slot;
  }

  std::vector<Entry, boost::alignment::aligned_allocator<Entry, 64>> heap_;
  std::size_t end_ = root;  ///< of what the heap holds: pending and cancelled events
  std::vector<Slot> slots_;
  Handle free_ = none;
  std::size_t pending_ = 0;
  std::size_t peak_ = 0;
  std::uint64_t made_ = 0;
  std::int64_t now_ = INT64_MIN;  ///< tick of the event popped last
};

// Every event of a run passes below, so this stands where the compiler can see it.

inline Calendar::Handle Calendar::schedule(const Event& event) {
  DOORSTROOM_EXPECT(event.due.at.ticks >= now_);
  if (free_ == none) grow();
  const Handle slot = free_;
  // Member by member: a whole Slot would be put together elsewhere and copied.
  Slot& made = slots_[slot];
  free_ = made.next_free;
  made.precedence.asked = event.precedence.asked;
  made.precedence.order = event.precedence.order;
  made.kind = event.kind;
  made.made = made_++ & ((std::uint64_t{1} << 56) - 1);
  made.pending = true;
  sift_up(end_++, {key_of(event.due), slot, event.subject});
  if (++pending_ > peak_) peak_ = pending_;
  return slot;
}

inline Moment Calendar::next_due() const {
  DOORSTROOM_EXPECT(!empty());
  return moment_of(heap_[root].key);
}

inline Event Calendar::pop() {
  DOORSTROOM_EXPECT(!empty());
  const Entry first = heap_[root];
  Slot& slot = slots_[first.slot];
  now_ = tick_of(first.key);
  slot.pending = false;
  --pending_;
  take_out_first();
  return {moment_of(first.key), slot.precedence, first.subject,
          static_cast<std::uint8_t>(slot.kind)};
}

/// Frees the first of the heap, and what was cancelled behind it.
inline void Calendar::take_out_first() {
  do {
    free_slot(heap_[root].slot);
    if (--end_ == root) return;
    sift_down(root, heap_[end_]);
  } while (!slots_[heap_[root].slot].pending);
}

inline void Calendar::sift_up(std::size_t position, Entry entry) {
  while (position > root) {
    const std::size_t parent = parent_of(position);
    if (!before(entry, heap_[parent])) break;
    heap_[position] = heap_[parent];
    position = parent;
  }
  heap_[position] = entry;
}

inline void Calendar::sift_down(std::size_t position, Entry entry) {
  for (;;) {
    const std::size_t child = children_of(position);
    if (child >= end_) break;
    const std::size_t first = child + 4 <= end_ ? first_of_four(child) : first_of(child, end_);
    if (!before(heap_[first], entry)) break;
    heap_[position] = heap_[first];
    position = first;
  }
  heap_[position] = entry;
}

inline std::size_t Calendar::first_of(std::size_t child, std::size_t end) const {
  std::size_t first = child;
  while (++child < end) {
    if (before(heap_[child], heap_[first])) first = child;
  }
  return first;
}

/// Without branches, since nobody can guess which of four comes first; with a tie, the long way.
inline std::size_t Calendar::first_of_four(std::size_t child) const {
  const Entry* four = &heap_[child];
  // One of their children is next; in a large heap each four of them is a way off in memory.
  if (const std::size_t next = children_of(child); next + 16 <= end_)
    for (std::size_t i = 0; i < 16; i += 4) __builtin_prefetch(&heap_[next + i]);
  const bool right_of_two = four[1].key < four[0].key;
  const bool right_of_others = four[3].key < four[2].key;
  const std::size_t one = right_of_two;
  const std::size_t other = 2 + std::size_t{right_of_others};
  const std::int64_t key = four[one].key;
  const std::int64_t other_key = four[other].key;
  const bool tie = (four[0].key == four[1].key) | (four[2].key == four[3].key) | (key == other_key);
  if (tie) return first_of(child, child + 4);
  return child + (other_key < key ? other : one);
}

}  // namespace doorstroom
