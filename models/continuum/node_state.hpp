#pragma once
/// The state of a desk or an arrangement during a run: its units with their capacity and lists, and
/// what is measured of them.

#include <algorithm>
#include <cstdint>
#include <deque>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "engine/places.hpp"
#include "engine/stopwatch.hpp"
#include "engine/time_integral.hpp"
#include "engine/wait_list.hpp"
#include "models/continuum/records.hpp"
#include "models/scenario/closures.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

struct NodeState;

/// Orders offers by the first in line at the unit that makes the offer. The lowest key comes
/// first.
struct OfferKey {
  Precedence precedence;
  std::int32_t track = 0;  ///< the youth's own request comes first, then tracks by node
  std::uint32_t slot = 0;

  friend constexpr auto operator<=>(const OfferKey&, const OfferKey&) = default;
};

/// A unit: a site of an arrangement or a team of a desk, with capacity and a list of its own. A
/// node that is not split is one unit.
///
/// Two more have a list, but no capacity of their own: the pool of joined desks, and a shared list,
/// on which youths stand behind the lists of several units of one node (`elsewhere`).
struct SiteState {
  static constexpr std::int16_t pool_number = -1;
  static constexpr std::int16_t shared_number = -2;
  static constexpr std::int64_t any_number = std::numeric_limits<std::int64_t>::max();

  SiteState(NodeState& its, std::int16_t number_, std::span<const Instant> segment_edges)
      : node_state(&its),
        number(number_),
        entries(segment_edges.size()),
        occupied(segment_edges),
        capacity(segment_edges),
        waiting(segment_edges),
        blocked(segment_edges),
        staff(segment_edges),
        worked(segment_edges),
        available(segment_edges) {}

  /// Whether the next in line could enter now: open, funded, and with a place and a start left.
  bool can_enter() const {
    return open && funded && !stopping && starts_left > 0 && places.has_room();
  }
  /// How many could enter now; any_number without a limit.
  std::int64_t room() const {
    if (!can_enter()) return 0;
    const bool limited = places.capacity() != Places::unlimited;
    return limited ? std::min(starts_left, places.capacity() - places.taken()) : starts_left;
  }
  /// Whether more youths are inside than there are places, as places fell: the next place that is
  /// left closes.
  bool is_overfull() const {
    return places.capacity() != Places::unlimited && places.taken() > places.capacity();
  }
  /// Whether the list has reached the `limit` of the node, not counting those who can enter
  /// now.
  bool list_is_full() const;
  /// Whether the unit could take youths who wait for other units: nobody waits for it alone.
  bool takes_others() const { return list.empty() && can_enter(); }
  bool is_shared_list() const { return number == shared_number; }
  /// Whether the unit has somebody on its list who could enter now; of a shared list, at any of its
  /// units.
  bool can_offer() const {
    if (list.empty()) return false;
    return is_shared_list() ? std::ranges::any_of(serves, &SiteState::takes_others) : can_enter();
  }

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
  /// One more has entered today. A place that casework made lets a youth in beyond the number.
  void use_start(Instant now) {
    const bool limited = starts_left != any_number && starts_left > 0;
    set_starts_left(now, limited ? starts_left - 1 : starts_left);
  }
  /// @param segment  of the period; -1 outside the counted period
  void count_entry(int segment) {
    const int place = segment + 1;
    ++entries[static_cast<std::size_t>(place)];
  }
  /// Staff work so many hours an open day more from now on, or fewer.
  void add_work(Instant now, double rate) { set_work(now, working + rate); }
  void set_work(Instant now, double rate) {
    working = rate;
    worked.set(now, open ? working : 0);
  }
  /// The order of the list. The list of a pool is in order of asking.
  ListOrder order() const;

  NodeState* node_state;
  std::int16_t number;                    ///< from 0; else pool_number or shared_number
  bool open = true;                       ///< not closed
  bool funded = true;                     ///< the funders have money left
  bool stopping = false;                  ///< of an arrangement: nobody is listed here any more
  bool shut = false;                      ///< it has stopped, and has no places
  bool dated = false;                     ///< of an arrangement: not every day admits youths
  Places places{0};                       ///< of an arrangement; workers of a desk
  std::int64_t extra = 0;                 ///< places that casework made, each closed when left
  std::int64_t starts_left = any_number;  ///< how many may still enter today
  Stopwatch free_without_start;           ///< runs while a place is free on a day without entries
  WaitList list;
  std::optional<OfferKey> queued;  ///< of the valid entry in OfferQueue, if there is one
  double worker_rate = 0;          ///< hours that one worker gives an open day
  double working = 0;              ///< hours that the workers at work give an open day
  std::vector<std::uint32_t>
      holders;  ///< slots of youths who hold a place here while they wait for the next
  std::vector<SiteState*> shared_lists;  ///< of a unit: those that it serves behind its own list
  std::vector<SiteState*> serves;        ///< of a shared list: its units

