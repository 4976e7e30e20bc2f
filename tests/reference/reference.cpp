#include "tests/reference/reference.hpp"

#include <algorithm>
#include <cmath>
#include <csignal>
#include <exception>

#include "models/draws.hpp"
#include "tests/reference/bare_engine.hpp"
#include "tests/reference/world.hpp"

namespace doorstroom::reference {
World::World(const Scenario& of, std::uint32_t replication)
    : scenario(of),
      stream{of.seed, replication},
      now(of.period.begin()),
      next_midnight(of.period.begin()),
      rooms(of.nodes.size()),
      clocks(of.clocks.size()),
      spent_(of.funders.size()),
      gone_(of.funders.size()) {
  build_rooms();
  add_arrivals();
}

void World::run(simgrid::s4u::Host* host) {
  for (const auto& youth : youths_) {
    simgrid::s4u::Actor::create("youth", host, [&youth] { youth->live(); });
    conductor->acquire();
  }
  agenda.insert({.moment = {now, Phase::changes}, .precedence = {}});
  for (;;) {
    const Alarm alarm = *agenda.begin();
    if (Moment{now, Phase::offers} < alarm.moment) {
      if (Request* served = next_served()) {
        serve(*served);
        continue;
      }
      if (const std::vector<Request*> cycle = next_cycle(); !cycle.empty()) {
        for (Request* request : cycle) serve(*request);
        continue;
      }
    }
    if (alarm.moment.at >= scenario.period.horizon()) break;
    now = alarm.moment.at;
    if (alarm.youth) {
      alarm.youth->wake(alarm);
      continue;
    }
    agenda.erase(alarm);
    next_midnight = now + Days{1};
    reckon_up();
    change_capacity();
    agenda.insert({.moment = {next_midnight, Phase::changes}, .precedence = {}});
  }
  now = scenario.period.horizon();
  for (const auto& youth : youths_) youth->censor();
  simgrid::s4u::Actor::kill_all();
}

RoleAction& World::tell(const Intervention& of, RoleAction::What what, NodeId node, double amount) {
  const auto role = static_cast<std::int32_t>(&of - scenario.interventions.data());
  actions.push_back({.at = now, .role = role, .what = what, .node = node, .amount = amount});
  return actions.back();
}

Told simulate(const Scenario& scenario, std::uint32_t replication) {
  BareEngine engine(64);
  // An exception that leaves an actor ends the program, which a test may do.
  World world(scenario, replication);
  simgrid::s4u::Actor::create("conductor", engine.host(), [&] { world.run(engine.host()); });
  engine.run();
  return {std::move(world.rows), std::move(world.clocks), std::move(world.actions)};
}

}  // namespace doorstroom::reference
