#pragma once
/// Small scenarios at random, as text: features meet in them as nobody would think of. Many times
/// are constants of whole days, so that stays end, places open and youths ask at one instant.

#include <cstdint>
#include <string>

namespace doorstroom::reference {

/// The same number gives the same scenario, as long as the compiler is the same.
std::string random_scenario(std::uint64_t number);

}  // namespace doorstroom::reference
