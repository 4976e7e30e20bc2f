#pragma once
/// Tries inputs in another process, as the program reads result files in a child that it watches:
/// the HDF5 library does not survive every file. A fault within the library is counted, and the
/// next input goes to a new child; a fault of ours ends this process, so that libFuzzer keeps the
/// input.
///
/// Whose fault it is, the stack tells: the first frame that is not of the sanitizers, of C or C++
/// libraries. Of a child that does not answer in time: ours, if it went on calling the library
/// meanwhile, or was outside it; else the library's.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>

namespace doorstroom::fuzz {

/// What a child does with an input.
using TryInput = std::function<void(std::span<const std::uint8_t>)>;

/// @return whether the input was tried to its end; false after a fault of the library
bool try_in_child(const TryInput& work, std::span<const std::uint8_t> input);

}  // namespace doorstroom::fuzz
