#pragma once
/// From a tree of the right shape to the structs of a scenario. The shape has been told already:
/// what is missing or unreadable here is passed over in silence, and only what values mean together
/// is told. For the files that load a scenario; others include scenario_loader.hpp.

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/fields/quantity.hpp"
#include "models/scenario/scenario.hpp"
#include "models/yaml/issues.hpp"
#include "models/yaml/value.hpp"

namespace doorstroom {

/// A value with its path, for messages; or the place where there is none.
struct NodeRef {
  const Value* value = nullptr;
  std::string path;
  Mark key_mark;

  explicit operator bool() const { return value != nullptr; }
  NodeRef operator[](std::string_view key) const;
  /// The entries of a map, the items of a list.
  std::vector<std::pair<std::string, NodeRef>> entries() const;
  std::vector<NodeRef> items() const;

  bool is_scalar() const { return value && value->is_scalar(); }
  bool is_map() const { return value && value->is_map(); }
  bool is_list() const { return value && value->is_list(); }
  bool says(std::string_view word) const { return is_scalar() && value->text == word; }
  std::string text() const { return is_scalar() ? value->text : std::string(); }
  Mark mark() const { return value ? value->mark : key_mark; }
};

/// What all parts of loading share.
struct LoadContext {
  Scenario& scenario;
  Issues& issues;
  const std::set<std::string>& told;  ///< paths that the shape took out, or missed
  std::map<std::string, NodeId, std::less<>> ids{};
  std::vector<bool> valid{};  ///< per node: read without an error
  bool period_known = false;

  void error(Mark mark, Text problem, Text suggestion) {
    issues.error(mark, std::move(problem), std::move(suggestion));
  }
  /// Whether the key is there, or was and has been told.
  bool has(const NodeRef& at, std::string_view key) const {
    return at[key] || told.contains(at[key].path);
  }
  /// Whether what a pattern names was told already.
  bool was_told(std::string_view pattern) const;
  /// The node that an id names; tells one that names nothing, or a source, where nobody goes.
  NodeId target(const NodeRef& at);
  /// An index into `names`; tells a name that is none of them.
  /// @param what  "severity" or "subregion"
  std::optional<int> index_of(const NodeRef& at, const std::vector<std::string>& names,
                              std::string_view what);
};

// Quantities: nothing where there is none, or where it could not be read.
std::optional<double> read_number(const NodeRef& at, QuantityKind kind);
std::optional<Date> read_date(const NodeRef& at);
std::optional<CalendarSpan> read_span(const NodeRef& at);
std::optional<Distribution> read_distribution(const NodeRef& at, QuantityKind drawn,
                                              Issues& issues);
std::optional<Quantity> read_drawn(const NodeRef& at, QuantityKind drawn, Issues& issues);
/// A number, or a dated list of them.
Number read_over_time(const NodeRef& at, QuantityKind kind, const Period& period, Issues& issues);

/// Shares that sum to 100%, or hold one `rest`, which is resolved to what the others leave; nothing
/// after an error, or where one could not be read.
std::optional<std::vector<double>> read_split(const std::vector<NodeRef>& shares,
                                              const NodeRef& whole, LoadContext& context);
/// Weights by index of `names`, sum 1; empty where there is no table.
std::vector<double> read_mix(const NodeRef& at, const std::vector<std::string>& names,
                             std::string_view what, LoadContext& context);

Label read_label(const NodeRef& at, const std::string& id);
/// @param parts  keys of the amounts, and where each goes
Cost read_cost(const NodeRef& at,
               const std::vector<std::pair<std::string_view, double Cost::*>>& parts,
               LoadContext& context);
std::optional<Condition> read_condition(const NodeRef& at, LoadContext& context);
Routing read_routes(const NodeRef& at, NodeKind from, LoadContext& context);

/// Puts the tables of arrivals that files hold where the tree names them: the scenario is whole
/// then. A path is seen from the folder of the file that names it; the tables are kept as
/// documents.
void take_in_tables(Value& tree, std::vector<Document>& documents, Issues& issues);
/// The days on which youths arrive, and what is known of each.
std::vector<Arrival> read_arrivals(const NodeRef& at, LoadContext& context);

/// How a desk or an arrangement is split.
Units read_units(const NodeRef& at, LoadContext& context);
std::vector<PartOfYear> read_closed(const NodeRef& at, LoadContext& context);
std::vector<StartDay> read_starts(const NodeRef& at);
/// Which nodes a choice is among.
Choice read_choice(const NodeRef& at, NodeId self, LoadContext& context);
/// A list that is limited, and where those go whom it turns away.
void read_limit(const NodeRef& at, NodeId self, Arrangement& arrangement, LoadContext& context);

/// Names all nodes first, so that any can name any other.
void declare_nodes(const NodeRef& tree, LoadContext& context);
void load_nodes(const NodeRef& tree, LoadContext& context);
void load_ages(const NodeRef& tree, LoadContext& context);
void load_absence(const NodeRef& at, LoadContext& context);
void load_today(const NodeRef& at, LoadContext& context);
/// How long the stays are that are under way, once effects are known.
void find_stays_of_today(Scenario& scenario);
void load_clocks(const NodeRef& at, LoadContext& context);
/// Once all funders are known.
void load_budgets(const NodeRef& at, LoadContext& context);
void load_evidence(const NodeRef& at, const NodeRef& tree, LoadContext& context);
void load_targets(const NodeRef& at, LoadContext& context);
void load_headline(const NodeRef& at, LoadContext& context);
void load_interventions(const NodeRef& tree, LoadContext& context);
/// What an intervention sets to work; its profile is known.
void load_roles(const NodeRef& at, Intervention& intervention, LoadContext& context);

/// The section of nodes of a kind: "arrangements".
std::string_view section_of(NodeKind kind);

}  // namespace doorstroom
