#pragma once
/// The seal of a file: 512 bytes before the HDF5 superblock (a user block, which readers of HDF5
/// skip) that tell the SHA-256 of all bytes behind them:
///
///     doorstroom 1 sha256 HEX LENGTH
///
/// and a line feed, then zeros; LENGTH is that of the whole file [byte]. So a file that was damaged
/// on its way, or saved by another program, is told from one that is as it was written. It is no
/// protection against malice: whoever changes a file can seal it anew.
///
/// A file without a user block, as earlier versions wrote them, makes no claim, and is read. A file
/// is summed once in the life of a process, as long as nothing writes to it.

#include <sys/stat.h>

#include <cstddef>
#include <string>

#include "engine/file_descriptor.hpp"

namespace doorstroom {

inline constexpr std::size_t seal_bytes = 512;

/// Writes the seal of a file that is complete, into the room that was left for it.
/// @throws RunError when the disk fails
void seal(const std::string& path);
/// The same of a file that is open for writing. @param name  of the file in messages
void seal(int file, const std::string& name);

/// A file that is as it was sealed, or that was never sealed.
class SealedFile {
 public:
  /// Sums the file.
  /// @param name  of the file in messages
  /// @param file  open for reading
  /// @throws InputError when it cannot be read, or is not as it was sealed
  SealedFile(const std::string& name, const FileDescriptor& file);

  /// Whether a descriptor is of this file, and nothing was written to it meanwhile.
  bool is_open_at(int descriptor) const;
  std::size_t length() const { return static_cast<std::size_t>(facts_.st_size); }  ///< [byte]

 private:
  struct stat facts_ {};
};

/// From now on this process reads files that are not as they were sealed: the user has asked for
/// it.
void accept_changed_files();

}  // namespace doorstroom
