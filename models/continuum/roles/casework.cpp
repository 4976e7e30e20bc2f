#include <algorithm>
#include <map>

#include "engine/random.hpp"
#include "models/continuum/roles/rhythm.hpp"
#include "models/continuum/roles/roles.hpp"

/// Casework: a process director with few hours. At each meeting come the hours of the time until
/// the next; what was left over at the meeting before can still be used, and is gone afterwards.

namespace doorstroom {
namespace {

class Director {
 public:
  Director(Region& region, const Scenario& scenario, std::int32_t role)
      : region_(region),
        period_(scenario.period),
        role_(role),
        profile_(scenario.interventions[static_cast<std::size_t>(role)].profile),
        rules_(*scenario.interventions[static_cast<std::size_t>(role)].casework),
        address_(
            hash32("interventions." + scenario.interventions[static_cast<std::size_t>(role)].id)) {}

  void run(Clock& clock) {
    const std::vector<std::int64_t> days = days_of_rhythm(profile_, rules_.every, period_);
    for (const std::int64_t day : days) {
      clock.sleep_until(day);
      meet(day);
    }
  }

 private:
  void meet(std::int64_t day) {
    const Date today = period_.date_at(day);
    const auto length = static_cast<double>(((today + rules_.every) - today).count());
    const double level = profile_.level({period_.at(today)});
    double fresh = rules_.fte * rules_.hours * length / days_per_year * level;
    // So that ten cases of 10 hours fit into 100.
    constexpr double rounding = 1e-9;
    while (left_over_ + fresh >= rules_.per_case - rounding) {
      auto action =
          region_.mediate(rules_, address_, [&](NodeId node) { return may_make(node, today); });
      if (!action) break;
      const double first = std::min(left_over_, rules_.per_case);
      left_over_ -= first;
      fresh -= rules_.per_case - first;
      action->role = role_;
      action->hours = rules_.per_case;
      region_.tell(*action);
    }
    left_over_ = std::max(0.0, fresh);
  }

  /// So many places in every year from the beginning of the intervention on.
  bool may_make(NodeId node, Date today) {
    const auto making = std::ranges::find(rules_.makes, node, &Casework::Making::in);
    const Date begun = period_.date_of(profile_.from);
    int year = 0;
    while (begun + CalendarSpan{12 * (year + 1), 0} <= today) ++year;
    int& made = made_[{node, year}];
    if (made + 1 > making->per_year + 1e-9) return false;
    ++made;
    return true;
  }

  Region& region_;
  const Period& period_;
  std::int32_t role_;
  const InterventionProfile& profile_;
  const Casework& rules_;
  std::uint32_t address_;
  double left_over_ = 0;  ///< of the meeting before [hour]
  std::map<std::pair<NodeId, int>, int> made_;
};

}  // namespace

void add_casework(Clock& clock, Region& region, const Scenario& scenario, std::int32_t role) {
  clock.add_process("casework", Phase::roles, [&region, &scenario, role](Clock& its) {
    Director(region, scenario, role).run(its);
  });
}

}  // namespace doorstroom
