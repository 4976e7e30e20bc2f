#pragma once
/// From a tree of the right shape to the structs of a scenario. Only the files that load a scenario
/// include this header; others include scenario_loader.hpp.

#include <vector>

#include "models/reading/read_values.hpp"

namespace doorstroom {

Routing read_routes(const NodeRef& at, NodeKind from, LoadContext& context);

/// Adds all nodes with their ids, so that each can name any other. Call it before load_nodes.
void declare_nodes(const NodeRef& tree, LoadContext& context);
void load_nodes(const NodeRef& tree, LoadContext& context);
/// What asks for help beside the way at a node, and whether the node is such help.
void load_help(const NodeRef& at, Node& node, LoadContext& context);
void load_ages(const NodeRef& tree, LoadContext& context);
void load_absence(const NodeRef& at, LoadContext& context);
void load_today(const NodeRef& at, LoadContext& context);
/// Finds the distribution of stays under way when the run starts. Call it once effects are known.
void find_stays_of_today(Scenario& scenario);
void load_clocks(const NodeRef& at, LoadContext& context);
/// Call it once all funders are known: they are named by costs.
void load_budgets(const NodeRef& at, LoadContext& context);
void load_evidence(const NodeRef& at, const NodeRef& tree, LoadContext& context);
void load_targets(const NodeRef& at, LoadContext& context);
void load_headline(const NodeRef& at, LoadContext& context);
void load_interventions(const NodeRef& tree, LoadContext& context);

}  // namespace doorstroom