  std::vector<std::uint64_t> entries;  ///< before the start date, and in each segment of the period
  TimeIntegral occupied;
  TimeIntegral capacity;
  TimeIntegral waiting;
  TimeIntegral blocked;    ///< places held
  TimeIntegral staff;      ///< of a desk with limited staff [fte]
  TimeIntegral worked;     ///< hours worked a day
  TimeIntegral available;  ///< hours available a day

 private:
  void note_calendar_wait(Instant now) {
    free_without_start.run((starts_left == 0 || !open) && places.has_room(), now);
  }
};

struct NodeState {
  NodeState(const Scenario& scenario, NodeId its)
      : id(its),
        node(&scenario.nodes[its]),
        desk(node->kind == NodeKind::desk ? &scenario.desks[node->index] : nullptr),
        arrangement(desk ? nullptr : &scenario.arrangements[node->index]),
        unlimited(desk ? desk->unlimited : arrangement->unlimited),
        waiting_is_safe(node->waiting.nothing_happens()),
        closures(desk ? desk->closed : arrangement->closed, scenario.period) {
    const bool dated = arrangement && !(arrangement->starts.empty() && arrangement->closed.empty());
    units.reserve(static_cast<std::size_t>(node->units.count));
    for (int i = 0; i < node->units.count; ++i)
      units.emplace_back(*this, static_cast<std::int16_t>(i), scenario.period.segment_edges());
    for (SiteState& unit : units) unit.dated = dated;
    const auto years = static_cast<std::size_t>(scenario.period.years());
    record.waits.resize(years);
    record.waited_at_year_end.resize(years);
    record.calendar_wait_days.resize(years + 1);
    if (node->units.elsewhere && !unlimited) share_lists(scenario);
  }
  NodeState(const NodeState&) = delete;  // its units point at it
  NodeState(NodeState&&) = delete;

  NodeId id;
  const Node* node;
  const Desk* desk;                ///< null for an arrangement
  const Arrangement* arrangement;  ///< null for a desk
  bool unlimited;
  bool waiting_is_safe;  ///< nothing happens to youths who wait
  Closures closures;     ///< when no case is taken up, or nobody enters

  std::vector<SiteState> units;
  std::deque<SiteState> shared_lists;  ///< with `elsewhere`: of each value, and of all units
  SiteState* pool = nullptr;           ///< of a desk that is joined with others at some time
  bool joined = false;                 ///< now
  std::int64_t steered_places = 0;     ///< opened less closed by steering
  std::uint64_t inside = 0;            ///< youths inside, or cases that a worker has taken up

  /// An entry and the wait before it; kept while a role watches the node.
  struct Entry {
    Instant at;
    Days waited;
  };
  bool watched = false;
  std::vector<Entry> entry_log;

  /// The parameters on which its capacity depends.
  std::vector<const Number*> capacity_parameters() const {
    if (unlimited) return {};
    if (arrangement) return {&arrangement->places};
    return {&desk->staff, &desk->hours};
  }

  /// The units among which a youth with those values has one: those of the own value of the
  /// attribute that divides them; all, where it has none of its own.
  Units::Run units_of(const AttributeValues& values) const {
    if (!node->units.of_value.empty())
      if (const ValueId own = values[node->units.by]) {
        const Units::Run run = node->units.of_value[own];
        if (run.count > 0) return run;
      }
    return {0, node->units.count};
  }
  /// The list that the units of a youth with those values serve together; null without `elsewhere`.
  SiteState* shared_list_of(const AttributeValues& values) {
    const Units::Run run = units_of(values);
    for (SiteState& list : shared_lists)
      if (list.serves.front() == &units[static_cast<std::size_t>(run.first)] &&
          list.serves.size() == static_cast<std::size_t>(run.count))
        return &list;
    return nullptr;
  }

  NodeRecord record;

 private:
  void share_lists(const Scenario& scenario) {
    const auto share = [&](Units::Run run) {
      if (run.count < 2) return;
      SiteState& list = shared_lists.emplace_back(*this, SiteState::shared_number,
                                                  scenario.period.segment_edges());
      for (int i = run.first; i < run.first + run.count; ++i) {
        SiteState& unit = units[static_cast<std::size_t>(i)];
        list.serves.push_back(&unit);
        unit.shared_lists.push_back(&list);
      }
    };
    for (const Units::Run& run : node->units.of_value)
      if (run.count < node->units.count) share(run);
    share({0, node->units.count});
  }
};

inline ListOrder SiteState::order() const {
  return number == pool_number ? ListOrder::first_come : node_state->node->order;
}

inline bool SiteState::list_is_full() const {
  const std::optional<std::int64_t>& limit = node_state->node->limit;
  return limit && static_cast<std::int64_t>(list.size()) - room() >= *limit;
}

}  // namespace doorstroom
