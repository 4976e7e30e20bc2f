#pragma once
/// The rooms that youths wait for, and the agenda that wakes them.

#include <algorithm>
#include <cstdint>
#include <memory>
#include <set>
#include <vector>

#include "tests/reference/youth.hpp"

namespace doorstroom::reference {

/// A desk or arrangement, or one of its units: how many it serves at once, and who waits.
struct Room {
  NodeId node = no_node;
  std::int16_t unit = 0;
  bool unlimited = false;
  std::int64_t capacity = 0;
  std::int64_t used = 0;
  double speed = 1;  ///< of each worker
  double hours = 0;  ///< that an fte gives [hour a year]
  std::vector<Request*> list{};

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
  std::vector<std::vector<Room>> rooms;  ///< by node and unit
  std::vector<Row> rows;
  simgrid::s4u::SemaphorePtr conductor = simgrid::s4u::Semaphore::create(0);

 private:
  // Who comes (arrivals.cpp).
  void add_arrivals();
  void add_listed(NodeId source);
  void add_random(NodeId source);
  void add_month(NodeId source, std::chrono::year_month month);

  void build_rooms();
  void change_capacity();
  void change_capacity(Room& room) const;
  /// Who is next to be served, of all rooms that have room.
  Request* next_served() const;

  std::vector<std::unique_ptr<Youth>> youths_;
  std::vector<Youth::Person> persons_;
};

}  // namespace doorstroom::reference
