#pragma once
/// The record of one youth in the continuum. It is made of parts, one for each concern: who the
/// youth is, school attendance, the visit to the present node, the wait there, the case file that
/// the last desk or arrangement sent on, and the events that are scheduled.

#include <boost/container/small_vector.hpp>
#include <boost/container/vector.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

#include "engine/calendar.hpp"
#include "engine/wait_list.hpp"
#include "models/scenario/groups.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

/// A youth attends (for a share of the hours), is absent, or is exempt from compulsory school.
enum class Attendance : std::uint8_t { attending, absent, exempt };

/// A list that is empty for most youths and short for all. An empty one takes 16 bytes.
template <class Value>
using FewOf = boost::container::vector<
    Value, void, boost::container::vector_options_t<boost::container::stored_size<std::uint32_t>>>;

/// The state of a youth within the visit to one node.
enum class Stage : std::uint8_t {
  handover,  ///< is on the way to the node
  listed,    ///< has asked, and waits on the list
  in_work,   ///< a worker has taken up the case; the desk has not decided yet
  inside,    ///< has a place
  away,      ///< has left by an exit, and will return
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

  boost::container::small_vector<std::pair<NodeId, std::uint32_t>, 7> counts_;
};

/// How often each decision about waiting was drawn in one visit, returns by a bounce included.
struct WaitDraws {
  std::uint8_t at_home = 0;
  std::uint8_t stays_home = 0;
  std::uint8_t leaves = 0;
  std::uint8_t worsens = 0;
};

/// Who a youth is, and what the whole stay in the continuum depends on.
struct Person {
  std::uint32_t number = 0;       ///< in order of arrival
  NodeId source = no_node;        ///< of a youth who was found at a node: that node
  std::uint32_t source_word = 0;  ///< first word of the address of every draw
  std::uint32_t person_word = 0;  ///< second word
  std::uint64_t order = 0;        ///< settles ties: the standing order among all youths
  Instant arrived;
  Instant born;
  SeverityId severity{0};
  AttributeValues values;
  GroupsOfYouth groups;
  std::int16_t year = -1;        ///< year of the result in which the youth arrived
  bool was_found = false;        ///< at a node, by `initial` or `today`; did not arrive
  bool placed = false;           ///< has had a place in a limited arrangement
  std::uint32_t mediations = 0;  ///< tries of casework to bring the youth back to school
  Instant mediated = never;      ///< when casework last took up the case
  Instant care_ended = never;    ///< end of a care-led stay, until education in full begins

  /// The quantity as it is for this youth.
  const Quantity& of(const QuantityByYouth& quantity) const {
    return quantity.of_youth(severity, values);
  }
};

/// How a youth takes part in school.
struct Schooling {
  Attendance attendance = Attendance::attending;
  bool dropped_out = false;             ///< has been absent beyond 4 weeks, or was so on arrival
  bool followed = false;                ///< no end of the first signal has been recorded yet
  bool hazards_before_changes = false;  ///< EvaluationTime::before_changes of the hazards
  std::uint32_t hazard_spells = 0;      ///< spells of absence for which hazards were drawn
  double education = 1;                 ///< share of the school hours while attending
  Instant unchanged_since;              ///< when attendance or its share last changed
  Instant absent_since;                 ///< while absent
  double absent_days_before = 0;        ///< in spells that have ended
  Instant hazards_at;                   ///< when the hazards of this spell were drawn
  NodeId absence_leads_to = no_node;    ///< target of the scheduled end of absence; none: school

  /// Days of absence until now, all spells.
  double absent_days(Instant now) const {
    return absent_days_before +
           (attendance == Attendance::absent ? (now - absent_since).count : 0.0);
  }
};

