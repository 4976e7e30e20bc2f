#pragma once
/// Checks that two results can be compared replication by replication: both must have the same
/// youths with the same random numbers.

#include <string>

#include "results/file/result_reader.hpp"

namespace doorstroom {

/// @throws InputError that lists everything that has to be equal and is not
void check_comparable(ResultReader& base, ResultReader& variant);

}  // namespace doorstroom
