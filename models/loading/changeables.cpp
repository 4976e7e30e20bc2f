#include "models/loading/changeables.hpp"

#include <fmt/format.h>

#include "models/fields/scenario_fields.hpp"
#include "models/loading/loader.hpp"
#include "models/yaml/overlay.hpp"

namespace doorstroom {
namespace {

void collect_changeable(const Section& section, std::set<std::string>& keys) {
  for (const Field& field : section.fields) {
    if (field.changeable) keys.insert(field.key == "*" ? "leaves.NODE" : std::string(field.key));
    if (field.map && field.map != &sections::distribution) collect_changeable(*field.map, keys);
  }
}

}  // namespace

Changeables::Changeables(Scenario& scenario) {
  for (Node& node : scenario.nodes) add(node, scenario);
  for (const SeverityId level : scenario.scales.ids())
    add(scenario.severities[level], scenario.scales[level]);
  add("absence.back_to_school", scenario.absence.back_to_school);
  if (auto& opens = scenario.absence.opens) {
    add("absence.case.after", opens->after);
    add("absence.case.share", opens->share);
    add("absence.case.back_to_school", opens->back_to_school);
  }
  for (Absence::Leave& leave : scenario.absence.leaves)
    add("absence.leaves." + scenario.nodes[leave.to].id, leave.rate);
}

std::vector<Changeable> Changeables::matching(const std::string& pattern) const {
  std::vector<Changeable> found;
  for (const Changeable& one : all_) {
    const bool is_named = path_matches(pattern, one.path);
    if (is_named || (!one.whole.empty() && path_matches(pattern, one.whole))) found.push_back(one);
  }
  return found;
}

void Changeables::add(std::string path, std::vector<Change>& changes, bool is_nothing) {
  constexpr std::string_view share = ".share";
  const QuantityKind kind = field_at(path)->kind;
  const std::string way = path.ends_with(share) ? path.substr(0, path.size() - share.size()) : "";
  all_.push_back({std::move(path), kind, &changes, is_nothing, way});
}
void Changeables::add(std::string path, std::optional<Quantity>& quantity) {
  if (quantity) add(std::move(path), *quantity);
}

void Changeables::add(const std::string& path, QuantityByYouth& quantity,
                      const Scenario& scenario) {
  if (quantity.of.empty()) return add(path, quantity.of_all);
  const std::vector<std::string>& names =
      quantity.by ? scenario.attributes[quantity.by].values.values() : scenario.severities.values();
  const std::size_t first = all_.size();
  for (std::size_t i = 0; i < names.size(); ++i) add(path + "." + names[i], quantity.of[i]);
  if (quantity.has_rest) add(path + ".rest", quantity.of_all);
  for (std::size_t i = first; i < all_.size(); ++i) all_[i].whole = path;
}

void Changeables::add(const std::string& level, SeverityScale& scale) {
  const std::string path = fmt::format("severities.{}.", level);
  add(path + "stay", scale.stay);
  add(path + "work", scale.work);
  add(path + "patience", scale.patience);
}

void Changeables::add(Node& node, Scenario& scenario) {
  const std::string path = path_of(node) + ".";
  if (node.kind == NodeKind::source) {
    Source& source = scenario.sources[node.index];
    if (source.arrivals.empty()) add(path + "per_year", source.per_year);
    add(path + "absent", source.absent);
  }
  if (node.kind == NodeKind::desk) {
    Desk& desk = scenario.desks[node.index];
    add(path + "takes", desk.takes);
    if (!desk.unlimited) {
      add(path + "staff", desk.staff);
      add(path + "hours", desk.hours);
      add(path + "work", desk.work);
    }
  }
  if (node.kind == NodeKind::arrangement) {
    Arrangement& arrangement = scenario.arrangements[node.index];
    if (!arrangement.unlimited) add(path + "places", arrangement.places);
    add(path + "stay", arrangement.stay, scenario);
  }
  if (node.kind == NodeKind::desk || node.kind == NodeKind::arrangement) {
    if (!node.beside) add(path + "waiting.at_home", node.waiting.at_home);
    if (!node.beside) add(path + "waiting.stays_home_after", node.waiting.stays_home_after);
    add(path + "waiting.leaves_after", node.waiting.leaves_after);
    if (!node.beside) add(path + "waiting.worsens", node.waiting.worsens);
    if (auto& elsewhere = node.units.elsewhere)
      add(path + "units.elsewhere.share", elsewhere->share);
  }
  if (node.beside) {
    add(path + "helps.worsens", node.helps.worsens);
    add(path + "helps.patience", node.helps.patience);
    add(path + "helps.stay", node.helps.stay);
  }
  add(path, node.also, scenario);
  if (node.kind == NodeKind::exit)
    if (auto& returns = scenario.exits[node.index].returns) {
      add(path + "returns.share", returns->share);
      add(path + "returns.after", returns->after);
    }
  for (Branch& branch : node.routes)
    for (Route& route : branch.routes) add(path, node.kind, route, scenario);
}

void Changeables::add(const std::string& node, NodeKind from, Route& route, Scenario& scenario) {
  if (route.to == no_node) return;
  const Node& target = scenario.nodes[route.to];
  const std::string path = fmt::format("{}routes.{}.", node, target.id);
  if (!route.rest) add(path + "share", route.share);
  add(path + "delay", route.delay);
  add(path, route.also, scenario);
  if (from != NodeKind::desk || target.kind == NodeKind::exit) return;
  add(path + "bounce", route.bounce);
  add(path + "rework", route.rework);
}

void Changeables::add(const std::string& asker, std::vector<Also>& asked,
                      const Scenario& scenario) {
  for (Also& also : asked) {
    const std::string path = fmt::format("{}also.{}.", asker, scenario.nodes[also.to].id);
    add(path + "share", also.share);
    add(path + "delay", also.delay);
  }
}

std::set<std::string> changeable_keys() {
  std::set<std::string> keys;
  collect_changeable(sections::scenario, keys);
  return keys;
}

bool is_changeable(const std::string& path) {
  const Field* field = field_at(path);
  const Field* share = field_at(path + ".share");
  return (field && field->changeable) || (share && share->changeable);
}

}  // namespace doorstroom
