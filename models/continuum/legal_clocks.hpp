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

#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/continuum/draws.hpp"
#include "models/continuum/records.hpp"
#include "models/continuum/youth.hpp"
#include "models/scenario/scenario.hpp"

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
inline constexpr std::size_t clock_events = static_cast<std::size_t>(ClockEvent::leaves) + 1;

class LegalClocks {
 public:
  /// @param scenario  must outlive the clocks
  explicit LegalClocks(const Scenario& scenario);

  /// Whether any clock does anything about that; of leaving, whether there may be one.
  bool listens(ClockEvent event, NodeId node) const {
    return event == ClockEvent::leaves || !responses_[index_of(event, node)].empty();
  }

  /// Starts and stops what the event says.
  /// @param at    when it happened; for youths of `today` before the run
  /// @param node  of asks, enters and decided
  void note(Youth& youth, ClockEvent event, NodeId node, Instant at, const Draws& draws);

  /// When the first term of the youth runs out, or absence has lasted long enough; else never.
  static Instant next_due(const Youth& youth);

  /// Absence that has lasted starts its clocks, terms that run out are breached.
  /// @return where the youth then asks: the first clock in declared order that says so; or no_node
  NodeId run_out(Youth& youth, Instant now, const Draws& draws);

  /// The run ends for a youth who is still there.
  void close(Youth& youth, Instant horizon);

  /// Per clock, in declared order.
  const std::vector<ClockRecord>& records() const { return records_; }

 private:
  /// What a clock does about an event, other than leaving, which ends them all.
  struct Response {
    enum class What : std::uint8_t { starts, stops, awaits_absence, forgets_absence };

    std::uint32_t clock = 0;
    What what = What::starts;
  };
  using End = std::uint64_t ClockRecord::*;

  std::size_t index_of(ClockEvent event, NodeId node) const {
    return static_cast<std::size_t>(event) * (scenario_.nodes.size() + 1) +
           static_cast<std::size_t>(node + 1);
  }
  void listen(std::uint32_t clock);
  static TickingClock* find(Youth& youth, std::uint32_t clock);
  static TickingClock& find_or_add(Youth& youth, std::uint32_t clock);
  void leave(Youth& youth, Instant at);
  void respond(const Response& response, Youth& youth, Instant at, const Draws& draws);
  void start(TickingClock& one, const Youth& youth, Instant at, const Draws& draws);
  void stop(TickingClock& one, Instant at, End end);

  const Scenario& scenario_;
  const std::vector<LegalClock>& rules_;
  std::vector<std::uint32_t> words_;              ///< of addresses, by clock
  std::vector<std::vector<Response>> responses_;  ///< by event and node, then in order of clocks
  std::vector<ClockRecord> records_;
};

}  // namespace doorstroom
