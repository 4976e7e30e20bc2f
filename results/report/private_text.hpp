#pragma once
/// Texts without what would tell who made them, or of whom they tell.

#include <string>
#include <string_view>

namespace doorstroom {

/// The same text, in which of each path only its last part stays: "/home/jan/runs/a.h5" becomes
/// "a.h5". A path begins with "/", "~", "./", "../", "C:\" or "\\", or its last part has an ending;
/// in a command of the program it needs neither.
/// Addresses such as https://example.org/a stay, without user and password.
std::string without_folders(std::string_view text);

/// Whether a text names a parameter of `today`, such as "today.oza.waiting". A report calls it by
/// its path, so that it is known by it.
bool names_start(std::string_view text);

/// The same text; if it names a parameter of `today`, then without the numbers in it.
std::string without_start_counts(std::string_view text);

}  // namespace doorstroom
