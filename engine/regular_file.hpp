#pragma once
/// Opening a file to read it. Whoever names a pipe, a device or a socket is told so: to open or to
/// read one could wait for ever.

#include <cstddef>
#include <filesystem>
#include <string>

#include "engine/file_descriptor.hpp"

namespace doorstroom {

struct RegularFile {
  FileDescriptor file;  ///< open if it is a regular file that may be read
  std::filesystem::file_type type = std::filesystem::file_type::none;
  int error = 0;  ///< errno, when it cannot be looked at or opened; not when there is no such file
};
RegularFile open_regular_file(const std::string& path);

/// Reads from the beginning to the end. A file may grow or tell no size (/proc): no more than
/// `most` bytes are read.
/// @return whether that could be done
bool read_whole(const FileDescriptor& file, std::size_t most, std::string& into);

/// A path at which a library finds an open file, whatever has become of its name.
std::string path_of_open(const FileDescriptor& file);

}  // namespace doorstroom
