#pragma once
/// Regular expressions (ECMA-262) of quantities as they are written, for schemas.

#include <string>

#include "models/reading/quantity.hpp"

namespace doorstroom {

/// The texts with a unit that read_quantity takes for a kind, but for bounds that depend on the
/// unit; empty when the kind is a bare number only.
std::string pattern_of(QuantityKind kind, Range range);

/// Whether a number of the kind may stand without a unit.
bool may_be_bare(QuantityKind kind);

}  // namespace doorstroom
