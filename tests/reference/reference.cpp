#include "tests/reference/reference.hpp"

#include <algorithm>
#include <cmath>
#include <csignal>
#include <exception>

#include "models/draws.hpp"
#include "tests/reference/bare_engine.hpp"
#include "tests/reference/world.hpp"

namespace doorstroom::reference {
namespace {

/// A number of places or fte that is this close to a whole number, after growth, is that number.
constexpr double all_but_whole = 1e-9;

}  // namespace

World::World(const Scenario& of, std::uint32_t replication)
    : scenario(of),
      stream{of.seed, replication},
      now(of.period.begin()),
      next_midnight(of.period.begin()),
      rooms(of.nodes.size()) {
  build_rooms();
  add_arrivals();
}

void World::build_rooms() {
  for (NodeId id = 0; id < static_cast<NodeId>(scenario.nodes.size()); ++id) {
    const bool serves = node(id).kind == NodeKind::desk || node(id).kind == NodeKind::arrangement;
    for (std::int16_t unit = 0; unit < (serves ? 1 : 0); ++unit)
      rooms[id].push_back({.node = id, .unit = unit});
  }
}

void World::change_capacity() {
  for (std::vector<Room>& units : rooms)
    for (Room& room : units) change_capacity(room);
}

void World::change_capacity(Room& room) const {
  if (node(room.node).kind == NodeKind::desk) {
    const Desk& of = desk(room.node);
    const double fte = value(of.staff);
    room.unlimited = of.unlimited;
    room.capacity = static_cast<std::int64_t>(std::ceil(fte - all_but_whole));
    room.speed = fte / static_cast<double>(room.capacity);
    room.hours = value(of.hours);
  } else {
    const Arrangement& of = arrangement(room.node);
    const double places = value(of.places);
    room.unlimited = of.unlimited;
    room.capacity = static_cast<std::int64_t>(std::floor(places + all_but_whole));
  }
}

Request* World::next_served() const {
  const auto rank_among_rooms = [](const Request* request) {
    return std::tuple(request->youth->precedence(*request), request->preference);
  };
  Request* next = nullptr;
  for (const std::vector<Room>& units : rooms) {
    for (const Room& room : units) {
      if (!room.has_room() || room.list.empty()) continue;
      Request* first = *std::ranges::min_element(room.list, {}, [&](const Request* request) {
        return request->youth->rank(*request, node(room.node).order);
      });
      if (!next || rank_among_rooms(first) < rank_among_rooms(next)) next = first;
    }
  }
  return next;
}

void World::run(simgrid::s4u::Host* host) {
  for (const auto& youth : youths_) {
    simgrid::s4u::Actor::create("youth", host, [&youth] { youth->live(); });
    conductor->acquire();
  }
  agenda.insert({.moment = {now, Phase::changes}, .precedence = {}});
  for (;;) {
    const Alarm alarm = *agenda.begin();
    Request* served = next_served();
    if (served && Moment{now, Phase::offers} < alarm.moment) {
      served->youth->wake({.moment = {now, Phase::offers},
                           .precedence = {},
                           .why = Wake::is_offered,
                           .request = served});
      continue;
    }
    if (alarm.moment.at >= scenario.period.horizon()) break;
    now = alarm.moment.at;
    if (alarm.youth) {
      alarm.youth->wake(alarm);
      continue;
    }
    agenda.erase(alarm);
    next_midnight = now + Days{1};
    change_capacity();
    agenda.insert({.moment = {next_midnight, Phase::changes}, .precedence = {}});
  }
  now = scenario.period.horizon();
  for (const auto& youth : youths_) youth->censor();
  simgrid::s4u::Actor::kill_all();
}

std::vector<Row> simulate(const Scenario& scenario, std::uint32_t replication) {
  BareEngine engine(64);
  // An exception that leaves an actor ends the program, which a test may do.
  World world(scenario, replication);
  simgrid::s4u::Actor::create("conductor", engine.host(), [&] { world.run(engine.host()); });
  engine.run();
  return std::move(world.rows);
}

}  // namespace doorstroom::reference
