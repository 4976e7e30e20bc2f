// Youths who are found at nodes, without having arrived: by `initial` when the run begins, by
// `today` on the start date.

#include <algorithm>
#include <cmath>

#include "models/continuum/attributes.hpp"
#include "models/continuum/region.hpp"

namespace doorstroom {
namespace {

/// Youths inside or in work have even ordinals and youths on the list odd ones, so that one more
/// inside renumbers nobody on the list.
constexpr std::uint32_t served_ordinal(std::uint32_t count) {
  return 2 * count;
}
constexpr std::uint32_t waiting_ordinal(std::uint32_t count) {
  return 2 * count + 1;
}

/// The share of each source in all youths who arrive in a year.
IdVector<SourceId, double> mix_of_sources(const Scenario& scenario) {
  IdVector<SourceId, double> weights;
  double sum = 0;
  for (const Source& source : scenario.sources) {
    const double a_year = source.arrivals.empty()
                              ? source.per_year.base(scenario.period, {Instant{}})
                              : static_cast<double>(source.arrivals.size());
    weights.push_back(a_year);
    sum += a_year;
  }
  for (double& weight : weights)
    weight = sum > 0 ? weight / sum : 1.0 / static_cast<double>(weights.size());
  return weights;
}

/// The youths of a group, one by one: those in the rows, or so many of whom nothing is known.
std::vector<RecordedYouth> youths_of(const FoundYouths& group, double places) {
  using State = RecordedYouth::State;
  std::vector<RecordedYouth> youths = group.rows;
  const auto add = [&](int count, State state) {
    RecordedYouth unknown;
    unknown.state = state;
    youths.insert(youths.end(), static_cast<std::size_t>(count), unknown);
  };
  add(group.fill > 0 ? static_cast<int>(std::lround(group.fill * places)) : group.inside,
      State::inside);
  add(group.in_work, State::in_work);
  add(group.waiting, State::waiting);
  return youths;
}

/// First the youths of `today`, then those of `initial`, each by node and ordinal.
std::uint64_t standing_order(std::int32_t month, NodeId node, std::uint32_t ordinal) {
  const std::uint64_t of_initial = month == YouthRow::of_initial ? 1 : 0;
  return (of_initial << 62) | (std::uint64_t{node.index()} << 32) | ordinal;
}

}  // namespace

/// Adds the youths, in order of nodes.
/// @param month  instead of a month, as YouthRow has it
void Region::add_found_youths(const std::vector<FoundYouths>& groups, std::int32_t month) {
  std::vector<const FoundYouths*> in_order;
  for (const FoundYouths& group : groups) in_order.push_back(&group);
  std::ranges::sort(in_order, {}, [](const FoundYouths* group) { return group->node; });
  const IdVector<SourceId, double> mix = mix_of_sources(scenario_);

  for (const FoundYouths* const group : in_order) {
    double places = 0;
    for (const SiteState& unit : nodes_[group->node].units)
      places += static_cast<double>(unit.places.capacity());
    std::uint32_t served = 0;
    std::uint32_t waiting = 0;
    for (const RecordedYouth& youth : youths_of(*group, places)) {
      const bool waits = youth.state == RecordedYouth::State::waiting;
      const std::uint32_t ordinal = waits ? waiting_ordinal(waiting++) : served_ordinal(served++);
      add_found_youth(*group, youth, month, ordinal, mix);
    }
  }
}

void Region::add_found_youth(const FoundYouths& group, const RecordedYouth& known,
                             std::int32_t month, std::uint32_t ordinal,
                             const IdVector<SourceId, double>& mix) {
  using State = RecordedYouth::State;
  const bool of_today = month == YouthRow::of_today;
  Youth& youth = youths_.add();
  youth.person.was_found = true;
  youth.person.source = youth.visit.node = youth.wait.rules_of = group.node;
  youth.person.source_word = source_word(node(group.node).id, 0, ordinal);
  youth.person.person_word = person_word(of_today ? month_of_today : month_of_initial, ordinal);
  youth.person.order = standing_order(month, group.node, ordinal);
  youth.person.arrived = youth.schooling.unchanged_since = youth.schooling.absent_since = now();
  draw_found_person(youth, group, known, mix);
  youth.visits.count(group.node);
  enrol(youth, month, ordinal);
  ++(of_today && now() > scenario_.period.begin() ? recorder_.records().recorded
                                                  : recorder_.records().present_at_start);
  if (known.state == State::inside) find_inside(youth, group, known);
  if (known.state == State::in_work) find_in_work(youth, group, known);
  if (known.state == State::waiting) find_on_list(youth, group, known);
  time_from_before(youth);
}

/// Who the youth is. What is not stated is drawn as for a source, which is drawn by its share in
/// all arrivals.
void Region::draw_found_person(Youth& youth, const FoundYouths& group, const RecordedYouth& known,
                               const IdVector<SourceId, double>& mix) {
  Person& person = youth.person;
  const SourceId like = draws_.who(person, Decision::today_source, mix);
  static const Source no_source;  // then all that is needed is stated
  const Source& source = like ? scenario_.sources[like.index()] : no_source;
  person.severity = known.severity
                        ? *known.severity
                        : draws_.who(person, Decision::severity,
                                     group.severity.empty() ? source.severity : group.severity);
  person.values = known.values;
  draw_attributes(scenario_, draws_, person, group.mixes, source.mixes);
  const double age = known.age
                         ? *known.age
                         : draws_.who(person, Decision::age, group.age ? *group.age : source.age);
  person.born = now() + Days{-age};
  const double share = group.absent ? *group.absent : sampler_.value(source.absent);
  const bool absent = known.tells_absence ? known.absent_since != never
                                          : draws_.who(person, Decision::absent_on_arrival) < share;
  if (absent) youth.schooling.attendance = Attendance::absent;
}

/// The whole, and what is still to come. Of what has lasted for a known time the whole is drawn
/// given that it lasts longer, and if none does, it is over; else the whole is length-biased, and a
/// uniform share of it is still to come.
/// @param whole   the quantity itself, of which `group.under_way` is the length-biased
/// @param passed  how much of it has passed, if that is known
/// @param scale   of the quantity, by severity
Region::UnderWay Region::draw_under_way(const Youth& youth, const FoundYouths& group,
                                        const Quantity& whole, Decision decision,
                                        std::optional<double> passed, double scale) const {
  const double u = draws_.who(youth.person, decision);
  if (!passed) {
    const double found = youth.person.of(group.under_way).draw(u, time_.when()) * scale;
    return {found, found * draws_.who(youth.person, Decision::residual_share)};
  }
  const double lasts = whole.draw_beyond(*passed, scale, u, time_.when());
  return {lasts, lasts - *passed};
}

/// The youth is in the middle of a stay.
void Region::find_inside(Youth& youth, const FoundYouths& group, const RecordedYouth& known) {
  SiteState& here = nodes_.roomiest(youth, youth.visit.node);
  youth.visit.unit = here.number;
  const auto passed = known.since ? std::optional((now() - *known.since).count) : std::nullopt;
  const UnderWay stay = draw_under_way(
      youth, group, youth.person.of(here.node_state->arrangement->stay), Decision::stay, passed,
      sampler_.severity_scale(youth.person, &SeverityScale::stay));
  youth.visit.asked = youth.visit.entered =
      known.since ? *known.since : now() + Days{stay.to_come - stay.whole};
  if (const auto there = school_at(*here.node_state->node)) {
    youth.schooling.attendance = there->attendance;
    youth.schooling.education = there->education;
  }
  begin_found_visit(youth, known);
  occupy(youth, here, Days{stay.to_come});
  note_found_inside(youth.visit.node);
}

/// A worker has taken up the case, and its desk has not decided yet. A desk whose staff are without
/// limits has no work, only time (`takes`). Where there are no staff, the work is done.
void Region::find_in_work(Youth& youth, const FoundYouths& group, const RecordedYouth& known) {
  const NodeId id = youth.visit.node;
  NodeState& here = nodes_[id];
  const Desk& desk = *here.desk;
  SiteState& unit = here.pool ? nodes_.unit_for(youth, id) : nodes_.roomiest(youth, id);
  const Closures& closures = unit.node_state->closures;
  youth.visit.unit = unit.number;
  const double rate = desk.unlimited ? 1 : unit.worker_rate;  // in an open day
  const auto passed = known.since
                          ? std::optional(closures.open_between(*known.since, now()).count * rate)
                          : std::nullopt;
  UnderWay work = desk.unlimited
                      ? draw_under_way(youth, group, desk.takes, Decision::takes, passed, 1)
                      : draw_under_way(youth, group, desk.work, Decision::work, passed,
                                       sampler_.severity_scale(youth.person, &SeverityScale::work));
  if (rate <= 0) work.to_come = 0;
  const bool worked = rate > 0 && work.passed() > 0;
  youth.visit.asked = youth.visit.entered = known.since ? *known.since
                                            : worked
                                                ? closures.before(now(), Days{work.passed() / rate})
                                                : now();
  begin_found_visit(youth, known);

  youth.stage = Stage::in_work;
  ++here.inside;
  note_found_inside(id);
  SiteState& team = nodes_.own_team(youth);
  team.take(now());
  if (here.pool) here.pool->places.take();
  youth.work.worker_busy = true;
  youth.work.done = work.to_come > 0 ? closures.after(now(), Days{work.to_come / rate}) : now();
  youth.work.decided = youth.work.done;
  if (!desk.unlimited) {
    youth.work.hours = work.whole;
    youth.work.rate = rate;
    team.add_work(now(), rate);
    const Quantity& takes = desk.takes;
    const Days least{takes.draw(draws_.who(youth.person, Decision::takes), time_.when())};
    youth.work.decided = std::max(youth.work.done, youth.visit.entered + least);
  }
  if (youth.schooling.attendance == Attendance::absent) begin_hazards(youth);
  schedule_decision(youth);
}

/// The youth has waited on the list for a time that is known, or drawn.
void Region::find_on_list(Youth& youth, const FoundYouths& group, const RecordedYouth& known) {
  SiteState& here = nodes_.unit_for(youth, youth.visit.node);
  youth.visit.unit = here.number;
  const double waited =
      group.waited ? group.waited->quantile(draws_.who(youth.person, Decision::waited)) : 0;
  youth.stage = Stage::listed;
  youth.visit.asked = youth.wait.in_line_since = known.since ? *known.since : now() + Days{-waited};
  youth.wait.asked_year = static_cast<std::int16_t>(scenario_.period.year_of(youth.visit.asked));
  youth.wait.free_without_start_on_asking = here.free_without_start.elapsed(now());
  begin_found_visit(youth, known);
  youth.wait.in_line = lists_.join(youth, here, false);
  plan_looking_elsewhere(youth);
  if (youth.schooling.attendance == Attendance::absent) begin_hazards(youth);
  if (!nodes_[youth.visit.node].waiting_is_safe)  // of joined desks, `here` is another's
    youth.timers.stays_home =
        timers_.schedule(youth, now(), Phase::departures, EventKind::waiting_begins);
}

/// The moment of asking is known. The youth has taken part in school as now since then; who is
/// absent, since the absence began.
void Region::begin_found_visit(Youth& youth, const RecordedYouth& known) {
  Schooling& schooling = youth.schooling;
  const Instant asked = youth.visit.asked;
  const bool absent = schooling.attendance == Attendance::absent;
  schooling.unchanged_since = absent && known.absent_since != never ? known.absent_since : asked;
  schooling.absent_since = schooling.unchanged_since;
  schooling.dropped_out = absent;
  if (absent)
    youth.visit.absent_days_on_asking = std::max(0.0, (asked - schooling.absent_since).count);
  if (scenario_.leaves_at) timers_.plan_leaving_by_age(youth, scenario_.leaves_at);
}

/// Counts a youth who is found inside, or in work.
void Region::note_found_inside(NodeId id) {
  NodeRecord& record = nodes_[id].record;
  ++(now() > scenario_.period.begin() ? record.recorded : record.inside_at_start);
}

}  // namespace doorstroom
