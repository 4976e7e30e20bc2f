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
  if (case_) return;
  const std::uint32_t spell = spells_ - 1;
  const double u = draw(hash32(world_.node(opens.desk).id), Decision::absence_case, spell * 256);
  if (!happens(u, world_.value(opens.share))) return;
  case_ = request_at(begin_stop(opens.desk));
  case_spell_ = spell;
  case_->preference = 1000;  // behind the youth's own
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
    done = work_done(*case_,
                     scaled(desk.work.draw(draw_here(*case_->stop, Decision::work), world_.when()),
                            &SeverityScale::work));
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

/// Nothing is counted of the youth any more, who may get another case after coming back.
void Youth::leave_case_behind() {
  tell_youth(*case_);
  case_->left_behind = true;
  cases_left_behind_.push_back(std::move(case_));
}

/// Whether what wakes the youth is about a case, which goes on then.
bool Youth::is_about_case() {
  Request* const its = woken_by_.request;
  const auto left =
      std::ranges::find(cases_left_behind_, its, [](const auto& one) { return one.get(); });
  const bool is_left = left != cases_left_behind_.end();
  if (!its || (its != case_.get() && !is_left)) return false;
  if (woken_by_.why == Wake::is_offered) begin_case();
  if (woken_by_.why == Wake::work_done) end_use(*its);
  if (woken_by_.why != Wake::decided) return true;
  if (!is_left) {
    decide_case();
  } else {
    leave(*its, Outcome::completed, no_node);
    cases_left_behind_.erase(left);
  }
  return true;
}

}  // namespace doorstroom::reference
