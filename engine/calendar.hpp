#pragma once
/// The pending events of the many: tens of thousands of youths to whom something happens at
/// irregular moments. Most of that is months away, so what is due on a later day waits on a wheel
/// by day. What is due today stands in a 4-ary heap on (instant, phase). Any event can be cancelled
/// (a placed youth no longer loses patience): it stays where it is, marked, until its turn comes or
/// more than half of all is cancelled. To know where each event stands would cost more with every
/// move than it saves.
///
/// Ties: events of one instant and phase come in the order of their Precedence, then of their kind,
/// then of their making.

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/day_wheel.hpp"
#include "engine/error.hpp"
#include "engine/event_order.hpp"

namespace doorstroom {

struct Event {
  Moment due{};
  Precedence precedence{};
  std::uint32_t subject = 0;  ///< whom it happens to
  std::uint8_t kind = 0;      ///< what happens, in the caller's numbering; below 255
};

/// An event whose turn has come: who goes first is settled.
struct DueEvent {
  Moment due{};
  std::uint32_t subject = 0;
  std::uint8_t kind = 0;
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
    if (handle != none) mark_cancelled(handle);
    handle = none;
  }

  bool empty() const { return pending_ == 0; }
  /// Whom the first event happens to. @pre not empty
  std::uint32_t next_subject() {
    open_day();
    return heap_[root].subject;
  }
  /// Moment of the first event. @pre not empty
  Moment next_due();
  /// Takes the first event out. Its handle is free from then on. @pre not empty
  DueEvent pop();

  std::size_t pending() const { return pending_; }
  std::size_t peak_pending() const { return peak_; }

 private:
  static constexpr int phase_bits = 3;
  static constexpr int day_bits = std::countr_zero(std::uint64_t{Instant::ticks_per_day});
  /// What moves as time goes on, as little as can be: when, and of what.
  struct Entry {
    std::int64_t key;  ///< ticks * 8 + phase
    Handle handle;
    std::uint32_t subject;

    std::int64_t day() const { return key >> (phase_bits + day_bits); }
  };
  /// The rest of an event, by handle: it decides ties, also of what was cancelled meanwhile.
  struct Rest {
    Precedence precedence;
    std::uint64_t kind : 8;
    std::uint64_t made : 56;  ///< number of events made before
  };

  static constexpr std::uint8_t not_pending = UINT8_MAX;  ///< instead of a kind: it was cancelled
  static constexpr std::int64_t last_tick = (std::int64_t{1} << 60) - 1;
  static constexpr std::size_t root = 0;
  static std::size_t parent_of(std::size_t position) { return (position - 1) / 4; }
  static std::size_t children_of(std::size_t position) { return position * 4 + 1; }

  static std::int64_t key_of(const Moment& due) {
    return std::min(due.at.ticks, last_tick) << phase_bits | static_cast<std::int64_t>(due.phase);
  }
  /// Rounds down for what is due before the start date too.
  static std::int64_t tick_of(std::int64_t key) { return key >> phase_bits; }
  static Moment moment_of(std::int64_t key) {
    return {Instant{tick_of(key)}, static_cast<Phase>(key & ((1 << phase_bits) - 1))};
  }

  bool is_pending(Handle handle) const { return kinds_[handle] != not_pending; }
  bool before(const Entry& a, const Entry& b) const {
    return a.key != b.key ? a.key < b.key : goes_first(rests_[a.handle], rests_[b.handle]);
  }
  static bool goes_first(const Rest& a, const Rest& b);

  void sift_up(std::size_t position, const Entry& entry);
  void sift_down(std::size_t position, const Entry& entry);
  std::size_t first_of(std::size_t child, std::size_t end) const;
  std::size_t first_of_four(std::size_t child) const;
  void take_out_first();
  void mark_cancelled(Handle handle);
  void drop_cancelled();
  Handle free_handle();
  void put_in_heap(const Entry& entry);
  /// Once today is over, the heap gets what is due on the next day with events.
  void open_day() {
    while (end_ == root)
      later_.turn([this](const Entry& entry) {
        if (is_pending(entry.handle))
          put_in_heap(entry);
        else
          free_.push_back(entry.handle);
      });
  }

  std::vector<Entry> heap_;
  std::size_t end_ = root;           ///< of what the heap holds: pending and cancelled events
  DayWheel<Entry> later_;            ///< than the day whose events are in the heap
  std::vector<std::uint8_t> kinds_;  ///< by handle: small, since every event looks here
  std::vector<Rest> rests_;          ///< by handle
  std::vector<Handle> free_;
  std::size_t pending_ = 0;
  std::size_t peak_ = 0;
  std::uint64_t made_ = 0;
  std::int64_t now_ = INT64_MIN;  ///< tick of the event popped last
};

// Every event of a run passes below, so this stands where the compiler can see it.

inline Calendar::Handle Calendar::schedule(const Event& event) {
  DOORSTROOM_EXPECT(event.due.at.ticks >= now_ && event.kind != not_pending);
  const Handle handle = free_handle();
  kinds_[handle] = event.kind;
  rests_[handle] = {event.precedence, event.kind, made_++ & ((std::uint64_t{1} << 56) - 1)};
  const Entry entry{key_of(event.due), handle, event.subject};
  if (entry.day() > later_.today())
    later_.put(entry);
  else
    put_in_heap(entry);
  if (++pending_ > peak_) peak_ = pending_;
  return handle;
}

inline Calendar::Handle Calendar::free_handle() {
  if (free_.empty()) {
    DOORSTROOM_EXPECT(kinds_.size() < none);
    free_.push_back(static_cast<Handle>(kinds_.size()));
    kinds_.push_back(not_pending);
    rests_.emplace_back();
  }
  const Handle handle = free_.back();
  free_.pop_back();
  return handle;
}

inline void Calendar::put_in_heap(const Entry& entry) {
  if (end_ == heap_.size()) heap_.resize(2 * end_ + 4);
  sift_up(end_++, entry);
}

inline Moment Calendar::next_due() {
  DOORSTROOM_EXPECT(!empty());
  open_day();
  return moment_of(heap_[root].key);
}

inline DueEvent Calendar::pop() {
  DOORSTROOM_EXPECT(!empty());
  open_day();
  const Entry& first = heap_[root];
  const DueEvent occurrence{moment_of(first.key), first.subject, kinds_[first.handle]};
  now_ = occurrence.due.at.ticks;
  kinds_[first.handle] = not_pending;
  --pending_;
  take_out_first();
  return occurrence;
}

/// Frees the first of the heap, and what was cancelled behind it.
inline void Calendar::take_out_first() {
  do {
    free_.push_back(heap_[root].handle);
    if (--end_ == root) return;
    sift_down(root, heap_[end_]);
  } while (!is_pending(heap_[root].handle));
}

inline void Calendar::sift_up(std::size_t position, const Entry& entry) {
  while (position > root) {
    const std::size_t parent = parent_of(position);
    if (!before(entry, heap_[parent])) break;
    heap_[position] = heap_[parent];
    position = parent;
  }
  heap_[position] = entry;
}

inline void Calendar::sift_down(std::size_t position, const Entry& entry) {
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
