#include "results/file/output_file.hpp"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>

#include <cerrno>
#include <filesystem>

#include "engine/regular_file.hpp"
#include "engine/system_error.hpp"
#include "models/messages/message.hpp"
#include "results/file/lockable_file.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void cannot(const LocalizedText& what) {
  throw run_error(message("{0}: {1}", what, system_error(errno)));
}

[[noreturn]] void refuse_to_overwrite(const std::string& path) {
  throw input_error(
      message("{0} exists already\n  a result is not overwritten by accident; use another name, "
              "or --force to replace it",
              path));
}

[[noreturn]] void refuse_second_writer(const std::string& part) {
  throw input_error(message(
      "{0} is being written by another run\n  wait until it has ended, or use another name", part));
}

void check_folder(const std::string& path) {
  std::error_code ignored;
  fs::path folder = fs::path(path).parent_path();
  if (folder.empty()) folder = ".";
  if (!fs::is_directory(folder, ignored))
    throw input_error(message("{0}: there is no folder {1}\n  make it first, or use another name",
                              path, folder.string()));
}

}  // namespace

OutputFile::OutputFile(std::string path, bool replace)
    : path_(std::move(path)),
      part_(path_ + std::string(part_ending)),
      name_(fs::path(path_).filename().string()),
      part_name_(name_ + std::string(part_ending)),
      replace_(replace),
      owner_(getpid()) {
  check_target();
  check_folder(path_);
  folder_ = open_folder_of(path_);
  {
    const SignalsHeld held;  // no signal finds a file that is not known as unfinished
    ToldUnfinished told(folder_, part_name_, false);
    open_part();
    unfinished_ = std::make_unique<Unfinished>(folder_, part_name_, file_, std::move(told));
  }
  try {
    check_target();  // another process may have published it while we looked at its part
  } catch (...) {
    unfinished_->remove();
    throw;
  }
}

/// What stands at the name that the file will get.
void OutputFile::check_target() const {
  std::error_code ignored;
  if (fs::is_directory(path_, ignored))
    throw input_error(message("{0} is a folder\n  give the name of a file, such as out.h5", path_));
  const fs::file_status there = fs::symlink_status(path_, ignored);
  if (!fs::exists(there)) return;
  if (!replace_) refuse_to_overwrite(path_);
  if (fs::exists(path_, ignored) && !fs::is_regular_file(path_, ignored))
    throw input_error(
        message("{0} is a device or a pipe\n  give the name of a file, such as out.h5", path_));
}

void OutputFile::open_part() {
  const FolderEntry part{folder_, part_name_, part_};
  for (;;) {
    if (std::optional<FileDescriptor> made = make_file(part)) {
      if (try_lock(*made, LockKind::sole) == LockTaken::no) refuse_second_writer(part_);
      // Before it was locked another process may have taken it for one that was left.
      if (!is_name_of(part, *made)) continue;
      file_ = std::move(*made);
      return;
    }
    const std::optional<FileDescriptor> left = open_file(part);
    if (!left) continue;
    if (try_lock(*left, LockKind::sole) == LockTaken::no) refuse_second_writer(part_);
    // What was published under our eyes is no part any more.
    if (!is_name_of(part, *left)) continue;
    if (unlinkat(folder_.number(), part_name_.c_str(), 0) != 0 && errno != ENOENT)
      cannot(message("cannot remove {0}", part_));
  }
}

OutputFile::~OutputFile() {
  if (!unfinished_ || getpid() != owner_) return;
  // Emptied first: a library that still has the file open would otherwise keep its space in use.
  if (ftruncate(file_.number(), 0) < 0) errno = 0;
  unfinished_->remove();
}

std::string OutputFile::path_for_library() const {
  return path_of_open(file_);
}

void OutputFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file_.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) cannot(message("cannot write {0}", part_));
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void OutputFile::publish_soon() {
  if (fsync(file_.number()) < 0) cannot(message("cannot write {0}", part_));
  if (!is_name_of({folder_, part_name_, part_}, file_))
    throw run_error(
        message("{0} was removed or replaced by somebody else while it was written", part_));
  const int folder = folder_.number();
  const char* const from = part_name_.c_str();
  const char* const to = name_.c_str();
  const SignalsHeld held;
  int failed = -1;
  if (!replace_) {
    failed = renameat2(folder, from, folder, to, RENAME_NOREPLACE);
    if (failed != 0 && errno == EEXIST) refuse_to_overwrite(path_);
  }
  // Not every file system knows how not to replace.
  if (replace_ || (failed != 0 && (errno == EINVAL || errno == ENOSYS)))
    failed = renameat(folder, from, folder, to);
  if (failed != 0) cannot(message("cannot rename {0} to {1}", part_, path_));
  unfinished_.reset();
}

void OutputFile::publish() {
  publish_soon();
  sync_folder(folder_, path_);
}

void OutputFile::remove_left(const std::string& path) noexcept {
  try {
    const std::string name = fs::path(path).filename().string() + std::string(part_ending);
    const FileDescriptor folder = open_folder_of(path);
    const FolderEntry part{folder, name, path};
    const std::optional<FileDescriptor> left = open_file(part);
    if (left && try_lock(*left, LockKind::sole) == LockTaken::yes && is_name_of(part, *left))
      unlinkat(folder.number(), name.c_str(), 0);
  } catch (const std::exception&) {
    return;  // it was no part of ours
  }
}

void sync_folder(const FileDescriptor& folder, const std::string& path) {
  if (fsync(folder.number()) < 0 && errno != EINVAL)
    cannot(message("cannot write the folder of {0}", path));
}

}  // namespace doorstroom
