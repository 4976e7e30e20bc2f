
#include "models/loading/loader.hpp"

/// Readers of `ages` and `absence`.

namespace doorstroom {
namespace {

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
    const NodeId to = context.target(KeyRef(id, at["leaves"].path, rate.key_location));
    if (to != no_node)
      absence.leaves.push_back({to, read_number(rate, QuantityKind::hazard).value_or(0)});
  }
}

}  // namespace doorstroom
