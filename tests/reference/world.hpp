#pragma once
/// Youths as actors, the rooms that they wait for, and the agenda that wakes them.

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <simgrid/s4u.hpp>
#include <tuple>
#include <vector>

#include "engine/moment.hpp"
#include "engine/random.hpp"
#include "models/decision.hpp"
#include "tests/reference/reference.hpp"

namespace doorstroom::reference {

class World;
class Youth;

/// Why a youth wakes. What one youth does in one phase of one instant goes in this order: who gives
/// up a list does not first become absent on it.
enum class Wake {
  arrives,
  asks,            ///< the handover is over
  work_done,       ///< the worker is free
  decided,         ///< at a desk
  stay_over,       ///< in an arrangement
  keeps_waiting,   ///< was not served in the instant of asking
  gives_up,        ///< a list
  stays_home,      ///< after waiting at school for long
  back_to_school,  ///< after absence
  drops_all,       ///< leaves from absence
  is_offered,      ///< a place or a worker
};

/// When somebody wakes. Without a youth: midnight, when capacity changes.
struct Alarm {
  Moment moment;
  Precedence precedence;
  Wake why = Wake::arrives;
  NodeId to = no_node;  ///< of who drops all
  Youth* youth = nullptr;

  friend auto operator<=>(const Alarm&, const Alarm&) = default;
};

/// A visit to a node as draws count it: a case that a bounce sends back is still the same visit.
struct Stop {
  NodeId node = no_node;
  std::uint32_t number = 0;                   ///< visits before it
  std::map<Decision, std::uint32_t> times{};  ///< how often each decision was made in it
  double first_work = 0;                      ///< [hour]
};

/// A move that was decided on, and from where.
struct Way {
  std::shared_ptr<Stop> from;
  NodeId to = no_node;
  const Route* route = nullptr;  ///< none for who drops a list
  Days delay;
  bool bounced_before = false;  ///< cannot bounce again
};

/// A case that a target's intake sent back.
struct Return {
  Way way;          ///< on which it goes again
  double work = 0;  ///< before that [hour]
};

class Youth {
 public:
  /// Who a youth is.
  struct Person {
    NodeId source = no_node;
    std::int32_t month = 0;
    std::uint32_t layer = 0;  ///< 0, or of the extra arrivals that an effect brings
    std::uint32_t ordinal = 0;
    Instant arrives;

    /// As results number it: extra arrivals count from far above.
    std::uint32_t number() const { return (layer << 27) + ordinal; }
  };

  Youth(World& world, const Person& person, std::uint64_t order);

  /// The whole life, as the body of an actor.
  void live();
  /// Called by the conductor: goes on until the youth sleeps again.
  void wake(const Alarm& alarm);
  /// At the horizon: the visit that is still going on.
  void censor() {
    if (visit_) record_visit();
  }

  const Person& person() const { return person_; }
  /// Who is served first on a list, by its order: the smallest.
  std::tuple<std::int64_t, Precedence> rank(ListOrder order) const;
  Precedence precedence() const;

 private:
  enum class Attendance { attends, absent, exempt };

  // The way through the continuum.
  std::optional<Way> follow(const Way& way);
  Way visit_desk(const std::shared_ptr<Stop>& here, const std::optional<Return>& sent_back);
  Way visit_arrangement(const std::shared_ptr<Stop>& here, const Way& came);
  Way choose_way(const std::shared_ptr<Stop>& from);
  const Route& choose_route(const Stop& from, double u) const;
  bool applies(const Route& route) const;
  bool applies(const std::optional<Condition>& condition) const;
  std::shared_ptr<Stop> begin_stop(NodeId node);

  // One visit.
  void ask(NodeId node);
  Wake wait(Stop& here);
  void keep_waiting(Stop& here);
  void wait_at_school(Stop& here);
  void leave(Outcome outcome, NodeId to);
  void record_visit();
  Way drop(Wake why, const std::shared_ptr<Stop>& here);

  // Attendance.
  void become(Attendance attendance);
  void take_part(const Node& node);
  void stay_home();
  void go_back_to_school();
  void begin_hazards();
  void end_hazards();
  std::int64_t absent_ticks() const;

  // Sleeping and drawing.
  Wake sleep();
  void set_alarm(Instant at, Phase phase, Wake why, NodeId to = no_node);
  void cancel(Wake why);
  double draw(std::uint32_t node_word, Decision decision, std::uint32_t occasion) const;
  double draw_here(Stop& here, Decision decision);
  double draw_self(Decision decision) const;
  int draw_self(Decision decision, const std::vector<double>& weights) const;
  double age_days(Instant at) const;

  World& world_;
  Person person_;
  std::uint64_t order_;
  std::uint32_t source_word_;
  std::uint32_t person_word_;
  Instant born_;
  int severity_ = 0;
  int subregion_ = -1;

  Attendance attendance_ = Attendance::attends;
  Instant absent_since_;
  std::int64_t absent_ticks_ = 0;  ///< of spells that are over
  std::uint32_t spells_ = 0;       ///< how often hazards were begun

  std::map<NodeId, std::uint32_t> stops_;
  std::optional<Visit> visit_;
  std::int64_t absent_ticks_on_asking_ = 0;
  Stop* waits_at_ = nullptr;

  std::vector<Alarm> alarms_;
  Alarm woken_by_;
  simgrid::s4u::SemaphorePtr bell_;
};

/// A desk or arrangement: how many it serves at once, and who waits.
struct Room {
  bool unlimited = false;
  std::int64_t capacity = 0;
  std::int64_t used = 0;
  double speed = 1;  ///< of each worker
  double hours = 0;  ///< that an fte gives [hour a year]
  std::vector<Youth*> list;

  bool has_room() const { return unlimited || used < capacity; }
};

class World {
 public:
  World(const Scenario& scenario, std::uint32_t replication);

  /// The conductor: wakes everybody in turn, until the horizon.
  void run(simgrid::s4u::Host* host);

  const Node& node(NodeId id) const { return scenario.nodes[id]; }
  const Desk& desk(NodeId id) const { return scenario.desks[node(id).index]; }
  const Arrangement& arrangement(NodeId id) const { return scenario.arrangements[node(id).index]; }
  double value(const Number& number) const { return number.at(scenario.period, when()); }
  /// As parameters see the present: stays that end at midnight see what held before it.
  When when() const { return {now, now == next_midnight}; }

  const Scenario& scenario;
  Stream stream;
  Instant now;
  Instant next_midnight;  ///< the first that is not dealt with
  std::set<Alarm> agenda;
  std::vector<Room> rooms;  ///< by node
  std::vector<Row> rows;
  simgrid::s4u::SemaphorePtr conductor = simgrid::s4u::Semaphore::create(0);

 private:
  void add_arrivals();
  void add_listed(NodeId source);
  void add_random(NodeId source);
  void add_month(NodeId source, std::chrono::year_month month);
  void change_capacity();
  /// Who is next to be served, of all rooms that have room.
  Youth* next_served() const;

  std::vector<std::unique_ptr<Youth>> youths_;
  std::vector<Youth::Person> persons_;
};

}  // namespace doorstroom::reference
