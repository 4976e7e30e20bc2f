#pragma once
/// The rooms that youths wait for, and the agenda that wakes them.

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "tests/reference/youth.hpp"

namespace doorstroom::reference {

/// A desk or arrangement, or one of its units: how many it serves at once, and who waits.
struct Room {
  NodeId node = no_node;
  std::int16_t unit = 0;
  bool unlimited = false;
  std::int64_t capacity = 0;  ///< but for places that were made
  std::int64_t extra = 0;     ///< places made for somebody
  std::int64_t used = 0;
  double fte = 0;                       ///< of a desk
  double hours_a_day = 0;               ///< that each worker gives, on an open day
  bool open = true;                     ///< today
  bool funded = true;                   ///< whoever pays has money left
  bool stopping = false;                ///< takes nobody any more
  bool shut = false;                    ///< has no places any more
  std::optional<std::int64_t> quota{};  ///< how many may enter today; none: who finds room
  std::int64_t entered_today = 0;
  std::vector<Request*> list{};
  std::vector<std::shared_ptr<Use>> uses{};  ///< that are not reckoned up
  std::vector<std::shared_ptr<Use>> all_uses{};

  /// What it had on one day.
  struct Day {
    Instant begins;
    std::int64_t capacity = 0;
    double hours = 0;  ///< available
  };
  std::vector<Day> days{};

  /// How many could enter now, if nobody waited.
  std::int64_t enterable() const {
    constexpr std::int64_t any_number = std::int64_t{1} << 40;
    if (!open || !funded || stopping) return 0;
    const std::int64_t free =
        unlimited ? any_number : std::max<std::int64_t>(capacity + extra - used, 0);
    return std::min(free, quota ? std::max<std::int64_t>(*quota - entered_today, 0) : any_number);
  }
  bool has_room() const { return enterable() > 0; }
};

/// Desks that are joined while an intervention holds. Who works on a case is at work for the desk
/// that was asked, and for all of them.
struct Pool {
  const Intervention* of = nullptr;
  Room room;  ///< of no node
  bool joined = false;
};

/// Who was on the list of a node, for a time.
struct Waited {
  NodeId node = no_node;
  Instant from;  ///< asking
  Instant until;
  bool entered = false;
  Instant seen_since{};  ///< arriving, or being found on the list
};

/// Places that come some time after the decision.
struct Decided {
  Instant from;
  std::vector<Steering::Count> opens{};
};

/// Who steers.
struct Group {
  const Intervention* of = nullptr;
  std::int64_t opened = 0;  ///< places opened, or to be opened
  std::vector<Decided> decisions{};
};

/// A process director.
struct Director {
  const Intervention* of = nullptr;
  double left_over = 0;                          ///< of the last meeting [hour]
  std::map<std::pair<NodeId, int>, int> made{};  ///< places, by year since the beginning
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
  const Choice& choice(NodeId id) const { return scenario.choices[node(id).index]; }
  /// The joined desks to which a desk belongs, now or at times; null: to none.
  Pool* pool_of(NodeId desk);
  Room& room(NodeId id, int unit) { return rooms[id][static_cast<std::size_t>(unit)]; }
  /// Offers a place or a worker; without a room, of the unit on whose list the request is.
  void serve(Request& request, Room* room = nullptr);
  /// The requests that stand behind the lists of these units, too.
  std::vector<Request*> elsewhere(NodeId node, Units::Run among);
  /// Whether the own unit has room for all who come before on its list, and for the request.
  bool is_served_at_own(const Request& request) const;
  /// When work that begins now is done, at a desk that may be closed in between.
  Instant work_until(const Desk& desk, Days work) const;
  /// When work began that was done until now.
  Instant worked_since(const Desk& desk, Days work) const;
  /// How much of that time the desk was open.
  Days open_between(const Desk& desk, Instant from, Instant until) const;
  /// How many days a desk is open in a year [day].
  double open_days(const Desk& desk) const;
  /// As parameters see the present: stays that end at midnight see what held before it.
  EvaluationTime when() const { return {now, now == next_midnight}; }

