#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "engine/random.hpp"
#include "engine/units.hpp"
#include "models/loading/loader.hpp"
#include "models/yaml/issue_text.hpp"

namespace doorstroom {
namespace {

constexpr std::array node_kinds{NodeKind::source, NodeKind::desk, NodeKind::arrangement,
                                NodeKind::choice, NodeKind::exit};

std::string_view one_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::source:
      return "a source";
    case NodeKind::desk:
      return "a desk";
    case NodeKind::arrangement:
      return "an arrangement";
    case NodeKind::choice:
      return "a choice";
    case NodeKind::exit:
      break;
  }
  return "an exit";
}

ListOrder read_order(const NodeRef& at) {
  if (at.says("severity")) return ListOrder::severity;
  return at.says("longest_absent") ? ListOrder::longest_absent : ListOrder::first_come;
}

void read_education(const NodeRef& at, Node& node) {
  node.education = Education::unchanged;
  if (at.says("none")) node.education = Education::none;
  if (at.says("exempt")) node.education = Education::exempt;
  std::optional<double> share = read_number(at, QuantityKind::education);
  if (at.says("full")) share = 1;
  if (at.says("part")) share = 0.5;
  if (!share) return;
  node.education = Education::share;
  node.education_share = *share;
}

Waiting read_waiting(const NodeRef& at, NodeId self, LoadContext& context) {
  Waiting waiting;
  waiting.at_home = read_number(at["at_home"], QuantityKind::share).value_or(0);
  waiting.stays_home_after =
      read_drawn(at["stays_home_after"], QuantityKind::drawn_duration, context.issues);
  waiting.leaves_after =
      read_drawn(at["leaves_after"], QuantityKind::drawn_duration, context.issues);
  waiting.leaves_to = context.target(at["leaves_to"]);
  waiting.worsens = read_number(at["worsens"], QuantityKind::hazard).value_or(0);
  if (at["leaves_after"] && !context.has(at, "leaves_to"))
    context.error(at["leaves_after"].key_mark,
                  say("{} has leaves_after without leaves_to", at.path),
                  "who gives up the list must go somewhere; add leaves_to with a node");
  if (at["leaves_to"] && waiting.leaves_to == self)
    context.error(at["leaves_to"].mark(), say("{}.leaves_to is the node itself", at.path),
                  "who gives up a list does not join it again; name another node");
  return waiting;
}

/// What grows by a factor a year must stay a number that can be worked with, all through the run.
void check_growth(const NodeRef& at, double growth, double largest, LoadContext& context) {
  constexpr double most = 1e9;
  const Period& period = context.scenario.period;
  const double before = static_cast<double>(-period.first_day()) / days_per_year;
  const double after = static_cast<double>(period.horizon_day()) / days_per_year;
  const double grown =
      largest * std::max(std::pow(1 + growth, after), std::pow(1 + growth, -before));
  if (context.period_known && growth != 0 && largest > 0 && !(grown <= most))
    context.error(at["growth"].mark(),
                  say("{}.growth is {}, which grows beyond {:.0e} within the run", at.path,
                      at["growth"].text(), most),
                  "use less growth, fewer years or a shorter warm_up");
}

double largest_of(const Number& number) {
  double largest = number.value;
  for (const Number::Dated& dated : number.dated) largest = std::max(largest, dated.value);
  return largest;
}

/// Growth of what `key` holds; nothing grows where there is no limit.
void read_growth(const NodeRef& at, std::string_view key, bool unlimited, Number& number,
                 LoadContext& context) {
  number.growth = read_number(at["growth"], QuantityKind::growth).value_or(0);
  if (unlimited && number.growth != 0)
    context.error(at["growth"].mark(),
                  say("{}.growth is {} of what is unlimited", at.path, at["growth"].text()),
                  say("give {} a number, or take growth out", key));
  check_growth(at, number.growth, largest_of(number), context);
}

std::array<double, 12> read_months(const NodeRef& at) {
  constexpr std::array keys{"jan", "feb", "mar", "apr", "may", "jun",
                            "jul", "aug", "sep", "oct", "nov", "dec"};
  std::array<double, 12> months;
  for (std::size_t i = 0; i < keys.size(); ++i)
    months[i] = read_number(at[keys[i]], QuantityKind::factor).value_or(1);
  return months;
}

