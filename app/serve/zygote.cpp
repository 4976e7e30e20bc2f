#include "app/serve/zygote.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>

#include "app/serve/zygote_process.hpp"
#include "engine/error.hpp"
#include "engine/system_error.hpp"
#include "models/messages/message.hpp"

namespace doorstroom {
namespace {

RunError cannot_start() {
  return run_error(message("no process can be made: {0}", system_error(errno)));
}

/// @param along  descriptor that goes along; negative: none
bool send_order(int socket, ZygoteOrder order, std::string_view asked, int along) {
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
  std::array<iovec, 2> parts{
      {{&order, sizeof order}, {const_cast<char*>(asked.data()), asked.size()}}};
  msghdr message{};
  message.msg_iov = parts.data();
  message.msg_iovlen = parts.size();
  if (along >= 0) {
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr* const header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof along);
    std::memcpy(CMSG_DATA(header), &along, sizeof along);
  }
  ssize_t sent = 0;
  do {
    sent = sendmsg(socket, &message, MSG_NOSIGNAL);
  } while (sent < 0 && errno == EINTR);
  return sent >= 0;
}

}  // namespace

Zygote::Zygote(const ZygoteChores& chores, const Job& job) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) throw cannot_start();
  socket_ = FileDescriptor(ends[0]);
  const FileDescriptor theirs(ends[1]);
  process_ = fork();
  if (process_ < 0) throw cannot_start();
  if (process_ > 0) return;
  close(ends[0]);
  try {
    chores.begin();
  } catch (const std::exception&) {
    _exit(1);
  }
  run_zygote(ends[1], chores, job);
}

Zygote::~Zygote() {
  socket_ = FileDescriptor();
  while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

StartedJob Zygote::start(std::string_view asked) {
  DOORSTROOM_EXPECT(asked.size() <= longest_asked);
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw cannot_start();
  StartedJob job{next_++, FileDescriptor(ends[0])};
  const FileDescriptor theirs(ends[1]);
  if (!send_order(socket_.number(), {ZygoteOrder::Verb::start, job.number}, asked, ends[1]))
    throw cannot_start();
  return job;
}

void Zygote::cancel(std::uint32_t number) {
  send_order(socket_.number(), {ZygoteOrder::Verb::cancel, number}, {}, -1);
}

}  // namespace doorstroom
