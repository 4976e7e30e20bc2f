#pragma once
/// Schedules what will happen to a youth unless something else comes first: losing patience,
/// staying home, worsening, the end of absence, leaving by age, the end of a legal term.
///
/// Each timer is one event in the calendar, whose handle stands in Youth::timers. Events of one
/// instant and phase come in the order in which youths asked, then in standing order. What outlasts
/// a request (LateTimer) is scheduled anew once it is due, if the youth has asked since (defer).
///
/// Patience and hazards are drawn once and kept, whatever changes later. Worsening is drawn anew at
/// each step, at the rate of that moment; help beside the way changes the pace of what is left.

#include <optional>

#include "engine/calendar.hpp"
#include "models/continuum/event_kind.hpp"
#include "models/continuum/sampler.hpp"
#include "models/continuum/youth.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

class Timers {
 public:
  /// All must outlive it.
  struct Links {
    const Scenario& scenario;
    const SimulationTime& time;
    const Draws& draws;
    const Sampler& sampler;
    Calendar& calendar;
  };
  explicit Timers(const Links& links) : links_(links), horizon_(links.scenario.period.horizon()) {}

  /// @return the handle of the event; none, where it is due at the horizon or later
  Calendar::Handle schedule(const Youth& youth, Instant at, Phase phase, EventKind kind) {
    if (at >= horizon_) return Calendar::none;
    const Instant asked = phase == Phase::requests ? at : youth.visit.asked;
    return links_.calendar.schedule({.due = {at, phase},
                                     .precedence = {asked.ticks, youth.person.order},
                                     .subject = youth.slot,
                                     .kind = kind_of(youth, kind)});
  }

  /// The youth stays home once patience of `stays_home_after` ends, counted from `since`.
  void plan_staying_home(Youth& youth, Instant since);
  /// The youth gives up once patience of `leaves_after` ends, counted from asking.
  void plan_giving_up(Youth& youth);
  /// The next step up in severity, while the youth waits.
  void plan_worsening(Youth& youth);
  /// Help beside the way has begun or ended: what is left until that step takes more or less time.
  void rescale_worsening(Youth& youth);
  void cancel_wait(Youth& youth);

  /// The first hazard of this spell of absence that is due at `from` or later.
  void plan_end_of_absence(Youth& youth, Instant from);
  /// Absence opens a case once it has lasted long enough.
  void plan_case(Youth& youth);

  /// The youth leaves at that age from now on, or at once where it has passed. None: at no age.
  void plan_leaving_by_age(Youth& youth, const std::optional<double>& age_years);
  /// The first legal term of the youth runs out.
  void plan_end_of_term(Youth& youth);

  /// An event of the youth is due. @return whether it comes later at this moment, behind those who
  ///         asked before: the youth has asked since it was scheduled
  bool defer(Youth& youth, LateTimer& timer, EventKind kind);

 private:
  Days patience_beyond(const Youth& youth, const Quantity& patience, Days waited, double u) const;
  void schedule(Youth& youth, LateTimer& timer, Instant due, EventKind kind);
  void schedule_worsening(Youth& youth);
  static std::uint8_t kind_of(const Youth& youth, EventKind kind) {
    return static_cast<std::uint8_t>(static_cast<std::uint8_t>(kind) +
                                     (youth.is_track() ? on_track : 0));
  }
  double wait_draw(const Youth& youth, Decision decision, std::uint32_t times) const {
    return links_.draws.at(youth.person, youth.wait.rules_of, decision, youth.wait.rules_ordinal,
                           times);
  }
  const Waiting& wait_rules(const Youth& youth) const {
    return links_.scenario.nodes[youth.wait.rules_of].waiting;
  }

  Links links_;
  Instant horizon_;
};

}  // namespace doorstroom
