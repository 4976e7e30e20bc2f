#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

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

/// Parses "123 host", as this_process() writes it.
LocalizedText who_wrote(const FileDescriptor& file) {
  constexpr std::size_t longest = 200;
  std::string who;
  const std::size_t gap = read_whole(file, longest, who) ? who.find(' ') : std::string::npos;
  if (gap == std::string::npos) return message("another process");
  return message("process {0} on {1}", who.substr(0, gap), who.substr(gap + 1));
}

std::string this_process() {
  std::array<char, 128> host{};
  if (gethostname(host.data(), host.size() - 1) != 0) host[0] = '?';
  return fmt::format("{} {}", command_process(), host.data());
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
    if (try_lock(*file, kind) == LockTaken::no)
      throw input_error(
          message("{0}: {1} works on this sweep\n  wait until it has ended; `doorstroom sweep "
                  "status {2}` tells how far it is",
                  folder.path(), who_wrote(*file), folder.path()));
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
  return who_wrote(opened.file);
}

}  // namespace doorstroom
