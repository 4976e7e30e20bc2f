#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "engine/sample.hpp"
#include "models/continuum/roles/rhythm.hpp"
#include "models/continuum/roles/roles.hpp"

/// Steering: on fixed days a group looks at one figure over the time before, and opens, closes or
/// moves places if it must; they come some time after the decision. What it opened stays when the
/// rule ends.

namespace doorstroom {
namespace {

class Group {
 public:
  Group(Region& region, const Scenario& scenario, std::int32_t role)
      : region_(region),
        period_(scenario.period),
        role_(role),
        rules_(*scenario.interventions[static_cast<std::size_t>(role)].steering) {
    for (const std::int64_t day :
         decision_days(scenario.interventions[static_cast<std::size_t>(role)].profile,
                       rules_.decides_on, period_)) {
      const Date today = period_.date_at(day);
      decisions_.push_back({day, std::max(period_.first_day(), period_.day_of(today - rules_.over)),
                            period_.day_of(today + rules_.after)});
    }
    region_.watch(rules_.watches);
  }

  /// Looks at what was used at the beginning and at the end of each window, and decides.
  void decide(Clock& clock) {
    std::map<std::int64_t, NodeRecord::Usage> used;
    std::set<std::int64_t> days;
    for (const Decision& one : decisions_) days.insert({one.since, one.day});
    for (const std::int64_t day : days) {
      clock.sleep_until(day);
      used.emplace(day, region_.used_so_far(rules_.watches));
      for (Decision& one : decisions_)
        if (one.day == day) take(one, used.at(one.since), used.at(day));
    }
  }

  /// Carries out what was decided, when its day comes.
  void carry_out(Clock& clock) {
    for (const Decision& one : decisions_) {
      if (one.effective == one.day) continue;  // done at once
      clock.sleep_until(one.effective);
      carry_out(one);
    }
  }

 private:
  struct Decision {
    std::int64_t day;
    std::int64_t since;                      ///< where the window begins
    std::int64_t effective;                  ///< when places come
    std::vector<Steering::Count> changes{};  ///< places more, or fewer
    bool moves = false;                      ///< places from one to another
  };

  void take(Decision& decision, const NodeRecord::Usage& before, const NodeRecord::Usage& now) {
    const std::optional<double> seen = figure(decision, before, now);
    if (!seen) return;
    const bool beyond = rules_.when_above ? *seen > rules_.threshold : *seen < rules_.threshold;
    const bool must = beyond || (rules_.or_equal && *seen == rules_.threshold);
    using What = RoleAction::What;
    region_.tell({.at = region_.now(),
                  .role = role_,
                  .what = must ? What::decided : What::decided_not,
                  .node = rules_.watches,
                  .because = *seen});
    if (!must) return;
    for (const Steering::Count& open : rules_.opens) {
      const std::int64_t left = rules_.at_most ? *rules_.at_most - opened_ : open.places;
      const std::int64_t places = std::clamp<std::int64_t>(left, 0, open.places);
      opened_ += places;
      decision.changes.push_back({open.in, places});
    }
    for (const Steering::Count& close : rules_.closes)
      decision.changes.push_back({close.in, -close.places});
    decision.moves = rules_.moves.has_value();
    if (decision.effective == decision.day) carry_out(decision);
  }

  void carry_out(const Decision& decision) {
    for (const Steering::Count& change : decision.changes) {
      const std::int64_t closable = -region_.places_of(change.in);
      change_places(change.in, std::max(change.places, closable));
    }
    if (!decision.moves) return;
    const Steering::Move& move = *rules_.moves;
    const std::int64_t places = std::min(move.places, region_.places_of(move.from));
    change_places(move.from, -places);
    change_places(move.to, places);
  }

  void change_places(NodeId arrangement, std::int64_t places) {
    if (places == 0) return;
    region_.add_places(arrangement, places);
    region_.tell({.at = region_.now(),
                  .role = role_,
                  .what = places > 0 ? RoleAction::What::opened : RoleAction::What::closed,
                  .node = arrangement,
                  .amount = static_cast<double>(std::abs(places))});
  }

  /// What the group sees; nothing without data.
  std::optional<double> figure(const Decision& decision, const NodeRecord::Usage& before,
                               const NodeRecord::Usage& now) const {
    using Figure = Steering::Figure;
    const auto days = static_cast<double>(decision.day - decision.since);
    const auto mean = [days](double from, double to) -> std::optional<double> {
      return days > 0 ? std::optional((to - from) / days) : std::nullopt;
    };
    const auto ratio = [](double part, double whole) -> std::optional<double> {
      return whole > 0 ? std::optional(part / whole) : std::nullopt;
    };
    switch (rules_.figure) {
      case Figure::still_waiting:
        return static_cast<double>(region_.listed_at(rules_.watches));
      case Figure::occupied_mean:
        return mean(before.occupied_days, now.occupied_days);
      case Figure::waiting_mean:
        return mean(before.waiting_days, now.waiting_days);
      case Figure::utilisation:
        if (now.available_hours > 0)
          return ratio(now.worked_hours - before.worked_hours,
                       now.available_hours - before.available_hours);
        return ratio(now.occupied_days - before.occupied_days,
                     now.places_days - before.places_days);
      default:
        break;
    }
    std::vector<double> waits =
        region_.waits_since(rules_.watches, Instant::at_day(decision.since));
    if (waits.empty()) return std::nullopt;
    std::ranges::sort(waits);
    const auto within = [&](double limit_days) {
      const auto count =
          std::ranges::count_if(waits, [&](double wait) { return wait <= limit_days; });
      return static_cast<double>(count) / static_cast<double>(waits.size());
    };
    switch (rules_.figure) {
      case Figure::wait_p50:
        return quantile(waits, 0.5);
      case Figure::wait_p90:
        return quantile(waits, 0.9);
      case Figure::entered_within_6w:
        return within(42);
      case Figure::entered_within_10w:
        return within(70);
      default:
        return mean_of(waits);
    }
  }

  Region& region_;
  const Period& period_;
  std::int32_t role_;
  const Steering& rules_;
  std::vector<Decision> decisions_;
  std::int64_t opened_ = 0;  ///< places opened, or to be opened
};

}  // namespace

void add_steering(Clock& clock, Region& region, const Scenario& scenario, std::int32_t role) {
  const auto group = std::make_shared<Group>(region, scenario, role);
  clock.add_process("steering, places", Phase::changes,
                    [group](Clock& its) { group->carry_out(its); });
  clock.add_process("steering", Phase::roles, [group](Clock& its) { group->decide(its); });
}

}  // namespace doorstroom
