#pragma once
/// Tells a supervisor, another process that shares memory with this one, which files and folders
/// are being made: who is killed cannot remove what he has not finished, so the supervisor does.

#include <array>
#include <atomic>
#include <cstdint>

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

/// Takes a place for a name. @return null when there is none; the place is given back by setting
/// its state to free
UnfinishedPlace* tell_unfinished(const FileDescriptor& folder, const char* name, bool is_folder);

/// Removes what processes that have ended have told and not taken back: files that nobody has
/// locked, and folders made aside with the files in them.
void remove_left_behind(const UnfinishedPlaces& places) noexcept;

}  // namespace doorstroom
