#pragma once
/// The records of one replication: rows and sums, no statistics.

#include <cstdint>
#include <limits>
#include <vector>

#include "engine/huge_blocks.hpp"
#include "engine/units.hpp"
#include "models/scenario/groups.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

/// How a visit ended.
enum class Outcome : std::uint8_t {
  completed,  ///< the stay or the case came to its end
  left_list,  ///< gave up, or left while waiting or in work
  bounced,    ///< the target's intake sent the case back
  lapsed,    ///< another of several registrations was served; or a track beside the way ended early
  refused,   ///< no longer admitted when a place was offered
  mediated,  ///< moved by a process director
  aged_out,  ///< too old for the continuum
  censored,  ///< still waiting or inside at the horizon
  displaced,  ///< the unit stopped while the youth was inside
  replaced,   ///< by the records of the start date, which say who is there
};

/// One request of one youth at one node, from asking to leaving. Kept small, as a run has millions.
struct Visit {
  std::uint32_t youth = 0;  ///< index of the youth's row
  NodeId node = no_node;
  NodeId left_to = no_node;
  std::int16_t unit = 0;
  PackedId<SeverityId, std::int8_t> severity = SeverityId{0};  ///< when it ended
  Outcome outcome = Outcome::censored;
  bool beside = false;          ///< a track beside the youth's own way
  bool back_at_school = false;  ///< the case ended in school
  Instant asked;
  Instant entered = never;  ///< never: not entered
  Instant left = never;     ///< never: still there at the horizon
  double absent_days = 0;   ///< from asking to leaving, or to the horizon
};

/// Who a youth is, and when he or she arrived and left.
struct YouthRow {
  /// Months of youths who did not arrive: found on the start date, or when the run begins.
  static constexpr std::int32_t of_today = -1;
  static constexpr std::int32_t of_initial = -2;

  NodeId source = no_node;        ///< of a youth who was found at a node: that node
  std::int32_t month = of_today;  ///< calendar month of arrival, year x 12 + month - 1
  std::uint32_t ordinal = 0;
  NodeId exit = no_node;  ///< none: not left, or replaced
  Instant arrived;
  Instant born;
  Instant exited = never;
  PackedId<SeverityId, std::int16_t> severity = SeverityId{0};  ///< on arrival
  AttributeValues values;

  /// Whether the records of the start date name the youth, after a warm-up.
  bool by_records(Instant run_begins) const { return month == of_today && arrived > run_begins; }
  /// Exact age [year].
  double age_at(Instant now) const { return (now - born).count / days_per_year; }
};

/// How a wait ended, or that it had not when the run ended. No record holds `replaced`: such a wait
/// is none of those that count.
enum class WaitEnd : std::uint8_t { entered, left_list, aged_out, other, still_waiting, replaced };

/// A length of time and how it ended, in eight bytes.
template <class End>
class Ended {
 public:
  Ended(Instant from, Instant to, End end)
      : packed_((to.ticks - from.ticks) * 8 + static_cast<std::int64_t>(end)) {}
  Days length() const { return Instant{packed_ >> 3} - Instant{}; }
  End end() const { return static_cast<End>(packed_ & 7); }

 private:
  std::int64_t packed_;
};

/// A sequence in small blocks, as a vector would take up to twice the memory.
template <class Value>
using SmallBlocks =
    boost::container::deque<Value, void,
                            boost::container::deque_options_t<boost::container::block_size<64u>>>;

/// One wait, from asking.
using Wait = Ended<WaitEnd>;

/// Without rows, records grow by these eight bytes a request and by as many a youth (FirstEnd).
/// Quantiles and curves computed from them are exact.
using KeptWaits = SmallBlocks<Wait>;

/// The wait of a youth who was on the list at the start date.
struct EarlierWait {
  Wait wait;    ///< whole, from asking
  Days before;  ///< how much of it lay before the start date
};

/// The requests of a group of youths at a desk or an arrangement, each followed equally long
/// (Period::follow_up).
struct GroupWaits {
  std::uint64_t asked = 0;
  std::uint64_t entered = 0;
  double waited_days = 0;  ///< by those who entered

  void add(const Wait& wait, bool followed) {
    ++asked;
    if (wait.end() != WaitEnd::entered || !followed) return;
    ++entered;
    waited_days += wait.length().count;
  }
  GroupWaits& operator+=(const GroupWaits& more) {
    asked += more.asked;
    entered += more.entered;
    waited_days += more.waited_days;
    return *this;
  }
};

