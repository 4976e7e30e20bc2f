#pragma once
/// Writes a tree as YAML, the other way round than yaml_reader: what is read from the text again is
/// the same tree.

#include <string>

#include "models/yaml/value.hpp"

namespace doorstroom {

/// Maps and lists over several lines; scalars in quotes where they stood in quotes, or must.
std::string yaml_text(const Value& value);

}  // namespace doorstroom
