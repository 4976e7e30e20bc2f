// What it costs, day by day, and whose money is gone.

#include <algorithm>

#include "tests/reference/world.hpp"

namespace doorstroom::reference {
namespace {

using namespace std::chrono;

year year_of(Date date) {
  return year_month_day{date}.year();
}

}  // namespace

void World::pay(const Cost& cost, double euro) {
  for (const Payer& payer : cost.paid_by)
    if (payer.funder) spent_[payer.funder] += euro * payer.share;
}

/// How much of yesterday a place or a worker was in use.
Days World::yesterday_of(const Use& use) const {
  const Instant from = std::max(use.from, Instant{now.ticks - Instant::ticks_per_day});
  return std::min(use.until, now) - std::min(from, std::min(use.until, now));
}

/// What yesterday costs in one room, whose capacity is still that of yesterday.
void World::pay_for(Room& room) {
  const Cost& cost = node(room.node).cost;
  const bool is_desk = node(room.node).kind == NodeKind::desk;
  const Date yesterday = scenario.period.date_of(now) - days(1);
  double euro = 0;
  if (!is_desk && !room.unlimited)
    euro += cost.per_place_year * static_cast<double>(room.capacity) / days_per_year;
  if (is_desk && !room.unlimited) euro += cost.per_fte_year * room.fte / days_per_year;
  for (const auto& one : room.uses) {
    const Use& use = *one;
    const double used = yesterday_of(use).count;
    const bool begun = use.from >= scenario.period.at(yesterday) && !use.found;
    if (!is_desk) {
      euro += cost.per_day_used * used + (begun ? cost.per_stay : 0);
      if (use.extra) euro += cost.per_place_year * used / days_per_year;
    } else {
      const bool at_work = !falls_in(desk(room.node).closed, yesterday);
      euro += cost.per_hour * (at_work ? use.hours_a_day * used : 0) + (begun ? cost.per_case : 0);
    }
  }
  std::erase_if(room.uses, [&](const auto& one) { return one->until <= now; });
  pay(cost, euro);
}

/// A day is over: on New Year's Day all funders have money again.
void World::reckon_up() {
  const Period& period = scenario.period;
  if (scenario.budgets.empty() || now == period.begin()) return;
  const Date today = period.date_of(now);
  const Date yesterday = today - days(1);
  for (std::vector<Room>& units : rooms)
    for (Room& room : units) pay_for(room);
  for (const Intervention& intervention : scenario.interventions)
    if (intervention.profile.holds({period.at(yesterday)}))
      pay(intervention.cost, intervention.cost.per_year / days_per_year);

  if (year_of(today) != year_of(yesterday)) {
    spent_.assign(spent_.size(), 0);
    gone_.assign(gone_.size(), false);
  } else {
    const Date first = std::max(period.date_of(period.begin()), Date{year_of(today) / 1 / 1});
    const Date end{(year_of(today) + years(1)) / 1 / 1};
    const double part = static_cast<double>((end - first).count()) /
                        static_cast<double>((end - Date{year_of(today) / 1 / 1}).count());
    constexpr double all_but = 1 - 1e-9;
    for (const Budget& budget : scenario.budgets) {
      const FunderId funder = budget.funder;
      if (spent_[funder] >= budget.per_year * part * all_but) gone_[funder] = true;
    }
  }
  for (std::vector<Room>& units : rooms)
    for (Room& room : units) room.funded = can_pay(node(room.node).cost);
}

bool World::can_pay(const Cost& cost) const {
  return std::ranges::none_of(cost.paid_by, [this](const Payer& payer) {
    return payer.funder && payer.share > 0 && gone_[payer.funder];
  });
}

}  // namespace doorstroom::reference
