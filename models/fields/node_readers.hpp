#pragma once
/// Readers of nodes. The reader of a kind of node stands next to its keys; what several kinds share
/// is read here.

#include <optional>
#include <string_view>
#include <vector>

#include "models/reading/load_context.hpp"

namespace doorstroom {

Source read_source(const NodeRef& at, LoadContext& context);
/// Fills what kinds share, too: units and cost. The same for an arrangement.
Desk read_desk(const NodeRef& at, Node& node, LoadContext& context);
/// @param self  the arrangement itself
Arrangement read_arrangement(const NodeRef& at, NodeId self, LoadContext& context);
std::optional<Returns> read_returns(const NodeRef& at, LoadContext& context);
/// @param self  the choice itself
Choice read_choice(const NodeRef& at, NodeId self, LoadContext& context);

/// How a desk or an arrangement is split.
Units read_units(const NodeRef& at, LoadContext& context);
/// The parts of every year in which a desk or an arrangement is closed.
std::vector<PartOfYear> read_closed(const NodeRef& at, LoadContext& context);
/// Sets Node::limit, and where those go whom a full list turns away. @param at  the node
void read_limit(const NodeRef& at, Node& node, LoadContext& context);
/// What may happen to youths who wait. @param self  the node where they do
Waiting read_waiting(const NodeRef& at, NodeId self, LoadContext& context);
/// Sets Node::education and the share.
void read_education(const NodeRef& at, Node& node);
ListOrder read_order(const NodeRef& at);
/// Reads the growth of what `key` holds; reports growth of what is unlimited.
void read_growth(const NodeRef& at, std::string_view key, bool unlimited, Number& number,
                 LoadContext& context);
/// Reports growth beyond what can be worked with within the run.
/// @param largest  the largest number that grows, at the start date
void check_growth(const NodeRef& at, double growth, double largest, LoadContext& context);

}  // namespace doorstroom
