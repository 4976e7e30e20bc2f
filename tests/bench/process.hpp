#pragma once
/// The real program, and others, as processes of their own.

#include <string>
#include <vector>

#include "tests/bench/measure.hpp"

namespace doorstroom::bench {

/// A program and its arguments.
using Words = std::vector<std::string>;

/// Runs a program to its end, and throws away what it prints.
/// @param code  with which it is to end
/// @return how long that took, from before it was started until it was gone
/// @throws RunError when it ends in any other way
double seconds_of(const Words& words, int code = 0);

/// The same. @return processor time of the program and of the processes that it waited for
double processor_seconds_of(const Words& words);

/// Processor time of the processes that were waited for, so far.
double seconds_of_children();

/// Runs a program to its end, and looks all the while how much anonymous memory it and the
/// processes that it started hold together: heap and stacks, what they share counted once, not the
/// files and libraries that they mapped. Peaks shorter than some milliseconds may be missed.
/// @return the most that was seen [byte]
/// @throws RunError as above
double peak_anonymous_memory(const Words& words);

/// The program: words for `doorstroom run SCENARIO -o OUT --force`, and more.
Words run_of(const std::string& scenario, const std::string& out, const Words& more = {});

}  // namespace doorstroom::bench
