#pragma once
/// Types and shapes of HDF5 in words, so that two files can be compared and a difference shown.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "results/file/h5_library.hpp"

namespace doorstroom {

/// Such as "int32, little-endian" or "enum of int32, little-endian {none: -1, desk: 0}".
std::string type_text(hid_t type);

/// The sizes of a dataspace, such as "12" or "3 x 4"; "scalar" or "null" without dimensions.
std::string shape_text(hid_t space);

/// The names of an enum and their codes, in order of codes.
std::vector<std::pair<std::string, std::int64_t>> enum_names(hid_t type);

}  // namespace doorstroom
