#include "engine/calendar.hpp"

namespace doorstroom {

bool Calendar::goes_first(const Rest& a, const Rest& b) {
  if (a.precedence != b.precedence) return a.precedence < b.precedence;
  if (a.kind != b.kind) return a.kind < b.kind;
  return a.made < b.made;
}

void Calendar::mark_cancelled(Handle handle) {
  // A handle that was used up is noticed.
  DOORSTROOM_EXPECT(handle < kinds_.size() && is_pending(handle));
  kinds_[handle] = not_pending;
  --pending_;
  if (end_ > root && heap_[root].handle == handle) {
    take_out_first();
  } else if (end_ - root + later_.size() > 2 * pending_ + 64) {
    drop_cancelled();
  }
}

/// Lets go of what was cancelled. The order of events is total, so it does not depend on when this
/// happens.
void Calendar::drop_cancelled() {
  const auto keep = [this](const Entry& entry) {
    const bool pending = is_pending(entry.handle);
    if (!pending) free_.push_back(entry.handle);
    return pending;
  };
  later_.keep_only(keep);
  std::size_t kept = root;
  for (std::size_t i = root; i < end_; ++i)
    if (keep(heap_[i])) heap_[kept++] = heap_[i];
  end_ = kept;
  if (end_ <= root + 1) return;
  for (std::size_t i = parent_of(end_ - 1) + 1; i-- > root;) sift_down(i, Entry(heap_[i]));
}

}  // namespace doorstroom