  const Scenario& scenario;
  Stream stream;
  Instant now;
  Instant next_midnight;  ///< the first that is not dealt with
  std::set<Alarm> agenda;
  IdVector<NodeId, std::vector<Room>> rooms;  ///< by unit
  std::vector<Pool> pools;
  std::vector<Director> directors;
  std::vector<Group> groups;
  std::vector<Waited> waited;              ///< that is over
  IdVector<NodeId, std::int64_t> steered;  ///< places opened less closed
  std::vector<Row> rows;
  std::vector<RoleAction> actions;
  IdVector<ClockId, std::vector<ClockRecord>> clocks;  ///< by year of starting
  simgrid::s4u::SemaphorePtr conductor = simgrid::s4u::Semaphore::create(0);

 private:
  // Who comes (arrivals.cpp).
  void add_arrivals();
  void add_listed(NodeId source);
  void add_random(NodeId source);
  void add_month(NodeId source, std::chrono::year_month month);

  // What there is room for (rooms.cpp).
  void build_rooms();
  void change_capacity();
  void change_desk(Room& room) const;
  void change_arrangement(Room& room) const;
  void change_places(Room& room) const;
  static DayOfYear day_in_year(Date date);
  bool falls_in(const std::vector<PartOfYear>& parts, Date date) const;
  static std::int64_t workers_for(double fte);
  static double one_of(std::int64_t workers, double hours);

  // Who pays (money.cpp).
  void reckon_up();
  void pay_for(Room& room);
  void pay(const Cost& cost, double euro);
  Days yesterday_of(const Use& use) const;
  bool can_pay(const Cost& cost) const;

  // Joined desks (single_desk.cpp).
  void build_pools();
  void join_or_part(Pool& pool);
  void change_pool(Pool& pool);

  // Who is found at nodes (found.cpp).
  void find_initial();
  void find_today();
  void add_found(const std::vector<FoundYouths>& all, std::int32_t month);
  void begin_life(Youth& youth);

  // What interventions set to work.
  void act_at(Instant at, Phase phase, Wake what, const Intervention& of);
  void act(const Alarm& alarm);
  RoleAction& tell(const Intervention& of, RoleAction::What what, NodeId node, double amount);

  // Casework (casework.cpp).
  void plan_meetings();
  void meet(Director& director);
  Youth* next_case(const Casework& rules) const;
  RoleAction& help(Director& director, Youth& youth);
  bool may_make(Director& director, const Casework::Making& making) const;

  // Units that stop (stops.cpp).
  void plan_stops();
  void give_notice(const Stops& stops);
  std::vector<Youth*> last_beyond(const Stops& stops);
  void stop(const Intervention& of);

  // Steering (steering.cpp).
  struct Usage {
    double occupied = 0;
    double places = 0;
    double waiting = 0;
    double worked = 0;
    double available = 0;
  };
  void plan_decisions();
  void decide(Group& group);
  void carry_out(Group& group);
  std::int64_t places_in(NodeId node) const;
  void add_places(const Group& group, NodeId node, std::int64_t places);
  std::optional<double> figure_of(const Steering& rules, Instant since) const;
  std::vector<const Request*> listed_at(NodeId id) const;
  std::vector<double> waits_since(NodeId id, Instant since) const;
  Usage usage_of(NodeId id, Instant since) const;

  // Who is served (offers.cpp).
  struct Served {
    Request* request = nullptr;
    Room* room = nullptr;
  };
  Served next_served();
  std::optional<Served> first_elsewhere(NodeId node, Units::Run among);
  std::vector<Served> next_cycle();

  simgrid::s4u::Host* host_ = nullptr;
  std::vector<std::unique_ptr<Youth>> youths_;
  std::vector<Youth::Person> persons_;
  IdVector<FunderId, double> spent_;  ///< this year [EUR]
  IdVector<FunderId, bool> gone_;     ///< the money of this year
};

template <class Which>
void Youth::cancel_those(Which which) {
  std::erase_if(alarms_, [&](const Alarm& alarm) {
    const bool meant = which(alarm) && !alarm.request;
    if (meant) world_.agenda.erase(alarm);
    return meant;
  });
}

}  // namespace doorstroom::reference
