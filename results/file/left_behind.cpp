#include "results/file/left_behind.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string_view>

#include "engine/regular_file.hpp"
#include "results/file/output_file.hpp"

namespace doorstroom {
namespace {

namespace fs = std::filesystem;

// Set once by the supervisor's child, before all else: what makes a file knows of no supervisor.
UnfinishedPlaces* places_of_supervisor = nullptr;

/// Copies the path of a name in an open folder. @return whether it fits
bool fill_path(UnfinishedPlace& place, const FileDescriptor& folder, const std::string& name) {
  const std::string link = path_of_open(folder);
  const ssize_t length = readlink(link.c_str(), place.path.data(), place.path.size());
  if (length <= 0 || static_cast<std::size_t>(length) + name.size() + 2 > place.path.size())
    return false;
  char* end = place.path.data() + length;
  *end++ = '/';
  end = std::ranges::copy(name, end).out;
  *end = '\0';
  return true;
}

/// Removes the files in a folder that was made aside, and then the folder.
void remove_folder(const fs::path& folder) {
  std::error_code ignored;
  if (!fs::is_directory(fs::symlink_status(folder, ignored))) return;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored))
    if (entry.symlink_status(ignored).type() == fs::file_type::regular)
      fs::remove(entry.path(), ignored);
  fs::remove(folder, ignored);  // fails when something else is in it
}

}  // namespace

void tell_unfinished_in(UnfinishedPlaces* places) {
  places_of_supervisor = places;
}

ToldUnfinished::ToldUnfinished(const FileDescriptor& folder, const std::string& name,
                               bool is_folder)
    : owner_(getpid()) {
  if (places_of_supervisor == nullptr) return;
  for (UnfinishedPlace& place : *places_of_supervisor) {
    auto none = UnfinishedPlace::free;
    if (!place.state.compare_exchange_strong(none, UnfinishedPlace::being_filled)) continue;
    const bool filled = fill_path(place, folder, name);
    place.state = !filled     ? UnfinishedPlace::free
                  : is_folder ? UnfinishedPlace::folder
                              : UnfinishedPlace::file;
    if (filled) place_ = &place;
    return;
  }
}

ToldUnfinished::~ToldUnfinished() {
  if (place_ != nullptr && getpid() == owner_) place_->state = UnfinishedPlace::free;
}

void remove_left_behind(const UnfinishedPlaces& places) noexcept {
  try {
    for (const UnfinishedPlace& place : places) {
      const std::string_view path(place.path.data());
      if (place.state == UnfinishedPlace::file && path.ends_with(part_ending))
        OutputFile::remove_left(std::string(path.substr(0, path.size() - part_ending.size())));
    }
    for (const UnfinishedPlace& place : places)
      if (place.state == UnfinishedPlace::folder) remove_folder(place.path.data());
  } catch (const std::exception&) {
    return;  // what stays is removed by whoever makes the file anew
  }
}

}  // namespace doorstroom
