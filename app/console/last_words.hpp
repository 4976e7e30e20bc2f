#pragma once
/// Libraries that end the program where they get no memory or no thread: HDF5 calls exit() or
/// crashes, GLib (which draws) traps itself. They say nothing that a user understands, so we say it
/// before they do. What crashes while a file is read is left to the supervisor: that file may be
/// hostile, and ask for more memory than there is.

#include <string>

namespace doorstroom {

/// From now on a library that ends the program, or this process of it, first removes what is
/// unfinished, has these words said on standard error, and ends it with exit code 1.
/// @param words  complete; cut off at 400 characters
void set_last_words(const std::string& words);

/// Says them. Takes no memory.
void say_last_words();

/// Our own end is near: what libraries do from now on is no failure.
void end_of_work();

}  // namespace doorstroom
