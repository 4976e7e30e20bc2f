#pragma once
/// Whether two results can be compared replication by replication: the same chance must have met
/// the same youths.

#include <string>

#include "results/file/result_reader.hpp"

namespace doorstroom {

/// @throws InputError that names everything in which the variant may not differ, and does
void check_comparable(ResultReader& base, ResultReader& variant);

}  // namespace doorstroom
