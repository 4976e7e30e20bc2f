#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <thread>

#include "engine/regular_file.hpp"
#include "engine/system_error.hpp"
#include "results/file/command_process.hpp"
#include "results/file/lockable_file.hpp"
#include "results/sweep/sweep_folder.hpp"

namespace doorstroom {
namespace {

std::string lock_path(const SweepFolder& folder) {
  return folder.path() + "/lock";
}

std::string this_process() {
  return fmt::format("{} {}", command_process(), host_name());
}

/// The process that this_process() named in a lock; empty if the text is another.
struct Holder {
  std::string process;
  std::string host;

  explicit Holder(const FileDescriptor& file) {
    constexpr std::size_t longest = 200;
    std::string who;
    const std::size_t gap = read_whole(file, longest, who) ? who.find(' ') : std::string::npos;
    if (gap == std::string::npos) return;
    process = who.substr(0, gap);
    host = who.substr(gap + 1);
  }
  LocalizedText text() const {
    if (process.empty()) return message("another process");
    return message("process {0} on {1}", process, host);
  }
  /// Whether it was on this machine and is no more.
  bool has_ended() const {
    const int number = std::atoi(process.c_str());
    return host == host_name() && number > 0 && kill(number, 0) != 0 && errno == ESRCH;
  }
};

/// Tries to lock. A command that was killed may leave processes that end a moment later: these are
/// waited for.
LockTaken lock_in_time(const FileDescriptor& file, LockKind kind) {
  using namespace std::chrono_literals;
  constexpr int tries = 100;  // over 5 seconds
  LockTaken taken = try_lock(file, kind);
  for (int i = 0; i < tries && taken == LockTaken::no && Holder(file).has_ended(); ++i) {
    std::this_thread::sleep_for(50ms);
    taken = try_lock(file, kind);
  }
  return taken;
}

/// Opens and locks the file, which is made if there is none.
FileDescriptor locked(const SweepFolder& folder, LockKind kind) {
  const std::string path = lock_path(folder);
  const FileDescriptor within = open_folder_of(path);
  const std::string name = "lock";
  const FolderEntry entry{within, name, path};
  for (;;) {
    std::optional<FileDescriptor> file = open_file(entry);
    if (!file) file = make_file(entry);
    if (!file) continue;
    if (kind == LockKind::sole && !is_writable(*file))
      throw run_error(message("cannot write {0}: {1}", path, system_error(EACCES)));
    if (lock_in_time(*file, kind) == LockTaken::no)
      throw input_error(
          message("{0}: {1} works on this sweep\n  wait until it has ended; `doorstroom sweep "
                  "status {2}` tells how far it is",
                  folder.path(), Holder(*file).text(), folder.path()));
    // On a file system without locks every process may work: task files are complete or absent
    // anyway.
    if (is_name_of(entry, *file)) return std::move(*file);
  }
}

}  // namespace

SweepLock::SweepLock(const SweepFolder& folder, Kind kind) {
  folder.subfolder("tasks");
  file_ = locked(folder, kind == Kind::whole ? LockKind::sole : LockKind::shared);
  if (ftruncate(file_.number(), 0) != 0) return;  // it is another user's, who lets us read it
  const std::string who = this_process();
  if (pwrite(file_.number(), who.data(), who.size(), 0) < 0) errno = 0;
}

LocalizedText SweepLock::holder(const SweepFolder& folder) {
  const RegularFile opened = open_regular_file(lock_path(folder));
  if (!opened.file.is_open() || !is_locked(opened.file)) return {};
  return Holder(opened.file).text();
}

}  // namespace doorstroom
