// A youth: who it is, attending or absent, asleep or awake.

#include <cmath>

#include "models/draws.hpp"
#include "tests/reference/world.hpp"

namespace doorstroom::reference {
namespace {

double drawn_from(const Distribution& distribution, double u) {
  return distribution.quantile(distribution.is_constant() ? 0.5 : u);
}

}  // namespace

Youth::Youth(World& world, const Person& person, std::uint64_t order)
    : world_(world),
      person_(person),
      order_(order),
      source_word_(source_word(world.node(person.source).id, person.layer, person.ordinal)),
      person_word_(person_word(static_cast<std::uint32_t>(person.month), person.ordinal)),
      bell_(simgrid::s4u::Semaphore::create(0)) {
  const Source& source = world.scenario.sources[world.node(person.source).index];
  born_ = person.arrives + Days{-drawn_from(source.age, draw_self(Decision::age))};
  severity_ = draw_self(Decision::severity, source.severity);
  subregion_ = draw_self(Decision::subregion, source.subregion);
}

// --- Attendance ----------------------------------------------------------------------------------

void Youth::become(Attendance attendance) {
  if (attendance == attendance_) return;
  absent_ticks_ = absent_ticks();
  attendance_ = attendance;
  absent_since_ = world_.now;
}

std::int64_t Youth::absent_ticks() const {
  const bool absent = attendance_ == Attendance::absent;
  return absent_ticks_ + (absent ? world_.now.ticks - absent_since_.ticks : 0);
}

/// On entering an arrangement.
void Youth::take_part(const Node& node) {
  if (node.education == Education::exempt) become(Attendance::exempt);
  if (node.education == Education::none) become(Attendance::absent);
  if (node.education == Education::share) become(Attendance::attends);
}

/// Outside an arrangement.
void Youth::stay_home() {
  become(Attendance::absent);
  begin_hazards();
}

void Youth::go_back_to_school() {
  become(Attendance::attends);
  end_hazards();
  if (waits_at_) wait_at_school(*waits_at_);
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
}

void Youth::end_hazards() {
  cancel(Wake::back_to_school);
  cancel(Wake::drops_all);
}

// --- Sleeping and drawing ------------------------------------------------------------------------

/// Sleeps until the way goes on, whatever happens to school attendance meanwhile.
Wake Youth::sleep() {
  for (;;) {
    world_.conductor->release();
    bell_->acquire();
    if (woken_by_.why == Wake::stays_home) {
      stay_home();
    } else if (woken_by_.why == Wake::back_to_school) {
      go_back_to_school();
    } else {
      return woken_by_.why;
    }
  }
}

void Youth::wake(const Alarm& alarm) {
  world_.agenda.erase(alarm);
  std::erase(alarms_, alarm);
  woken_by_ = alarm;
  bell_->release();
  world_.conductor->acquire();
}

void Youth::set_alarm(Instant at, Phase phase, Wake why, NodeId to) {
  const std::int64_t asked = goes_by_ ? goes_by_->visit.asked.ticks : at.ticks;
  alarms_.push_back({{at, phase}, {asked, order_}, why, to, this, nullptr});
  world_.agenda.insert(alarms_.back());
}

void Youth::cancel(Wake why) {
  std::erase_if(alarms_, [&](const Alarm& alarm) {
    if (alarm.why == why) world_.agenda.erase(alarm);
    return alarm.why == why;
  });
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

int Youth::draw_self(Decision decision, const std::vector<double>& weights) const {
  const double u = draw_self(decision);
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
