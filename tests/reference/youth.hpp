#pragma once
/// Youths as actors: what wakes them, what they ask for, and their life.

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <simgrid/s4u.hpp>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/event_order.hpp"
#include "engine/random.hpp"
#include "models/continuum/decision.hpp"
#include "tests/reference/reference.hpp"
#include "tests/reference/request.hpp"
#include "tests/reference/wake.hpp"

namespace doorstroom::reference {

class World;
class Youth;

/// When somebody wakes. Without a youth: midnight, when capacity changes.
struct Alarm {
  Moment moment;
  Precedence precedence;
  std::size_t preference = 0;  ///< a case comes after the youth's own way
  Wake why = Wake::arrives;
  NodeId to = no_node;    ///< of who drops all
  ClockId clock{};        ///< of a term
  InterventionId role{};  ///< of who acts
  Youth* youth = nullptr;
  Request* request = nullptr;  ///< of who is offered

  friend auto operator<=>(const Alarm&, const Alarm&) = default;
};

/// A move that was decided on, and from where.
struct Way {
  std::shared_ptr<Stop> from;
  NodeId to = no_node;
  const Route* route = nullptr;  ///< none for who drops a list
  Days delay;
  bool bounced_before = false;  ///< cannot bounce again
  bool helped = false;          ///< by a process director
};

/// Where a process director brings a youth: into a place, or to the head of the list.
struct Help {
  NodeId to = no_node;
  bool enters = false;
  bool extra = false;  ///< a place made for it
};

/// A legal clock, for one youth.
struct Term {
  ClockId clock{};
  std::uint32_t starts = 0;  ///< how often it has started
  bool runs = false;
  bool breached = false;
  int year = -1;  ///< of the result, in which it started; -1: none
  Instant began{};
  Instant ends{};
};

/// Leaves all, by age.
struct TooOld {};

/// Leaves all, for those whom the records name.
struct Replaced {};

/// Of a stay or of work that is found under way [day, or hour].
struct UnderWay {
  double passed = 0;
  double to_come = 0;
};

/// How far the work on a case is.
struct Progress {
  Instant done;  ///< the worker is free
  Instant decided;
  double first_work = 0;  ///< [hour]
};

/// A case that a target's intake sent back.
struct Return {
  Way way;          ///< on which it goes again
  double work = 0;  ///< before that [hour]
};

inline double drawn_from(const Distribution& distribution, double u) {
  return distribution.quantile(distribution.is_constant() ? 0.5 : u);
}

/// What is certain happens whatever the draw.
inline bool happens(double u, double chance) {
  return u < chance || chance >= 1;
}

class Youth {
 public:
  /// Who a youth is.
  struct Person {
    NodeId source = no_node;
    std::int32_t month = 0;
    std::uint32_t layer = 0;  ///< 0, or of the extra arrivals that an effect brings
    std::uint32_t ordinal = 0;
    Instant arrives;
    const FoundYouths* found = nullptr;  ///< of who does not arrive, but is found at `source`
    RecordedYouth known{};               ///< of who is found

    /// As results number it: extra arrivals count from far above.
    std::uint32_t number() const { return (layer << 27) + ordinal; }
  };

  Youth(World& world, const Person& person, std::uint64_t order);

  /// The whole life, as the body of an actor.
  void live();
  /// Called by the conductor: goes on until the youth sleeps again.
  void wake(const Alarm& alarm);
  /// At the horizon: the visits that are still going on.
  void censor();

  const Person& person() const { return person_; }
  /// The room in which a place is held until there is one elsewhere; null: none.
  const Room* holds() const { return held_ ? held_->room : nullptr; }
  bool admitted(NodeId node) const;
  Room& room_at(NodeId node) const;

  // What a process director does (casework.cpp).
  bool may_be_helped() const;
  std::tuple<int, Precedence> rank_as_case(Casework::Picks picks) const;
  double note_help();
  void bring(const Help& help);
  bool tries_school(std::uint32_t address, double chance);

  // What happens when units stop (stops.cpp).
  const Request* place() const { return inside_ ? inside_ : held_; }
  std::tuple<Instant, Precedence> rank_inside() const;
  bool displace();

  /// The records say who is at these nodes: who is there makes way (found.cpp).
  void make_way_at(const std::set<NodeId>& nodes);

