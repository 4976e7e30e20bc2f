#include "results/file/output_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdio.h>
#include <sys/stat.h>

#include <cerrno>
#include <filesystem>

#include "engine/system_error.hpp"
#include "models/messages/message.hpp"
#include "results/file/lockable_file.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void cannot_make(const std::string& path) {
  throw run_error(message("cannot make {0}: {1}", path, system_error(errno)));
}

/// Without a slash at its end.
std::string trimmed(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

}  // namespace

OutputFolder::OutputFolder(std::string path, bool replace)
    : path_(trimmed(std::move(path))), replace_(replace), aside_(path_) {
  std::error_code trouble;
  const fs::file_status there = fs::status(path_, trouble);
  if (fs::exists(there)) {
    if (!fs::is_directory(there))
      throw input_error(message("{0} is no folder\n  give the name of a folder", path_));
    folder_ = open_folder_of(path_ + "/.");
    return;
  }
  if (const fs::path above = fs::path(path_).parent_path(); !above.empty()) {
    fs::create_directories(above, trouble);
    if (trouble)
      throw run_error(message("cannot make {0}: {1}", path_, system_error(trouble.value())));
  }
  parent_ = open_folder_of(path_);
  const SignalsHeld held;  // no signal finds a folder that is not known as unfinished
  for (int attempt = 0;; ++attempt) {
    aside_ = fmt::format("{}.part-{}.{}", path_, getpid(), attempt);
    const std::string name = fs::path(aside_).filename().string();
    ToldUnfinished told(parent_, name, true);
    if (mkdirat(parent_.number(), name.c_str(), 0777) != 0) {
      if (errno != EEXIST) cannot_make(path_);
      continue;
    }
    try {
      folder_ = open_folder_of(aside_ + "/.");
    } catch (...) {
      unlinkat(parent_.number(), name.c_str(), AT_REMOVEDIR);
      throw;
    }
    unfinished_ = std::make_unique<Unfinished>(parent_, name, folder_, std::move(told));
    return;
  }
}

OutputFolder::~OutputFolder() {
  std::vector<std::string> names;
  for (const auto& file : files_) names.push_back(fs::path(file->path()).filename().string());
  files_.clear();
  if (!unfinished_) return;
  for (const std::string& name : names) unlinkat(folder_.number(), name.c_str(), 0);
  unfinished_->remove();
}

OutputFile& OutputFolder::add(const std::string& name) {
  files_.push_back(std::make_unique<OutputFile>(aside_ + "/" + name, replace_));
  return *files_.back();
}

std::vector<std::string> OutputFolder::publish() {
  const SignalsHeld held;
  std::vector<std::string> paths;
  for (const auto& file : files_)
    paths.push_back(path_ + "/" + fs::path(file->path()).filename().string());
  const bool is_new = parent_.is_open();
  if (!is_new && replace_ && files_.size() > 1) unlink(files_.back()->path().c_str());
  for (const auto& file : files_) file->publish_soon();
  sync_folder(folder_, path_);
  if (!is_new) return paths;
  const std::string from = fs::path(aside_).filename().string();
  const std::string to = fs::path(path_).filename().string();
  // A folder replaces none but an empty one.
  if (renameat(parent_.number(), from.c_str(), parent_.number(), to.c_str()) != 0) {
    if (errno == EEXIST || errno == ENOTEMPTY || errno == ENOTDIR)
      throw input_error(message(
          "{0} has come to exist while it was made\n  use another name, or try again", path_));
    cannot_make(path_);
  }
  unfinished_.reset();
  sync_folder(parent_, path_);
  return paths;
}

}  // namespace doorstroom
