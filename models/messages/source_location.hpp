#pragma once
/// Where something stands in the files that a scenario is read from, so that a message can point at
/// it.

#include <string>

namespace doorstroom {

/// A place in a file. Line and column count from 1. `file` is an index into the documents that were
/// read, or -1 for a value that no file holds: a default, an argument.
struct SourceLocation {
  int file = -1;
  int line = 0;
  int column = 0;
};

/// A file that was read, kept for excerpts and for the result file.
struct Document {
  std::string path;  ///< as the user named it, or as reached from the file that names it
  std::string text;
};

}  // namespace doorstroom