  /// Desks were joined, or went apart: the request waits elsewhere from now on.
  void change_list(Request& request);
  /// Whether only a place is missing: the youth holds one elsewhere, and is admitted today.
  bool could_move(const Room& room) const;
  /// Who is served first on a list, by its order: the smallest.
  std::tuple<std::int64_t, Precedence> rank(const Request& request, ListOrder order) const;
  /// The same behind the lists of other units, where nobody is put first.
  std::tuple<std::int64_t, Precedence> rank_elsewhere(const Request& request,
                                                      ListOrder order) const;
  /// The units of a node among which the youth has one.
  Units::Run units_of(NodeId node) const;
  Precedence precedence(const Request& request) const {
    return {request.in_line_since.ticks, order_};
  }

 private:
  enum class Attendance { attends, absent, exempt };
  using Nodes = std::vector<NodeId>;
  using StopHere = std::shared_ptr<Stop>;

  // The way through the continuum (life.cpp).
  std::optional<Way> arrive();
  std::optional<Way> exit(NodeId exit);
  void go_away();
  std::optional<Way> follow(const Way& way);
  Way visit_desk(const StopHere& here, const std::optional<Return>& sent_back);
  Way visit_desk_from_list(Request& request, const std::optional<Return>& sent_back);
  Way wait_for_decision(Request& request, const Progress& work,
                        const std::optional<Return>& sent_back);
  Instant work_done(const Request& request, double hours) const;
  Way visit_arrangement(const Nodes& nodes, const Way& came);
  Way take_place(Request* offered, const std::vector<Request*>& lists, const Way& came);
  Way stay(Request& request, const std::optional<Days>& rest = {});
  Way stay_until(Request& request, Instant ends);
  Way stay_elsewhere(Request& request, Days rest);
  void lose_held_place();
  Way go(const Way& way);
  Way set_out(const Way& way);
  void leave_held_place(NodeId to);

  // Who is found at a node (found.cpp).
  void become_found();
  std::optional<Way> be_found();
  Way be_found_inside(Request& request);
  Way be_found_in_work(Request& request);
  Way be_found_waiting(Request& request);
  /// The quantity for one's own level, or value of the attribute.
  const Quantity& stay_at(const QuantityByYouth& all) const {
    const std::size_t none = all.of.size();
    const std::size_t which = !all.by           ? severity_.index()
                              : values_[all.by] ? values_[all.by].index()
                                                : none;
    return which < none ? all.of[which] : all.of_all;
  }
  UnderWay find_under_way(const Quantity& whole, Decision decision,
                          const std::optional<double>& passed, double scale) const;
  Room& roomiest_at(NodeId node) const;
  void occupy_from_now(Request& request);
  void set_since(Request& request, Instant since);
  void tell_terms_of_before(const Request& request);
  void make_way();

  // The next way (way.cpp).
  Way choose_way(const StopHere& from);
  const Route& choose_route(const Stop& from, double u) const;
  const Route& diverted(const Route& route, std::uint32_t occasion) const;
  bool applies(const Route& route) const;
  bool applies(const std::optional<Condition>& condition) const;
  Nodes lists_of(NodeId target) const;
  NodeId shortest_list(const Nodes& nodes) const;
  bool must_wait_for(const Way& way) const;
  bool leads_back(NodeId to) const;
  bool is_full(NodeId node) const;
  bool goes_elsewhere(NodeId node) const;
  bool enters_elsewhere_at_once(NodeId node) const;
  StopHere begin_stop(NodeId node);
  Room& team_at(NodeId node) const;

  // Visits (waiting.cpp).
  Request& ask(const StopHere& here);
  std::unique_ptr<Request> request_at(const StopHere& here);
  Request* wait(std::vector<Request*>& lists);
  void look_elsewhere(const std::vector<Request*>& lists, bool at_first = false);
  void keep_waiting(Stop& here);
  void await_worsening(Stop& here);
  void set_step();
  Days lasting(double patience) const;
  double scaled(double drawn, Number SeverityScale::*what) const;
  void wait_at_school(Stop& here);
  Instant end_of_patience(Stop& here, const Quantity& patience, Decision decision);
  Room& team_of(const Request& request) const;
  void begin(Request& request);
  void end_use(Request& request);
  void leave(Request& request, Outcome outcome, NodeId to);
  void record(Request& request);
  void tell_youth(Request& request) const;
  Request& first_request() const;
  Way drop(const StopHere& here);

  // Attendance.
  void become(Attendance attendance);
  Attendance attendance_at(const Node& node) const;
  void stay_home();
  void go_back_to_school();
  bool is_to(Wake why) const;  ///< on the own way
  void begin_hazards();
  void end_hazards();
  std::int64_t absent_ticks() const;

