// The life of a youth: from node to node.

#include <algorithm>
#include <utility>

#include "models/continuum/draws.hpp"
#include "tests/reference/world.hpp"

namespace doorstroom::reference {

void Youth::live() {
  try {
    std::optional<Way> way = person_.found ? be_found() : arrive();
    while (way) way = follow(*way);
  } catch (const TooOld&) {
    waits_at_ = nullptr;
    step_pace_ = -1;
    while (!requests_.empty()) {
      Request& last = *requests_.back();
      const bool leads_on = &last == held_ || &last == &first_request();
      leave(last, Outcome::aged_out, leads_on ? world_.scenario.leaves_to : no_node);
    }
    on_entering(world_.scenario.leaves_to);
    close_terms(&ClockRecord::voided);
    cancel_all();
  } catch (const Replaced&) {
    make_way();
  }
  go_away();
  while (!beside_.empty()) sleep();
  world_.conductor->release();
}

std::optional<Way> Youth::arrive() {
  set_alarm(person_.arrives, Phase::requests, Wake::arrives);
  sleep();
  asked_ = world_.now;
  watch_age(nullptr);
  const Source& source = world_.scenario.sources[world_.node(person_.source).index];
  if (happens(draw_self(Decision::absent_on_arrival), world_.value(source.absent))) stay_home();
  const StopHere here = begin_stop(person_.source);
  const Way way = choose_way(here);
  ask_also(here);
  return way;
}

/// Leaves, to come back or not.
std::optional<Way> Youth::exit(NodeId exit) {
  on_entering(exit);
  close_terms(&ClockRecord::voided);
  const std::uint32_t before = exits_[exit]++;
  const std::optional<Returns>& returns = world_.scenario.exits[world_.node(exit).index].returns;
  if (!returns) return std::nullopt;
  const auto draw_there = [&](Decision decision) {
    return draw(hash32(world_.node(exit).id), decision, before);
  };
  if (!happens(draw_there(Decision::returns), world_.value(returns->share))) return std::nullopt;
  const Days away{returns->after.draw(draw_there(Decision::returns_after), world_.when())};
  const Instant back = world_.now + away;
  if (world_.scenario.leaves_at && back > becomes(*world_.scenario.leaves_at)) return std::nullopt;

  const Attendance taking_part = attendance_at(world_.node(exit));
  go_away();
  set_alarm(back, Phase::requests, Wake::arrives);
  sleep();
  find_work_again();
  watch_age(nullptr);
  become(taking_part);
  if (attendance_ == Attendance::absent) begin_hazards();
  return Way{nullptr, returns->to, nullptr, {}};
}

/// Leaves a case that is in work behind, which is finished without.
void Youth::go_away() {
  end_hazards();
  leave_all_beside();
  leave_work_behind();
  cancel(Wake::leaves_by_age);
  become(Attendance::attends);
}

/// Hands over, asks at the target, and stays there until it is clear where to go next; nowhere
/// after an exit, which without a handover is left by at once: nobody is asked.
std::optional<Way> Youth::follow(const Way& way) {
  way_to_ = way.to;
  came_ = way;
  if (way.helped) return visit_arrangement({way.to}, way);
  const bool is_exit = world_.node(way.to).kind == NodeKind::exit;
  if (is_exit && world_.now + way.delay == world_.now) return exit(way.to);
  set_alarm(world_.now + way.delay, Phase::requests, Wake::asks);
  if (sleep() == Wake::drops_all) {
    cancel(Wake::asks);
    return Way{way.from, woken_by_.to, nullptr, {}};
  }
  if (is_exit) return exit(way.to);
  if (leads_back(way.to)) set_out(way);
  const Nodes nodes = lists_of(way.to);
  const NodeId target = way_to_ = nodes.front();

  // The target's intake sends the case back. That counts as no visit to the target.
  if (way.route && !way.bounced_before) {
    const double u = draw(hash32(world_.node(target).id), Decision::bounce, stops_[target] * 256);
    if (happens(u, world_.value(way.route->bounce))) {
      leave(ask(std::make_shared<Stop>(Stop{.node = target})), Outcome::bounced, way.from->node);
      way_to_ = way.from->node;
      const double again = way.from->first_work * world_.value(way.route->rework);
      return visit_desk(way.from, Return{way, again});
    }
  }
  return world_.node(target).kind == NodeKind::desk ? visit_desk(begin_stop(target), {})
                                                    : visit_arrangement(nodes, way);
}

/// @param sent_back  of a case that was bounced
Way Youth::visit_desk(const StopHere& here, const std::optional<Return>& sent_back) {
  Request& request = ask(here);
  if (!sent_back) on_asking(here->node);
  const std::optional<Progress> taken_over = take_over(request);
  if (!taken_over && !sent_back && is_full(here->node)) {
    const NodeId elsewhere = world_.node(here->node).when_full;
    leave(request, Outcome::refused, elsewhere);
    return go({here, elsewhere, nullptr, {}});
  }
  if (!taken_over) return visit_desk_from_list(request, sent_back);
  if (!sent_back) {
    on_entering(here->node);
    ask_also(here);
    here->first_work = taken_over->first_work;
  }
  return wait_for_decision(request, *taken_over, sent_back);
}

Way Youth::visit_desk_from_list(Request& request, const std::optional<Return>& sent_back) {
  const StopHere here = request.stop;
  const Desk& desk = world_.desk(here->node);
  std::vector<Request*> lists{&request};
  if (!wait(lists)) return drop(here);

  begin(request);
  if (!sent_back) on_entering(here->node);
  Progress work{world_.now, world_.now};
  if (!desk.unlimited) {
    if (!sent_back)
      here->first_work = scaled(desk.work.draw(draw_here(*here, Decision::work), world_.when()),
                                &SeverityScale::work);
    work.done = work_done(request, sent_back ? sent_back->work : here->first_work);
  }
  work.decided = work.done;
  if (!sent_back) {
    const Days takes{desk.takes.draw(draw_here(*here, Decision::takes), world_.when())};
    work.decided =
        desk.unlimited ? world_.work_until(desk, takes) : std::max(work.done, world_.now + takes);
  }
  if (desk.unlimited) work.done = work.decided;  // nobody in particular works on it all the time
  if (!sent_back) ask_also(here);
  return wait_for_decision(request, work, sent_back);
}

Way Youth::wait_for_decision(Request& request, const Progress& work,
                             const std::optional<Return>& sent_back) {
  const StopHere here = request.stop;
  Wake why = Wake::work_done;
  if (request.use) {
    set_alarm(work.done, Phase::endings, Wake::work_done);
    why = sleep();
  }
  cancel(Wake::work_done);
  end_use(request);
  if (why == Wake::work_done && work.decided > work.done) {
    set_alarm(work.decided, Phase::endings, Wake::decided);
    why = sleep();
    cancel(Wake::decided);
  }
  if (why == Wake::drops_all) return drop(here);

  Way way = sent_back ? sent_back->way : choose_way(here);
  way.bounced_before = sent_back.has_value();
  on_decision(here->node);
  leave(request, Outcome::completed, way.to);
  return way;
}

Instant Youth::work_done(const Request& request, double hours) const {
  return world_.work_until(world_.desk(request.visit.node), Days{hours / request.use->hours_a_day});
}

/// @param nodes  on all of whose lists a youth stands: the first to offer a place is entered
Way Youth::visit_arrangement(const Nodes& nodes, const Way& came) {
  if (!came.helped && is_full(nodes.front())) {
    const StopHere full = begin_stop(nodes.front());
    const NodeId elsewhere = world_.node(full->node).when_full;
    on_asking(full->node);
    leave(ask(full), Outcome::refused, elsewhere);
    return go({full, elsewhere, nullptr, {}});
  }
  std::vector<Request*> lists;
  for (const NodeId node : nodes) {
    lists.push_back(&ask(begin_stop(node)));
    lists.back()->preference = lists.size();
    on_asking(node);
  }
  const bool enters = came.helped && help_.enters;
  lists.front()->extra = enters && help_.extra;
  lists.front()->goes_first = came.helped;
  Request* offered = enters ? lists.front() : wait(lists);
  const StopHere first = lists.front()->stop;  // of those that are left
  if (!offered) return drop(first);
  return take_place(offered, lists, came);
}

/// @param offered  of the lists, the one that offers a place
Way Youth::take_place(Request* offered, const std::vector<Request*>& lists, const Way& came) {
  if (!admitted(offered->stop->node)) {
    const Way way = choose_way(came.from ? came.from : offered->stop);
    leave(*offered, Outcome::refused, way.to);
    return go(way);
  }
  for (Request* request : lists)
    if (request != offered) leave(*request, Outcome::lapsed, no_node);
  leave_held_place(came.to);
  return stay(*offered);
}

Way Youth::stay(Request& request, const std::optional<Days>& rest) {
  const StopHere here = request.stop;
  const Arrangement& arrangement = world_.arrangement(here->node);
  inside_ = &request;
  request.preference = 1;  // the only one left
  begin(request);
  if (!rest) on_entering(here->node);
  end_hazards();
  let_case_lapse();
  become(attendance_at(world_.node(here->node)));
  watch_age(&request);
  const Days stay =
      rest ? *rest
           : Days{stay_at(arrangement.stay).draw(draw_here(*here, Decision::stay), world_.when()) *
                  (scaled(1, &SeverityScale::stay) * helped(&Helps::stay))};
  if (!rest) ask_also(here);
  return stay_until(request, std::min(world_.now + stay, last_moment_in(arrangement)));
}

Way Youth::stay_until(Request& request, Instant ends) {
  const StopHere here = request.stop;
  set_alarm(ends, Phase::endings, Wake::stay_over);
  if (sleep() == Wake::is_displaced) {
    cancel(Wake::stay_over);
    return stay_elsewhere(request, ends - world_.now);
  }

  inside_ = nullptr;
  held_ = &request;
  const Way way = choose_way(here);
  return world_.arrangement(here->node).holds_place ? go(way) : set_out(way);
}

/// Sets out, but for who keeps a place until the next one is there.
Way Youth::go(const Way& way) {
  heads_for_ = way.to;
  return must_wait_for(way) ? way : set_out(way);
}

/// Leaves the place that is held, if any, for a handover.
Way Youth::set_out(const Way& way) {
  if (held_) {
    leave_held_place(way.to);
    watch_age(nullptr);
    if (attendance_ == Attendance::absent) begin_hazards();
  }
  return way;
}

void Youth::leave_held_place(NodeId to) {
  if (held_) leave(*std::exchange(held_, nullptr), Outcome::completed, to);
}

}  // namespace doorstroom::reference
