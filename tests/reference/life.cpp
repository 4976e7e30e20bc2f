// The life of a youth: from node to node.

#include <algorithm>

#include "engine/error.hpp"
#include "models/draws.hpp"
#include "tests/reference/world.hpp"

namespace doorstroom::reference {
namespace {

/// What is certain happens whatever the draw.
bool happens(double u, double chance) {
  return u < chance || chance >= 1;
}

}  // namespace

// --- The way through the continuum ---------------------------------------------------------------

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
      ask(way.to);
      leave(Outcome::bounced, way.from->node);
      const double again = way.from->first_work * world_.value(way.route->rework);
      return visit_desk(way.from, Return{way, again});
    }
  }
  const std::shared_ptr<Stop> here = begin_stop(way.to);
  return target.kind == NodeKind::desk ? visit_desk(here, {}) : visit_arrangement(here, way);
}

/// @param sent_back  of a case that was bounced
Way Youth::visit_desk(const std::shared_ptr<Stop>& here, const std::optional<Return>& sent_back) {
  const Desk& desk = world_.desk(here->node);
  Room& room = world_.rooms[here->node];
  ask(here->node);
  if (const Wake why = wait(*here); why != Wake::is_offered) return drop(why, here);

  visit_->entered = world_.now;
  ++room.used;
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
  --room.used;
  if (why == Wake::work_done && decided > done) {
    set_alarm(decided, Phase::endings, Wake::decided);
    why = sleep();
    cancel(Wake::decided);
  }
  if (why == Wake::drops_all) return drop(why, here);

  Way way = sent_back ? sent_back->way : choose_way(here);
  way.bounced_before = sent_back.has_value();
  leave(Outcome::completed, way.to);
  return way;
}

Way Youth::visit_arrangement(const std::shared_ptr<Stop>& here, const Way& came) {
  const Arrangement& arrangement = world_.arrangement(here->node);
  Room& room = world_.rooms[here->node];
  ask(here->node);
  if (const Wake why = wait(*here); why != Wake::is_offered) return drop(why, here);
  if (!applies(arrangement.admits)) {
    const Way way = choose_way(came.from);
    leave(Outcome::refused, way.to);
    return way;
  }

  visit_->entered = world_.now;
  ++room.used;
  end_hazards();
  take_part(world_.node(here->node));
  const double stay = arrangement.stay.draw(draw_here(*here, Decision::stay), world_.when());
  set_alarm(world_.now + Days{stay}, Phase::endings, Wake::stay_over);
  sleep();

  --room.used;
  if (attendance_ == Attendance::absent) begin_hazards();
  const Way way = choose_way(here);
  leave(Outcome::completed, way.to);
  return way;
}

Way Youth::choose_way(const std::shared_ptr<Stop>& from) {
  const Route& route = choose_route(*from, draw_here(*from, Decision::route));
  const double delay = route.delay.draw(draw_here(*from, Decision::delay), world_.when());
  return {from, route.to, &route, Days{delay}};
}

const Route& Youth::choose_route(const Stop& from, double u) const {
  const Routing& routing = world_.node(from.node).routes;
  const auto branch =
      std::ranges::find_if(routing, [&](const Branch& one) { return applies(one.only_if); });
  DOORSTROOM_EXPECT(branch != routing.end());

  const auto share_of = [&](const Route& route) {
    return !route.rest && applies(route) ? std::clamp(world_.value(route.share), 0.0, 1.0) : 0.0;
  };
  const Route* rest = nullptr;
  double sum = 0;
  for (const Route& route : branch->routes) {
    if (route.rest && applies(route)) rest = &route;
    sum += share_of(route);
  }
  const double whole = rest ? std::max(sum, 1.0) : sum;
  const Route* last = rest;
  double reached = 0;
  for (const Route& route : branch->routes) {
    const double share = share_of(route);
    if (share == 0) continue;
    reached += share;
    if (u * whole < reached) return route;
    if (!rest) last = &route;
  }
  DOORSTROOM_EXPECT(last != nullptr);
  return *last;
}

