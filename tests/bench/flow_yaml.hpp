#pragma once
/// A tree as YAML text, as short as it goes: a line for each entry two levels down, in flow style.

#include <string>

#include "models/yaml/value.hpp"

namespace doorstroom::bench {

std::string flow_yaml(const Value& scenario);

}  // namespace doorstroom::bench
