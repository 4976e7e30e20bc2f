#pragma once
/// A youth in the continuum: who he or she is, takes part in school or not, and where he or she is.

#include <boost/container/small_vector.hpp>
#include <boost/container/vector.hpp>
#include <cstdint>
#include <memory>
#include <utility>

#include "engine/calendar.hpp"
#include "engine/wait_list.hpp"
#include "models/scenario/groups.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

/// A youth attends (for a share of the hours), is absent, or is exempt from compulsory school.
enum class Attendance : std::uint8_t { attending, absent, exempt };

/// A list of the few things that some youths have. The list itself takes 16 bytes.
template <class Value>
using FewOf = boost::container::vector<
    Value, void, boost::container::vector_options_t<boost::container::stored_size<std::uint32_t>>>;

/// Where a youth is on the way through one node.
enum class Stage : std::uint8_t {
  handover,  ///< under way to the node
  listed,    ///< asked, and waits
  in_work,   ///< the desk works on the case, or the decision is awaited
  inside,    ///< has a place
  away,      ///< left by an exit, and will come back
};

/// How often a youth has asked at each node; returns by a bounce and bounced requests do not count.
class VisitCounts {
 public:
  std::uint32_t of(NodeId node) const {
    for (const auto& [id, count] : counts_)
      if (id == node) return count;
    return 0;
  }
  /// @return the count before
  std::uint32_t count(NodeId node) {
    for (auto& [id, count] : counts_)
      if (id == node) return count++;
    add(node);
    return 0;
  }
  /// Keeps its memory for the next youth.
  void clear() { counts_.clear(); }

 private:
  /// Apart, since GCC 12 warns of an overflow that cannot be where it is inlined.
  [[gnu::noinline]] void add(NodeId node) { counts_.push_back({node, 1}); }

  boost::container::small_vector<std::pair<NodeId, std::uint32_t>, 3> counts_;  // few have more
};

/// How often each decision about waiting was made in a visit, returns by a bounce included.
struct WaitingDraws {
  std::uint8_t at_home = 0;
  std::uint8_t stays_home = 0;
  std::uint8_t leaves = 0;
  std::uint8_t worsens = 0;
};

/// Who a youth is.
struct Person {
  std::uint32_t number = 0;       ///< in order of coming, those of today first
  NodeId source = no_node;        ///< of today: the node
  std::uint32_t source_hash = 0;  ///< first word of the address of every draw
  std::uint32_t person = 0;       ///< second word
  std::uint64_t order = 0;        ///< standing order among all youths
  Instant arrived;
  Instant born;
  std::int32_t severity = 0;
  std::int32_t subregion = -1;
  GroupsOfYouth groups{-1, -1, -1};
  std::int16_t year = -1;  ///< of the result, on arrival
  bool of_today = false;
  bool placed = false;           ///< in a limited arrangement before
  std::uint32_t mediations = 0;  ///< tries of casework to bring the youth back to school
  Instant mediated = never;      ///< when casework last took up the case
  Instant left_care = never;     ///< when a care-led stay ended, until education in full begins
};

/// How a youth takes part in school.
struct Schooling {
  Attendance attendance = Attendance::attending;
  bool dropped_out = false;             ///< was absent beyond 4 weeks before, or on arrival
  bool followed = false;                ///< since the first signal: nothing has come of it yet
  bool hazards_before_changes = false;  ///< those of this spell were drawn before what changed then
  std::uint32_t hazard_spells = 0;
  double education = 1;               ///< share of the school hours while attending
  Instant attends_so_since;           ///< attendance and share unchanged since
  Instant absent_since;               ///< while absent
  double absent_days_before = 0;      ///< in spells that have ended
  Instant hazards_at;                 ///< when those of this spell were drawn
  NodeId absence_leads_to = no_node;  ///< where the pending end of absence leads; none: to school

  /// Days of absence until now, all spells.
  double absent_days(Instant now) const {
    return absent_days_before +
           (attendance == Attendance::absent ? (now - absent_since).count : 0.0);
  }
};

/// One visit so far: a request at a node, and what came of it.
struct Visiting {
  NodeId node = no_node;
  std::uint32_t visit = 0;  ///< earlier visits to this node
  Instant asked;
  Instant entered = never;
  double absent_days_on_asking = 0;
  std::int16_t unit = 0;
  bool extra_place = false;  ///< made for the youth, and closed with the stay
};

