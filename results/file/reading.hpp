#pragma once
/// Tells a supervisor, another process that shares a page of memory with this one, that a file is
/// being read and that the reading goes on. The library that reads the files does not survive every
/// file that somebody makes up: it may crash or go round for ever, and the supervisor then says
/// which file that was.

#include <sys/types.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <string>

namespace doorstroom {

/// What one process is reading. All zeros: no process has taken this place.
struct ReadingPlace {
  std::atomic<pid_t> process;        ///< who reads
  std::atomic<std::uint32_t> depth;  ///< > 0 while it is within the library
  std::atomic<std::uint64_t> steps;  ///< rises with every call
  std::array<char, 512> path;        ///< of the file, cut off where it is longer; ends with a zero
};

/// Places for the program and all its workers; who comes later is not watched.
using ReadingPlaces = std::array<ReadingPlace, 1100>;

/// From now on this process, and those that it forks, tell there what they read.
/// @param places  in memory that is shared with the supervisor; null: nobody is told
void tell_readings_in(ReadingPlaces* places);

/// Whether this process reads a file, and has a supervisor that looks. May be called in a signal
/// handler.
bool is_reading();

/// While an object of this class exists, this process reads a file.
class Reading {
 public:
  /// @param path  of the file; empty while the library starts, which it does not survive without
  ///              memory
  explicit Reading(const std::string& path);
  ~Reading();
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

 private:
  ReadingPlace* place_;
};

}  // namespace doorstroom
