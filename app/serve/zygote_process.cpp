#include "app/serve/zygote_process.hpp"

#include <poll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <map>
#include <optional>
#include <vector>

namespace doorstroom {
namespace {

constexpr std::array left_to_the_server{SIGINT, SIGTERM, SIGHUP, SIGPIPE};

struct ReceivedOrder {
  ZygoteOrder order;
  std::string asked;
  FileDescriptor answer;
};

/// The descriptor that came along; not open when none did.
FileDescriptor descriptor_in(msghdr& message) {
  const cmsghdr* const control = CMSG_FIRSTHDR(&message);
  if (control == nullptr || control->cmsg_level != SOL_SOCKET || control->cmsg_type != SCM_RIGHTS)
    return {};
  int number = -1;
  std::memcpy(&number, CMSG_DATA(control), sizeof number);
  return FileDescriptor(number);
}

/// @return none when the server is gone
std::optional<ReceivedOrder> receive_order(int socket, std::vector<char>& room) {
  ReceivedOrder received;
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
  std::array<iovec, 2> parts{
      {{&received.order, sizeof received.order}, {room.data(), room.size()}}};
  msghdr message{};
  message.msg_iov = parts.data();
  message.msg_iovlen = parts.size();
  message.msg_control = control.data();
  message.msg_controllen = control.size();
  ssize_t got = 0;
  do {
    got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
  } while (got < 0 && errno == EINTR);
  if (got < static_cast<ssize_t>(sizeof received.order)) return std::nullopt;
  received.asked.assign(room.data(), static_cast<std::size_t>(got) - sizeof received.order);
  received.answer = descriptor_in(message);
  return received;
}

class ZygoteProcess {
 public:
  ZygoteProcess(int socket, const ZygoteChores& chores, const Job& job)
      : socket_(socket), chores_(chores), job_(job), room_(longest_asked) {
    for (const int number : left_to_the_server) std::signal(number, SIG_IGN);
    std::signal(SIGCHLD, SIG_DFL);
    prctl(PR_SET_CHILD_SUBREAPER, 1);  // workers of a job that was killed are reaped here
    sigset_t awaited;
    sigemptyset(&awaited);
    sigaddset(&awaited, SIGCHLD);
    sigprocmask(SIG_BLOCK, &awaited, &before_);
    ended_ = FileDescriptor(signalfd(-1, &awaited, SFD_CLOEXEC | SFD_NONBLOCK));
  }

  /// Until the server is gone.
  void run() {
    for (;;) {
      std::array<pollfd, 2> polled{{{socket_, POLLIN, 0}, {ended_.number(), POLLIN, 0}}};
      if (poll(polled.data(), polled.size(), -1) < 0 && errno != EINTR) return;
      if (polled[1].revents != 0) reap();
      if (polled[0].revents == 0) continue;
      std::optional<ReceivedOrder> received = receive_order(socket_, room_);
      if (!received) return;
      if (received->order.verb == ZygoteOrder::Verb::start)
        start(*received);
      else
        cancel(received->order.number);
    }
  }

  void end_all() const {
    for (const auto& [number, process] : jobs_) kill(-process, SIGKILL);
    while (waitpid(-1, nullptr, 0) > 0 || errno == EINTR) {
    }
  }

 private:
  void start(ReceivedOrder& received) {
    const pid_t zygote = getpid();
    const pid_t process = fork();
    if (process == 0) become_job(received, zygote);
    if (process < 0) return;  // the pipe is closed, so the server hears that nothing comes
    setpgid(process, process);
    jobs_[received.order.number] = process;
  }

  [[noreturn]] void become_job(ReceivedOrder& received, pid_t zygote) const {
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != zygote) _exit(1);
    prctl(PR_SET_CHILD_SUBREAPER, 0);
    close(socket_);
    for (const int number : left_to_the_server) std::signal(number, SIG_DFL);
    sigprocmask(SIG_SETMASK, &before_, nullptr);
    try {
      job_(received.asked, received.answer.number());
    } catch (const std::exception&) {
      _exit(1);  // the answer ends before its end, and the server tells so
    }
    _exit(0);
  }

  void cancel(std::uint32_t number) const {
    const auto job = jobs_.find(number);
    if (job != jobs_.end()) kill(-job->second, SIGKILL);
  }

  /// A job's group goes with it; its number is free for others only once it is waited for.
  void reap() {
    std::array<signalfd_siginfo, 16> heard{};
    while (read(ended_.number(), heard.data(), sizeof heard) > 0) {
    }
    for (;;) {
      siginfo_t ended{};
      if (waitid(P_ALL, 0, &ended, WEXITED | WNOHANG | WNOWAIT) != 0 || ended.si_pid == 0) return;
      for (const auto& [number, process] : jobs_)
        if (process == ended.si_pid) kill(-process, SIGKILL);
      waitpid(ended.si_pid, nullptr, 0);
      std::erase_if(jobs_, [&](const auto& job) { return job.second == ended.si_pid; });
      if (jobs_.empty()) chores_.rest();
    }
  }

  int socket_;
  const ZygoteChores& chores_;
  const Job& job_;
  std::vector<char> room_;
  FileDescriptor ended_;  ///< readable when a child has ended
  sigset_t before_{};
  std::map<std::uint32_t, pid_t> jobs_;  ///< by number
};

}  // namespace

void run_zygote(int socket, const ZygoteChores& chores, const Job& job) {
  ZygoteProcess zygote(socket, chores, job);
  zygote.run();
  zygote.end_all();
  chores.end();
  _exit(0);
}

}  // namespace doorstroom
