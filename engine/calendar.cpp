#include "engine/calendar.hpp"

namespace doorstroom {

bool Calendar::goes_first(const Slot& a, const Slot& b) {
  if (a.precedence != b.precedence) return a.precedence < b.precedence;
  if (a.kind != b.kind) return a.kind < b.kind;
  return a.made < b.made;
}

void Calendar::cancel_slot(Handle slot) {
  // A handle that was used up is noticed.
  DOORSTROOM_EXPECT(slot < slots_.size() && slots_[slot].pending);
  slots_[slot].pending = false;
  --pending_;
  if (heap_[root].slot == slot) {
    take_out_first();
  } else if (end_ - root > 2 * pending_ + 64) {
    drop_cancelled();
  }
}

/// Builds the heap anew without what was cancelled. The order of events is total, so it does not
/// depend on when this happens.
void Calendar::drop_cancelled() {
  std::size_t kept = root;
  for (std::size_t i = root; i < end_; ++i) {
    if (slots_[heap_[i].slot].pending) {
      heap_[kept++] = heap_[i];
    } else {
      free_slot(heap_[i].slot);
    }
  }
  end_ = kept;
  if (end_ <= root + 1) return;
  for (std::size_t i = parent_of(end_ - 1) + 1; i-- > root;) sift_down(i, heap_[i]);
}

void Calendar::grow() {
  const auto slot = static_cast<Handle>(slots_.size());
  DOORSTROOM_EXPECT(slot != none);
  slots_.emplace_back();
  heap_.resize(root + slots_.size());
  free_slot(slot);
}

}  // namespace doorstroom
