#include "engine/calendar.hpp"

#include <algorithm>

#include "engine/error.hpp"

namespace doorstroom {
namespace {

constexpr std::size_t arity = 4;
constexpr std::int64_t phases = 8;
constexpr std::int64_t last_tick = std::int64_t{1} << 60;

std::int64_t key_of(const Moment& due) {
  return std::min(due.at.ticks, last_tick - 1) * phases + static_cast<std::int64_t>(due.phase);
}

/// Rounds down for what is due before the start date too.
std::int64_t tick_of(std::int64_t key) {
  return key >> 3;
}

Moment moment_of(std::int64_t key) {
  return {Instant{tick_of(key)}, static_cast<Phase>(key & (phases - 1))};
}

}  // namespace

Calendar::Handle Calendar::schedule(const Event& event) {
  DOORSTROOM_EXPECT(event.due.at.ticks >= now_);
  Handle slot = free_;
  if (slot == none) {
    slot = static_cast<Handle>(slots_.size());
    DOORSTROOM_EXPECT(slot != none);
    slots_.emplace_back();
    positions_.emplace_back();
  } else {
    free_ = positions_[slot];
  }
  // Member by member: a whole Slot would be put together elsewhere and copied.
  Slot& pending = slots_[slot];
  pending.precedence.asked = event.precedence.asked;
  pending.precedence.order = event.precedence.order;
  pending.made = made_++;
  pending.subject = event.subject;
  pending.kind = event.kind;
  const Entry entry{key_of(event.due), slot};
  heap_.push_back(entry);
  peak_ = std::max(peak_, heap_.size());
  sift_up(heap_.size() - 1, entry);
  return slot;
}

void Calendar::cancel(Handle& handle) {
  if (handle == none) return;
  // A free slot is in no heap entry, so a handle that was used up is noticed.
  DOORSTROOM_EXPECT(handle < positions_.size() && positions_[handle] < heap_.size() &&
                    heap_[positions_[handle]].slot == handle);
  remove(positions_[handle]);
  handle = none;
}

Moment Calendar::next_due() const {
  DOORSTROOM_EXPECT(!empty());
  return moment_of(heap_.front().key);
}

Event Calendar::pop() {
  DOORSTROOM_EXPECT(!empty());
  const Entry first = heap_.front();
  const Slot& slot = slots_[first.slot];
  const Event event{moment_of(first.key), slot.precedence, slot.subject, slot.kind};
  now_ = tick_of(first.key);
  remove(0);
  return event;
}

/// The slots, a memory access away, are looked at only when instant and phase tie.
bool Calendar::before(const Entry& a, const Entry& b) const {
  if (a.key != b.key) return a.key < b.key;
  const Slot& left = slots_[a.slot];
  const Slot& right = slots_[b.slot];
  if (left.precedence != right.precedence) return left.precedence < right.precedence;
  if (left.kind != right.kind) return left.kind < right.kind;
  return left.made < right.made;
}

void Calendar::place(std::size_t position, Entry entry) {
  heap_[position] = entry;
  positions_[entry.slot] = static_cast<std::uint32_t>(position);
}

void Calendar::sift_up(std::size_t position, Entry entry) {
  while (position > 0) {
    const std::size_t parent = (position - 1) / arity;
    if (!before(entry, heap_[parent])) break;
    place(position, heap_[parent]);
    position = parent;
  }
  place(position, entry);
}

void Calendar::sift_down(std::size_t position, Entry entry) {
  const std::size_t size = heap_.size();
  for (;;) {
    const std::size_t child = position * arity + 1;
    if (child >= size) break;
    std::size_t first = child;
    const std::size_t end = std::min(child + arity, size);
    for (std::size_t other = child + 1; other < end; ++other) {
      if (before(heap_[other], heap_[first])) first = other;
    }
    if (!before(heap_[first], entry)) break;
    place(position, heap_[first]);
    position = first;
  }
  place(position, entry);
}

/// Frees the slot at a position; the last of the heap takes its place.
void Calendar::remove(std::size_t position) {
  const Handle slot = heap_[position].slot;
  const Entry last = heap_.back();
  heap_.pop_back();
  if (position < heap_.size()) {
    if (position > 0 && before(last, heap_[(position - 1) / arity])) {
      sift_up(position, last);
    } else {
      sift_down(position, last);
    }
  }
  positions_[slot] = free_;
  free_ = slot;
}

}  // namespace doorstroom
