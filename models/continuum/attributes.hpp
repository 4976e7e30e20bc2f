#pragma once
/// What attributes a youth has: one function for all youths, however they come.

#include "models/continuum/draws.hpp"

namespace doorstroom {

/// Draws the attributes that a youth has not yet: each by `own`, where that says how its values are
/// spread, else by `otherwise`; without either the youth has none. An attribute is drawn at an
/// address of its own, so no other draw depends on which attributes there are.
/// @param person     with its address; what it has already stays
/// @param own        of the list or the record that the youth comes from
/// @param otherwise  of the source that the youth is like
void draw_attributes(const Scenario& scenario, const Draws& draws, Person& person,
                     const AttributeMixes& own, const AttributeMixes& otherwise);

}  // namespace doorstroom
