#pragma once
/// What the program prints: answers on standard output, everything else on standard error.
/// All of it goes through here and `Progress`, where characters that a terminal would obey become
/// visible, whoever wrote them: a name in a result file, the name of that file.
///
/// When the reader of standard output goes away early (`| head -1`), the rest of the answer is
/// dropped without an error. Failing to write on standard error is never an error: a run must not
/// be lost because its terminal is gone.

#include <cstddef>
#include <string>
#include <string_view>

namespace doorstroom {

/// Called once, before all else. From then on, writing to a closed pipe or beyond `ulimit -f` is an
/// error of that write, where it would have ended the program. A standard stream that the caller
/// has closed is opened on /dev/null: else a result file could get its number, and our messages.
void prepare_output();

/// How wide an answer is printed [character]: 80, and more where standard output is a terminal with
/// room for it, up to 120.
std::size_t output_width();

/// Writes an answer to standard output.
/// @throws RunError when it cannot be written; not when the reader has gone
void print(std::string_view text);

/// The same, with lines broken between words where they are wider than output_width().
void print_fitted(const std::string& text);

/// Writes a message to standard error, on a line of its own.
void print_message(std::string_view message);

}  // namespace doorstroom
