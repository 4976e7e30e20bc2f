// A youth: who it is, attending or absent, asleep or awake.

#include <algorithm>
#include <cmath>

#include "models/continuum/draws.hpp"
#include "tests/reference/world.hpp"

namespace doorstroom::reference {
Youth::Youth(World& world, const Person& person, std::uint64_t order)
    : world_(world),
      person_(person),
      order_(order),
      source_word_(source_word(world.node(person.source).id, person.layer, person.ordinal)),
      person_word_(person_word(static_cast<std::uint32_t>(person.month), person.ordinal)),
      bell_(simgrid::s4u::Semaphore::create(0)) {
  for (const ClockId clock : world.scenario.clocks.ids()) terms_.push_back({.clock = clock});
  if (person.found) {
    become_found();
    return;
  }
  const Source& source = world.scenario.sources[world.node(person.source).index];
  born_ = person.arrives + Days{-drawn_from(source.age, draw_self(Decision::age))};
  severity_ = draw_self(Decision::severity, source.severity);
  for (const AttributeId id : world.scenario.draw_order) draw_attribute(id, source.mixes[id]);
}

// --- Attendance ----------------------------------------------------------------------------------

void Youth::become(Attendance attendance) {
  if (attendance == attendance_) return;
  absent_ticks_ = absent_ticks();
  attendance_ = attendance;
  absent_since_ = world_.now;
  cancel(Wake::starts_term);
  if (attendance == Attendance::absent) on_absence();
  if (attendance == Attendance::attends) on_attending();
}

std::int64_t Youth::absent_ticks() const {
  const bool absent = attendance_ == Attendance::absent;
  return absent_ticks_ + (absent ? world_.now.ticks - absent_since_.ticks : 0);
}

/// After entering an arrangement, or leaving by an exit.
Youth::Attendance Youth::attendance_at(const Node& node) const {
  if (node.education == Education::exempt) return Attendance::exempt;
  if (node.education == Education::none) return Attendance::absent;
  if (node.education == Education::share) return Attendance::attends;
  return attendance_;
}

/// Outside an arrangement.
void Youth::stay_home() {
  become(Attendance::absent);
  begin_hazards();
}

void Youth::go_back_to_school() {
  become(Attendance::attends);
  end_hazards();
  let_case_lapse();
  if (waits_at_ && !is_to(Wake::keeps_waiting)) wait_at_school(*waits_at_);
}

void Youth::begin_hazards() {
  const Absence& absence = world_.scenario.absence;
  const std::uint32_t spell = spells_++;
  const auto begin = [&](double u, const Number& rate, Wake why, NodeId to) {
    const double per_day = world_.value(rate);
    if (per_day <= 0) return;
    set_alarm(world_.now + Days{-std::log1p(-u) / per_day}, Phase::departures, why, to);
  };
  begin(draw(hash32("/absence"), Decision::back_to_school, spell), absence.back_to_school,
        Wake::back_to_school, no_node);
  for (const Absence::Leave& leave : absence.leaves) {
    begin(draw(hash32(world_.node(leave.to).id), Decision::absence_leaves, spell * 256), leave.rate,
          Wake::drops_all, leave.to);
  }
  hazards_run_ = true;
  await_case();
}

void Youth::end_hazards() {
  cancel(Wake::back_to_school);
  cancel(Wake::drops_all);
  cancel(Wake::opens_case);
  hazards_run_ = false;
}

// --- Sleeping and drawing ------------------------------------------------------------------------

/// Sleeps until the way goes on, whatever happens beside it meanwhile.
Wake Youth::sleep() {
  do {
    world_.conductor->release();
    bell_->acquire();
    if (woken_by_.why == Wake::leaves_by_age) throw TooOld{};
    if (woken_by_.why == Wake::is_replaced) throw Replaced{};
  } while (happens_beside_the_way());
  return woken_by_.why;
}

bool Youth::happens_beside_the_way() {
  if (is_beside()) return true;
  switch (woken_by_.why) {
    case Wake::stays_home:
      stay_home();
      return true;
    case Wake::back_to_school:
      go_back_to_school();
      return true;
    case Wake::worsens:
      ++severity_;
      step_pace_ = -1;
      await_worsening(*waits_at_);
      return true;
    case Wake::starts_term:
      start(terms_[woken_by_.clock.index()],
            absent_since_ + *world_.scenario.clocks[woken_by_.clock].starts_absent);
      return true;
    case Wake::term_ends:
      return !run_out();
    case Wake::opens_case:
      open_case();
      return true;
    default:
      return false;
  }
}

void Youth::wake(const Alarm& alarm) {
  world_.agenda.erase(alarm);
  std::erase(alarms_, alarm);
  woken_by_ = alarm;
  bell_->release();
  world_.conductor->acquire();
}

/// Who asks takes a turn by that moment, as does what happens between requests by the last of them.
void Youth::set_alarm(Instant at, Phase phase, Wake why, NodeId to, Request* request,
                      ClockId clock) {
  const Instant asked = phase == Phase::requests ? at : request ? request->visit.asked : asked_;
  alarms_.push_back({{at, phase},
                     {asked.ticks, order_},
                     request ? request->preference : 0,
                     why,
                     to,
                     clock,
                     {},
                     this,
                     request});
  world_.agenda.insert(alarms_.back());
}

/// What is awaited beside the way takes its turn by the last request, too.
void Youth::take_turns() {
  for (const Alarm& alarm : std::vector<Alarm>(alarms_)) {
    if (alarm.moment.phase != Phase::departures || alarm.request) continue;
    cancel_those([&](const Alarm& one) { return one == alarm; });
    set_alarm(alarm.moment.at, Phase::departures, alarm.why, alarm.to, nullptr, alarm.clock);
  }
}

bool Youth::is_to(Wake why) const {
  return std::ranges::any_of(
      alarms_, [why](const Alarm& alarm) { return alarm.why == why && alarm.request == nullptr; });
}

void Youth::cancel(Wake why) {
  cancel_those([&](const Alarm& alarm) { return alarm.why == why; });
}

void Youth::cancel_beside(const Request& beside) {
  std::erase_if(alarms_, [&](const Alarm& alarm) {
    if (alarm.request != &beside) return false;
    world_.agenda.erase(alarm);
    return true;
  });
}

/// But for what goes on beside the way.
void Youth::cancel_all() {
  cancel_those([](const Alarm&) { return true; });
}

double Youth::draw(std::uint32_t node_word, Decision decision, std::uint32_t occasion) const {
  return uniform(world_.stream, {source_word_, person_word_, node_word,
                                 static_cast<std::uint8_t>(decision), occasion});
}

double Youth::draw_here(Stop& here, Decision decision) {
  const std::uint32_t occasion = here.number * 256 + here.times[decision]++;
  return draw(hash32(world_.node(here.node).id), decision, occasion);
}

double Youth::draw_self(Decision decision) const {
  return draw(source_word_, decision, 0);
}

/// A value, by the shares that hold for what the youth has of the attribute on which it depends.
void Youth::draw_attribute(AttributeId id, const AttributeMix& mix) {
  const std::vector<double>* weights = &mix.weights.values();
  if (mix.by) {
    if (!values_[mix.by]) return;
    weights = &mix.of[values_[mix.by]].values();
  }
  const std::string& name = world_.scenario.attributes[id].id;
  const double u = name == "subregion" ? draw_self(Decision::subregion)
                                       : draw(hash32(name), Decision::attribute, 0);
  values_.set(id, ValueId(index_at(u, *weights)));
}

int Youth::index_at(double u, const std::vector<double>& weights) {
  double reached = 0;
  int level = -1;
  for (int i = 0; i < static_cast<int>(weights.size()) && (level < 0 || u >= reached); ++i) {
    if (weights[i] <= 0) continue;
    level = i;
    reached += weights[i];
  }
  return level;
}

double Youth::age_days(Instant at) const {
  return (at - born_).count;
}

}  // namespace doorstroom::reference