Source read_source(const NodeRef& at, LoadContext& context) {
  const Scenario& scenario = context.scenario;
  Source source;
  source.per_year = read_number(at["per_year"], QuantityKind::youths_per_year).value_or(0);
  source.growth = read_number(at["growth"], QuantityKind::growth).value_or(0);
  check_growth(at, source.growth, source.per_year.value, context);
  source.months = read_months(at["months"]);
  const double mean = std::accumulate(source.months.begin(), source.months.end(), 0.0) / 12;
  if (mean <= 0)
    context.error(at["months"].key_mark, say("{}.months are all 0", at.path),
                  "they say how a year is spread; give at least one month more than 0");
  for (double& factor : source.months) factor /= mean > 0 ? mean : 1;
  source.arrivals = read_arrivals(at["arrivals"], context);
  if (auto age = read_distribution(at["age"], QuantityKind::drawn_duration, context.issues))
    source.age = std::move(*age);
  source.severity = read_mix(at["severity"], scenario.severities, "severity", context);
  source.subregion = read_mix(at["subregion"], scenario.subregions, "subregion", context);
  source.absent = read_number(at["absent"], QuantityKind::share).value_or(0);
  return source;
}

/// Keys that a desk with staff must have, and one without a limit.
void require(const NodeRef& at, std::string_view key, std::string_view example,
             LoadContext& context) {
  if (!context.has(at, key))
    context.error(at.key_mark, say("{} has no {}", at.path, key),
                  say("add for instance `{}: {}`", key, example));
}

Desk read_desk(const NodeRef& at, Node& node, LoadContext& context) {
  Issues& issues = context.issues;
  Desk desk;
  desk.unlimited = at["staff"].says("unlimited");
  if (!desk.unlimited)
    desk.staff = read_over_time(at["staff"], QuantityKind::staff, context.scenario.period, issues);
  read_growth(at, "staff", desk.unlimited, desk.staff, context);
  desk.hours = read_number(at["hours"], QuantityKind::hours_per_year).value_or(0);
  if (auto work = read_drawn(at["work"], QuantityKind::drawn_hours, issues)) desk.work = *work;
  if (auto takes = read_drawn(at["takes"], QuantityKind::drawn_duration, issues))
    desk.takes = *takes;
  node.cost = read_cost(at["cost"], {{"per_hour", &Cost::per_hour}, {"per_case", &Cost::per_case}},
                        context);
  if (desk.unlimited && at["cost"]["per_hour"])
    context.error(at["cost"]["per_hour"].key_mark,
                  say("{}.cost.per_hour is of a desk without hours", at.path),
                  "unlimited staff keep no hours; use per_case");
  desk.closed = read_closed(at["closed"], context);
  return desk;
}

Arrangement read_arrangement(const NodeRef& at, Node& node, LoadContext& context) {
  Issues& issues = context.issues;
  Arrangement arrangement;
  arrangement.unlimited = at["places"].says("unlimited");
  if (!arrangement.unlimited)
    arrangement.places =
        read_over_time(at["places"], QuantityKind::places, context.scenario.period, issues);
  read_growth(at, "places", arrangement.unlimited, arrangement.places, context);
  if (auto stay = read_drawn(at["stay"], QuantityKind::drawn_duration, issues))
    arrangement.stay = *stay;
  arrangement.admits = read_condition(at["admits"], context);
  arrangement.starts = read_starts(at["starts"]);
  arrangement.holds_place = at["holds_place"].says("true");
  arrangement.until_age = read_number(at["until_age"], QuantityKind::age);
  arrangement.leaves_at = read_number(at["leaves_at"], QuantityKind::age);
  if (at["leads"].says("education")) node.leads = Leads::education;
  if (at["leads"].says("care")) node.leads = Leads::care;
  node.cost = read_cost(at["cost"],
                        {{"per_place", &Cost::per_place_year},
                         {"per_day_used", &Cost::per_day_used},
                         {"per_stay", &Cost::per_stay}},
                        context);
  if (arrangement.unlimited && at["cost"]["per_place"])
    context.error(at["cost"]["per_place"].key_mark,
                  say("{}.cost.per_place is of unlimited places", at.path),
                  "empty places are paid for too; use per_day_used or per_stay");
  return arrangement;
}

