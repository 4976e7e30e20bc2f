#include "models/continuum/timers.hpp"

#include <algorithm>

#include "models/continuum/legal_clocks.hpp"

namespace doorstroom {

void Timers::plan_staying_home(Youth& youth, Instant since) {
  const auto& stays_home_after = wait_rules(youth).stays_home_after;
  if (!stays_home_after) return;
  const double u = wait_draw(youth, Decision::stays_home_after, youth.wait.draws.stays_home++);
  const Days patience = patience_beyond(youth, *stays_home_after, links_.time.now() - since, u);
  youth.timers.stays_home =
      schedule(youth, since + patience, Phase::departures, EventKind::stays_home);
}

void Timers::plan_giving_up(Youth& youth) {
  const auto& leaves_after = wait_rules(youth).leaves_after;
  if (!leaves_after) return;
  const double u = wait_draw(youth, Decision::leaves_after, youth.wait.draws.leaves++);
  const Instant asked = youth.visit.asked;
  const Days patience = patience_beyond(youth, *leaves_after, links_.time.now() - asked, u);
  youth.timers.gives_up = schedule(youth, asked + patience, Phase::departures, EventKind::gives_up);
}

/// Patience from the start of waiting, given that it has lasted `waited` so far.
Days Timers::patience_beyond(const Youth& youth, const Quantity& patience, Days waited,
                             double u) const {
  const EvaluationTime when = links_.time.when();
  const double scale = links_.sampler.severity_scale(youth.person, &SeverityScale::patience) *
                       links_.sampler.help_scale(youth, &Helps::patience);
  if (waited <= Days{0}) return Days{patience.draw(u, when) * scale};
  return Days{patience.draw_beyond(waited.count, scale, u, when)};
}

void Timers::plan_worsening(Youth& youth) {
  Worsening& next = youth.wait.worsening;
  next.expected = false;
  if (youth.person.severity == links_.scenario.severities.last_id()) return;
  const double rate = links_.sampler.value(wait_rules(youth).worsens);
  if (rate <= 0) return;
  const double u = wait_draw(youth, Decision::worsens, youth.wait.draws.worsens++);
  next = {.expected = true,
          .days = exponential_quantile(u) / rate,
          .since = links_.time.now(),
          .pace = links_.sampler.help_scale(youth, &Helps::worsens)};
  schedule_worsening(youth);
}

void Timers::rescale_worsening(Youth& youth) {
  Worsening& next = youth.wait.worsening;
  if (!next.expected) return;
  const double pace = links_.sampler.help_scale(youth, &Helps::worsens);
  if (pace == next.pace) return;
  next.days = std::max(0.0, next.days - (links_.time.now() - next.since).count * next.pace);
  next.since = links_.time.now();
  next.pace = pace;
  schedule_worsening(youth);
}

void Timers::schedule_worsening(Youth& youth) {
  const Worsening& next = youth.wait.worsening;
  links_.calendar.cancel(youth.timers.worsens);
  if (next.pace > 0)
    youth.timers.worsens = schedule(youth, next.since + Days{next.days / next.pace},
                                    Phase::departures, EventKind::worsens);
}

void Timers::cancel_wait(Youth& youth) {
  links_.calendar.cancel(youth.timers.stays_home);
  links_.calendar.cancel(youth.timers.gives_up);
  links_.calendar.cancel(youth.timers.worsens);
  youth.wait.worsening.expected = false;
  links_.calendar.cancel(youth.timers.looks_elsewhere);
}

void Timers::plan_end_of_absence(Youth& youth, Instant from) {
  const std::uint32_t spell = youth.schooling.hazard_spells - 1;
  const EvaluationTime since{youth.schooling.hazards_at, youth.schooling.hazards_before_changes};
  const auto time_of = [&](double u, double rate) {
    return since.at + Days{exponential_quantile(u) / rate};
  };
  const Absence& absence = links_.scenario.absence;
  const Period& period = links_.scenario.period;

  Instant first = never;
  youth.schooling.absence_leads_to = no_node;
  if (const double rate = absence.back_to_school.at(period, since); rate > 0) {
    const double u = links_.draws.in_absence(youth.person, Decision::back_to_school, spell);
    if (const Instant at = time_of(u, rate); at >= from) first = at;
  }
  for (const Absence::Leave& leave : absence.leaves) {
    const double rate = leave.rate.at(period, since);
    if (rate <= 0) continue;
    const double u = links_.draws.at(youth.person, leave.to, Decision::absence_leaves, spell);
    // A quantile is not below u itself, which spares most logarithms.
    if (u / rate > (first - since.at).count) continue;
    const Instant at = time_of(u, rate);
    if (at < from || at >= first) continue;
    first = at;
    youth.schooling.absence_leads_to = leave.to;
  }
  links_.calendar.cancel(youth.timers.absence_ends);
  if (first < never)
    youth.timers.absence_ends = schedule(youth, first, Phase::departures, EventKind::absence_ends);
}

void Timers::plan_case(Youth& youth) {
  const Days after{links_.sampler.value(links_.scenario.absence.opens->after)};
  const Instant due = std::max(links_.time.now(), youth.schooling.absent_since + after);
  schedule(youth, youth.timers.case_opens, due, EventKind::case_opens);
}

void Timers::plan_leaving_by_age(Youth& youth, const std::optional<double>& age_years) {
  LateTimer& timer = youth.timers.ages_out;
  if (!age_years) return links_.calendar.cancel(timer.event);
  const Instant due =
      std::max(youth.person.born + Days{*age_years * days_per_year}, links_.time.now());
  schedule(youth, timer, due, EventKind::ages_out);
}

/// An event that is scheduled for that moment already stays as it is.
void Timers::plan_end_of_term(Youth& youth) {
  LateTimer& timer = youth.timers.term_ends;
  const Instant next = LegalClocks::next_due(youth);
  if (next == never) return links_.calendar.cancel(timer.event);
  const Instant due = std::max(next, links_.time.now());
  if (timer.event != Calendar::none && timer.due == due) return;
  schedule(youth, timer, due, EventKind::term_ends);
}

void Timers::schedule(Youth& youth, LateTimer& timer, Instant due, EventKind kind) {
  links_.calendar.cancel(timer.event);
  timer = {.event = schedule(youth, due, Phase::departures, kind),
           .due = due,
           .asked = youth.visit.asked};
}

bool Timers::defer(Youth& youth, LateTimer& timer, EventKind kind) {
  timer.event = Calendar::none;
  if (timer.asked == youth.visit.asked) return false;
  schedule(youth, timer, timer.due, kind);
  return true;
}

}  // namespace doorstroom
