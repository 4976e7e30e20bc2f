#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "engine/system_error.hpp"
#include "results/sweep/sweep_folder.hpp"

namespace doorstroom {
namespace {

struct flock whole_file(short type) {
  struct flock lock {};
  lock.l_type = type;
  lock.l_whence = SEEK_SET;
  return lock;
}

std::string lock_path(const SweepFolder& folder) {
  return folder.path() + "/lock";
}

/// Parses "123 host", as this_process() writes it.
LocalizedText who_wrote(int descriptor) {
  std::array<char, 200> text{};
  const ssize_t length = pread(descriptor, text.data(), text.size() - 1, 0);
  const std::string who(text.data(), static_cast<std::size_t>(std::max<ssize_t>(0, length)));
  const std::size_t gap = who.find(' ');
  if (gap == std::string::npos) return message("another process");
  return message("process {0} on {1}", who.substr(0, gap), who.substr(gap + 1));
}

std::string this_process() {
  std::array<char, 128> host{};
  if (gethostname(host.data(), host.size() - 1) != 0) host[0] = '?';
  return fmt::format("{} {}", getpid(), host.data());
}

}  // namespace

SweepLock::SweepLock(const SweepFolder& folder, Kind kind) {
  folder.subfolder("tasks");
  const std::string path = lock_path(folder);
  descriptor_ = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor_ < 0) throw run_error(message("cannot write {0}: {1}", path, system_error(errno)));
  struct flock lock = whole_file(kind == Kind::whole ? F_WRLCK : F_RDLCK);
  if (fcntl(descriptor_, F_OFD_SETLK, &lock) < 0 && (errno == EAGAIN || errno == EACCES)) {
    const LocalizedText who = who_wrote(descriptor_);
    close(descriptor_);
    throw input_error(
        message("{0}: {1} works on this sweep\n  wait until it has ended; `doorstroom sweep status "
                "{2}` tells how far it is",
                folder.path(), who, folder.path()));
  }
  // On a file system without locks every process may work: task files are complete or absent
  // anyway.
  if (ftruncate(descriptor_, 0) == 0) {
    const std::string who = this_process();
    if (pwrite(descriptor_, who.data(), who.size(), 0) < 0) errno = 0;
  }
}

SweepLock::~SweepLock() {
  close(descriptor_);
}

LocalizedText SweepLock::holder(const SweepFolder& folder) {
  const int descriptor = open(lock_path(folder).c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return {};
  struct flock lock = whole_file(F_WRLCK);
  const bool asked = fcntl(descriptor, F_OFD_GETLK, &lock) == 0;
  const LocalizedText who =
      asked && lock.l_type != F_UNLCK ? who_wrote(descriptor) : LocalizedText();
  close(descriptor);
  return who;
}

}  // namespace doorstroom