/// What came first after the first signal of a youth: dropping out (absent for more than 4 weeks),
/// a limited place, or leaving. Becoming too old to drop out counts as leaving.
enum class SignalEnd : std::uint8_t { dropped_out, placed, left, still_there };

/// The time from the first signal to its end.
using FirstEnd = Ended<SignalEnd>;

/// The figures of one desk or arrangement; empty for other nodes.
struct NodeRecord {
  std::vector<KeptWaits> waits;      ///< per year of asking; bounced requests are no waits
  std::vector<EarlierWait> earlier;  ///< of youths on the list at the start date
  /// Of requests made in the counted period, in the order of group_names().
  std::vector<GroupWaits> groups;
  /// Per year, how long the youths who were listed at its end had waited by then [day].
  std::vector<std::vector<double>> waited_at_year_end;
  std::vector<std::uint64_t> entries;  ///< per year of entry, whenever asked

  /// Sums per segment of the period (Period::segments).
  struct Usage {
    double occupied_days = 0;    ///< places taken, or workers at work [place x day]
    double places_days = 0;      ///< capacity [place x day]; 0 if unlimited
    double waiting_days = 0;     ///< youths listed [youth x day]
    double blocked_days = 0;     ///< inside, waiting for a next place [youth x day]
    double staff_days = 0;       ///< of limited staff, at work, idle or closed [fte x day]
    double worked_hours = 0;     ///< desks
    double available_hours = 0;  ///< desks with limited staff
    std::uint64_t entries = 0;   ///< stays or cases begun

    Usage& operator+=(const Usage& more) {
      occupied_days += more.occupied_days;
      places_days += more.places_days;
      waiting_days += more.waiting_days;
      blocked_days += more.blocked_days;
      staff_days += more.staff_days;
      worked_hours += more.worked_hours;
      available_hours += more.available_hours;
      entries += more.entries;
      return *this;
    }
  };
  std::vector<Usage> segments;
  /// The same of each unit; empty when there is one.
  std::vector<std::vector<Usage>> units;
  /// Calendar wait of those who entered within their follow-up: time with a place free but no start
  /// day [day]. Per year of asking; last, of those who had asked before the start date.
  std::vector<double> calendar_wait_days;

  /// A time in which nobody is admitted, as a funder has spent the budget of the calendar year.
  struct Unfunded {
    Instant from;
    Instant until = never;  ///< never: the run ended before
  };
  std::vector<Unfunded> unfunded;  ///< in order of time, each within one calendar year

  /// Balance over the whole run, warm-up included.
  std::uint64_t entered = 0;
  std::uint64_t inside_at_start = 0;
  std::uint64_t recorded = 0;  ///< found inside on the start date, after a warm-up
  std::uint64_t left = 0;
  std::uint64_t replaced = 0;  ///< inside until then
  std::uint64_t inside_at_end = 0;

  /// A stay or a case ends.
  void count_end(Outcome outcome) { ++(outcome == Outcome::replaced ? replaced : left); }
};

/// What is counted and summed of the whole system in one year since the start date.
struct YearCounts {
  std::uint64_t arrived = 0;
  std::uint64_t dropouts = 0;  ///< first absence beyond 4 weeks, by the moment it does
  double absent_4w_days = 0;   ///< youth-days beyond 4 weeks of absence
  double absent_13w_days = 0;
  double education_days_lost = 0;
  std::uint64_t full_youth_care = 0;  ///< entries into care without education
  std::uint64_t exits = 0;
  std::uint64_t exits_with_education = 0;
  std::uint64_t bounces = 0;
  std::uint64_t returns = 0;
  std::uint64_t mediated = 0;

  YearCounts& operator+=(const YearCounts& more) {
    arrived += more.arrived;
    dropouts += more.dropouts;
    absent_4w_days += more.absent_4w_days;
    absent_13w_days += more.absent_13w_days;
    education_days_lost += more.education_days_lost;
    full_youth_care += more.full_youth_care;
    exits += more.exits;
    exits_with_education += more.exits_with_education;
    bounces += more.bounces;
    returns += more.returns;
    mediated += more.mediated;
    return *this;
  }
};

/// The figures of the whole system in one year since the start date.
struct YearRecord : YearCounts {
  /// Signal to first limited place, by year of arrival; of those placed within their follow-up.
  SmallBlocks<double> placement_days;
  SmallBlocks<double> care_to_education_days;  ///< by moment of entry into education in full
};

