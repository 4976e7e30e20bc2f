// What goes on beside the youth's own way: the case that a desk opens when an absence lasts, and
// help that is asked for on the way. At most one of both at a node.

#include <algorithm>
#include <utility>

#include "tests/reference/world.hpp"

namespace doorstroom::reference {

void Youth::await_case() {
  const std::optional<Absence::Case>& opens = world_.scenario.absence.opens;
  if (!opens) return;
  const Days after{world_.value(opens->after)};
  set_alarm(std::max(world_.now, absent_since_ + after), Phase::departures, Wake::opens_case);
}

void Youth::open_case() {
  const Absence::Case& opens = *world_.scenario.absence.opens;
  if (beside_.contains(opens.desk) || way_to_ == opens.desk) return;
  const std::uint32_t spell = spells_ - 1;
  const double u = draw(hash32(world_.node(opens.desk).id), Decision::absence_case, spell * 256);
  if (!happens(u, world_.value(opens.share))) return;
  open_beside(opens.desk, world_.now).spell = spell;
}

Request& Youth::open_beside(NodeId node, Instant asks) {
  beside_[node] = request_at(begin_stop(node));
  Request& beside = *beside_[node];
  beside.preference = 1000 + static_cast<std::size_t>(node.number());  // behind the own way
  beside.visit.beside = true;
  beside.visit.asked = never;
  set_alarm(asks, Phase::requests, Wake::asks_beside, no_node, &beside);
  return beside;
}

/// Who enters a node, or comes from a source, may ask for help: what the node says, then what the
/// route says that led there.
void Youth::ask_also(const StopHere& here) {
  ask_for(world_.node(here->node).also, here->number * 256, here);
  if (came_.route) ask_for(came_.route->also, came_.from->number * 256, here);
}

void Youth::ask_for(const std::vector<Also>& help, std::uint32_t occasion, const StopHere& here) {
  for (const Also& also : help) {
    const double u = draw(also.address, Decision::also, occasion);
    if (beside_.contains(also.to) || !happens(u, world_.value(also.share))) continue;
    const Days delay{
        also.delay.draw(draw(also.address, Decision::also_delay, occasion), world_.when())};
    open_beside(also.to, world_.now + delay).asked_in = here;
  }
}

void Youth::ask_beside(Request& beside) {
  const NodeId node = beside.visit.node;
  beside.visit.asked = beside.in_line_since = world_.now;
  beside.absent_ticks_on_asking = absent_ticks();
  beside.room = &room_at(node);
  beside.room->list.push_back(&beside);
  if (!world_.node(node).beside) return;
  on_asking(node);
  const Waiting& waiting = world_.node(node).waiting;
  if (beside.spell || !waiting.leaves_after) return;
  set_alarm(world_.now, Phase::departures, Wake::keeps_waiting, no_node, &beside);
}

/// A place or a worker is offered.
void Youth::begin_beside(Request& beside) {
  const NodeId node = beside.visit.node;
  const bool at_desk = world_.node(node).kind == NodeKind::desk;
  if (!at_desk && !admitted(node)) return end_beside(beside, Outcome::refused);
  cancel_beside(beside);
  std::erase(beside.room->list, &beside);
  begin(beside);
  if (world_.node(node).beside) {
    on_entering(node);
    help_had_[node] = never;
    change_pace();
  }
  if (at_desk) return begin_work_beside(beside);
  const Arrangement& arrangement = world_.arrangement(node);
  const double stay =
      scaled(stay_at(arrangement.stay).draw(draw_here(*beside.stop, Decision::stay), world_.when()),
             &SeverityScale::stay);
  set_alarm(std::min(world_.now + Days{stay}, last_moment_in(arrangement)), Phase::endings,
            Wake::stay_over, no_node, &beside);
}

void Youth::begin_work_beside(Request& beside) {
  const Desk& desk = world_.desk(beside.visit.node);
  Stop& here = *beside.stop;
  const Days takes{desk.takes.draw(draw_here(here, Decision::takes), world_.when())};
  Instant decided = world_.work_until(desk, takes);
  Instant done = decided;
  if (!desk.unlimited) {
    here.first_work = scaled(desk.work.draw(draw_here(here, Decision::work), world_.when()),
                             &SeverityScale::work);
    done = work_done(beside, here.first_work);
    decided = std::max(done, world_.now + takes);
  }
  set_alarm(done, Phase::endings, Wake::work_done, no_node, &beside);
  set_alarm(decided, Phase::endings, Wake::decided, no_node, &beside);
}

/// A case of absence may end in school, if the absence that it is about lasts.
void Youth::decide_beside(Request& beside) {
  const NodeId node = beside.visit.node;
  if (world_.node(node).beside && !beside.left_behind) on_decision(node);
  if (!beside.spell || beside.left_behind) return end_beside(beside, Outcome::completed);
  const std::uint32_t spell = *beside.spell;
  const double u = draw(hash32(world_.node(node).id), Decision::case_in_school, spell * 256);
  const bool lasts = hazards_run_ && spell + 1 == spells_;
  end_beside(beside, Outcome::completed);
  const double chance = world_.value(world_.scenario.absence.opens->back_to_school);
  if (lasts && happens(u, chance)) go_back_to_school();
}

/// Not begun, it is for nothing when the youth attends, enters an arrangement or leaves.
void Youth::let_case_lapse() {
  if (!world_.scenario.absence.opens) return;
  const auto open = beside_.find(world_.scenario.absence.opens->desk);
  if (open != beside_.end() && open->second->spell && open->second->visit.entered == never)
    end_beside(*open->second, Outcome::lapsed);
}

/// A visit is over in which the youth asked for help that ends with it.
void Youth::end_help_asked_in(const StopHere& here) {
  std::vector<Request*> over;
  for (const auto& [node, beside] : beside_) {
    const bool in_work = world_.node(node).kind == NodeKind::desk && beside->visit.entered != never;
    if (beside->asked_in == here && world_.node(node).ends_with_main && !in_work)
      over.push_back(beside.get());
  }
  for (Request* beside : over) end_beside(*beside, Outcome::lapsed);
}

/// What has not asked yet ends without a visit.
void Youth::end_beside(Request& beside, Outcome outcome) {
  const NodeId node = beside.visit.node;
  cancel_beside(beside);
  if (beside.visit.asked != never) leave(beside, outcome, no_node);
  beside_.erase(node);
  const auto had = help_had_.find(node);
  if (had == help_had_.end() || had->second != never) return;
  had->second = world_.now;
  change_pace();
}

/// The youth leaves: only work that has begun goes on.
void Youth::leave_all_beside() {
  std::vector<Request*> over;
  for (const auto& [node, beside] : beside_)
    if (world_.node(node).kind != NodeKind::desk || beside->visit.entered == never)
      over.push_back(beside.get());
  for (Request* beside : over) end_beside(*beside, Outcome::lapsed);
}

/// Nothing is counted of the youth any more, until he or she comes back.
void Youth::leave_work_behind() {
  for (const auto& [node, beside] : beside_) {
    tell_youth(*beside);
    beside->left_behind = true;
  }
}

void Youth::find_work_again() {
  for (const auto& [node, beside] : beside_) beside->left_behind = false;
}

/// What the youth asks where a case is open: the desk goes on with it as with that case, which is
/// for nothing.
/// @return what is left of the work, if it has begun
std::optional<Progress> Youth::take_over(Request& request) {
  const auto open = beside_.find(request.visit.node);
  if (open == beside_.end()) return std::nullopt;
  Request& beside = *open->second;
  if (beside.visit.entered == never) {
    if (beside.visit.asked != never) request.in_line_since = beside.in_line_since;
    end_beside(beside, Outcome::lapsed);
    return std::nullopt;
  }
  Progress work{world_.now, never, beside.stop->first_work};
  for (const Alarm& alarm : alarms_)
    if (alarm.request == &beside)
      (alarm.why == Wake::decided ? work.decided : work.done) = alarm.moment.at;
  const bool at_work = beside.use != nullptr;
  const double hours_a_day = at_work ? beside.use->hours_a_day : 0;
  end_beside(beside, Outcome::lapsed);
  begin(request);
  if (at_work) {
    request.use->hours_a_day = hours_a_day;
  } else {
    end_use(request);
  }
  return work;
}

/// Whether what wakes the youth is beside the way, and dealt with.
bool Youth::is_beside() {
  Request* const its = woken_by_.request;
  const bool known = its && std::ranges::any_of(beside_, [its](const auto& one) {
                       return one.second.get() == its;
                     });
  if (!known) return false;
  switch (woken_by_.why) {
    case Wake::asks_beside:
      ask_beside(*its);
      break;
    case Wake::keeps_waiting: {
      const double patience = world_.node(its->visit.node)
                                  .waiting.leaves_after->draw(
                                      draw_here(*its->stop, Decision::leaves_after), world_.when());
      set_alarm(world_.now + Days{scaled(patience, &SeverityScale::patience)}, Phase::departures,
                Wake::gives_up, no_node, its);
      break;
    }
    case Wake::gives_up:
      end_beside(*its, Outcome::left_list);
      break;
    case Wake::is_offered:
      begin_beside(*its);
      break;
    case Wake::work_done:
      end_use(*its);
      break;
    case Wake::decided:
      decide_beside(*its);
      break;
    default:
      end_beside(*its, Outcome::completed);
  }
  return true;
}

// --- Help ----------------------------------------------------------------------------------------

bool Youth::has_help(const Condition& condition) const {
  const auto any_of = [this](const std::vector<NodeId>& nodes, auto holds) {
    return nodes.empty() || std::ranges::any_of(nodes, [&](NodeId node) {
             const auto had = help_had_.find(node);
             return had != help_had_.end() && holds(had->second);
           });
  };
  return any_of(condition.beside, [](Instant until) { return until == never; }) &&
         any_of(condition.had, [&](Instant until) {
           return until == never || world_.now - until <= condition.within;
         });
}

/// What all help that goes on makes of something, in order of nodes.
double Youth::helped(Number Helps::*what) const {
  double factor = 1;
  for (const auto& [node, until] : help_had_)
    if (until == never) factor *= world_.value(world_.node(node).helps.*what);
  return factor;
}

/// The next step in severity comes sooner or later from now on.
void Youth::change_pace() {
  const double pace = helped(&Helps::worsens);
  if (step_pace_ < 0 || pace == step_pace_) return;
  step_days_ = std::max(0.0, step_days_ - (world_.now - step_since_).count * step_pace_);
  step_since_ = world_.now;
  step_pace_ = pace;
  set_step();
}

}  // namespace doorstroom::reference