/// A visit that has not ended: one request at a node, and the stay or the case that follows.
struct OpenVisit {
  NodeId node = no_node;      ///< where the youth is listed, in work or inside, or is on the way to
  std::uint32_t ordinal = 0;  ///< number of earlier visits to this node
  Instant asked;
  Instant entered = never;
  double absent_days_on_asking = 0;
  std::int16_t unit = 0;
  bool extra_place = false;  ///< the place was made for the youth, and closes when he or she leaves
  bool back_at_school = false;  ///< of a case that absence opened: it ends in school
  Instant stay_ends = never;    ///< inside
};

/// The next step up in severity of a youth who waits.
struct Worsening {
  bool expected = false;
  double days = 0;  ///< until the step, at pace 1, from `since` on
  Instant since;
  double pace = 1;  ///< what help beside the way makes of it; 0: it does not come
};

/// The wait of the present visit.
struct WaitState {
  bool at_head = false;   ///< casework put the youth at the head of this list
  WaitDraws draws;        ///< made in this visit
  Instant in_line_since;  ///< settles the place in line: asking, or that of a case taken over
  std::int16_t asked_year = -1;
  NodeId rules_of = no_node;             ///< the node whose `waiting:` holds for the request
  std::uint32_t rules_ordinal = 0;       ///< number of earlier visits to that node
  NodeId choice = no_node;               ///< the choice through which the youth asked
  Days free_without_start_on_asking{0};  ///< SiteState::free_without_start of the unit
  WaitList::Handle in_line = WaitList::none;
  Worsening worsening;
  WaitList::Handle in_shared_line = WaitList::none;  ///< on the shared list of the node
};

/// How often a youth has moved at one instant.
struct MovesAtInstant {
  std::uint16_t count = 0;
  Instant at = never;
};

/// One more list on which a request stands.
struct Registration {
  NodeId node = no_node;
  std::int16_t unit = 0;
  std::uint32_t ordinal = 0;  ///< number of earlier visits to this node
  WaitList::Handle in_line = WaitList::none;
  WaitList::Handle in_shared_line = WaitList::none;
  bool at_head = false;
  Days free_without_start_on_asking{0};
};

/// How the last desk or arrangement sent the youth on.
struct Referral {
  NodeId sender = no_node;
  std::uint32_t sender_ordinal = 0;  ///< number of visits to the sender before the one that ended
  std::uint32_t route_draws = 0;     ///< times the sender's routes were drawn in that visit
  WaitDraws sender_wait_draws;
  bool bounced_back = false;     ///< the target sent the case back to the sender, to be done again
  bool bounce_exempt = false;    ///< the case bounced on this route before, and cannot again
  const Route* route = nullptr;  ///< the route taken; null when no route led here
  Days delay;                    ///< of its handover

  /// The youth follows no route any more.
  void clear_route() {
    route = nullptr;
    bounce_exempt = bounced_back = false;
  }
};

/// What the case asks of a desk.
struct DeskWork {
  bool worker_busy = false;
  double hours = 0;         ///< of the first work on the case
  double rework_hours = 0;  ///< of the work after a bounce
  double rate = 0;          ///< hours that the running case takes from a worker a day
  Instant done;             ///< when the worker of the running case is free
  Instant decided;          ///< when the desk decides on the running case
};

/// Links a track to its youth. A track is what goes on beside the youth's own way at one node: a
/// case that absence opened, or help that was asked for. It has a record of its own in Youths, as
/// it stands on lists, is worked on and takes places like any request, while the youth goes on. Why
/// it is no type of its own: docs/decisions/0010.
struct TrackLink {
  enum class Kind : std::uint8_t { none, absence_case, help };
  static constexpr std::uint32_t no_slot = UINT32_MAX;

  Kind kind = Kind::none;         ///< none: the record is a youth, not a track
  std::uint32_t youth = no_slot;  ///< slot of the youth, until he or she has left for good
  std::uint32_t spell = 0;        ///< of a case: the spell of absence in which it was opened
  NodeId asked_by = no_node;      ///< of help: the node where the youth was then
  std::uint32_t asked_in = 0;     ///< number of earlier visits of the youth to that node
};

