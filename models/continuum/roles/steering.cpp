#include "models/continuum/roles/steering.hpp"

#include <algorithm>
#include <boost/algorithm/string.hpp>
#include <cmath>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "engine/clock.hpp"
#include "models/continuum/region.hpp"
#include "models/continuum/roles/rhythm.hpp"
#include "models/continuum/roles/watched_figure.hpp"
#include "models/reading/read_values.hpp"
#include "models/yaml/issue_text.hpp"

namespace doorstroom {
namespace {

constexpr Field counts_keys[] = {
    {.key = "*", .kind = QuantityKind::places, .about = translatable("how many places")}};
constinit const Section counts_section{translatable("places"), counts_keys};

constexpr Field moves[] = {
    {.key = "from",
     .kind = QuantityKind::id,
     .required = true,
     .about = translatable("the arrangement that loses places")},
    {.key = "to",
     .kind = QuantityKind::id,
     .required = true,
     .about = translatable("the arrangement that gains them")},
    {.key = "count",
     .kind = QuantityKind::places,
     .required = true,
     .about = translatable("how many places")},
};
constinit const Section moves_section{translatable("moves"), moves};

constexpr Field steering_keys[] = {
    {.key = "decides_on",
     .kind = QuantityKind::day_of_year,
     .list = true,
     .required = true,
     .about = translatable("the days of the year on which it decides")},
    {.key = "watches",
     .kind = QuantityKind::path,
     .required = true,
     .about = translatable("the figure that it watches")},
    {.key = "over",
     .kind = QuantityKind::span,
     .required = true,
     .about = translatable("the time that the figure covers")},
    {.key = "when",
     .kind = QuantityKind::text,
     .required = true,
     .about = translatable("what the figure must be for it to act")},
    {.key = "opens", .map = &counts_section, .about = translatable("the places that it opens")},
    {.key = "closes", .map = &counts_section, .about = translatable("the places that it closes")},
    {.key = "moves", .map = &moves_section, .about = translatable("the places that it moves")},
    {.key = "after",
     .kind = QuantityKind::span,
     .about = translatable("how long after the decision")},
    {.key = "at_most",
     .kind = QuantityKind::places,
     .about = translatable("how many places it opens at most")},
};

std::vector<Steering::Count> read_counts(const NodeRef& at, LoadContext& context) {
  std::vector<Steering::Count> counts;
  for (const auto& [id, count] : at.entries())
    if (const NodeId in = limited_node_of_key(id, count, at.path, NodeKind::arrangement, context);
        in != no_node)
      counts.push_back(
          {in, static_cast<std::int64_t>(read_number(count, QuantityKind::places).value_or(0))});
  return counts;
}

/// "oza.wait_p90": the node and the figure.
const WatchableFigure* read_watched(const NodeRef& at, Steering& steering, LoadContext& context) {
  if (!at.is_scalar()) return nullptr;
  const std::string text = at.text();
  const std::size_t dot = text.find('.');
  const std::string id = text.substr(0, dot);
  const auto node = context.ids.find(id);
  const bool known = node != context.ids.end() &&
                     (context.scenario.nodes[node->second].kind == NodeKind::desk ||
                      context.scenario.nodes[node->second].kind == NodeKind::arrangement);
  const std::string name = dot == std::string::npos ? "" : text.substr(dot + 1);
  const auto found = std::ranges::find(watchable_figures(), name, &WatchableFigure::name);
  if (known && found != watchable_figures().end()) {
    steering.watches = node->second;
    steering.figure = found->figure;
    return &*found;
  }
  std::vector<std::string> names;
  for (const WatchableFigure& one : watchable_figures()) names.emplace_back(one.name);
  context.error(
      at.location(), message("{0} is {1}, which cannot be watched", at.path, shown(text)),
      message("write a desk or an arrangement, a dot and one of {0}", boost::join(names, ", ")));
  return nullptr;
}

/// "> 10 weeks": the comparison and the quantity.
void read_threshold(const NodeRef& at, const WatchableFigure& watched, Steering& steering,
                    LoadContext& context) {
  if (!at.is_scalar()) return;
  std::string text = boost::trim_copy(at.text());
  const bool compares = text.starts_with('>') || text.starts_with('<');
  steering.when_above = text.starts_with('>');
  steering.or_equal = text.size() > 1 && text[1] == '=';
  const std::string amount =
      compares ? boost::trim_copy(text.substr(steering.or_equal ? 2 : 1)) : std::string();
  const ParseResult<double> parsed = read_quantity(watched.kind, amount);
  if (compares && parsed.value) {
    steering.threshold = *parsed.value;
    return;
  }
  context.error(at.location(), message("{0} is {1}", at.path, shown(at.text())),
                message("write > or < and what {0} is compared with, such as \"> {1}\"",
                        watched.name, example_of(watched.kind)));
}

class Group {
 public:
  Group(Region& region, const Scenario& scenario, InterventionId role)
      : region_(region),
        period_(scenario.period),
        role_(role),
        rules_(*scenario.interventions[role].steering) {
    for (const std::int64_t day :
         decision_days(scenario.interventions[role].profile, rules_.decides_on, period_)) {
      const Date today = period_.date_at(day);
      decisions_.push_back({day, std::max(period_.first_day(), period_.day_of(today - rules_.over)),
                            period_.day_of(today + rules_.after)});
    }
    region_.watch(rules_.watches);
  }

