#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "models/fields/youth_table.hpp"
#include "models/loading/loader.hpp"
#include "models/yaml/issue_text.hpp"

/// Readers of `initial` and `today`: who is found at nodes.

namespace doorstroom {
namespace {

using State = RecordedYouth::State;

bool is_limited(const Node& node, const Scenario& scenario) {
  if (node.kind == NodeKind::desk) return !scenario.desks[node.index].unlimited;
  return node.kind == NodeKind::arrangement && !scenario.arrangements[node.index].unlimited;
}

/// Whether youths may have to wait there: what is unlimited lets them in at once, unless it is
/// closed, or waits for a date.
bool may_have_list(const Node& node, const Scenario& scenario) {
  if (is_limited(node, scenario)) return true;
  if (node.kind == NodeKind::desk) return !scenario.desks[node.index].closed.empty();
  const Arrangement& arrangement = scenario.arrangements[node.index];
  return !arrangement.closed.empty() || !arrangement.starts.empty();
}

double number_at(const NodeRef& at) {
  return read_number(at, QuantityKind::places).value_or(0);
}

/// Only what has a limit has a list, only what has places is filled, and only desks work.
void check_counts(const NodeRef& at, const Node& node, LoadContext& context) {
  const bool limited = is_limited(node, context.scenario);
  for (const char* key : {"fill", "occupied"})
    if (at[key] && node.kind == NodeKind::desk)
      context.error(at[key].key_location, message("{0} is of a desk", at[key].path),
                    message("nobody stays at a desk; use `waiting` for the cases that wait there "
                            "and `in_work` for those that it works on"));
  if (at["fill"] && node.kind == NodeKind::arrangement && !limited)
    context.error(at["fill"].key_location, message("{0} is of unlimited places", at["fill"].path),
                  message("there is no limit to fill; use `occupied` with a number of youths"));
  if (number_at(at["waiting"]) > 0 && !may_have_list(node, context.scenario))
    context.error(at["waiting"].location(),
                  message("{0} is where nobody waits", at["waiting"].path),
                  message("who asks for what is unlimited gets it at once; take it out"));
  if (number_at(at["in_work"]) > 0 && node.kind == NodeKind::arrangement)
    context.error(at["in_work"].location(), message("{0} is of an arrangement", at["in_work"].path),
                  message("only desks work on cases; use `occupied` for the youths inside"));
}

/// Whose help it is would not be known.
void check_beside(const NodeRef& at, const Node& node, LoadContext& context) {
  if (!node.beside) return;
  for (const char* key : {"fill", "occupied", "in_work", "waiting"})
    if (read_number(at[key],
                    key == std::string("fill") ? QuantityKind::share : QuantityKind::places)
            .value_or(0) > 0)
      context.error(at[key].location(), message("{0} is of help beside the way", at[key].path),
                    message("whose help it is would not be known; use 0 to let it begin without "
                            "anybody, or leave {0} out",
                            node.id));
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

FoundYouths read_found(const NodeRef& at, NodeId node, LoadContext& context) {
  const Scenario& scenario = context.scenario;
  FoundYouths found;
  found.node = node;
  found.inside = static_cast<int>(number_at(at["occupied"]));
  found.fill = read_number(at["fill"], QuantityKind::share).value_or(0);
  found.in_work = static_cast<int>(number_at(at["in_work"]));
  found.waiting = static_cast<int>(number_at(at["waiting"]));
  found.waited = read_distribution(at["waited"], QuantityKind::drawn_duration, context.issues);
  found.age = read_distribution(at["age"], QuantityKind::drawn_duration, context.issues);
  found.severity = read_mix(at["severity"], scenario.severities, "severity", context);
  found.mixes = read_mixes(at, context);
  found.absent = read_number(at["absent"], QuantityKind::share);
  return found;
}

/// The desk or arrangement of an id; reports what is neither.
NodeId read_node(const NodeRef& id, const std::string& path, LoadContext& context) {
  const NodeId node = context.target_or_help(id);
  if (node == no_node) return no_node;
  const NodeKind kind = context.scenario.nodes[node].kind;
  if (kind == NodeKind::desk || kind == NodeKind::arrangement) return node;
  const LocalizedText what = kind == NodeKind::exit ? message("an exit") : message("a choice");
  context.error(id.location(), message("{0} is {1}", path, what),
                message("nobody is in {0}; name a desk or an arrangement", what));
  return no_node;
}

void read_by_node(const NodeRef& at, std::vector<FoundYouths>& into, LoadContext& context) {
  for (const auto& [id, here] : at.entries()) {
    if (id == "as_of" || id == "rows") continue;
    const NodeId node = read_node(KeyRef(id, at.path, here.key_location), here.path, context);
    if (node == no_node) continue;
    check_counts(here, context.scenario.nodes[node], context);
    check_beside(here, context.scenario.nodes[node], context);
    check_mix(here, context.scenario, context);
    if (at.path == "today" && number_at(here["waiting"]) > 0 && !here["waited"])
      context.issues.warning(
          here["waiting"].location(), message("{0} has no waited", here.path),
          message("then they count as new requests on the start date; say how long they have "
                  "waited, such as `waited: {{uniform: {{from: 0 weeks, to: 20 weeks}}}}`"));
    into.push_back(read_found(here, node, context));
  }
}

/// The distribution of wholes that are under way at one moment: length-biased, since long ones are
/// found more often. Also of distributions that effects set.
Quantity found_under_way(const Quantity& whole) {
  const auto found = [](const Distribution& drawn) {
    return drawn.mean() > 0 ? drawn.length_biased() : drawn;
  };
  Quantity biased{found(whole.distribution), whole.changes};
  for (Change& change : biased.changes)
    if (change.replaces_base()) change.replacement = found(change.replacement);
  return biased;
}

/// Reads the table of `today`, youth by youth.
class RowReader {
 public:
  explicit RowReader(LoadContext& context) : context_(context) {}

  void read(const TableRow& row) {
    const NodeRef id = row.cell("node");
    const NodeId node = read_node(id, id.text(), context_);
    RecordedYouth youth;
    static_cast<KnownPerson&>(youth) = read_known_person(row, context_);
    youth.since = read_moment(row["since"]);
    youth.tells_absence = row.has("absent_since");
    youth.absent_since = read_moment(row["absent_since"]).value_or(never);
    const auto state = read_state(row.cell("state"));
    check_person(row, youth);
    check_age(row, node, youth);
    for (const char* column : {"since", "absent_since"}) check_born_by_then(row, column, youth);
    if (node == no_node || !state || !may_be(*state, row.cell("state"), node)) return;
    youth.state = *state;
    const auto [place, fresh] = first_of_.emplace(node, groups_.size());
    if (fresh) {
      groups_.emplace_back().node = node;
      locations_.push_back(id.location());
    }
    groups_[place->second].rows.push_back(youth);
  }

  /// By node, in order of their first rows, and where these are.
  const std::vector<FoundYouths>& groups() const { return groups_; }
  const std::vector<SourceLocation>& locations() const { return locations_; }

 private:
  std::optional<State> read_state(const NodeRef& at) {
    constexpr std::array states{std::pair{"inside", State::inside},
                                std::pair{"in_work", State::in_work},
                                std::pair{"waiting", State::waiting}};
    for (const auto& [word, state] : states)
      if (at.says(word)) return state;
    context_.error(at.location(), message("state is {0}", shown(*at.value)),
                   message("a youth is inside, in_work (at a desk) or waiting"));
    return std::nullopt;
  }

  bool may_be(State state, const NodeRef& at, NodeId id) {
    const Node& node = context_.scenario.nodes[id];
    const bool desk = node.kind == NodeKind::desk;
    if (node.beside)
      context_.error(
          at.location(), message("{0} is help beside the way", node.id),
          message("whose help it is would not be known; leave {0} out of the table", node.id));
    else if (state == State::inside && desk)
      context_.error(at.location(), message("{0} is a desk, where nobody is inside", node.id),
                     message("a case at a desk is in_work or waiting"));
    else if (state == State::in_work && !desk)
      context_.error(at.location(),
                     message("{0} is an arrangement, where no case is in_work", node.id),
                     message("a youth at an arrangement is inside or waiting"));
    else if (state == State::waiting && !may_have_list(node, context_.scenario))
      context_.error(at.location(), message("{0} is where nobody waits", node.id),
                     message("who asks for what is unlimited gets it at once; take it out"));
    else
      return true;
    return false;
  }

  /// Not after the start date.
  std::optional<Instant> read_moment(const NodeRef& at) {
    if (!at) return std::nullopt;
    const auto day = read_date_in_table(at, context_);
    if (!day || !context_.period_known) return std::nullopt;
    const Period& period = context_.scenario.period;
    if (*day <= period.start()) return period.at(*day);
    context_.error(at.location(),
                   message("{0} is {1}, after the start date", at.path, to_text(*day)),
                   message("the records are those of {0} (period.start)", to_text(period.start())));
    return std::nullopt;
  }

  void check_born_by_then(const TableRow& row, const char* column, const RecordedYouth& youth) {
    const bool absence = column == std::string_view("absent_since");
    const Instant then = absence ? youth.absent_since : youth.since.value_or(never);
    if (!youth.age || then == never || then.days() >= -*youth.age) return;
    context_.error(row.location(), message("{0} lies before the youth was born", column),
                   message("the age is that on the start date, in years; correct one of them"));
  }

  /// Whoever is so old leaves.
  void check_age(const TableRow& row, NodeId node, const RecordedYouth& youth) {
    const Scenario& scenario = context_.scenario;
    std::optional<double> leaves_at = scenario.leaves_at;
    if (node != no_node && scenario.nodes[node].kind == NodeKind::arrangement &&
        row.cell("state").says("inside"))
      if (const auto& own = scenario.arrangements[scenario.nodes[node].index].leaves_at)
        leaves_at = own;
    if (!youth.age || !leaves_at || *youth.age < *leaves_at * days_per_year) return;
    context_.error(row["age"].location(),
                   message("the youth is {0} years old, and youths leave here at {1}",
                           row["age"].text(), fmt::format("{:g}", *leaves_at)),
                   message("whoever is so old would leave on the start date; correct the age, or "
                           "leave the row out"));
  }

  void check_person(const TableRow& row, const RecordedYouth& youth) {
    if (!context_.scenario.sources.empty() || told_) return;
    for (const char* key : {"age", "severity"}) {
      const bool known =
          key == std::string("age") ? youth.age.has_value() : youth.severity.has_value();
      if (known || row[key]) continue;
      told_ = true;
      context_.error(row.location(), message("the youth has no {0}", key),
                     message("without it the youth is like those who come from the sources, and "
                             "there are none; add it"));
    }
  }

  LoadContext& context_;
  std::map<NodeId, std::size_t> first_of_;
  std::vector<FoundYouths> groups_;
  std::vector<SourceLocation> locations_;
  bool told_ = false;
};

void check_as_of(const NodeRef& at, LoadContext& context) {
  const auto day = read_date(at);
  const Period& period = context.scenario.period;
  if (!day || !context.period_known || *day == period.start()) return;
  context.error(at.location(),
                message("{0} is {1}, which is not period.start", at.path, to_text(*day)),
                message("the records say who is where on the start date; write {0}, or let the "
                        "period start on {1}",
                        to_text(period.start()), to_text(*day)));
}

bool has_group(const std::vector<FoundYouths>& groups, NodeId node) {
  return std::ranges::find(groups, node, &FoundYouths::node) != groups.end();
}

/// Without a warm-up, both are about the same moment.
void check_not_both(NodeId node, SourceLocation location, LoadContext& context) {
  const Scenario& scenario = context.scenario;
  if (!context.period_known || scenario.period.first_day() < 0) return;
  if (!has_group(scenario.initial, node)) return;
  context.error(location, message("{0} is in `initial` and in `today`", scenario.nodes[node].id),
                message("without a warm-up both are about the same day; keep one of them"));
}

}  // namespace

void load_initial(const NodeRef& at, LoadContext& context) {
  read_by_node(at, context.scenario.initial, context);
}

void load_today(const NodeRef& at, LoadContext& context) {
  std::vector<FoundYouths>& today = context.scenario.today;
  check_as_of(at["as_of"], context);
  read_by_node(at, today, context);
  for (const FoundYouths& group : today)
    check_not_both(group.node, at[context.scenario.nodes[group.node].id].key_location, context);

  const NodeRef table = at["rows"]["table"];
  if (!table) return;
  RowReader rows(context);
  read_youth_table(table, {{"node", "state", "since", "age", "severity", "absent_since"}, 2},
                   context, [&](const TableRow& row) { rows.read(row); });
  for (std::size_t i = 0; i < rows.groups().size(); ++i) {
    const FoundYouths& group = rows.groups()[i];
    const std::string& id = context.scenario.nodes[group.node].id;
    check_not_both(group.node, rows.locations()[i], context);
    if (has_group(today, group.node))
      context.error(at[id].key_location, message("{0} is in the rows of `today`, too", at[id].path),
                    message("say how many there are, or name them one by one; keep one of them"));
    else
      today.push_back(group);
  }
}

void find_what_is_under_way(Scenario& scenario) {
  for (std::vector<FoundYouths>* groups : {&scenario.initial, &scenario.today})
    for (FoundYouths& found : *groups) {
      const Node& node = scenario.nodes[found.node];
      if (node.kind == NodeKind::arrangement) {
        found.under_way = scenario.arrangements[node.index].stay;
        found.under_way.of_all = found_under_way(found.under_way.of_all);
        for (Quantity& one : found.under_way.of) one = found_under_way(one);
        continue;
      }
      const Desk& desk = scenario.desks[node.index];
      found.under_way.of_all = found_under_way(desk.unlimited ? desk.takes : desk.work);
    }
}

}  // namespace doorstroom
