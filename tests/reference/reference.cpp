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

namespace chrono = std::chrono;

/// A number of places or fte that is this close to a whole number, after growth, is that number.
constexpr double all_but_whole = 1e-9;

std::int32_t month_number(chrono::year_month month) {
  return static_cast<int>(month.year()) * 12 +
         static_cast<std::int32_t>(static_cast<unsigned>(month.month())) - 1;
}

chrono::year_month month_of(Date date) {
  const chrono::year_month_day day{date};
  return {day.year(), day.month()};
}

}  // namespace

World::World(const Scenario& of, std::uint32_t replication)
    : scenario(of),
      stream{of.seed, replication},
      now(of.period.begin()),
      next_midnight(of.period.begin()),
      rooms(of.nodes.size()) {
  add_arrivals();
}

void World::add_arrivals() {
  for (NodeId id = 0; id < static_cast<NodeId>(scenario.nodes.size()); ++id) {
    if (node(id).kind != NodeKind::source) continue;
    if (scenario.sources[node(id).index].arrivals.empty()) {
      add_random(id);
    } else {
      add_listed(id);
    }
  }
  const Period& period = scenario.period;
  std::erase_if(persons_, [&](const Youth::Person& person) {
    return person.arrives < period.begin() || person.arrives >= period.horizon();
  });
  // Sources in declared order, months and ordinals: the order in which they were added.
  for (const Youth::Person& person : persons_)
    youths_.push_back(std::make_unique<Youth>(*this, person, youths_.size()));
}

void World::add_listed(NodeId source) {
  std::map<std::int32_t, std::uint32_t> ordinals;
  for (const Date date : scenario.sources[node(source).index].arrivals) {
    const std::int32_t month = month_number(month_of(date));
    persons_.push_back({source, month, 0, ordinals[month]++, scenario.period.at(date)});
  }
}

void World::add_random(NodeId source) {
  const Date horizon = scenario.period.date_at(scenario.period.horizon_day());
  chrono::year_month month = month_of(scenario.period.date_at(scenario.period.first_day()));
  for (; Date{month / 1} < horizon; month += chrono::months(1)) add_month(source, month);
}

/// The rate is constant within a month, and without effects. What an effect makes of it is its
/// factor at the moment of an arrival: below 1 it takes youths of layer 0 away, above 1 it lets
/// youths of further layers in, each of which has as many again.
void World::add_month(NodeId source, chrono::year_month month) {
  const Source& of = scenario.sources[node(source).index];
  const Period& period = scenario.period;
  const Instant begin = period.at(Date{month / 1});
  const Instant end = period.at(Date{(month + chrono::months(1)) / 1});
  const double years = begin.days() / days_per_year;
  const double per_day = of.per_year.base(period, {begin}) * std::pow(1 + of.growth, years) *
                         of.months[static_cast<unsigned>(month.month()) - 1] / days_per_year;
  if (per_day <= 0) return;

  const auto factor = [&](When when) {
    return of.per_year.at(period, when) / of.per_year.base(period, when);
  };
  double largest = 1;
  for (Instant day = begin; day <= end; day = day + Days{1})
    largest = std::max({largest, factor({day, true}), factor({day, false})});

  const auto number = static_cast<std::uint32_t>(month_number(month));
  for (std::uint32_t layer = 0; layer < largest; ++layer) {
    double passed = 0;
    for (std::uint32_t ordinal = 0;; ++ordinal) {
      const std::uint32_t word = source_word(node(source).id, layer, ordinal);
      const auto draw = [&](Decision decision) {
        return uniform(stream, {word, person_word(number, ordinal), word,
                                static_cast<std::uint8_t>(decision), 0});
      };
      passed += -std::log1p(-draw(Decision::arrival_gap));
      const Instant arrives = begin + Days{passed / per_day};
      if (arrives >= end) break;
      if (draw(Decision::arrival_kept) >= factor({arrives}) - layer) continue;
      persons_.push_back({source, static_cast<std::int32_t>(number), layer, ordinal, arrives});
    }
  }
}

void World::change_capacity() {
  for (NodeId id = 0; id < static_cast<NodeId>(scenario.nodes.size()); ++id) {
    Room& room = rooms[id];
    if (node(id).kind == NodeKind::desk) {
      const double fte = value(desk(id).staff);
      room.unlimited = desk(id).unlimited;
      room.capacity = static_cast<std::int64_t>(std::ceil(fte - all_but_whole));
      room.speed = fte / static_cast<double>(room.capacity);
      room.hours = value(desk(id).hours);
    }
    if (node(id).kind == NodeKind::arrangement) {
      room.unlimited = arrangement(id).unlimited;
      const double places = value(arrangement(id).places);
      room.capacity = static_cast<std::int64_t>(std::floor(places + all_but_whole));
    }
  }
}

Youth* World::next_served() const {
  Youth* next = nullptr;
  for (NodeId id = 0; id < static_cast<NodeId>(rooms.size()); ++id) {
    if (!rooms[id].has_room() || rooms[id].list.empty()) continue;
    Youth* first = *std::ranges::min_element(
        rooms[id].list, {}, [&](const Youth* youth) { return youth->rank(node(id).order); });
    if (!next || first->precedence() < next->precedence()) next = first;
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
    Youth* served = next_served();
    if (served && Moment{now, Phase::offers} < alarm.moment) {
      served->wake({.moment = {now, Phase::offers}, .precedence = {}, .why = Wake::is_offered});
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
