#pragma once
/// Writes a complete tree as canonical JSON: keys in the order they were read, shares and plain
/// numbers as numbers, other quantities as "<number> <unit>". JSON is YAML: reading the result as a
/// scenario and writing it again gives the same text.

#include <string>

#include "models/fields/scenario_fields.hpp"
#include "models/yaml/value.hpp"

namespace doorstroom {

std::string canonical_json(const Value& tree);
/// A value of one parameter, on one line. @param field  of the parameter; null for text
std::string canonical_json(const Value& value, const Field* field);

}  // namespace doorstroom
