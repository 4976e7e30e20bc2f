#pragma once
/// The legal clocks of a run: terms within which something must have happened for a youth, such as
/// the decision of a school board after registration (zorgplicht).
///
/// A clock that runs for a youth does not start again: a youth who asks twice is timed from the
/// first request. Its term is drawn when it starts: the term itself, plus an extension and a pause
/// for those who get one. An event on the last moment of the term stops the clock in time, as a
/// term runs out after everything else of its instant that ends, is offered or is decided upon. A
/// clock that ran out is breached, whatever follows, and is measured on until it stops: by what
/// stops it, or by a placement where the youth asked because it ran out. A youth who leaves the
/// continuum within the term makes the clock void.
///
/// Records cover what happens within the follow-up of each term, counted from its start.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/continuum/draws.hpp"
#include "models/continuum/records.hpp"
#include "models/continuum/youth.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

/// Events of a youth to which a clock may respond.
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

  /// Whether any clock may respond to the event.
  bool listens(ClockEvent event, NodeId node) const {
    return event == ClockEvent::leaves || !responses_[index_of(event, node)].empty();
  }

  /// Starts and stops the clocks that respond to the event.
  /// @param at    when it happened; for youths who are found at a node, before that
  /// @param node  of asks, enters and decided
  void note(Youth& youth, ClockEvent event, NodeId node, Instant at, const Draws& draws);

  /// When the first term of the youth runs out, or absence has lasted long enough; else never.
  static Instant next_due(const Youth& youth);

  /// Starts clocks of absence that has lasted long enough, and breaches terms that run out.
  /// @return where the youth asks then, by the first breached clock that names a node; or no_node
  NodeId run_out(Youth& youth, Instant now, const Draws& draws);

  /// The run ends for a youth who is still present.
  void close(Youth& youth, Instant horizon);

  /// By the year of the result in which the term started.
  const IdVector<ClockId, std::vector<ClockRecord>>& records() const { return records_; }

 private:
  /// What a clock does at an event. Leaving is no such event, as it ends all clocks.
  struct Response {
    enum class What : std::uint8_t { starts, stops, stops_late, awaits_absence, forgets_absence };

    ClockId clock;
    What what = What::starts;
  };
  using End = std::uint64_t ClockRecord::*;

  std::size_t index_of(ClockEvent event, NodeId node) const {
    return static_cast<std::size_t>(event) * (scenario_.nodes.size() + 1) +
           static_cast<std::size_t>(node.number() + 1);
  }
  void listen(ClockId clock);
  static TickingClock* find(Youth& youth, ClockId clock);
  static TickingClock& find_or_add(Youth& youth, ClockId clock);
  void leave(Youth& youth, Instant at);
  void respond(const Response& response, Youth& youth, Instant at, const Draws& draws);
  void start(TickingClock& one, const Youth& youth, Instant at, const Draws& draws);
  void stop(TickingClock& one, Instant at, End end);
  /// Where the term is counted; null if it started outside the counted period.
  ClockRecord* record_of(const TickingClock& one);

  const Scenario& scenario_;
  const IdVector<ClockId, LegalClock>& rules_;
  IdVector<ClockId, std::uint32_t> words_;        ///< of addresses
  std::vector<std::vector<Response>> responses_;  ///< by event and node, then in order of clocks
  IdVector<ClockId, std::vector<ClockRecord>> records_;
};

}  // namespace doorstroom
