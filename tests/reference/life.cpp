// The life of a youth: from node to node.

#include <algorithm>

#include "models/draws.hpp"
#include "tests/reference/world.hpp"

namespace doorstroom::reference {

void Youth::live() {
  set_alarm(person_.arrives, Phase::requests, Wake::arrives);
  sleep();
  const Source& source = world_.scenario.sources[world_.node(person_.source).index];
  if (happens(draw_self(Decision::absent_on_arrival), world_.value(source.absent))) stay_home();

  std::optional<Way> way = choose_way(begin_stop(person_.source));
  while (way) way = follow(*way);
  end_hazards();
  world_.conductor->release();
}

/// Hands over, asks at the target, and stays there until it is clear where to go next; nowhere
/// after an exit.
std::optional<Way> Youth::follow(const Way& way) {
  set_alarm(world_.now + way.delay, Phase::requests, Wake::asks);
  if (sleep() == Wake::drops_all) {
    cancel(Wake::asks);
    return Way{way.from, woken_by_.to, nullptr, {}};
  }
  const Node& target = world_.node(way.to);
  if (target.kind == NodeKind::exit) return std::nullopt;

  // The target's intake sends the case back. That counts as no visit to the target.
  if (way.route && !way.bounced_before) {
    const double u = draw(hash32(target.id), Decision::bounce, stops_[way.to] * 256);
    if (happens(u, world_.value(way.route->bounce))) {
      leave(ask(std::make_shared<Stop>(Stop{.node = way.to})), Outcome::bounced, way.from->node);
      const double again = way.from->first_work * world_.value(way.route->rework);
      return visit_desk(way.from, Return{way, again});
    }
  }
  return target.kind == NodeKind::desk ? visit_desk(begin_stop(way.to), {})
                                       : visit_arrangement({way.to}, way);
}

/// @param sent_back  of a case that was bounced
Way Youth::visit_desk(const StopHere& here, const std::optional<Return>& sent_back) {
  const Desk& desk = world_.desk(here->node);
  Request& request = ask(here);
  const Room& room = *request.room;
  if (!wait({&request})) return drop(here);

  begin(request);
  Instant done = world_.now;
  if (!desk.unlimited) {
    if (!sent_back)
      here->first_work = desk.work.draw(draw_here(*here, Decision::work), world_.when());
    const double hours = sent_back ? sent_back->work : here->first_work;
    done = world_.now + Days{days_per_year * hours / (room.hours * room.speed)};
  }
  Instant decided = done;
  if (!sent_back) {
    const double takes = desk.takes.draw(draw_here(*here, Decision::takes), world_.when());
    decided = std::max(done, world_.now + Days{takes});
  }

  set_alarm(done, Phase::endings, Wake::work_done);
  Wake why = sleep();
  cancel(Wake::work_done);
  end_use(request);
  if (why == Wake::work_done && decided > done) {
    set_alarm(decided, Phase::endings, Wake::decided);
    why = sleep();
    cancel(Wake::decided);
  }
  if (why == Wake::drops_all) return drop(here);

  Way way = sent_back ? sent_back->way : choose_way(here);
  way.bounced_before = sent_back.has_value();
  leave(request, Outcome::completed, way.to);
  return way;
}

/// @param nodes  on all of whose lists a youth stands: the first to offer a place is entered
Way Youth::visit_arrangement(const Nodes& nodes, const Way& came) {
  std::vector<Request*> lists;
  for (const NodeId node : nodes) {
    lists.push_back(&ask(begin_stop(node)));
    lists.back()->preference = lists.size();
  }
  const StopHere first = lists.front()->stop;
  Request* offered = wait(lists);
  if (!offered) return drop(first);
  if (!admitted(offered->stop->node)) {
    const Way way = choose_way(came.from);
    leave(*offered, Outcome::refused, way.to);
    return way;
  }
  return stay(*offered);
}

Way Youth::stay(Request& request) {
  const StopHere here = request.stop;
  begin(request);
  end_hazards();
  take_part(world_.node(here->node));
  const double stay =
      world_.arrangement(here->node).stay.draw(draw_here(*here, Decision::stay), world_.when());
  set_alarm(world_.now + Days{stay}, Phase::endings, Wake::stay_over);
  sleep();

  end_use(request);
  if (attendance_ == Attendance::absent) begin_hazards();
  const Way way = choose_way(here);
  leave(request, Outcome::completed, way.to);
  return way;
}

}  // namespace doorstroom::reference