std::optional<Returns> read_returns(const NodeRef& at, LoadContext& context) {
  if (!at.is_map()) return std::nullopt;
  Returns returns;
  returns.share = read_number(at["share"], QuantityKind::share).value_or(0);
  if (auto after = read_drawn(at["after"], QuantityKind::drawn_duration, context.issues))
    returns.after = std::move(*after);
  returns.to = context.target(at["to"]);
  if (returns.to != no_node && context.scenario.nodes[returns.to].kind == NodeKind::exit)
    context.error(at["to"].mark(), say("{}.to is {}, which is an exit", at.path, at["to"].text()),
                  "who comes back asks somewhere; name a desk, an arrangement or a choice");
  return returns;
}

void load_node(const NodeRef& at, NodeId id, LoadContext& context) {
  Scenario& scenario = context.scenario;
  Node& node = scenario.nodes[id];
  node.label = read_label(at["label"], node.id);
  read_education(at["education"], node);
  node.order = read_order(at["order"]);
  node.waiting = read_waiting(at["waiting"], id, context);
  if (node.kind == NodeKind::source) scenario.sources[node.index] = read_source(at, context);
  if (node.kind == NodeKind::desk) {
    scenario.desks[node.index] = read_desk(at, node, context);
    node.units = read_units(at["units"], context);
    if (at["staff"].says("unlimited")) {
      require(at, "takes", "2 weeks", context);
    } else if (at["staff"]) {
      require(at, "hours", "1300 hours per year", context);
      require(at, "work", "30 hours", context);
    }
  }
  if (node.kind == NodeKind::arrangement) {
    Arrangement& arrangement = scenario.arrangements[node.index];
    arrangement = read_arrangement(at, node, context);
    read_limit(at, id, arrangement, context);
    node.units = read_units(at["units"], context);
  }
  if (node.kind == NodeKind::choice) {
    scenario.choices[node.index] = read_choice(at, id, context);
    return;
  }
  if (node.kind == NodeKind::exit)
    scenario.exits[node.index].returns = read_returns(at["returns"], context);
  node.routes = read_routes(at["routes"], node.kind, context);
}

}  // namespace

void declare_nodes(const NodeRef& tree, LoadContext& context) {
  Scenario& scenario = context.scenario;
  std::unordered_map<std::uint32_t, std::string> hashes;
  std::array<int, 5> counts{};
  for (const NodeKind kind : node_kinds)
    for (const auto& [id, at] : tree[section_of(kind)].entries()) {
      if (const auto other = context.ids.find(id); other != context.ids.end()) {
        context.error(
            at.key_mark,
            say("{} is also the id of {}", at.path,
                phrase(one_of(scenario.nodes[other->second].kind))),
            "sources, desks, arrangements, choices and exits share their ids; rename one");
        continue;
      }
      if (const auto [same, fresh] = hashes.emplace(hash32(id), id); !fresh)
        context.error(at.key_mark, say("{} cannot be told apart from {}", at.path, same->second),
                      "their random draws would be the same by accident; rename one of them");
      Node node;
      node.id = id;
      node.kind = kind;
      node.index = counts[static_cast<std::size_t>(kind)]++;
      node.mark = at.key_mark;
      context.ids.emplace(id, static_cast<NodeId>(scenario.nodes.size()));
      scenario.nodes.push_back(std::move(node));
    }
  const auto count = [&](NodeKind kind) { return counts[static_cast<std::size_t>(kind)]; };
  context.valid.assign(scenario.nodes.size(), true);
  scenario.sources.resize(count(NodeKind::source));
  scenario.desks.resize(count(NodeKind::desk));
  scenario.arrangements.resize(count(NodeKind::arrangement));
  scenario.choices.resize(count(NodeKind::choice));
  scenario.exits.resize(count(NodeKind::exit));
}

void load_nodes(const NodeRef& tree, LoadContext& context) {
  for (const NodeKind kind : node_kinds)
    for (const auto& [id, at] : tree[section_of(kind)].entries())
      if (const NodeId node = context.ids.at(id); context.scenario.nodes[node].kind == kind) {
        const std::size_t before = context.issues.all().size();
        load_node(at, node, context);
        const auto told = context.told.lower_bound(at.path + ".");
        context.valid[node] = context.issues.all().size() == before &&
                              (told == context.told.end() || !told->starts_with(at.path + "."));
      }
}

}  // namespace doorstroom
