#include "engine/regular_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

namespace doorstroom {
namespace {

using std::filesystem::file_type;

file_type type_of(mode_t mode) {
  switch (mode & S_IFMT) {
    case S_IFREG:
      return file_type::regular;
    case S_IFDIR:
      return file_type::directory;
    case S_IFIFO:
      return file_type::fifo;
    case S_IFCHR:
      return file_type::character;
    case S_IFBLK:
      return file_type::block;
    case S_IFSOCK:
      return file_type::socket;
    default:
      return file_type::unknown;
  }
}

}  // namespace

RegularFile open_regular_file(const std::string& path) {
  RegularFile opened;
  struct stat known {};
  // Looked at first, as opening a device can have effects.
  if (::stat(path.c_str(), &known) != 0) {
    const bool absent = errno == ENOENT || errno == ENOTDIR;
    opened.type = absent ? file_type::not_found : file_type::none;
    opened.error = absent ? 0 : errno;
    return opened;
  }
  opened.type = type_of(known.st_mode);
  if (opened.type != file_type::regular) return opened;
  FileDescriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (!file.is_open() || ::fstat(file.number(), &known) != 0) {
    opened.error = errno;
    return opened;
  }
  opened.type = type_of(known.st_mode);  // it may be another by now
  if (opened.type == file_type::regular) opened.file = std::move(file);
  return opened;
}

bool read_whole(const FileDescriptor& file, std::size_t most, std::string& into) {
  constexpr std::size_t piece = std::size_t{1} << 16;
  into.clear();
  while (into.size() < most) {
    const std::size_t before = into.size();
    into.resize(before + std::min(piece, most - before));
    const ssize_t got = ::pread(file.number(), into.data() + before, into.size() - before,
                                static_cast<off_t>(before));
    into.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return got == 0;
  }
  return true;
}

std::string path_of_open(const FileDescriptor& file) {
  return "/proc/self/fd/" + std::to_string(file.number());
}

}  // namespace doorstroom
