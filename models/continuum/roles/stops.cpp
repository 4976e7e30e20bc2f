#include "models/continuum/roles/stops.hpp"

#include <algorithm>

#include "engine/clock.hpp"
#include "models/continuum/region.hpp"
#include "models/reading/read_values.hpp"

namespace doorstroom {
namespace {

constexpr Field stops_keys[] = {
    {.key = "node",
     .kind = QuantityKind::id,
     .required = true,
     .about = translatable("the arrangement of which units or places stop")},
    {.key = "units",
     .kind = QuantityKind::whole,
     .list_too = true,
     .range = {0, 1000},
     .one_of = "what",
     .required = true,
     .about = translatable("how many of the last units stop, or a list of their numbers, from 0")},
    {.key = "places",
     .kind = QuantityKind::whole,
     .range = {1, 1e6},
     .one_of = "what",
     .required = true,
     .about = translatable("how many places of an arrangement without units stop")},
    {.key = "on",
     .kind = QuantityKind::date,
     .required = true,
     .about = translatable("the date on which they close")},
    {.key = "notice",
     .kind = QuantityKind::span,
     .standard = "0 days",
     .about = translatable("how long before that nobody enters there any more")},
    {.key = "youths",
     .kind = QuantityKind::word,
     .words = "move | finish",
     .standard = "move",
     .about = translatable("whether youths inside move on that date, or finish their stay")},
};

std::vector<int> read_unit_numbers(const NodeRef& at, int count) {
  std::vector<int> units;
  for (const NodeRef& item : at.items())
    if (const auto number = read_number(item, QuantityKind::whole))
      units.push_back(static_cast<int>(*number));
  if (const auto last = read_number(at, QuantityKind::whole))
    for (int i = std::max(0, count - static_cast<int>(*last)); i < count; ++i) units.push_back(i);
  std::ranges::sort(units);
  units.erase(std::unique(units.begin(), units.end()), units.end());
  return units;
}

/// Whether a unit is left for every value that has units of its own, or for all.
bool leaves_units(const std::vector<int>& stopped, const Units& units) {
  const auto is_left = [&](Units::Run run) {
    for (int i = run.first; i < run.first + run.count; ++i)
      if (!std::ranges::binary_search(stopped, i)) return true;
    return run.count == 0;
  };
  return is_left({0, units.count}) && std::ranges::all_of(units.of_value, is_left);
}

}  // namespace

constinit const Section stops_section{translatable("stops"), stops_keys};

void read_stops(const NodeRef& at, Intervention& intervention, LoadContext& context) {
  const Scenario& scenario = context.scenario;
  Stops stops;
  stops.node = read_limited_node(at["node"], at["node"].path, NodeKind::arrangement, context);
  const auto on = read_date(at["on"]);
  if (stops.node == no_node || !on) return;
  const Units& units = scenario.nodes[stops.node].units;
  if (const auto places = read_number(at["places"], QuantityKind::whole)) {
    if (units.count > 1)
      return context.error(
          at["places"].key_location,
          message("{0} is of an arrangement with units", at["places"].path),
          message("say which of them stop: `units: 1` is the last of {0}", units.count));
    const Arrangement& arrangement = scenario.arrangements[scenario.nodes[stops.node].index];
    const double all = arrangement.places.base(scenario.period, {scenario.period.at(*on)});
    if (*places >= all)
      return context.error(
          at["places"].location(),
          message("{0} is {1}, and there are {2} places", at["places"].path,
                  static_cast<int>(*places), static_cast<int>(all)),
          message("let at least one place go on; an arrangement that ends as a whole has places: "
                  "[{{from: DATE, count: 0}}]"));
    stops.places = static_cast<std::int64_t>(*places);
  } else {
    stops.units = read_unit_numbers(at["units"], units.count);
  }
  if (!stops.units.empty() && stops.units.back() >= units.count)
    return context.error(at["units"].location(),
                         message("{0} names unit {1}", at["units"].path, stops.units.back()),
                         message("{0} has {1} units, with numbers from 0",
                                 scenario.nodes[stops.node].id, units.count));
  if (stops.places == 0 && !leaves_units(stops.units, units))
    return context.error(
        at["units"].location(),
        message("{0} leaves no unit where youths could go", at["units"].path),
        message("let at least one unit go on, also of each subregion or other value that has its "
                "own; an arrangement that ends as a whole has places: [{{from: DATE, count: 0}}], "
                "and of one without units `places: 30` stop"));
  for (const Intervention& other : scenario.interventions)
    if (other.stops && other.stops->node == stops.node)
      return context.error(
          at.key_location, message("{0} is of an arrangement of which units stop already", at.path),
          message("one intervention can stop them all, on one date; take the other out"));
  stops.on = scenario.period.at(*on);
  const CalendarSpan notice = read_span(at["notice"]).value_or(CalendarSpan{});
  stops.notice = scenario.period.at(*on + CalendarSpan{-notice.months, -notice.days});
  stops.youths_move = !at["youths"].says("finish");
  if (stops.youths_move && scenario.nodes[stops.node].beside)
    return context.error(
        at["node"].location(),
        message("{0} names {1}, which is beside", at["node"].path, at["node"].text()),
        message("nobody is moved from one place of such help to another; write `youths: finish`"));
  intervention.stops = std::move(stops);
}

void add_stops(Clock& clock, Region& region, const Scenario& scenario,
               InterventionId intervention) {
  clock.add_process("stops", Phase::changes, [&region, &scenario, intervention](Clock& its) {
    const Stops& stops = *scenario.interventions[intervention].stops;
    const auto wait_for = [&](Instant at) {
      its.sleep_until(scenario.period.day_of(scenario.period.date_of(at)));
    };
    wait_for(stops.notice);
    region.give_notice(stops);
    wait_for(stops.on);
    for (RoleAction& action : region.stop(stops, intervention)) region.report(action);
  });
}

}  // namespace doorstroom
