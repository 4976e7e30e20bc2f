#include "app/serve/scratch_folder.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "engine/system_error.hpp"
#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

constexpr const char* folder_prefix = "doorstroom-serve-";

/// A folder of this user, that others cannot write; not open when it is something else, or nothing.
FileDescriptor open_own_folder(const fs::path& path) {
  FileDescriptor folder(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  struct stat facts {};
  if (folder.number() < 0 || fstat(folder.number(), &facts) != 0) return {};
  if (facts.st_uid != geteuid() || (facts.st_mode & (S_IWGRP | S_IWOTH)) != 0) return {};
  return folder;
}

bool lock(const FileDescriptor& folder) {
  return flock(folder.number(), LOCK_EX | LOCK_NB) == 0;
}

/// A server holds the lock of its folder as long as one of its processes lives.
void remove_folders_of_dead_servers(const fs::path& temporary) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(temporary, ignored)) {
    if (!entry.path().filename().string().starts_with(folder_prefix)) continue;
    const FileDescriptor folder = open_own_folder(entry.path());
    if (folder.number() >= 0 && lock(folder)) fs::remove_all(entry.path(), ignored);
  }
}

}  // namespace

ScratchFolder::ScratchFolder() {
  std::error_code ignored;
  const fs::path temporary = fs::temp_directory_path(ignored);
  remove_folders_of_dead_servers(temporary);
  constexpr int most_tries = 100;  // another server that starts may take it for one that was left
  for (int tries = 0; tries < most_tries; ++tries) {
    std::string name = (temporary / (std::string(folder_prefix) + "XXXXXX")).string();
    if (mkdtemp(name.data()) == nullptr)
      throw run_error(message("no folder for results: {0}", system_error(errno)));
    held_ = open_own_folder(name);
    if (held_.number() < 0 || !lock(held_) || !fs::is_directory(name, ignored)) continue;
    path_ = std::move(name);
    return;
  }
  throw run_error(message("no folder for results: {0}", system_error(EBUSY)));
}

void ScratchFolder::empty() const {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(path_, ignored))
    fs::remove_all(entry.path(), ignored);
}

void ScratchFolder::remove() const {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace doorstroom
