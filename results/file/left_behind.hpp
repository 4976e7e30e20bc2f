#pragma once
/// Tells a supervisor, another process that shares memory with this one, which files and folders
/// are being made: who is killed cannot remove what he has not finished, so the supervisor does.

#include <sys/types.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <string>
#include <utility>

#include "engine/file_descriptor.hpp"

namespace doorstroom {

/// One name. All zeros: nothing has taken this place.
struct UnfinishedPlace {
  enum State : std::uint8_t { free, being_filled, file, folder };
  std::atomic<State> state;
  std::array<char, 4096> path;  ///< absolute; ends with a zero
};

/// What finds no place, or has a longer name, is left behind.
using UnfinishedPlaces = std::array<UnfinishedPlace, 512>;

/// From now on this process, and those that it forks, tell there what they make.
/// @param places  in memory that is shared with the supervisor; null: nobody is told
void tell_unfinished_in(UnfinishedPlaces* places);

/// While an object exists, a name is told as unfinished. It is told before the name is made: who is
/// killed in between leaves nothing behind.
class ToldUnfinished {
 public:
  ToldUnfinished(const FileDescriptor& folder, const std::string& name, bool is_folder);
  ToldUnfinished(ToldUnfinished&& other) noexcept
      : place_(std::exchange(other.place_, nullptr)), owner_(other.owner_) {}
  ToldUnfinished& operator=(ToldUnfinished&&) = delete;
  ~ToldUnfinished();

 private:
  UnfinishedPlace* place_ = nullptr;  ///< null when there was none
  pid_t owner_;                       ///< forks of it take nothing back
};

/// Removes what processes that have ended have told and not taken back: files that nobody has
/// locked, and folders made aside with the files in them.
void remove_left_behind(const UnfinishedPlaces& places) noexcept;

}  // namespace doorstroom
