#pragma once
/// What a role is to the rest of the program. An intervention may set a role to work: its keys in
/// the file, how they are read, the process that acts during the run, and the names of its actions
/// in result files. Each role is one file pair of this folder; roles.hpp lists them all.

#include <cstdint>
#include <set>
#include <span>
#include <string_view>

#include "models/reading/field.hpp"
#include "models/reading/load_context.hpp"
#include "models/scenario/scenario.hpp"

namespace doorstroom {

class Clock;
class Region;

/// An action and its name in result files.
struct RoleActionName {
  RoleActionKind action;
  std::string_view name;
};

struct Role {
  /// The row of an intervention: its key names the role.
  Field field;
  /// What this role can do; no other role does these.
  std::span<const RoleActionName> actions;
  /// Whether the intervention sets this role to work.
  bool (*is_in)(const Intervention& intervention);
  /// Reads the rules of the role into the intervention, whose profile is known.
  /// @param at  the value of the key, a map
  void (*read)(const NodeRef& at, Intervention& intervention, LoadContext& context);
  /// Adds the process of the role to the clock. Clock, region and scenario outlive the run.
  void (*add_process)(Clock& clock, Region& region, const Scenario& scenario,
                      InterventionId intervention);
  /// Adds the nodes that youths may enter through this role alone; null: there are none.
  void (*add_targets)(const Intervention& intervention, std::set<NodeId>& targets) = nullptr;
};

}  // namespace doorstroom
