#include "results/file/unfinished.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <array>
#include <atomic>
#include <csignal>

namespace doorstroom {
namespace {

// A signal handler gets no argument of ours, so what it looks at is global. Whatever finds no room
// here is not removed on a signal; nothing makes so many files at once.
std::array<std::atomic<const Unfinished*>, 512> all_unfinished{};
static_assert(std::atomic<const Unfinished*>::is_always_lock_free);

}  // namespace

Unfinished::Unfinished(const FileDescriptor& folder, std::string name, const FileDescriptor& itself,
                       ToldUnfinished told)
    : folder_(folder.number()), name_(std::move(name)), owner_(getpid()), told_(std::move(told)) {
  struct stat known {};
  if (fstat(itself.number(), &known) != 0) return;
  device_ = known.st_dev;
  inode_ = known.st_ino;
  is_folder_ = S_ISDIR(known.st_mode);
  for (auto& place : all_unfinished) {
    const Unfinished* none = nullptr;
    if (place.compare_exchange_strong(none, this)) return;
  }
}

Unfinished::~Unfinished() {
  for (auto& place : all_unfinished) {
    const Unfinished* mine = this;
    if (place.compare_exchange_strong(mine, nullptr)) return;
  }
}

void Unfinished::remove() const noexcept {
  struct stat named {};
  if (getpid() != owner_ || fstatat(folder_, name_.c_str(), &named, AT_SYMLINK_NOFOLLOW) != 0 ||
      named.st_dev != device_ || named.st_ino != inode_)
    return;
  unlinkat(folder_, name_.c_str(), is_folder_ ? AT_REMOVEDIR : 0);
}

void remove_unfinished() noexcept {
  for (const bool folders : {false, true})
    for (const auto& place : all_unfinished)
      if (const Unfinished* const one = place.load(); one != nullptr && one->is_folder() == folders)
        one->remove();
}

SignalsHeld::SignalsHeld() {
  sigset_t held;
  sigemptyset(&held);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&held, signal);
  pthread_sigmask(SIG_BLOCK, &held, &before_);
}

SignalsHeld::~SignalsHeld() {
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

}  // namespace doorstroom
