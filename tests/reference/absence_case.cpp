// The case that a desk opens when an absence lasts, beside the youth's own way.

#include <algorithm>
#include <utility>

#include "tests/reference/world.hpp"

namespace doorstroom::reference {

void Youth::await_case() {
  const std::optional<Absence::Case>& opens = world_.scenario.absence.opens;
  if (!opens) return;
  set_alarm(std::max(world_.now, absent_since_ + opens->after), Phase::departures,
            Wake::opens_case);
}

void Youth::open_case() {
  const Absence::Case& opens = *world_.scenario.absence.opens;
  if (case_ || way_to_ == opens.desk) return;
  const std::uint32_t spell = spells_ - 1;
  const double u = draw(hash32(world_.node(opens.desk).id), Decision::absence_case, spell * 256);
  if (!happens(u, world_.value(opens.share))) return;
  case_ = request_at(begin_stop(opens.desk));
  case_spell_ = spell;
  case_->preference = 1000;  // behind the youth's own
  case_->visit.beside = true;
  case_->room->list.push_back(case_.get());
}

void Youth::begin_case() {
  const Desk& desk = world_.desk(case_->visit.node);
  std::erase(case_->room->list, case_.get());
  begin(*case_);
  const Days takes{desk.takes.draw(draw_here(*case_->stop, Decision::takes), world_.when())};
  Instant decided = world_.work_until(desk, takes);
  Instant done = decided;
  if (!desk.unlimited) {
    Stop& here = *case_->stop;
    here.first_work = scaled(desk.work.draw(draw_here(here, Decision::work), world_.when()),
                             &SeverityScale::work);
    done = work_done(*case_, here.first_work);
    decided = std::max(done, world_.now + takes);
  }
  set_alarm(done, Phase::endings, Wake::work_done, no_node, case_.get());
  set_alarm(decided, Phase::endings, Wake::decided, no_node, case_.get());
}

/// May end in school, if the absence that it is about lasts.
void Youth::decide_case() {
  const Absence::Case& opens = *world_.scenario.absence.opens;
  const double u =
      draw(hash32(world_.node(opens.desk).id), Decision::case_in_school, case_spell_ * 256);
  const bool lasts = hazards_run_ && case_spell_ + 1 == spells_;
  close_case(Outcome::completed);
  if (lasts && happens(u, world_.value(opens.back_to_school))) go_back_to_school();
}

/// Not begun, it is for nothing when the youth attends, enters an arrangement or leaves.
void Youth::let_case_lapse() {
  if (case_ && case_->visit.entered == never) close_case(Outcome::lapsed);
}

void Youth::close_case(Outcome outcome) {
  leave(*case_, outcome, no_node);
  case_.reset();
}

/// Nothing is counted of the youth any more, until he or she comes back.
void Youth::leave_case_behind() {
  tell_youth(*case_);
  case_->left_behind = true;
  case_left_behind_ = std::move(case_);
}

/// Who comes back before it is decided has the case again.
void Youth::find_case_again() {
  case_ = std::move(case_left_behind_);
  if (case_) case_->left_behind = false;
}

/// What the youth asks where a case is open: the desk goes on with it as with that case, which is
/// for nothing.
/// @return what is left of the work, if it has begun
std::optional<Youth::Progress> Youth::take_over_case(Request& request) {
  if (!case_ || case_->visit.node != request.visit.node) return std::nullopt;
  if (case_->visit.entered == never) {
    request.in_line_since = case_->in_line_since;
    close_case(Outcome::lapsed);
    return std::nullopt;
  }
  Progress work{world_.now, never, case_->stop->first_work};
  std::erase_if(alarms_, [&](const Alarm& alarm) {
    if (alarm.request != case_.get()) return false;
    (alarm.why == Wake::decided ? work.decided : work.done) = alarm.moment.at;
    world_.agenda.erase(alarm);
    return true;
  });
  const bool at_work = case_->use != nullptr;
  const double hours_a_day = at_work ? case_->use->hours_a_day : 0;
  close_case(Outcome::lapsed);
  begin(request);
  if (at_work) {
    request.use->hours_a_day = hours_a_day;
  } else {
    end_use(request);
  }
  return work;
}

/// Whether what wakes the youth is about a case, which goes on then.
bool Youth::is_about_case() {
  Request* const its = woken_by_.request;
  const bool is_left = its && its == case_left_behind_.get();
  if (!its || (its != case_.get() && !is_left)) return false;
  if (woken_by_.why == Wake::is_offered) begin_case();
  if (woken_by_.why == Wake::work_done) end_use(*its);
  if (woken_by_.why != Wake::decided) return true;
  if (!is_left) {
    decide_case();
  } else {
    leave(*its, Outcome::completed, no_node);
    case_left_behind_.reset();
  }
  return true;
}

}  // namespace doorstroom::reference
