#include "results/file/part_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "engine/system_error.hpp"
#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void cannot(const LocalizedText& what) {
  throw run_error(message("{0}: {1}", what, system_error(errno)));
}

fs::path folder_of(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  return folder.empty() ? fs::path(".") : folder;
}

void check_target(const std::string& path, bool replace) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored))
    throw input_error(message("{0} is a folder\n  give the name of a file, such as out.h5", path));
  if (!replace && fs::exists(path, ignored))
    throw input_error(
        message("{0} exists already\n  a result is not overwritten by accident; use another name, "
                "or --force to replace it",
                path));
  if (fs::exists(path, ignored) && !fs::is_regular_file(path, ignored))
    throw input_error(
        message("{0} is a device or a pipe\n  give the name of a file, such as out.h5", path));
  const fs::path folder = folder_of(path);
  if (!fs::is_directory(folder, ignored))
    throw input_error(message("{0}: there is no folder {1}\n  make it first, or use another name",
                              path, folder.string()));
}

}  // namespace

PartFile::PartFile(std::string path, bool replace)
    : path_(std::move(path)), part_(path_ + ".part"), owner_(getpid()) {
  check_target(path_, replace);
  descriptor_ = open(part_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor_ < 0) cannot(message("cannot write {0}", part_));
  struct flock whole {};
  whole.l_type = F_WRLCK;
  whole.l_whence = SEEK_SET;
  if (fcntl(descriptor_, F_OFD_SETLK, &whole) < 0 && (errno == EAGAIN || errno == EACCES)) {
    close(descriptor_);
    throw input_error(message(
        "{0} is being written by another run\n  wait until it has ended, or use another name",
        part_));
  }
}

PartFile::~PartFile() {
  if (!published_ && getpid() == owner_) {
    // Emptied first: a library that still has the file open would otherwise keep its space in use.
    if (ftruncate(descriptor_, 0) < 0) errno = 0;
    unlink(part_.c_str());
  }
  close(descriptor_);
}

void PartFile::publish_soon() {
  if (fsync(descriptor_) < 0) cannot(message("cannot write {0}", part_));
  if (rename(part_.c_str(), path_.c_str()) < 0)
    cannot(message("cannot rename {0} to {1}", part_, path_));
  published_ = true;
}

void PartFile::publish() {
  publish_soon();
  const std::string folder = folder_of(path_).string();
  const int opened = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (opened < 0) cannot(message("cannot open the folder {0}", folder));
  const int synced = fsync(opened);
  close(opened);
  if (synced < 0 && errno != EINVAL) cannot(message("cannot write the folder {0}", folder));
}

}  // namespace doorstroom
