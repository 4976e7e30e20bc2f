#pragma once
/// From a tree of the right shape to the structs of a scenario. The shape has been told already:
/// what is missing or unreadable here is passed over in silence, and only what values mean together
/// is told. For the files that load a scenario; others include scenario_loader.hpp.

#include <vector>

#include "models/reading/read_values.hpp"

namespace doorstroom {

Routing read_routes(const NodeRef& at, NodeKind from, LoadContext& context);

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

}  // namespace doorstroom
