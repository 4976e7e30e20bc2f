#pragma once
/// The pending events of the many: tens of thousands of youths to whom something happens at
/// irregular moments. A 4-ary heap on (instant, phase), in which any event can be cancelled at once
/// (a placed youth no longer loses patience), so that the heap holds nothing that will not happen.
///
/// Ties: events of one instant and phase come in the order of their Precedence, then of their kind,
/// then of their making.

#include <cstddef>
#include <cstdint>
#include <vector>

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
  void cancel(Handle& handle);

  bool empty() const { return heap_.empty(); }
  /// Moment of the first event. @pre not empty
  Moment next_due() const;
  /// Takes the first event out. Its handle is free from then on. @pre not empty
  Event pop();

  std::size_t pending() const { return heap_.size(); }
  std::size_t peak_pending() const { return peak_; }

 private:
  struct Entry {
    std::int64_t key;  ///< ticks * 8 + phase
    Handle slot;
  };
  struct Slot {
    Precedence precedence;
    std::uint64_t made = 0;
    std::uint32_t subject = 0;
    std::uint8_t kind = 0;
  };

  bool before(const Entry& a, const Entry& b) const;
  void place(std::size_t position, Entry entry);
  void sift_up(std::size_t position, Entry entry);
  void sift_down(std::size_t position, Entry entry);
  void remove(std::size_t position);

  std::vector<Entry> heap_;
  std::vector<Slot> slots_;
  /// Where a pending event stands in the heap; of a free slot, the next free one. Apart from the
  /// slots because every move in the heap writes here.
  std::vector<std::uint32_t> positions_;
  Handle free_ = none;
  std::uint64_t made_ = 0;
  std::int64_t now_ = INT64_MIN;  ///< tick of the event popped last
  std::size_t peak_ = 0;
};

}  // namespace doorstroom