  // What goes on beside the way: a case that absence opens, help (beside.cpp).
  void await_case();
  void open_case();
  Request& open_beside(NodeId node, Instant asks);
  void ask_also(const StopHere& here);
  void ask_for(const std::vector<Also>& help, std::uint32_t occasion, const StopHere& here);
  void ask_beside(Request& beside);
  void begin_beside(Request& beside);
  void begin_work_beside(Request& beside);
  void decide_beside(Request& beside);
  void let_case_lapse();
  void end_help_asked_in(const StopHere& here);
  void end_beside(Request& beside, Outcome outcome);
  void leave_all_beside();
  void leave_work_behind();
  void find_work_again();
  bool is_beside();
  bool has_help(const Condition& condition) const;
  double helped(Number Helps::*what) const;
  void change_pace();
  std::optional<Progress> take_over(Request& request);

  // Leaving by age (ages.cpp).
  void watch_age(const Request* inside);
  Instant becomes(double age_years) const { return born_ + Days{age_years * days_per_year}; }
  Instant last_moment_in(const Arrangement& arrangement) const;

  // Legal clocks (terms.cpp).
  const LegalClock& clock(const Term& term) const;
  void on_asking(NodeId node);
  void on_entering(NodeId node);
  void on_decision(NodeId desk);
  void on_attending();
  void on_absence();
  void start(Term& term, Instant at);
  void stop(Term& term);
  void close(Term& term, std::uint64_t ClockRecord::*in_time);
  bool run_out();
  void close_terms(std::uint64_t ClockRecord::*in_time);
  void count(const Term& term, std::uint64_t ClockRecord::*what);
  ClockRecord& counted(const Term& term);
  Instant end_of_follow_up(const Term& term) const;

  // Sleeping and drawing.
  Wake sleep();
  bool happens_beside_the_way();
  void take_turns();
  void set_alarm(Instant at, Phase phase, Wake why, NodeId to = no_node, Request* request = nullptr,
                 ClockId clock = {});
  void cancel(Wake why);
  void cancel_all();
  void cancel_beside(const Request& beside);
  template <class Which>
  void cancel_those(Which which);
  double draw(std::uint32_t node_word, Decision decision, std::uint32_t occasion) const;
  double draw_here(Stop& here, Decision decision);
  double draw_self(Decision decision) const;
  template <class IdType>
  IdType draw_self(Decision decision, const IdVector<IdType, double>& weights) const {
    return IdType(index_of_drawn(decision, weights.values()));
  }
  int index_of_drawn(Decision decision, const std::vector<double>& weights) const {
    return index_at(draw_self(decision), weights);
  }
  static int index_at(double u, const std::vector<double>& weights);
  void draw_attribute(AttributeId id, const AttributeMix& mix);
  double age_days(Instant at) const;

  World& world_;
  Person person_;
  std::uint64_t order_;
  std::uint32_t source_word_;
  std::uint32_t person_word_;
  Instant born_;
  SeverityId severity_{0};
  AttributeValues values_;

  Attendance attendance_ = Attendance::attends;
  Instant absent_since_;
  std::int64_t absent_ticks_ = 0;  ///< of spells that are over
  std::uint32_t spells_ = 0;       ///< how often hazards were begun
  bool hazards_run_ = false;       ///< absent, outside arrangements

  std::map<NodeId, std::uint32_t> stops_;
  std::vector<std::unique_ptr<Request>> requests_;  ///< that are not over
  Request* inside_ = nullptr;                       ///< a stay that is not over
  Instant asked_;                                   ///< last; settles ties
  Way came_;                                        ///< the way followed last
  NodeId way_to_ = no_node;                         ///< where the youth asks next, or asked last
  Request* held_ = nullptr;                         ///< a stay that is over, but for the place
  Stop* waits_at_ = nullptr;
  NodeId heads_for_ = no_node;             ///< while a place is held
  Room* moves_to_ = nullptr;               ///< of who is displaced
  std::map<NodeId, std::uint32_t> exits_;  ///< how often he or she left by each

  std::map<NodeId, std::unique_ptr<Request>> beside_;  ///< what goes on beside the way
  std::map<NodeId, Instant> help_had_;                 ///< until when; never: it goes on
  double step_days_ = 0;                               ///< until the youth gets worse, at pace 1
  Instant step_since_;                                 ///< from when they are counted
  double step_pace_ = -1;                              ///< below 0: none is awaited

  std::vector<Term> terms_;

  Help help_;
  Instant helped_ = never;          ///< last
  std::uint32_t times_helped_ = 0;  ///< towards school

  std::vector<Alarm> alarms_;
  Alarm woken_by_;
  simgrid::s4u::SemaphorePtr bell_;
};

}  // namespace doorstroom::reference
