#include "results/story/wait_account.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "results/story/desk_days.hpp"

namespace doorstroom {
namespace {

/// The places of one unit of an arrangement and the youths in them, computed from the rows.
class Site {
 public:
  Site(const RetainedVisits& rows, const Scenario& scenario, const Visit& asker)
      : rows_(rows),
        scenario_(scenario),
        node_(scenario.nodes[asker.node]),
        id_(asker.node),
        unit_(asker.unit),
        arrangement_(scenario.arrangements[static_cast<std::size_t>(node_.index)]) {
    for (const Visit& visit : rows.visits)
      if (visit.node == id_ && visit.unit == unit_ && visit.entered != never &&
          visit.youth != asker.youth) {
        Visit& stay = stays_.emplace_back(visit);  // who was found there, was not there before
        stay.entered = std::max(stay.entered, rows.youths.at(visit.youth).arrived);
      }
    for (const RoleAction& action : rows.actions)
      if (action.what == RoleAction::What::made_place && action.node == id_)
        find_extra_place(action);
  }

  bool is_unlimited() const { return arrangement_.unlimited; }
  bool has_start_days() const { return !arrangement_.starts.empty(); }

  std::int64_t taken_at(Instant at) const { return inside(stays_, at); }

  std::int64_t places_at(Instant at) const {
    if (has_stopped(at)) return inside(extra_, at);
    const auto midnight = Instant::at_day(scenario_.period.day_of(scenario_.period.date_of(at)));
    double all = std::floor(arrangement_.places.at(scenario_.period, {midnight}) + 1e-9);
    for (const RoleAction& action : rows_.actions) {
      if (action.at > at || action.node != id_) continue;
      if (action.what == RoleAction::What::opened) all += action.amount;
      if (action.what == RoleAction::What::closed) all -= action.amount;
    }
    for (const Intervention& one : scenario_.interventions)
      if (one.stops && one.stops->node == id_ && one.stops->notice <= at)
        all -= static_cast<double>(one.stops->places);
    const auto whole = static_cast<std::int64_t>(std::max(0.0, all));
    const std::int64_t count = node_.units.count;
    return whole / count + (unit_ < whole % count ? 1 : 0) + inside(extra_, at);
  }

  /// The moments within a span at which places or their occupation may change, with both ends.
  std::set<Instant> turns(Instant from, Instant to) const {
    std::set<Instant> turns{from, to};
    const auto add = [&](Instant at) {
      if (from < at && at < to) turns.insert(at);
    };
    for (const Visit& stay : stays_) {
      add(stay.entered);
      add(stay.left);
    }
    for (const RoleAction& action : rows_.actions) add(action.at);
    for (const std::int64_t day : days_of_change(arrangement_.places, scenario_.period))
      add(Instant::at_day(day));
    for (const Intervention& one : scenario_.interventions)
      if (one.stops && one.stops->node == id_)
        add(one.stops->places > 0 ? one.stops->notice : one.stops->on);
    return turns;
  }

 private:
  static std::int64_t inside(const std::vector<Visit>& stays, Instant at) {
    return std::ranges::count_if(
        stays, [at](const Visit& stay) { return stay.entered <= at && at < stay.left; });
  }

  bool has_stopped(Instant at) const {
    return std::ranges::any_of(scenario_.interventions, [&](const Intervention& one) {
      return one.stops && one.stops->node == id_ && one.stops->on <= at &&
             std::ranges::count(one.stops->units, unit_) > 0;
    });
  }

  /// An extra place made for a youth exists as long as the youth stays.
  void find_extra_place(const RoleAction& action) {
    const auto made_for = std::ranges::find_if(rows_.visits, [&](const Visit& visit) {
      return visit.node == id_ && visit.entered == action.at;
    });
    if (made_for != rows_.visits.end() && made_for->unit == unit_) extra_.push_back(*made_for);
  }

  const RetainedVisits& rows_;
  const Scenario& scenario_;
  const Node& node_;
  NodeId id_;
  std::int16_t unit_;
  const Arrangement& arrangement_;
  std::vector<Visit> stays_;  ///< of others
  std::vector<Visit> extra_;  ///< in places made for them
};

void account_for_places(const Site& site, Instant from, Instant to, WaitAccount& account) {
  if (site.is_unlimited()) {
    account.otherwise = to - from;
    return;
  }
  account.places = site.places_at(from);
  account.full_when_asked = site.taken_at(from) >= account.places;
  const std::set<Instant> turns = site.turns(from, to);
  for (auto turn = turns.begin(); std::next(turn) != turns.end(); ++turn) {
    const bool full = site.taken_at(*turn) >= site.places_at(*turn);
    Days& part = full                    ? account.without_place
                 : site.has_start_days() ? account.without_start
                                         : account.otherwise;
    part = part + (*std::next(turn) - *turn);
  }
}

}  // namespace

WaitAccount account_of_wait(const RetainedVisits& rows, const Scenario& scenario,
                            const Step& step) {
  const Visit& visit = step.visit;
  const Node& node = scenario.nodes[visit.node];
  // For a youth who was found waiting, rows show only what came after.
  const Instant from = std::max(visit.asked, step.present_since);
  const Instant to = step.waited_until(scenario.period);
  WaitAccount account;
  account.length = to - from;
  if (to <= from) return {};
  for (const Visit& other : rows.visits) {
    const bool served = other.node == visit.node && other.unit == visit.unit &&
                        other.youth != visit.youth && other.entered != never &&
                        from <= other.entered &&
                        (other.entered < to || (other.entered == to && other.asked <= visit.asked));
    if (!served) continue;
    ++account.served;
    if (other.asked <= visit.asked) ++account.served_before;
  }
  if (node.kind == NodeKind::desk) {
    const Desk& desk = scenario.desks[static_cast<std::size_t>(node.index)];
    account.closed = closed_between(desk, scenario.period, from, to);
  } else {
    account_for_places(Site(rows, scenario, visit), from, to, account);
  }
  return account;
}

}  // namespace doorstroom
