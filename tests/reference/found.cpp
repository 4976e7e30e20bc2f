// Who is found at a node, without having arrived: when the run begins, and on the start date; and
// who makes way for them then.

#include <algorithm>
#include <cmath>

#include "models/continuum/draws.hpp"
#include "tests/reference/world.hpp"

namespace doorstroom::reference {

using State = RecordedYouth::State;

void World::find_initial() {
  add_found(scenario.initial, -2);
}

void World::find_today() {
  std::set<NodeId> named;
  for (const FoundYouths& group : scenario.today) named.insert(group.node);
  for (const auto& youth : youths_) youth->make_way_at(named);
  add_found(scenario.today, -1);
}

/// One by one, in order of nodes: each goes where most is free. Those who wait have odd numbers.
void World::add_found(const std::vector<FoundYouths>& all, std::int32_t month) {
  for (const NodeId id : scenario.nodes.ids())
    for (const FoundYouths& group : all) {
      if (group.node != id) continue;
      std::uint32_t waiting = 0;
      std::uint32_t others = 0;
      const auto add = [&](const RecordedYouth& known) {
        const std::uint32_t ordinal =
            known.state == State::waiting ? 2 * waiting++ + 1 : 2 * others++;
        const std::uint64_t first = month == -1 ? 0 : std::uint64_t{1} << 49;
        const std::uint64_t order = first + (std::uint64_t{id.index()} << 32) + ordinal;
        const Youth::Person person{id, month, 0, ordinal, now, &group, known};
        youths_.push_back(std::make_unique<Youth>(*this, person, order));
        begin_life(*youths_.back());
      };
      for (const RecordedYouth& known : group.rows) add(known);
      double places = 0;
      for (const Room& one : rooms[id]) places += static_cast<double>(one.capacity + one.extra);
      RecordedYouth unknown;
      unknown.state = State::inside;
      const auto inside = group.fill > 0 ? std::lround(group.fill * places) : group.inside;
      for (long i = 0; i < inside; ++i) add(unknown);
      unknown.state = State::in_work;
      for (int i = 0; i < group.in_work; ++i) add(unknown);
      unknown.state = State::waiting;
      for (int i = 0; i < group.waiting; ++i) add(unknown);
    }
}

/// Who it is: as the records say, as the group says, or like those of some source.
void Youth::become_found() {
  const FoundYouths& group = *person_.found;
  const RecordedYouth& known = person_.known;
  const Scenario& scenario = world_.scenario;
  std::vector<double> come;
  for (const Source& source : scenario.sources)
    come.push_back(source.arrivals.empty() ? source.per_year.base(scenario.period, {Instant{}})
                                           : static_cast<double>(source.arrivals.size()));
  double all = 0;
  for (const double some : come) all += some;
  for (double& some : come) some = all > 0 ? some / all : 1.0 / static_cast<double>(come.size());
  Source like;
  if (!come.empty())
    like = scenario.sources[static_cast<std::size_t>(index_of_drawn(Decision::today_source, come))];
  severity_ = known.severity.value_or(
      draw_self(Decision::severity, group.severity.empty() ? like.severity : group.severity));
  values_ = known.values;
  for (const AttributeId id : scenario.draw_order)
    if (!values_[id]) {
      const AttributeMix& own = group.mixes[id];
      draw_attribute(id, own.empty() ? like.mixes[id] : own);
    }
  const double age = drawn_from(group.age.value_or(like.age), draw_self(Decision::age));
  born_ = world_.now + Days{-known.age.value_or(age)};
  const bool absent = known.tells_absence
                          ? known.absent_since != never
                          : happens(draw_self(Decision::absent_on_arrival),
                                    group.absent.value_or(world_.value(like.absent)));
  if (absent) attendance_ = Attendance::absent;
}

std::optional<Way> Youth::be_found() {
  const NodeId node = person_.source;
  way_to_ = node;
  requests_.push_back(request_at(begin_stop(node)));
  Request& request = *requests_.back();
  switch (person_.known.state) {
    case State::inside:
      return be_found_inside(request);
    case State::in_work:
      return be_found_in_work(request);
    default:
      return be_found_waiting(request);
  }
}

/// A share of a whole that is the likelier found, the longer it is; or what follows on what has
/// passed, as far as that is known.
UnderWay Youth::find_under_way(const Quantity& whole, Decision decision,
                               const std::optional<double>& passed, double scale) const {
  const double u = draw_self(decision);
  if (!passed) {
    const double all = stay_at(person_.found->under_way).draw(u, world_.when()) * scale;
    const double to_come = all * draw_self(Decision::residual_share);
    return {all - to_come, to_come};
  }
  const double before = scale > 0 ? whole.cdf(*passed / scale, world_.when()) : 1;
  if (before >= 1 - 1e-12) return {*passed, 0};
  const double all = whole.draw(before + u * (1 - before), world_.when()) * scale;
  return {*passed, std::max(*passed, all) - *passed};
}

Room& Youth::roomiest_at(NodeId node) const {
  const Units::Run among = units_of(node);
  const auto free = [](const Room& room) {
    return room.unlimited ? -1 - room.used : room.capacity + room.extra - room.used;
  };
  Room* best = nullptr;
  for (int unit = among.first; unit < among.first + among.count; ++unit) {
    Room& room = world_.room(node, unit);
    const bool better = !best || (best->shut && !room.shut) ||
                        (best->shut == room.shut && free(room) > free(*best));
    if (better) best = &room;
  }
  return *best;
}

/// The stay, or the work, did not begin now, but is counted from now on.
void Youth::occupy_from_now(Request& request) {
  Room& team = team_of(request);
  ++team.used;
  if (Pool* const pool = world_.pool_of(request.visit.node)) ++pool->room.used;
  request.use = std::make_shared<Use>(
      Use{.from = world_.now, .hours_a_day = request.room->hours_a_day, .found = true});
  team.uses.push_back(request.use);
  team.all_uses.push_back(request.use);
}

/// As attendance is now, it has been since then; absence perhaps since another day.
void Youth::set_since(Request& request, Instant since) {
  request.visit.asked = request.in_line_since = asked_ = since;
  const Instant absent = person_.known.absent_since;
  absent_since_ = absent == never ? since : absent;
  request.absent_ticks_on_asking = 0;
  if (attendance_ == Attendance::absent)
    request.absent_ticks_on_asking = std::max<std::int64_t>(0, since.ticks - absent_since_.ticks);
}

void Youth::tell_terms_of_before(const Request& request) {
  const NodeId node = request.visit.node;
  const bool waits = request.visit.entered == never;
  for (Term& term : terms_) {
    if (clock(term).starts_asking == node && !inside_) start(term, asked_);
    if (clock(term).starts_entering == node && !waits) start(term, asked_);
    const std::optional<Days>& lasts = clock(term).starts_absent;
    if (attendance_ != Attendance::absent || !lasts) continue;
    if (lasts == Days{0})
      start(term, absent_since_);
    else
      set_alarm(std::max(world_.now, absent_since_ + *lasts), Phase::departures, Wake::starts_term,
                no_node, nullptr, term.clock);
  }
}

Way Youth::be_found_inside(Request& request) {
  const NodeId node = person_.source;
  const Arrangement& arrangement = world_.arrangement(node);
  const std::optional<Instant>& since = person_.known.since;
  request.room = &roomiest_at(node);
  const UnderWay stay =
      find_under_way(stay_at(arrangement.stay), Decision::stay,
                     since ? std::optional((world_.now - *since).count) : std::nullopt,
                     scaled(1, &SeverityScale::stay));
  attendance_ = attendance_at(world_.node(node));
  set_since(request, since.value_or(world_.now + Days{-stay.passed}));
  request.visit.entered = request.visit.asked;
  inside_ = &request;
  request.preference = 1;
  occupy_from_now(request);
  watch_age(&request);
  tell_terms_of_before(request);
  return stay_until(request,
                    std::min(world_.now + Days{stay.to_come}, last_moment_in(arrangement)));
}

Way Youth::be_found_in_work(Request& request) {
  const NodeId node = person_.source;
  const Desk& desk = world_.desk(node);
  const std::optional<Instant>& since = person_.known.since;
  if (!world_.pool_of(node)) request.room = &roomiest_at(node);
  const double a_day = desk.unlimited ? 1 : request.room->hours_a_day;
  const auto passed =
      since ? std::optional(world_.open_between(desk, *since, world_.now).count * a_day)
            : std::nullopt;
  UnderWay work = desk.unlimited ? find_under_way(desk.takes, Decision::takes, passed, 1)
                                 : find_under_way(desk.work, Decision::work, passed,
                                                  scaled(1, &SeverityScale::work));
  request.stop->first_work = work.passed + work.to_come;
  if (a_day <= 0) work.to_come = 0;
  const auto days_of = [&](double hours) { return Days{a_day > 0 ? hours / a_day : 0}; };
  const Days worked = days_of(work.passed);
  const Instant since_when = worked > Days{0} ? world_.worked_since(desk, worked) : world_.now;
  set_since(request, since.value_or(since_when));
  request.visit.entered = request.visit.asked;
  watch_age(nullptr);
  occupy_from_now(request);
  const Days left = days_of(work.to_come);
  Progress progress{left > Days{0} ? world_.work_until(desk, left) : world_.now, {}};
  progress.decided = progress.done;
  if (!desk.unlimited) {
    const Days takes{desk.takes.draw(draw_self(Decision::takes), world_.when())};
    progress.decided = std::max(progress.done, request.visit.entered + takes);
  }
  if (attendance_ == Attendance::absent) begin_hazards();
  tell_terms_of_before(request);
  return wait_for_decision(request, progress, {});
}

Way Youth::be_found_waiting(Request& request) {
  const FoundYouths& group = *person_.found;
  const double waited = group.waited ? drawn_from(*group.waited, draw_self(Decision::waited)) : 0;
  set_since(request, person_.known.since.value_or(world_.now + Days{-waited}));
  watch_age(nullptr);
  if (attendance_ == Attendance::absent) begin_hazards();
  tell_terms_of_before(request);
  if (world_.node(person_.source).kind == NodeKind::desk) return visit_desk_from_list(request, {});
  request.preference = 1;
  std::vector<Request*> lists{&request};
  const StopHere here = request.stop;
  Request* const offered = wait(lists);
  return offered ? take_place(offered, lists, Way{nullptr, person_.source, nullptr, {}})
                 : drop(here);
}

// --- Who makes way -------------------------------------------------------------------------------

void Youth::make_way_at(const std::set<NodeId>& nodes) {
  const auto is_there = [&](const auto& request) { return nodes.contains(request->visit.node); };
  if (std::ranges::any_of(requests_, is_there))
    return wake(
        {.moment = {world_.now, Phase::changes}, .precedence = {}, .why = Wake::is_replaced});
  std::vector<Request*> over;
  for (const auto& [node, beside] : beside_)
    if (nodes.contains(node) && beside->visit.asked != never) over.push_back(beside.get());
  for (Request* beside : over) end_beside(*beside, Outcome::replaced);
}

void Youth::make_way() {
  while (!beside_.empty()) end_beside(*beside_.begin()->second, Outcome::replaced);
  while (!requests_.empty()) leave(*requests_.back(), Outcome::replaced, no_node);
  held_ = nullptr;
  waits_at_ = nullptr;
  close_terms(&ClockRecord::voided);
  cancel_all();
}

}  // namespace doorstroom::reference
