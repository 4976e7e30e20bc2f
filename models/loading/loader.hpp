#pragma once
/// From a tree of the right shape to the structs of a scenario. Only the files that load a scenario
/// include this header; others include scenario_loader.hpp.

#include <string>
#include <string_view>
#include <vector>

#include "models/reading/read_values.hpp"

namespace doorstroom {

/// Whether an id would be mistaken for a key of conditions, units or lists of who is there.
bool is_reserved_word(std::string_view id);
/// The same of a level of severity or a value of an attribute, which stand beside other keys.
bool is_reserved_value(std::string_view value);
void report_reserved_word(const std::string& id, const std::string& path, SourceLocation location,
                          LoadContext& context);
/// The names of a list; reports those that stand there twice. @param what  one of them is
std::vector<std::string> load_names(const NodeRef& at, TranslatableText what, LoadContext& context);
/// Subregions and other attributes, and those that are groups of figures. Call it before
/// everything that names them.
void load_attributes(const NodeRef& tree, LoadContext& context);
/// In which order attributes are drawn. Call it once all sources and lists of who is there are
/// read.
void order_attributes(LoadContext& context);

Routing read_routes(const NodeRef& at, NodeKind from, LoadContext& context);

/// Adds all nodes with their ids, so that each can name any other. Call it before load_nodes.
void declare_nodes(const NodeRef& tree, LoadContext& context);
void load_nodes(const NodeRef& tree, LoadContext& context);
/// The help beside the way that is asked for. @param asker  "so", or "desk.routes.so" of a route
std::vector<Also> read_also(const NodeRef& at, std::string_view asker, LoadContext& context);
/// What asks for help beside the way at a node, and whether the node is such help.
void load_help(const NodeRef& at, Node& node, LoadContext& context);
void load_ages(const NodeRef& tree, LoadContext& context);
void load_absence(const NodeRef& at, LoadContext& context);
void load_initial(const NodeRef& at, LoadContext& context);
void load_today(const NodeRef& at, LoadContext& context);
/// Finds the distributions of stays and of work that are found under way. Call it once effects are
/// known.
void find_what_is_under_way(Scenario& scenario);
void load_clocks(const NodeRef& at, LoadContext& context);
/// Call it once all funders are known: they are named by costs.
void load_budgets(const NodeRef& at, LoadContext& context);
void load_evidence(const NodeRef& at, const NodeRef& tree, LoadContext& context);
/// What funders are called. Call it once all are known.
void load_funders(const NodeRef& at, LoadContext& context);
void load_targets(const NodeRef& at, LoadContext& context);
void load_headline(const NodeRef& at, LoadContext& context);
void load_interventions(const NodeRef& tree, LoadContext& context);

}  // namespace doorstroom
