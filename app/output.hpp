#pragma once
/// What the program says: answers on standard output, everything else on standard error.
///
/// A reader that has seen enough (`| head -1`) is no failure: what was to follow is dropped.
/// Standard error never fails: a run must not be lost because nobody listens.

#include <string_view>

namespace doorstroom {

/// Before anything else. Signals that would end the program halfway through a write become errors
/// of that write; a standard stream that the caller has closed is opened on /dev/null, so that no
/// result file takes its place and gets the messages.
void prepare_output();

/// An answer. @throws RunError when it cannot be written, but not because the reader is gone
void print(std::string_view text);

/// A message, on a line of its own.
void tell(std::string_view message);

}  // namespace doorstroom
