#include "tests/reference/reference.hpp"

#include <algorithm>
#include <cmath>
#include <csignal>
#include <exception>

#include "models/continuum/draws.hpp"
#include "tests/reference/bare_engine.hpp"
#include "tests/reference/world.hpp"

namespace doorstroom::reference {
World::World(const Scenario& of, std::uint32_t replication)
    : scenario(of),
      stream{of.seed, replication},
      now(of.period.begin()),
      next_midnight(of.period.begin()),
      rooms(of.nodes.size()),
      steered(of.nodes.size()),
      spent_(of.funders.size()),
      gone_(of.funders.size()) {
  clocks.assign(of.clocks.size(),
                std::vector<ClockRecord>(static_cast<std::size_t>(of.period.years())));
  build_rooms();
  add_arrivals();
}

void World::begin_life(Youth& youth) {
  simgrid::s4u::Actor::create("youth", host_, [&youth] { youth.live(); });
  conductor->acquire();
}

void World::run(simgrid::s4u::Host* host) {
  host_ = host;
  for (const auto& youth : youths_) begin_life(*youth);
  agenda.insert({.moment = {now, Phase::changes}, .precedence = {}});
  // Behind all else that changes. Without a warm-up both are due at one instant: what ends between
  // them ends first.
  for (const auto& [at, what] :
       {std::pair{now, Wake::finds_initial}, {Instant{}, Wake::finds_today}})
    agenda.insert(
        {.moment = {at, Phase::changes}, .precedence = {.order = UINT64_MAX}, .why = what});
  plan_meetings();
  plan_decisions();
  plan_stops();
  for (;;) {
    const Alarm alarm = *agenda.begin();
    if (Moment{now, Phase::offers} < alarm.moment) {
      if (const Served served = next_served(); served.request) {
        serve(*served.request, served.room);
        continue;
      }
      if (const std::vector<Served> cycle = next_cycle(); !cycle.empty()) {
        for (const Served& move : cycle) serve(*move.request, move.room);
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
    if (alarm.why == Wake::finds_initial || alarm.why == Wake::finds_today) {
      alarm.why == Wake::finds_initial ? find_initial() : find_today();
      continue;
    }
    if (alarm.why >= Wake::role_meets) {
      act(alarm);
      continue;
    }
    next_midnight = now + Days{1};
    reckon_up();
    change_capacity();
    agenda.insert({.moment = {next_midnight, Phase::changes}, .precedence = {}});
  }
  now = scenario.period.horizon();
  for (const auto& youth : youths_) youth->censor();
  simgrid::s4u::Actor::kill_all();
}

void World::act_at(Instant at, Phase phase, Wake what, const Intervention& of) {
  const InterventionId role = scenario.interventions.id_of(of);
  agenda.insert(
      {.moment = {at, phase}, .precedence = {.order = role.index()}, .why = what, .role = role});
}

/// Whatever a role does at one moment, it does at once: nothing comes between.
void World::act(const Alarm& alarm) {
  const Intervention* const of = &scenario.interventions[alarm.role];
  if (alarm.why == Wake::role_gives_notice) give_notice(*of->stops);
  if (alarm.why == Wake::role_stops) stop(*of);
  for (Director& director : directors)
    if (director.of == of && alarm.why == Wake::role_meets) meet(director);
  for (Group& group : groups) {
    if (group.of == of && alarm.why == Wake::role_decides) decide(group);
    if (group.of == of && alarm.why == Wake::role_carries_out) carry_out(group);
  }
}

RoleAction& World::tell(const Intervention& of, RoleAction::What what, NodeId node, double amount) {
  const InterventionId role = scenario.interventions.id_of(of);
  actions.push_back({.at = now, .role = role, .what = what, .node = node, .amount = amount});
  return actions.back();
}

Told simulate(const Scenario& scenario, std::uint32_t replication) {
  BareEngine engine(64);
  // An exception that leaves an actor ends the program, which a test may do.
  World world(scenario, replication);
  simgrid::s4u::Actor::create("conductor", engine.host(), [&] { world.run(engine.host()); });
  engine.run();
  // Roles act on after the counted period, but nobody tells of it.
  std::erase_if(world.actions,
                [&](const RoleAction& one) { return one.at >= scenario.period.end(); });
  return {std::move(world.rows), std::move(world.clocks), std::move(world.actions)};
}

}  // namespace doorstroom::reference
