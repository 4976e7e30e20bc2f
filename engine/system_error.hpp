#pragma once
/// What the operating system refuses, in the words of whoever reads it, and what to do about it.
/// The library's own words (strerror) are English, and say to programmers what happened.

#include "engine/message.hpp"

namespace doorstroom {

/// The reason, and on the next line what to do: "the disk is full\n  make room on it, or write to
/// another one". It stands at the end of a message: "cannot write out.h5: {0}".
/// @param number  errno, or the value of a std::error_code of the system
Message system_error(int number);

}  // namespace doorstroom
