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
struct At {
  const Value* value = nullptr;
  std::string path;
  Mark key_mark;

  explicit operator bool() const { return value != nullptr; }
  At operator[](std::string_view key) const;
  /// The entries of a map, the items of a list.
  std::vector<std::pair<std::string, At>> entries() const;
  std::vector<At> items() const;

  bool is_scalar() const { return value && value->is_scalar(); }
  bool is_map() const { return value && value->is_map(); }
  bool is_list() const { return value && value->is_list(); }
  bool says(std::string_view word) const { return is_scalar() && value->text == word; }
  std::string text() const { return is_scalar() ? value->text : std::string(); }
  Mark mark() const { return value ? value->mark : key_mark; }
};

/// What all parts of loading share.
struct Loading {
  Scenario& scenario;
  Issues& issues;
  const std::set<std::string>& told;  ///< paths that the shape took out, or missed
  std::map<std::string, NodeId, std::less<>> ids{};
  std::vector<bool> sound{};  ///< per node: read without an error
  bool period_known = false;

  void error(Mark mark, Text problem, Text suggestion) {
    issues.error(mark, std::move(problem), std::move(suggestion));
  }
  /// Whether the key is there, or was and has been told.
  bool has(const At& at, std::string_view key) const {
    return at[key] || told.contains(at[key].path);
  }
  /// Whether what a pattern names was told already.
  bool was_told(std::string_view pattern) const;
  /// The node that an id names; tells one that names nothing, or a source, where nobody goes.
  NodeId target(const At& at);
  /// An index into `names`; tells a name that is none of them.
  /// @param what  "severity" or "subregion"
  std::optional<int> index_of(const At& at, const std::vector<std::string>& names,
                              std::string_view what);
};

// Quantities: nothing where there is none, or where it could not be read.
std::optional<double> read_number(const At& at, QuantityKind kind);
std::optional<Date> read_date(const At& at);
std::optional<CalendarSpan> read_span(const At& at);
std::optional<Distribution> read_distribution(const At& at, QuantityKind drawn, Issues& issues);
std::optional<Quantity> read_drawn(const At& at, QuantityKind drawn, Issues& issues);
/// A number, or a dated list of them.
Number read_over_time(const At& at, QuantityKind kind, const Period& period, Issues& issues);

/// Shares that sum to 100%, or hold one `rest`, which is resolved to what the others leave; nothing
/// after an error, or where one could not be read.
std::optional<std::vector<double>> read_split(const std::vector<At>& shares, const At& whole,
                                              Loading& loading);
/// Weights by index of `names`, sum 1; empty where there is no table.
std::vector<double> read_mix(const At& at, const std::vector<std::string>& names,
                             std::string_view what, Loading& loading);

Label read_label(const At& at, const std::string& id);
/// @param parts  keys of the amounts, and where each goes
Cost read_cost(const At& at, const std::vector<std::pair<std::string_view, double Cost::*>>& parts,
               Loading& loading);
std::optional<Condition> read_condition(const At& at, Loading& loading);
Routing read_routes(const At& at, NodeKind from, Loading& loading);

/// Puts the tables of arrivals that files hold where the tree names them: the scenario is whole
/// then. A path is seen from the folder of the file that names it; the tables are kept as
/// documents.
void take_in_tables(Value& tree, std::vector<Document>& documents, Issues& issues);
/// The days on which youths arrive, and what is known of each.
std::vector<Arrival> read_arrivals(const At& at, Loading& loading);

/// How a desk or an arrangement is split.
Units read_units(const At& at, Loading& loading);
std::vector<PartOfYear> read_closed(const At& at, Loading& loading);
std::vector<StartDay> read_starts(const At& at);
/// Which nodes a choice is among.
Choice read_choice(const At& at, NodeId self, Loading& loading);
/// A list that is limited, and where those go whom it turns away.
void read_limit(const At& at, NodeId self, Arrangement& arrangement, Loading& loading);

/// Names all nodes first, so that any can name any other.
void declare_nodes(const At& tree, Loading& loading);
void load_nodes(const At& tree, Loading& loading);
void load_ages(const At& tree, Loading& loading);
void load_absence(const At& at, Loading& loading);
void load_today(const At& at, Loading& loading);
/// How long the stays are that are under way, once effects are known.
void find_stays_of_today(Scenario& scenario);
void load_clocks(const At& at, Loading& loading);
/// Once all funders are known.
void load_budgets(const At& at, Loading& loading);
void load_evidence(const At& at, const At& tree, Loading& loading);
void load_targets(const At& at, Loading& loading);
void load_headline(const At& at, Loading& loading);
void load_interventions(const At& tree, Loading& loading);
/// What an intervention sets to work; its profile is known.
void load_roles(const At& at, Intervention& intervention, Loading& loading);

/// The section of nodes of a kind: "arrangements".
std::string_view section_of(NodeKind kind);

}  // namespace doorstroom
