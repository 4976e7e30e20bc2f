#pragma once
/// The ways in which an effect changes a parameter, one key each: by a factor, by an amount that is
/// added, by another value. To add one: a kind of Change (models/scenario/parameter.hpp), what it
/// does to a value (parameter.cpp), its row and its reader (fields_effects.cpp).

#include <optional>

#include "models/reading/field.hpp"
#include "models/reading/load_context.hpp"

namespace doorstroom {

struct EffectKind {
  Field field;
  /// One effect may change parameters of several kinds of quantities: a factor has no unit.
  bool fits_any_quantity = false;
  /// Reads the value of the key; its profile is not known yet. Nothing after a report.
  /// @param kind  of the parameter that is changed
  std::optional<Change> (*read)(const NodeRef& at, QuantityKind kind, LoadContext& context);
};

/// The kind whose key the effect has; null for none.
const EffectKind* kind_of_effect(const NodeRef& effect);

}  // namespace doorstroom