/// Where a youth is: `node` is where he or she is listed, in work or inside, or is under way to.
struct Whereabouts : Visiting {
  Stage stage = Stage::handover;
  bool goes_first = false;     ///< put at the head of this list by casework
  WaitingDraws waiting_draws;  ///< in this visit
  std::int16_t asked_year = -1;
  std::uint16_t moves = 0;               ///< at one instant
  NodeId waits_by = no_node;             ///< the node whose rules of waiting hold for the request
  std::uint32_t waits_by_visit = 0;      ///< earlier visits to that node
  NodeId choice = no_node;               ///< that this request is made through
  Days free_without_start_on_asking{0};  ///< of the unit
  Instant moved_at = never;
  std::unique_ptr<const Visiting> held;  ///< the stay that goes on until the next place is there

  bool holds_place() const { return held != nullptr; }
};

/// One more list on which a request stands.
struct Registration {
  NodeId node = no_node;
  std::int16_t unit = 0;
  std::uint32_t visit = 0;
  WaitList::Handle in_line = WaitList::none;
  bool goes_first = false;
  Days free_without_start_on_asking{0};
};

/// The case as the last desk or arrangement sent it on.
struct Case {
  NodeId sender = no_node;
  std::uint32_t sender_visit = 0;
  std::uint32_t route_draws = 0;  ///< times the sender's routes were drawn in that visit
  WaitingDraws sender_waiting_draws;
  bool worker_busy = false;
  bool bounced_back = false;     ///< bounced back to the sender, to do work again
  bool bounce_exempt = false;    ///< bounced on this way before: cannot be again
  const Route* route = nullptr;  ///< the way being taken; null when no route led here
  Days delay;                    ///< its handover
  double work_hours = 0;         ///< what the case took at the desk at first
  double rework_hours = 0;       ///< what it takes again, once returned
  double work_rate = 0;          ///< hours that the running case takes from a worker a day
};

/// A case that absence opened goes on beside the youth's own way: as a record of its own, of the
/// same person, that stands on the desk's list and is worked on as any case.
struct Beside {
  static constexpr std::uint32_t nobody = UINT32_MAX;

  std::uint32_t own_case = nobody;  ///< slot of the record of the youth's open case
  bool is_case = false;             ///< this is such a record
  std::uint32_t case_of = nobody;   ///< then: slot of the youth, until he or she has left
  std::uint32_t case_spell = 0;     ///< then: the spell of absence in which it was opened
};

/// One legal clock for one youth.
struct TickingClock {
  enum class State : std::uint8_t { still, running, breached };

  std::uint32_t clock = 0;   ///< index of its rules
  std::uint16_t starts = 0;  ///< how often it started
  State state = State::still;
  bool counts = false;     ///< it started within the counted period
  Instant begins = never;  ///< when absence will have lasted long enough to start it
  Instant due = never;     ///< when the term runs out
};
/// Those that ever began, in order of the rules.
using TickingClocks = FewOf<TickingClock>;

/// What is to come for a youth: in the calendar, and on a list.
struct Pending {
  Calendar::Handle next = Calendar::none;     ///< asks, decided, or the stay ends
  Calendar::Handle work = Calendar::none;     ///< the worker is free
  Calendar::Handle at_home = Calendar::none;  ///< waiting begins, or staying home does
  Calendar::Handle gives_up = Calendar::none;
  Calendar::Handle worsens = Calendar::none;
  Calendar::Handle absence = Calendar::none;  ///< absence ends
  Calendar::Handle opens_case = Calendar::none;
  Calendar::Handle term = Calendar::none;     ///< a legal clock runs out, or starts
  Calendar::Handle too_old = Calendar::none;  ///< leaves by age
  WaitList::Handle in_line = WaitList::none;
  Instant term_ends;   ///< when that is due
  Instant term_asked;  ///< the request whose turn it has then
  Instant too_old_at;  ///< when that is due
};

struct Youth : Person, Schooling, Whereabouts, Case, Beside, Pending {
  std::uint32_t slot = 0;  ///< among Youths
  bool present = false;
  TickingClocks clocks;
  VisitCounts visits;
  FewOf<Registration> also;  ///< of a request on several lists: those behind the first

  /// Becomes somebody else, of whom nothing is known yet. Part by part: to clear all at once takes
  /// the compiler's slowest way.
  void renew() {
    Person::operator=({});
    Schooling::operator=({});
    Whereabouts::operator=({});
    Case::operator=({});
    Beside::operator=({});
    Pending::operator=({});
    clocks.clear();
    visits.clear();
    also.clear();
  }
};

}  // namespace doorstroom