  /// Looks at what was used at the beginning and at the end of each window, and decides.
  void decide(Clock& clock) {
    std::map<std::int64_t, NodeRecord::Usage> used;
    std::set<std::int64_t> days;
    for (const Decision& one : decisions_) days.insert({one.since, one.day});
    for (const std::int64_t day : days) {
      clock.sleep_until(day);
      used.emplace(day, region_.used_so_far(rules_.watches));
      for (Decision& one : decisions_)
        if (one.day == day) take(one, used.at(one.since), used.at(day));
    }
  }

  /// Carries out what was decided, when its day comes.
  void carry_out(Clock& clock) {
    for (const Decision& one : decisions_) {
      if (one.effective == one.day) continue;  // done at once
      clock.sleep_until(one.effective);
      carry_out(one);
    }
  }

 private:
  struct Decision {
    std::int64_t day;
    std::int64_t since;                      ///< where the window begins
    std::int64_t effective;                  ///< when places come
    std::vector<Steering::Count> changes{};  ///< places more, or fewer
    bool moves = false;                      ///< places from one to another
  };

  void take(Decision& decision, const NodeRecord::Usage& before, const NodeRecord::Usage& now) {
    const WatchedSpan span{.since = Instant::at_day(decision.since),
                           .days = static_cast<double>(decision.day - decision.since),
                           .before = before,
                           .now = now};
    const std::optional<double> seen = figure_over(rules_.figure, rules_.watches, span, region_);
    if (!seen) return;
    const bool beyond = rules_.when_above ? *seen > rules_.threshold : *seen < rules_.threshold;
    const bool must = beyond || (rules_.or_equal && *seen == rules_.threshold);
    using What = RoleAction::What;
    region_.report({.at = region_.now(),
                    .role = role_,
                    .what = must ? What::decided : What::decided_not,
                    .node = rules_.watches,
                    .because = *seen});
    if (!must) return;
    for (const Steering::Count& open : rules_.opens) {
      const std::int64_t left = rules_.at_most ? *rules_.at_most - opened_ : open.places;
      const std::int64_t places = std::clamp<std::int64_t>(left, 0, open.places);
      opened_ += places;
      decision.changes.push_back({open.in, places});
    }
    for (const Steering::Count& close : rules_.closes)
      decision.changes.push_back({close.in, -close.places});
    decision.moves = rules_.moves.has_value();
    if (decision.effective == decision.day) carry_out(decision);
  }

  void carry_out(const Decision& decision) {
    for (const Steering::Count& change : decision.changes) {
      const std::int64_t closable = -region_.places_of(change.in);
      change_places(change.in, std::max(change.places, closable));
    }
    if (!decision.moves) return;
    const Steering::Move& move = *rules_.moves;
    const std::int64_t places = std::min(move.places, region_.places_of(move.from));
    change_places(move.from, -places);
    change_places(move.to, places);
  }

  void change_places(NodeId arrangement, std::int64_t places) {
    if (places == 0) return;
    region_.add_places(arrangement, places);
    region_.report({.at = region_.now(),
                    .role = role_,
                    .what = places > 0 ? RoleAction::What::opened : RoleAction::What::closed,
                    .node = arrangement,
                    .amount = static_cast<double>(std::abs(places))});
  }

  Region& region_;
  const Period& period_;
  InterventionId role_;
  const Steering& rules_;
  std::vector<Decision> decisions_;
  std::int64_t opened_ = 0;  ///< places opened, or to be opened
};

}  // namespace

constinit const Section steering_section{translatable("steering"), steering_keys};

void read_steering(const NodeRef& at, Intervention& intervention, LoadContext& context) {
  Steering& steering = intervention.steering.emplace();
  for (const NodeRef& item : at["decides_on"].items())
    if (const auto day = read_day_of_year(item.text()).value) steering.decides_on.push_back(*day);
  if (const WatchableFigure* watched = read_watched(at["watches"], steering, context))
    read_threshold(at["when"], *watched, steering, context);
  steering.over = read_span(at["over"]).value_or(CalendarSpan{6, 0});
  steering.after = read_span(at["after"]).value_or(CalendarSpan{});
  steering.opens = read_counts(at["opens"], context);
  steering.closes = read_counts(at["closes"], context);
  if (const NodeRef move = at["moves"]; move.is_map()) {
    const NodeId from =
        read_limited_node(move["from"], move["from"].path, NodeKind::arrangement, context);
    const NodeId to =
        read_limited_node(move["to"], move["to"].path, NodeKind::arrangement, context);
    const double count = read_number(move["count"], QuantityKind::places).value_or(0);
    if (from != no_node && to != no_node)
      steering.moves = Steering::Move{from, to, static_cast<std::int64_t>(count)};
    if (from != no_node && from == to)
      context.error(move["to"].location(), message("{0} is where they come from", move["to"].path),
                    message("places move from one arrangement to another; name another one"));
  }
  if (const auto most = read_number(at["at_most"], QuantityKind::places))
    steering.at_most = static_cast<std::int64_t>(*most);
  if (at.is_map() && !context.has(at, "opens") && !context.has(at, "closes") &&
      !context.has(at, "moves"))
    context.error(at.key_location, message("{0} changes nothing", at.path),
                  message("say what it opens, closes or moves, such as `opens: {{oza: 5}}`"));
}

void add_steering(Clock& clock, Region& region, const Scenario& scenario,
                  InterventionId intervention) {
  const auto group = std::make_shared<Group>(region, scenario, intervention);
  clock.add_process("steering, places", Phase::changes,
                    [group](Clock& its) { group->carry_out(its); });
  clock.add_process("steering", Phase::roles, [group](Clock& its) { group->decide(its); });
}

}  // namespace doorstroom
