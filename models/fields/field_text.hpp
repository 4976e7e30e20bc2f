#pragma once
/// What a field of the table takes, in words, and whether a scalar is that.

#include <string>
#include <string_view>
#include <vector>

#include "models/fields/scenario_fields.hpp"

namespace doorstroom {

bool is_drawn(QuantityKind kind);

/// The kind that a scalar of the field has, where parameters of a distribution take that of what is
/// drawn.
QuantityKind kind_of(const Field& field, QuantityKind drawn);

std::vector<std::string> known_keys(const Section& section);

/// Its key; of any id, "it".
LocalizedText name_of(const Field& field);
/// What a field is, to follow "is".
LocalizedText about(const Field& field);

/// What to write for a field: an example, or the words it knows; empty where anything goes.
LocalizedText example(const Field& field, QuantityKind drawn);

/// "places is how many youths can be there at once; it takes one value, such as 24, or a list ...".
LocalizedText forms(const Field& field, QuantityKind drawn);

/// Why a scalar does not say what its field wants and what to write; empty when it does.
/// @param drawn  kind of the distribution it belongs to, for its parameters
LocalizedText scalar_trouble(const Field& field, QuantityKind drawn, std::string_view text);

/// An id: a small letter, then small letters, digits and underscores.
bool is_id(std::string_view text);
/// The id that somebody probably meant who wrote capitals, hyphens or blanks.
std::optional<std::string> id_meant_by(std::string_view text);

}  // namespace doorstroom
