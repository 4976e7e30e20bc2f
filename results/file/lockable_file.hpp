#pragma once
/// Files that processes agree on by their name in a folder, and lock. Other users may write to that
/// folder, so such a file is opened only if it is a regular file with this one name: what is
/// written to a link would go to the file that it leads to, whoever owns that.

#include <cstdint>
#include <optional>
#include <string>

#include "engine/file_descriptor.hpp"

namespace doorstroom {

/// A name in an open folder. Both must outlive what is made of it.
struct FolderEntry {
  const FileDescriptor& folder;
  const std::string& name;
  const std::string& path;  ///< as users know it
};

/// Opens the folder in which a file lies. @throws RunError when it cannot be opened
FileDescriptor open_folder_of(const std::string& path);

/// Makes the file, with the rights that the umask leaves. None when the name is taken.
/// @throws RunError when the system refuses
std::optional<FileDescriptor> make_file(const FolderEntry& entry);

/// Opens the file; for reading alone where it may not be written. None when there is none.
/// @throws InputError when it is no regular file, a link, or has another name too
/// @throws RunError when it may not be read either
std::optional<FileDescriptor> open_file(const FolderEntry& entry);

/// Whether the name is still that of the open file: it may have been renamed or removed.
bool is_name_of(const FolderEntry& entry, const FileDescriptor& file);

/// Whether what open_file() opened may be written.
bool is_writable(const FileDescriptor& file);

enum class LockKind : std::uint8_t { shared, sole };
enum class LockTaken : std::uint8_t {
  yes,
  no,       ///< another process has it
  unknown,  ///< the file system has no locks, or the file may only be read
};
/// Locks an open file, without waiting, until it is closed.
LockTaken try_lock(const FileDescriptor& file, LockKind kind);
/// Whether another process has a lock on it.
bool is_locked(const FileDescriptor& file);

}  // namespace doorstroom
