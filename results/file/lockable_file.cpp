#include "results/file/lockable_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <filesystem>

#include "engine/system_error.hpp"
#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

constexpr int never_follow = O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;

struct flock whole_file(short type) {
  struct flock lock {};
  lock.l_type = type;
  lock.l_whence = SEEK_SET;
  return lock;
}

[[noreturn]] void refuse_kind(const std::string& path) {
  throw input_error(
      message("{0} is a link, a pipe or a device\n  nothing is written there; remove it, or use "
              "another name",
              path));
}

[[noreturn]] void cannot_write(const std::string& path) {
  throw run_error(message("cannot write {0}: {1}", path, system_error(errno)));
}

}  // namespace

FileDescriptor open_folder_of(const std::string& path) {
  std::string folder = std::filesystem::path(path).parent_path().string();
  if (folder.empty()) folder = ".";
  FileDescriptor opened(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened.is_open())
    throw run_error(message("cannot open the folder {0}: {1}", folder, system_error(errno)));
  return opened;
}

std::optional<FileDescriptor> make_file(const FolderEntry& entry) {
  FileDescriptor made(openat(entry.folder.number(), entry.name.c_str(),
                             O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (made.is_open()) return made;
  if (errno != EEXIST) cannot_write(entry.path);
  return std::nullopt;
}

std::optional<FileDescriptor> open_file(const FolderEntry& entry) {
  struct stat known {};
  const auto look = [&] {
    return fstatat(entry.folder.number(), entry.name.c_str(), &known, AT_SYMLINK_NOFOLLOW) == 0;
  };
  if (!look()) {
    if (errno == ENOENT) return std::nullopt;
    cannot_write(entry.path);
  }
  if (!S_ISREG(known.st_mode)) refuse_kind(entry.path);  // before opening, which could wait
  const auto opened = [&](int rights) {
    return FileDescriptor(openat(entry.folder.number(), entry.name.c_str(), rights | never_follow));
  };
  FileDescriptor file = opened(O_RDWR);
  if (!file.is_open() && (errno == EACCES || errno == EROFS)) file = opened(O_RDONLY);
  if (!file.is_open()) {
    if (errno == ENOENT) return std::nullopt;
    if (errno == ELOOP || errno == ENXIO) refuse_kind(entry.path);
    cannot_write(entry.path);
  }
  if (fstat(file.number(), &known) != 0) cannot_write(entry.path);
  if (!S_ISREG(known.st_mode)) refuse_kind(entry.path);
  if (known.st_nlink > 1)
    throw input_error(
        message("{0} has another name too: it is a hard link\n  nothing is written there; remove "
                "it, or use another name",
                entry.path));
  return file;
}

bool is_name_of(const FolderEntry& entry, const FileDescriptor& file) {
  struct stat named {};
  struct stat open {};
  return fstatat(entry.folder.number(), entry.name.c_str(), &named, AT_SYMLINK_NOFOLLOW) == 0 &&
         fstat(file.number(), &open) == 0 && named.st_dev == open.st_dev &&
         named.st_ino == open.st_ino;
}

bool is_writable(const FileDescriptor& file) {
  return (fcntl(file.number(), F_GETFL) & O_ACCMODE) == O_RDWR;
}

LockTaken try_lock(const FileDescriptor& file, LockKind kind) {
  struct flock lock = whole_file(kind == LockKind::sole ? F_WRLCK : F_RDLCK);
  if (fcntl(file.number(), F_OFD_SETLK, &lock) == 0) return LockTaken::yes;
  if (errno == EAGAIN || errno == EACCES) return LockTaken::no;
  if (errno == EBADF && kind == LockKind::sole && is_locked(file)) return LockTaken::no;
  return LockTaken::unknown;
}

bool is_locked(const FileDescriptor& file) {
  struct flock lock = whole_file(F_WRLCK);
  return fcntl(file.number(), F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

}  // namespace doorstroom