/// One legal clock for one youth.
struct TickingClock {
  enum class State : std::uint8_t { still, running, breached };

  ClockId clock;
  std::uint16_t starts = 0;  ///< how often it started
  State state = State::still;
  std::int16_t year = -1;  ///< of the result in which it started; -1: it does not count
  Instant begins = never;  ///< when absence will have lasted long enough to start it
  Instant started{};
  Instant due = never;  ///< when the term runs out
};
/// The clocks that ever began, in order of the rules.
using TickingClocks = boost::container::small_vector<TickingClock, 2>;

/// A youth whose unit stopped waits to go on with the stay.
struct Displacement {
  InterventionId by{};
  Days rest;  ///< of the stay
};

/// An event before which the youth may ask again, and which then comes behind those who asked
/// before. It is scheduled by the moment of asking of that time, and anew only when it is due.
struct LateTimer {
  Calendar::Handle event = Calendar::none;
  Instant due;
  Instant asked;  ///< the moment of asking by which it is scheduled
};

/// The scheduled events of a youth.
struct YouthTimers {
  Calendar::Handle next = Calendar::none;        ///< the youth asks, the desk decides, a stay ends
  Calendar::Handle work_ends = Calendar::none;   ///< the worker is free before the decision
  Calendar::Handle stays_home = Calendar::none;  ///< the wait begins; then: the youth stays home
  Calendar::Handle gives_up = Calendar::none;
  Calendar::Handle worsens = Calendar::none;
  Calendar::Handle looks_elsewhere = Calendar::none;  ///< the wait for the own unit alone is over
  Calendar::Handle absence_ends = Calendar::none;
  LateTimer case_opens;
  LateTimer term_ends;  ///< a legal clock runs out, or starts
  LateTimer ages_out;
};

struct Youth {
  std::uint32_t slot = 0;  ///< index in Youths
  bool present = false;
  Stage stage = Stage::handover;
  MovesAtInstant moves;
  Person person;
  Schooling schooling;
  OpenVisit visit;
  WaitState wait;
  std::unique_ptr<const OpenVisit> held;  ///< the stay that goes on until the next place is free
  std::optional<Displacement> displaced;  ///< while the youth waits for another place
  Referral referral;
  DeskWork work;
  TrackLink link;
  YouthTimers timers;
  TickingClocks clocks;
  VisitCounts visits;
  FewOf<Registration> other_lists;  ///< of a request on several lists: those behind the first
  FewOf<std::uint32_t> tracks;      ///< slots of what goes on beside, in order of nodes
  FewOf<HelpBeside> help;           ///< that the youth has or had, in order of nodes

  bool holds_place() const { return held != nullptr; }
  /// Whether this is the record of a track beside the way of a youth, and not of a youth.
  bool is_track() const { return link.kind != TrackLink::Kind::none; }
  /// Whether the track is a case that absence opened.
  bool is_absence_case() const { return link.kind == TrackLink::Kind::absence_case; }
  /// Whether the youth of this track has left the continuum for good.
  bool youth_has_left() const { return link.youth == TrackLink::no_slot; }

  /// Clears the record for a new youth in the same slot. Part by part, as GCC compiles the
  /// assignment of a whole Youth to slower code.
  void reset() {
    stage = Stage::handover;
    moves = {};
    person = {};
    schooling = {};
    visit = {};
    wait = {};
    held.reset();
    displaced.reset();
    referral = {};
    work = {};
    link = {};
    timers = {};
    clocks.clear();
    visits.clear();
    other_lists.clear();
    tracks.clear();
    help.clear();
  }
};

/// Settles ties between youths: the earliest moment of asking first, then the standing order.
inline Precedence precedence_of(const Youth& youth) {
  return {youth.visit.asked.ticks, youth.person.order};
}

}  // namespace doorstroom
