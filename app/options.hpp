#pragma once
/// What the command lines of several commands share.

#include <CLI/CLI.hpp>

#include <cstdint>

namespace doorstroom {

/// Text that is a whole number in that range; told in words when it is not.
CLI::Validator whole_number(std::uint32_t least, std::uint32_t most);

}  // namespace doorstroom
