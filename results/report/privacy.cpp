#include "results/report/privacy.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/units.hpp"

namespace doorstroom {
namespace {

constexpr double year_of_weeks = 52 * days_per_week;

/// Mean stay at an arrangement, of the youths who stay longest by it; 0 of a desk. [day]
double mean_stay_at(const Node& node, const Scenario& scenario) {
  if (node.kind != NodeKind::arrangement) return 0;
  const QuantityByYouth& stay = scenario.arrangements[static_cast<std::size_t>(node.index)].stay;
  double longest = stay.of_all.distribution.mean();
  for (const Quantity& of : stay.of) longest = std::max(longest, of.distribution.mean());
  return longest;
}

/// Whether of the youths whose absence is recorded, few are absent for up to 4 weeks, up to 13, or
/// longer. The report tells how many are absent for over 4 weeks and for over 13.
bool few_are_absent(const Scenario& scenario, int small_cells) {
  std::array<int, 3> youths{};
  for (const FoundYouths& found : scenario.today)
    for (const RecordedYouth& youth : found.rows) {
      if (!youth.tells_absence || youth.absent_since == never) continue;
      const double absent_days = -youth.absent_since.days();
      ++youths[absent_days > 13 * days_per_week ? 2 : absent_days > 4 * days_per_week ? 1 : 0];
    }
  return std::ranges::any_of(youths, [&](int few) { return 0 < few && few < small_cells; });
}

}  // namespace

Privacy::Privacy(const Scenario& scenario, int small_cells)
    : small_cells_(small_cells), counts_(start_counts_of(scenario, small_cells)) {
  hide(scenario, counts_);
}

void Privacy::add_variant(const Scenario& variant) {
  hide(variant, start_counts_of(variant, small_cells_));
}

void Privacy::hide(const Scenario& scenario, const std::vector<StartCounts>& counts) {
  hides_parameters_ |= small_cells_ > 0 && !counts.empty();
  for (const StartCounts& here : counts) {
    if (!here.is_hidden()) continue;
    const Node& node = scenario.nodes[here.node];
    if (!hides_start_of(node.id)) hidden_.push_back(node.id);
    const bool few_inside = here.there.shown == StartCount::Shown::fewer;
    const double turned_over = few_inside ? 2 * mean_stay_at(node, scenario) : 0;
    shown_from_day_ = std::max(
        {shown_from_day_, year_of_weeks, std::ceil(turned_over / days_per_week) * days_per_week});
  }
  const bool all_are_recorded =
      hides_anything() && scenario.period.begin() == Instant{} && scenario.initial.empty();
  hides_absence_ |= all_are_recorded || few_are_absent(scenario, small_cells_);
  if (hides_absence_) shown_from_day_ = std::max(shown_from_day_, year_of_weeks);
}

bool Privacy::hides_start_of(const std::string& node) const {
  return std::ranges::find(hidden_, node) != hidden_.end();
}

bool Privacy::hides_year_of(const std::string& node, int year) const {
  return year >= 0 && hides_start_of(node) && year * days_per_year < shown_from_day_;
}

double Privacy::flow(double youths_per_year, int years) const {
  if (!hides_anything()) return youths_per_year;
  // Over all years a rounded flow leaves at least this many youths open.
  const double open = 2.0 * small_cells_;
  double step = 1;
  for (const double coarser : {2.0, 5.0, 10.0, 20.0, 50.0})
    if (step * years < open) step = coarser;
  return step * std::round(youths_per_year / step);
}

}  // namespace doorstroom
