
#include <algorithm>
#include <boost/algorithm/string.hpp>
#include <set>

#include "models/continuum/roles/roles.hpp"
#include "models/fields/effect_kinds.hpp"
#include "models/loading/changeables.hpp"
#include "models/loading/diverts.hpp"
#include "models/loading/loader.hpp"
#include "models/loading/parameter_paths.hpp"
#include "models/yaml/issue_text.hpp"
#include "models/yaml/overlay.hpp"

/// Reads interventions: when they hold, what they cost, which parameters they change, which roles
/// they set to work. An effect names parameters by the path in the file, and may name several.

namespace doorstroom {
namespace {

/// The keys with which an intervention or an effect says when it holds. An effect inherits those
/// that it leaves out.
struct Timing {
  NodeRef from;
  NodeRef until;
  NodeRef ramp;
  NodeRef afterwards;
};

Timing timing_of(const NodeRef& own, const Timing& inherited = {}) {
  const auto pick = [&](const char* key, const NodeRef& other) {
    return own[key] || !other ? own[key] : other;
  };
  return {pick("from", inherited.from), pick("until", inherited.until),
          pick("ramp", inherited.ramp), pick("afterwards", inherited.afterwards)};
}

std::optional<InterventionProfile> read_course(const Timing& timing, LoadContext& context) {
  const Period& period = context.scenario.period;
  const auto from = read_date(timing.from);
  const auto until = read_date(timing.until);
  if (!from || (timing.until && !until)) return std::nullopt;
  if (until && *until <= *from) {
    context.error(
        timing.until.location(),
        message("{0} is {1}, not after {2}", timing.until.path, timing.until.text(),
                to_text(*from)),
        message("what changes holds from `from` until `until`; make `until` the later date"));
    return std::nullopt;
  }
  if (timing.afterwards && !timing.until)
    context.error(timing.afterwards.key_location,
                  message("{0} has no end to come after", timing.afterwards.path),
                  message("without `until` it never ends; add `until`, or take `afterwards` out"));
  InterventionProfile profile;
  profile.from = period.at(*from);
  if (context.period_known && profile.from >= period.end())
    context.issues.warning(
        timing.from.location(),
        message("{0} is {1}, and the period ends on {2}", timing.from.path, timing.from.text(),
                to_text(period.date_at(period.end_day()))),
        message("what changes then changes nothing; choose an earlier date, or more years"));
  profile.full = period.at(*from + read_span(timing.ramp).value_or(CalendarSpan{}));
  if (!until) return profile;
  profile.until = period.at(*until);
  profile.keeps = read_number(timing.afterwards["keeps"], QuantityKind::share).value_or(0);
  const auto fades = read_span(timing.afterwards["fades_over"]).value_or(CalendarSpan{});
  profile.faded = profile.keeps > 0 ? period.at(*until + fades) : profile.until;
  return profile;
}

/// The `from` of a divert is a path: it begins with its intervention.
std::optional<InterventionProfile> course_of_divert(const NodeRef& own, const Timing& inherited,
                                                    LoadContext& context) {
  Timing timing = timing_of(own, inherited);
  timing.from = inherited.from;
  return read_course(timing, context);
}

/// Reports why a pattern names no changeable parameter.
void report_no_match(const NodeRef& change, const NodeRef& tree, LoadContext& context) {
  const std::string pattern = change.text();
  if (context.was_reported(pattern)) return;
  const auto paths = too_many_to_read(context.issues) ? std::vector<std::string>{}
                                                      : matching_paths(*tree.value, pattern);
  if (paths.empty()) {
    context.error(change.location(),
                  message("{0} is {1}, which names nothing", change.path, shown(pattern)),
                  path_suggestion(*tree.value, pattern, context.issues));
    return;
  }
  if (std::ranges::none_of(paths, is_changeable)) {
    context.error(change.location(),
                  message("{0} is {1}, which cannot be changed", change.path, shown(pattern)),
                  message("an effect can change {0}", boost::join(changeable_keys(), ", ")));
    return;
  }
  if (context.issues.has_errors()) return;
  context.error(
      change.location(),
      message("{0} is {1}, where there is no number to change", change.path, shown(pattern)),
      message("what is unlimited, or takes the rest, has no number of its own; give it one first"));
}

void load_effect(const NodeRef& at, const Timing& inherited, const InterventionProfile& common,
                 const Changeables& changeables, const NodeRef& tree, LoadContext& context) {
  const NodeRef pattern = at["change"];
  if (!pattern.is_scalar()) return;
  const bool own = at["from"] || at["until"] || at["ramp"] || at["afterwards"];
  const auto profile = own ? read_course(timing_of(at, inherited), context) : common;
  const std::vector<Changeable> found = changeables.matching(pattern.text());
  const EffectKind* const kind = kind_of_effect(at);
  if (found.empty()) report_no_match(pattern, tree, context);
  if (found.empty() || !profile || !kind) return;
  std::set<QuantityKind> kinds;
  for (const Changeable& one : found)
    kinds.insert(one.kind == QuantityKind::share_or_rest ? QuantityKind::share : one.kind);
  if (!kind->fits_any_quantity && kinds.size() > 1) {
    const auto other = std::ranges::find_if(
        found, [&](const Changeable& one) { return one.kind != found.front().kind; });
    context.error(
        pattern.location(),
        message("{0} is {1}, which names both {2} and {3}", pattern.path, shown(pattern.text()),
                found.front().path, other->path),
        message("only a factor fits quantities of different kinds; name one kind in a path"));
    return;
  }
  std::optional<Change> change = kind->read(at[kind->field.key], *kinds.begin(), context);
  if (!change) return;
  change->profile = *profile;
  for (const Changeable& one : found) one.changes->push_back(*change);
}

}  // namespace

void load_interventions(const NodeRef& tree, LoadContext& context) {
  const Changeables changeables(context.scenario);
  Diverts diverts(tree, context);
  for (const auto& [id, at] : tree["interventions"].entries()) {
    Intervention intervention;
    intervention.id = id;
    intervention.label = read_label(at["label"], id);
    const Timing timing = timing_of(at);
    const auto profile = read_course(timing, context);
    intervention.profile = profile.value_or(InterventionProfile{});
    intervention.cost = read_cost(at["cost"], {{"amount", &Cost::per_year}}, context);
    for (const auto& [name, effect] : at["effects"].entries())
      if (effect["divert"])
        diverts.read(effect, course_of_divert(effect, timing, context));
      else
        load_effect(effect, timing, intervention.profile, changeables, tree, context);
    for (const Role& role : all_roles)
      if (const NodeRef rules = at[role.field.key]; rules.is_map())
        role.read(rules, intervention, context);
    context.scenario.interventions.push_back(std::move(intervention));
  }
  diverts.add_to_routes();
}

}  // namespace doorstroom