/// The outcomes of one legal clock, for the terms that started in one year, each followed equally
/// long (Period::follow_up). started = met + breached + running + voided.
struct ClockRecord {
  std::uint64_t started = 0;
  std::uint64_t met = 0;       ///< stopped within the term
  std::uint64_t breached = 0;  ///< the term ran out
  std::uint64_t running = 0;   ///< within the term when the follow-up ended
  std::uint64_t voided = 0;    ///< the youth left the continuum within the term
  /// Of the breached: beyond the term until stopped, gone, or the end of the follow-up [day].
  double over_days = 0;
  SmallBlocks<double> days;  ///< from start to stop, of those stopped, late or not

  ClockRecord& operator+=(const ClockRecord& more) {
    started += more.started;
    met += more.met;
    breached += more.breached;
    running += more.running;
    voided += more.voided;
    over_days += more.over_days;
    days.insert(days.end(), more.days.begin(), more.days.end());
    return *this;
  }
};

/// What became of the youths who were inside when units stopped, of one intervention. displaced =
/// moved + entered + left + waiting.
struct StopRecord {
  std::uint64_t displaced = 0;  ///< lost the place
  std::uint64_t moved = 0;      ///< to a free place at another unit, at once
  std::uint64_t entered = 0;    ///< a place there after waiting
  std::uint64_t left = 0;       ///< the list without a place
  std::uint64_t waiting = 0;    ///< still, at the horizon
  double waited_days = 0;       ///< by those who did not move at once, until they entered or left
};

/// The weekly counts. Nodes are desks and arrangements, in the order of Scenario::nodes.
struct CensusRecord {
  std::vector<std::int32_t> weeks;     ///< since the start date, negative in the warm-up
  std::vector<std::int32_t> occupied;  ///< week by week, node by node
  std::vector<std::int32_t> waiting;
  std::vector<std::int32_t> places;  ///< -1: unlimited
  std::vector<std::int32_t> absent;  ///< per week; of compulsory school age
  std::vector<std::int32_t> absent_4w;
  std::vector<std::int32_t> absent_13w;
};

/// How many youths went from one node to another in a year, by the moment they left.
struct Flow {
  std::int32_t year = 0;
  NodeId from = no_node;
  NodeId to = no_node;
  std::uint64_t youths = 0;
};

/// An action of a role, with its reason.
struct RoleAction {
  using What = RoleActionKind;

  Instant at;
  InterventionId role{};
  What what = What::placed;
  NodeId node = no_node;
  double amount = 0;  ///< youths or places
  double hours = 0;   ///< spent on it
  /// The reason: days that the youth had waited, or the value of the figure that is watched; NaN:
  /// none.
  double because = std::numeric_limits<double>::quiet_NaN();
};

struct Records {
  IdVector<NodeId, NodeRecord> nodes;
  std::vector<YearRecord> years;
  std::vector<YearRecord> groups;  ///< the whole counted period, in the order of group_names()
  /// Of youths who arrived in the counted period, at an age to drop out and not absent; in no
  /// particular order.
  SmallBlocks<FirstEnd> first_ends;
  CensusRecord census;
  IdVector<ClockId, std::vector<ClockRecord>> clocks;  ///< by year in which the term started
  IdVector<InterventionId, StopRecord> stops;
  std::vector<Flow> flows;          ///< by year, from, to
  std::vector<RoleAction> actions;  ///< in order of time; only when rows are kept

  /// Balance over the whole run, warm-up included: arrived + present_at_start + recorded = exited +
  /// replaced + present_at_end.
  std::uint64_t arrived = 0;
  std::uint64_t present_at_start = 0;  ///< when the run began
  std::uint64_t recorded = 0;          ///< found on the start date, after a warm-up
  std::uint64_t exited = 0;
  std::uint64_t replaced = 0;  ///< on the start date, by those who are recorded
  std::uint64_t present_at_end = 0;

  Rows<Visit> visits;     ///< in order of ending; only when rows are kept
  Rows<YouthRow> youths;  ///< in order of arrival; only when rows are kept

  std::uint64_t events = 0;
  std::uint64_t visit_count = 0;
  std::uint64_t peak_pending = 0;

  /// Adds to the figures of a year, and of groups; before the start date to none.
  /// @param add  what it does to each YearRecord
  template <class Add>
  void tally(const GroupsOfYouth& of, int year, Add add) {
    if (year < 0) return;
    add(years[static_cast<std::size_t>(year)]);
    for (const std::int16_t group : of) add(groups[static_cast<std::size_t>(group)]);
  }
};

}  // namespace doorstroom
