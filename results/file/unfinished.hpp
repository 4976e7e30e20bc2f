#pragma once
/// What is being made and must not be left half done when a signal ends the program. The handler of
/// signals (app/console/interrupt.hpp) removes it; when the program is killed, its supervisor does
/// (left_behind.hpp).

#include <sys/types.h>

#include <string>

#include "engine/file_descriptor.hpp"
#include "results/file/left_behind.hpp"

namespace doorstroom {

/// Until it is destroyed, a signal that ends the program removes the file or the empty folder, if
/// the name is still its own; folders after files. Processes that are forked meanwhile remove
/// nothing.
class Unfinished {
 public:
  /// @param folder  in which it lies; must outlive the object
  /// @param itself  the open file or folder
  /// @param told    that name, told before it was made
  Unfinished(const FileDescriptor& folder, std::string name, const FileDescriptor& itself,
             ToldUnfinished told);
  ~Unfinished();
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

  /// Removes it now, if the name is still its own. Calls nothing that a signal handler may not.
  void remove() const noexcept;
  bool is_folder() const noexcept { return is_folder_; }

 private:
  int folder_;
  std::string name_;
  dev_t device_{};
  ino_t inode_{};
  bool is_folder_ = false;
  pid_t owner_;
  ToldUnfinished told_;
};

/// Removes everything that is unfinished. May be called in a signal handler.
void remove_unfinished() noexcept;

/// While an object exists, signals that ask the program to end wait.
class SignalsHeld {
 public:
  SignalsHeld();
  ~SignalsHeld();
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;

 private:
  sigset_t before_{};
};

}  // namespace doorstroom