bool Youth::applies(const Route& route) const {
  const Node& target = world_.node(route.to);
  return applies(route.only_if) &&
         (target.kind != NodeKind::arrangement || applies(world_.arrangement(route.to).admits));
}

bool Youth::applies(const std::optional<Condition>& condition) const {
  const Period& period = world_.scenario.period;
  const Date august = Period::last_first_of_august(period.date_of(world_.now));
  const double age_years = age_days(period.at(august)) / days_per_year;
  return !condition || condition->admits(age_years, severity_, subregion_);
}

std::shared_ptr<Stop> Youth::begin_stop(NodeId node) {
  return std::make_shared<Stop>(Stop{.node = node, .number = stops_[node]++});
}

// --- One visit -----------------------------------------------------------------------------------

void Youth::ask(NodeId node) {
  absent_ticks_on_asking_ = absent_ticks();
  visit_ =
      Visit{.node = node, .severity = static_cast<std::int8_t>(severity_), .asked = world_.now};
}

/// Stands on the list until served, or gone.
Wake Youth::wait(Stop& here) {
  std::vector<Youth*>& list = world_.rooms[here.node].list;
  list.push_back(this);
  waits_at_ = &here;
  set_alarm(world_.now, Phase::departures, Wake::keeps_waiting);
  Wake why = sleep();
  if (why == Wake::keeps_waiting) {
    keep_waiting(here);
    why = sleep();
  }
  waits_at_ = nullptr;
  std::erase(list, this);
  cancel(Wake::keeps_waiting);
  cancel(Wake::gives_up);
  cancel(Wake::stays_home);
  return why;
}

void Youth::keep_waiting(Stop& here) {
  const Waiting& waiting = world_.node(here.node).waiting;
  if (attendance_ == Attendance::attends &&
      happens(draw_here(here, Decision::at_home), world_.value(waiting.at_home))) {
    stay_home();
  }
  if (attendance_ == Attendance::attends) wait_at_school(here);
  if (waiting.leaves_after) {
    const double patience =
        waiting.leaves_after->draw(draw_here(here, Decision::leaves_after), world_.when());
    set_alarm(world_.now + Days{patience}, Phase::departures, Wake::gives_up);
  }
}

void Youth::wait_at_school(Stop& here) {
  const Waiting& waiting = world_.node(here.node).waiting;
  if (!waiting.stays_home_after) return;
  const double patience =
      waiting.stays_home_after->draw(draw_here(here, Decision::stays_home_after), world_.when());
  set_alarm(world_.now + Days{patience}, Phase::departures, Wake::stays_home);
}

void Youth::leave(Outcome outcome, NodeId to) {
  visit_->left = world_.now;
  visit_->left_to = to;
  visit_->outcome = outcome;
  record_visit();
}

/// Leaves a list, or a desk at work, for the node that patience or absence leads to.
Way Youth::drop(Wake why, const std::shared_ptr<Stop>& here) {
  const NodeId to =
      why == Wake::gives_up ? world_.node(here->node).waiting.leaves_to : woken_by_.to;
  leave(Outcome::left_list, to);
  return {here, to, nullptr, {}};
}

void Youth::record_visit() {
  visit_->absent_days = Instant{absent_ticks() - absent_ticks_on_asking_}.days();
  world_.rows.push_back(
      {person_.source, person_.month, person_.number(), person_.arrives, born_, *visit_});
  visit_.reset();
}

std::tuple<std::int64_t, Precedence> Youth::rank(ListOrder order) const {
  std::int64_t first = 0;
  if (order == ListOrder::severity) first = -severity_;
  if (order == ListOrder::longest_absent)
    first = attendance_ == Attendance::absent ? absent_since_.ticks : never.ticks;
  return {first, precedence()};
}

Precedence Youth::precedence() const {
  return {visit_ ? visit_->asked.ticks : world_.now.ticks, order_};
}

}  // namespace doorstroom::reference
