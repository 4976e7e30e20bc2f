#pragma once
/// The name that stands behind a code.

#include <cstdint>
#include <string>
#include <string_view>

#include "results/table/table.hpp"

namespace doorstroom {

/// The name of a code of a category column in which one always applies.
/// @throws InputError for `none`, which a crafted file may hold all the same
const std::string& name_of_code(const Table& table, std::string_view column, std::int32_t code);

}  // namespace doorstroom
