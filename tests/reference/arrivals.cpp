// Who comes, and when.

#include <algorithm>
#include <cmath>
#include <map>

#include "models/continuum/draws.hpp"
#include "tests/reference/world.hpp"

namespace doorstroom::reference {
namespace {

namespace chrono = std::chrono;

std::int32_t month_number(chrono::year_month month) {
  return static_cast<int>(month.year()) * 12 +
         static_cast<std::int32_t>(static_cast<unsigned>(month.month())) - 1;
}

chrono::year_month month_of(Date date) {
  const chrono::year_month_day day{date};
  return {day.year(), day.month()};
}

}  // namespace

void World::add_arrivals() {
  for (const NodeId id : scenario.nodes.ids()) {
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
  // Sources in declared order, months and ordinals: the order in which they were added. Those who
  // are found go before.
  constexpr std::uint64_t behind_the_found = std::uint64_t{1} << 50;
  for (const Youth::Person& person : persons_)
    youths_.push_back(std::make_unique<Youth>(*this, person, behind_the_found + youths_.size()));
}

void World::add_listed(NodeId source) {
  std::map<std::int32_t, std::uint32_t> ordinals;
  for (const Arrival& arrival : scenario.sources[node(source).index].arrivals) {
    const Date date = arrival.day;
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

  const auto factor = [&](EvaluationTime when) {
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
      if (ordinal % of.batch == 0)
        passed += -std::log1p(-draw(Decision::arrival_gap)) * static_cast<double>(of.batch);
      const Instant arrives = begin + Days{passed / per_day};
      if (arrives >= end) break;
      if (draw(Decision::arrival_kept) >= factor({arrives}) - layer) continue;
      persons_.push_back({source, static_cast<std::int32_t>(number), layer, ordinal, arrives});
    }
  }
}

}  // namespace doorstroom::reference
