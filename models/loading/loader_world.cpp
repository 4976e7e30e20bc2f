
#include "models/loading/loader.hpp"

/// Readers of `today` (youths who are there when the run starts), `ages` and `absence`.

namespace doorstroom {
namespace {

bool is_limited(const Node& node, const Scenario& scenario) {
  if (node.kind == NodeKind::desk) return !scenario.desks[node.index].unlimited;
  return node.kind == NodeKind::arrangement && !scenario.arrangements[node.index].unlimited;
}

/// Only what has a limit has a list, and only what has places is filled.
void check_today(const NodeRef& at, const Node& node, LoadContext& context) {
  const bool limited = is_limited(node, context.scenario);
  for (const char* key : {"fill", "occupied"})
    if (at[key] && node.kind == NodeKind::desk)
      context.error(at[key].key_location, message("{0} is of a desk", at[key].path),
                    message("nobody stays at a desk; use `waiting` for the cases that wait there"));
  if (at["fill"] && node.kind == NodeKind::arrangement && !limited)
    context.error(at["fill"].key_location, message("{0} is of unlimited places", at["fill"].path),
                  message("there is no limit to fill; use `occupied` with a number of youths"));
  if (read_number(at["waiting"], QuantityKind::places).value_or(0) > 0 && !limited)
    context.error(at["waiting"].location(),
                  message("{0} is where nobody waits", at["waiting"].path),
                  message("who asks for what is unlimited gets it at once; take it out"));
}

/// Youths of whom age or severity is not given are drawn like those of the sources: reports a
/// scenario without sources.
void check_mix(const NodeRef& at, const Scenario& scenario, LoadContext& context) {
  if (!scenario.sources.empty()) return;
  for (const char* key : {"age", "severity"})
    if (!context.has(at, key))
      context.error(at.key_location, message("{0} has no {1}", at.path, key),
                    message("without it they are like those who come from the sources, and there "
                            "are none; add it"));
}

Today read_today(const NodeRef& at, NodeId node, LoadContext& context) {
  const Scenario& scenario = context.scenario;
  Today today;
  today.node = node;
  today.inside = static_cast<int>(read_number(at["occupied"], QuantityKind::places).value_or(0));
  today.fill = read_number(at["fill"], QuantityKind::share).value_or(0);
  today.waiting = static_cast<int>(read_number(at["waiting"], QuantityKind::places).value_or(0));
  today.waited = read_distribution(at["waited"], QuantityKind::drawn_duration, context.issues);
  today.age = read_distribution(at["age"], QuantityKind::drawn_duration, context.issues);
  today.severity = read_mix(at["severity"], scenario.severities, "severity", context);
  today.mixes = read_mixes(at, context);
  today.absent = read_number(at["absent"], QuantityKind::share);
  return today;
}

/// The distribution of whole stays that are under way at one moment: length-biased, since long
/// stays are found more often. Also of distributions that effects set.
Quantity found_under_way(const Quantity& stay) {
  const auto found = [](const Distribution& drawn) {
    return drawn.mean() > 0 ? drawn.length_biased() : drawn;
  };
  Quantity biased{found(stay.distribution), stay.changes};
  for (Change& change : biased.changes)
    if (change.replaces_base()) change.replacement = found(change.replacement);
  return biased;
}

/// From which to which age absence counts.
void read_compulsory(const NodeRef& at, LoadContext& context) {
  const std::vector<NodeRef> ages = at.items();
  std::vector<double> read;
  for (const NodeRef& age : ages)
    if (const auto years = read_number(age, QuantityKind::age)) read.push_back(*years);
  if (!at.is_list() || read.size() != ages.size()) return;
  if (read.size() != 2 || read[0] >= read[1])
    return context.error(at.location(), message("{0} is not two ages, the lower first", at.path),
                         message("absence counts from the one age to the other, such as [5, 18]"));
  context.scenario.compulsory_from = read[0];
  context.scenario.compulsory_to = read[1];
}

}  // namespace

void load_ages(const NodeRef& tree, LoadContext& context) {
  Scenario& scenario = context.scenario;
  const NodeRef at = tree["ages"];
  read_compulsory(at["compulsory"], context);
  scenario.leaves_at = read_number(at["leaves_at"], QuantityKind::age);
  scenario.leaves_to = context.target(at["to"]);
  if (at["to"] && scenario.leaves_to != no_node &&
      scenario.nodes[scenario.leaves_to].kind != NodeKind::exit)
    context.error(at["to"].location(),
                  message("{0}.to is {1}, which is no exit", at.path, at["to"].text()),
                  message("who is too old leaves the continuum; name an exit"));
  if (context.has(at, "to")) return;
  const auto report = [&](const NodeRef& age) {
    if (age)
      context.error(
          age.key_location, message("{0} has no ages.to to go to", age.path),
          message("who is too old leaves by an exit; add for instance `ages: {{to: adult}}`"));
  };
  report(at["leaves_at"]);
  for (const auto& [id, arrangement] : tree["arrangements"].entries())
    report(arrangement["leaves_at"]);
}

namespace {

std::optional<Absence::Case> read_absence_case(const NodeRef& at, LoadContext& context) {
  if (!at.is_map()) return std::nullopt;
  Absence::Case opens;
  opens.desk = context.target_or_help(at["desk"]);
  opens.after = read_number(at["after"], QuantityKind::duration).value_or(0);
  opens.share = read_number(at["share"], QuantityKind::share).value_or(1);
  opens.back_to_school = read_number(at["back_to_school"], QuantityKind::share).value_or(0);
  if (opens.desk != no_node && context.scenario.nodes[opens.desk].kind != NodeKind::desk)
    context.error(at["desk"].location(),
                  message("{0}.desk is {1}, which is no desk", at.path, at["desk"].text()),
                  message("a case is worked on by staff; name a desk"));
  return opens;
}

}  // namespace

void load_absence(const NodeRef& at, LoadContext& context) {
  Absence& absence = context.scenario.absence;
  absence.back_to_school = read_number(at["back_to_school"], QuantityKind::hazard).value_or(0);
  absence.opens = read_absence_case(at["case"], context);
  for (const auto& [id, rate] : at["leaves"].entries()) {
    const Value key{Value::Kind::scalar, rate.key_location, id, false, {}, {}};
    const NodeId to = context.target({&key, at["leaves"].path, rate.key_location});
    if (to != no_node)
      absence.leaves.push_back({to, read_number(rate, QuantityKind::hazard).value_or(0)});
  }
}

void load_today(const NodeRef& at, LoadContext& context) {
  for (const auto& [id, here] : at.entries()) {
    const Value key{Value::Kind::scalar, here.key_location, id, false, {}, {}};
    const NodeId id_of = context.target({&key, at.path, here.key_location});
    if (id_of == no_node) continue;
    const Node& node = context.scenario.nodes[id_of];
    if (node.kind == NodeKind::exit || node.kind == NodeKind::choice) {
      const LocalizedText what =
          node.kind == NodeKind::exit ? message("an exit") : message("a choice");
      context.error(
          here.key_location, message("{0} is {1}", here.path, what),
          message("nobody is in {0} when the run starts; name a desk or an arrangement", what));
      continue;
    }
    check_today(here, node, context);
    check_mix(here, context.scenario, context);
    context.scenario.today.push_back(read_today(here, id_of, context));
  }
}

void find_stays_of_today(Scenario& scenario) {
  for (Today& today : scenario.today) {
    const Node& node = scenario.nodes[today.node];
    if (node.kind == NodeKind::arrangement)
      today.found_stay = found_under_way(scenario.arrangements[node.index].stay);
  }
}

}  // namespace doorstroom
