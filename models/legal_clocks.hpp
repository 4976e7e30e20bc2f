#pragma once
/// The legal clocks of a run: terms within which something must have happened for a youth, as from
/// registration at a board to its decision (zorgplicht).
///
/// A clock starts for a youth once until it stops: who asks twice is timed from the first request.
/// Its term is known when it starts: the term itself, an extension and a pause for those who get
/// one. What stops it on the last moment of the term is in time: a term runs out after everything
/// else of its instant that ends, is offered or is decided upon. A clock that ran out is breached,
/// whatever follows, and goes on being measured until it stops. Who leaves the continuum before
/// that, in time, makes it void.

#include <cstdint>
#include <vector>

#include "models/draws.hpp"
#include "models/records.hpp"
#include "models/scenario.hpp"
#include "models/youth.hpp"

namespace doorstroom {

/// What may happen to a youth that a clock listens to.
enum class ClockEvent : std::uint8_t {
  asks,     ///< at a node whose intake did not send the case back
  enters,   ///< a place, work on the case, or an exit
  decided,  ///< by a desk
  absent,   ///< from now on
  attends,  ///< from now on
  exempt,   ///< from now on
  leaves,   ///< the continuum
};

class LegalClocks {
 public:
  /// @param scenario  must outlive the clocks
  explicit LegalClocks(const Scenario& scenario);

  /// A slot of Youths begins to stand for somebody else.
  void welcome(std::uint32_t slot);

  /// Starts and stops what the event says.
  /// @param at    when it happened; for youths of `today` before the run
  /// @param node  of asks, enters and decided
  void note(const Youth& youth, ClockEvent event, NodeId node, Instant at, const Draws& draws);

  /// When the first term of the youth runs out, or absence has lasted long enough; else never.
  Instant next_due(std::uint32_t slot) const;

  /// Absence that has lasted starts its clocks, terms that run out are breached.
  /// @return where the youth then asks: the first clock in declared order that says so; or no_node
  NodeId run_out(const Youth& youth, Instant now, const Draws& draws);

  /// The run ends for a youth who is still there.
  void close(std::uint32_t slot, Instant horizon);

  /// Per clock, in declared order.
  const std::vector<ClockRecord>& records() const { return records_; }

 private:
  /// One clock for one youth.
  struct Ticking {
    enum class State : std::uint8_t { still, running, breached };

    State state = State::still;
    std::uint32_t starts = 0;  ///< how often it started
    Instant begins = never;    ///< when absence will have lasted long enough to start it
    Instant due = never;       ///< when the term runs out
    bool counts = false;       ///< it started within the counted period
  };

  Ticking* of(std::uint32_t slot) { return &ticking_[slot * rules_.size()]; }
  const Ticking* of(std::uint32_t slot) const { return &ticking_[slot * rules_.size()]; }
  void start(std::size_t clock, const Youth& youth, Instant at, const Draws& draws);
  void stop(std::size_t clock, std::uint32_t slot, Instant at, std::uint64_t ClockRecord::*end);

  const Scenario& scenario_;
  const std::vector<LegalClock>& rules_;
  std::vector<std::uint32_t> words_;  ///< of addresses, by clock
  std::vector<Ticking> ticking_;      ///< by slot, then clock
  std::vector<ClockRecord> records_;
};

}  // namespace doorstroom
