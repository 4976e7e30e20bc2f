#pragma once
/// Ids of what a scenario declares: positions in the lists of `Scenario`. The compiler rejects an
/// id of one kind where an id of another kind is asked for.

#include "engine/id.hpp"

namespace doorstroom {

using NodeId = Id<struct NodeTag>;                  ///< of Scenario::nodes
using SourceId = Id<struct SourceTag>;              ///< of Scenario::sources
using SeverityId = Id<struct SeverityTag>;          ///< of Scenario::severities, lightest first
using AttributeId = Id<struct AttributeTag>;        ///< of Scenario::attributes
using ValueId = Id<struct ValueTag>;                ///< of Attribute::values
using FunderId = Id<struct FunderTag>;              ///< of Scenario::funders
using InterventionId = Id<struct InterventionTag>;  ///< of Scenario::interventions
using ClockId = Id<struct ClockTag>;                ///< of Scenario::clocks

inline constexpr NodeId no_node;
inline constexpr ValueId no_value;
inline constexpr FunderId no_funder;  ///< nobody was named

}  // namespace doorstroom
