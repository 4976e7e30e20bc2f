#pragma once
/// A desk or an arrangement during a run: what is declared of it, its units with their capacity and
/// lists, and what is measured of them.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "engine/places.hpp"
#include "engine/stopwatch.hpp"
#include "engine/time_integral.hpp"
#include "engine/wait_list.hpp"
#include "models/continuum/records.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

struct NodeState;

/// Priority of an offer: that of the first in line at the unit that makes it. The lowest comes
/// first.
struct OfferKey {
  Precedence precedence;
  bool is_case = false;  ///< opened by absence; the youth's own request comes first
  std::uint32_t slot = 0;

  friend constexpr auto operator<=>(const OfferKey&, const OfferKey&) = default;
};

/// A site of an arrangement or a team of a desk: capacity of its own, with a list of its own. A
/// node that is not split is one unit.
struct SiteState {
  static constexpr std::int64_t any_number = std::numeric_limits<std::int64_t>::max();

  SiteState(NodeState& its, std::int16_t number_, std::span<const Instant> segment_edges)
      : node_state(&its),
        number(number_),
        entries(segment_edges.size()),
        occupied(segment_edges),
        capacity(segment_edges),
        waiting(segment_edges),
        blocked(segment_edges),
        worked(segment_edges),
        available(segment_edges) {}

  /// Whether somebody could enter now, as far as places and dates go.
  bool can_enter() const { return open && funded && starts_left > 0 && places.has_room(); }
  /// How many could enter now; any_number where nothing limits it.
  std::int64_t room() const {
    if (!can_enter()) return 0;
    const bool limited = places.capacity() != Places::unlimited;
    return limited ? std::min(starts_left, places.capacity() - places.taken()) : starts_left;
  }
  /// Whether the list has reached the `limit` of the arrangement, not counting those who can enter
  /// now.
  bool list_is_full() const;
  /// Whether somebody waits, and could enter.
  bool can_offer() const { return !list.empty() && can_enter(); }

  void take(Instant now) {
    places.take();
    occupied.add(now, 1);
    if (dated) note_calendar_wait(now);
  }
  void release(Instant now) {
    places.release();
    occupied.add(now, -1);
    if (dated) note_calendar_wait(now);
  }
  void set_capacity(Instant now, std::int64_t count) {
    places.set_capacity(count);
    if (count != Places::unlimited) capacity.set(now, static_cast<double>(count));
    if (dated) note_calendar_wait(now);
  }
  void set_starts_left(Instant now, std::int64_t count) {
    starts_left = count;
    note_calendar_wait(now);
  }
  /// @param segment  of the period; -1 before the start date
  void count_entry(int segment) { ++entries[static_cast<std::size_t>(segment + 1)]; }
  /// Somebody works from now on so many hours a day more (or fewer), while the desk is open.
  void add_work(Instant now, double rate) { set_work(now, working + rate); }
  void set_work(Instant now, double rate) {
    working = rate;
    worked.set(now, open ? working : 0);
  }
  /// Of its list. Joined desks have one list in order of asking, whatever each had.
  ListOrder order() const;

  NodeState* node_state;
  std::int16_t number;                    ///< from 0; of the staff of joined desks -1
  bool open = true;                       ///< lets in: not closed
  bool funded = true;                     ///< whoever pays has money left
  bool dated = false;                     ///< lets in on start days only
  Places places{0};                       ///< of an arrangement; workers of a desk
  std::int64_t extra = 0;                 ///< places made for somebody, closed when left
  std::int64_t starts_left = any_number;  ///< how many may still enter today
  Stopwatch free_without_start;           ///< a place is free, and no start date is
  WaitList list;
  std::optional<OfferKey> queued;      ///< of the valid entry in OfferQueue, if there is one
  double worker_rate = 0;              ///< hours that one worker gives an open day
  double working = 0;                  ///< hours that the workers at work give an open day
  std::vector<std::uint32_t> holders;  ///< slots of youths who hold a place, waiting for a next

  std::vector<std::uint64_t> entries;  ///< before the start date, and in each part of the period
  TimeIntegral occupied;
  TimeIntegral capacity;
  TimeIntegral waiting;
  TimeIntegral blocked;    ///< places held
  TimeIntegral worked;     ///< hours worked a day
  TimeIntegral available;  ///< hours available a day

 private:
  void note_calendar_wait(Instant now) {
    free_without_start.run(starts_left == 0 && places.has_room(), now);
  }
};

struct NodeState {
  NodeState(const Scenario& scenario, NodeId its)
      : id(its),
        node(&scenario.nodes[its]),
        desk(node->kind == NodeKind::desk ? &scenario.desks[node->index] : nullptr),
        arrangement(desk ? nullptr : &scenario.arrangements[node->index]),
        unlimited(desk ? desk->unlimited : arrangement->unlimited),
        waiting_is_safe(node->waiting.nothing_happens()) {
    const bool dated = arrangement && !arrangement->starts.empty();
    units.reserve(static_cast<std::size_t>(node->units.count));
    for (int i = 0; i < node->units.count; ++i)
      units.emplace_back(*this, static_cast<std::int16_t>(i), scenario.period.segment_edges());
    for (SiteState& unit : units) unit.dated = dated;
    const auto years = static_cast<std::size_t>(scenario.period.years());
    record.waits.resize(years);
    record.calendar_wait_days.resize(years + 1);
  }
  NodeState(const NodeState&) = delete;  // its units point at it
  NodeState(NodeState&&) = delete;

  NodeId id;
  const Node* node;
  const Desk* desk;                ///< null for an arrangement
  const Arrangement* arrangement;  ///< null for a desk
  bool unlimited;
  bool waiting_is_safe;  ///< nothing happens to who waits

  std::vector<SiteState> units;
  SiteState* pool = nullptr;        ///< of a desk that is joined with others at times
  bool joined = false;              ///< now
  std::int64_t steered_places = 0;  ///< opened less closed by steering
  std::uint64_t inside = 0;         ///< youths inside, or whose case is in hand

  /// Who entered after which wait; kept for who watches.
  struct Entry {
    Instant at;
    Days waited;
  };
  bool watched = false;
  std::vector<Entry> entry_log;

  /// What its capacity is worked out from.
  std::vector<const Number*> capacity_parameters() const {
    if (unlimited) return {};
    if (arrangement) return {&arrangement->places};
    return {&desk->staff, &desk->hours};
  }

  NodeRecord record;
};

inline ListOrder SiteState::order() const {
  return number < 0 ? ListOrder::first_come : node_state->node->order;
}

inline bool SiteState::list_is_full() const {
  if (node_state->desk || !node_state->arrangement->limit) return false;
  return static_cast<std::int64_t>(list.size()) - room() >= *node_state->arrangement->limit;
}

}  // namespace doorstroom
