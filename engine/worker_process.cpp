#include "engine/worker_process.hpp"

#include <malloc.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <new>
#include <string_view>
#include <utility>

#include "engine/actors.hpp"
#include "engine/error.hpp"
#include "engine/system_error.hpp"

namespace doorstroom {
namespace {

bool send_all(int socket, std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(sent));
  }
  return true;
}

/// @return how many bytes; 0 if the other side has ended; -1 if there is nothing now
ssize_t receive_some(int socket, std::span<std::byte> bytes, int flags) {
  for (;;) {
    const ssize_t got = ::recv(socket, bytes.data(), bytes.size(), flags);
    if (got >= 0) return got;
    if (errno == EAGAIN || errno == EWOULDBLOCK) return -1;
    if (errno != EINTR) return 0;  // ECONNRESET: it died with our request unread
  }
}

RunError system_failed(const std::string& what) {
  return RunError(Message("no worker process can be made: {0}: {1}\n  try fewer jobs", what,
                          system_error(errno)));
}

Message out_of_memory(std::uint32_t replication) {
  return Message(
      "replication {0}: out of memory\n  try fewer jobs, or a shorter or smaller scenario",
      replication);
}

/// Whether the system refuses even a little.
bool has_no_memory() {
  constexpr std::size_t a_little = std::size_t{1} << 20;
  void* const memory =
      ::mmap(nullptr, a_little, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return true;
  ::munmap(memory, a_little);
  return false;
}

/// Keeps memory that a replication gives back, because the next needs it again: a fresh page costs
/// the system more than most replications spend on what they keep in it.
void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int most_kept = 256 << 20;  // at the top of the heap [byte]
  constexpr int largest_on_heap = 32 << 20;
  ::mallopt(M_TRIM_THRESHOLD, most_kept);
  ::mallopt(M_MMAP_THRESHOLD, largest_on_heap);
#endif
}

/// Sends answers, several small ones together: each that travels alone wakes the parent.
class Outbox {
 public:
  explicit Outbox(int socket) : socket_(socket) { held_.reserve(room); }

  /// An answer that ends a replication is on its way when this returns.
  void add(AnswerKind kind, std::span<const std::byte> content) {
    const AnswerHeader header{content.size(), kind};
    const std::span head = std::as_bytes(std::span(&header, 1));
    if (held_.size() + head.size() + content.size() > room) flush();
    hold(head);
    const bool is_small = held_.size() + content.size() <= room;
    if (is_small) hold(content);
    if (!is_small || kind != AnswerKind::piece) flush();
    if (!is_small) send(content);
  }

 private:
  static constexpr std::size_t room = 64 << 10;  // [byte]

  void hold(std::span<const std::byte> bytes) {
    held_.insert(held_.end(), bytes.begin(), bytes.end());
  }
  void flush() {
    send(held_);
    held_.clear();
  }
  void send(std::span<const std::byte> bytes) const {
    if (!send_all(socket_, bytes)) ::_exit(1);  // the parent is gone
  }

  int socket_;
  Bytes held_;  ///< whole answers, but while one is added
};

/// What a worker says when it has no memory. In the process of a role nobody could catch
/// std::bad_alloc, and SimGrid aborts, so it is kept ready. There is one worker in a process.
struct LastWords {
  Outbox* outbox = nullptr;
  Bytes text{};
};
LastWords last_words;

void end_without_memory() {
  last_words.outbox->add(AnswerKind::run_error, last_words.text);
  ::_exit(0);
}

void on_abort(int) {
  if (has_no_memory()) end_without_memory();  // else the abort goes on
}

/// Does one replication. @return how it ended, and the message of a failure
std::pair<AnswerKind, Message> replicate_once(const Replicate& replicate, std::uint32_t replication,
                                              Outbox& outbox) {
  try {
    replicate(replication, [&outbox](const Bytes& piece) { outbox.add(AnswerKind::piece, piece); });
    return {AnswerKind::records, {}};
  } catch (const InputError& error) {
    return {AnswerKind::input_error, error.message()};
  } catch (const RunError& error) {
    return {AnswerKind::run_error, error.message()};
  } catch (const ContractError& error) {
    return {AnswerKind::contract_error, std::string(error.what())};
  } catch (const std::bad_alloc&) {
    return {AnswerKind::run_error, out_of_memory(replication)};
  } catch (const std::exception& error) {
    return {AnswerKind::run_error, std::string(error.what())};
  } catch (...) {
    return {AnswerKind::run_error,
            Message("a replication threw what is not an exception of the standard library")};
  }
}

/// What the child does until the parent asks for nothing more.
[[noreturn]] void answer_requests(int socket, const Replicate& replicate) {
  Outbox outbox(socket);
  last_words.outbox = &outbox;
  std::set_new_handler(end_without_memory);
  ::signal(SIGABRT, on_abort);
  keep_freed_memory();
  keep_simgrid_engine();
  for (;;) {
    std::uint32_t replication = 0;
    const ssize_t got =
        receive_some(socket, std::as_writable_bytes(std::span(&replication, 1)), MSG_WAITALL);
    if (got != sizeof replication) ::_exit(0);  // the parent has closed its end

    last_words.text = packed(out_of_memory(replication));
    const auto [kind, message] = replicate_once(replicate, replication, outbox);
    outbox.add(kind, kind == AnswerKind::records ? Bytes() : packed(message));
  }
}

}  // namespace

void throw_answer(AnswerKind kind, const Pieces& pieces) {
  DOORSTROOM_EXPECT(pieces.size() == 1);
  const Message message = unpacked(pieces.front());
  if (kind == AnswerKind::input_error) throw InputError(message);
  if (kind == AnswerKind::contract_error) throw ContractError(filled_in(message));
  throw RunError(message);
}

WorkerProcess::WorkerProcess(const Replicate& replicate, std::span<const int> others) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    throw system_failed("socketpair");
  }
  const pid_t parent = ::getpid();
  process_ = ::fork();
  if (process_ < 0) {
    const RunError failure = system_failed("fork");
    ::close(ends[0]);
    ::close(ends[1]);
    throw failure;
  }
  if (process_ == 0) {
    // A signal to all processes of the run is the parent's to act on.
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) ::signal(number, SIG_IGN);
    // How it ends is told by the parent.
    for (const int number : {SIGSEGV, SIGBUS, SIGTRAP}) ::signal(number, SIG_DFL);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(1);  // it died before that was asked
    ::close(ends[0]);
    for (const int other : others) ::close(other);
    answer_requests(ends[1], replicate);
  }
  ::close(ends[1]);
  socket_ = ends[0];
}

WorkerProcess::~WorkerProcess() {
  if (process_ > 0) wait_for_end();
  ::close(socket_);
}

void WorkerProcess::assign(std::uint32_t index, std::uint32_t replication) {
  assigned_.push_back(index);
  // If the worker has died, receive() finds out.
  send_all(socket_, std::as_bytes(std::span(&replication, 1)));
}

bool WorkerProcess::receive() {
  const std::span header = std::as_writable_bytes(std::span(&header_, 1));
  while (!answered()) {
    const bool in_header = received_ < header.size();
    const std::span rest = in_header ? header.subspan(received_)
                                     : std::span(content_).subspan(received_ - header.size());
    if (!rest.empty()) {
      const ssize_t got = receive_some(socket_, rest, MSG_DONTWAIT);
      if (got <= 0) return got < 0;
      received_ += static_cast<std::size_t>(got);
    }
    if (in_header && received_ == header.size()) {
      content_.clear();
      content_.resize(header_.length);
    }
    if (is_whole() && header_.kind == AnswerKind::piece) {
      pieces_.push_back(std::move(content_));
      received_ = 0;
    }
  }
  return true;
}

bool WorkerProcess::is_whole() const {
  return received_ >= sizeof header_ && received_ == sizeof header_ + header_.length;
}

bool WorkerProcess::answered() const {
  return busy() && is_whole() && header_.kind != AnswerKind::piece;
}

Pieces WorkerProcess::take_answer(AnswerKind& kind) {
  DOORSTROOM_EXPECT(answered());
  assigned_.pop_front();
  received_ = 0;
  kind = header_.kind;
  if (kind != AnswerKind::records) {
    pieces_.clear();
    pieces_.push_back(std::move(content_));
  }
  return std::exchange(pieces_, {});
}

Message WorkerProcess::wait_for_end() {
  // One that has closed its socket without ending must not be waited for forever; to one that is
  // ending this makes no difference.
  ::kill(process_, SIGKILL);
  int status = 0;
  pid_t ended = 0;
  do {
    ended = ::waitpid(process_, &status, 0);
  } while (ended < 0 && errno == EINTR);
  process_ = -1;
  if (ended < 0) return Message("ended");  // SIGCHLD is ignored, so nobody knows how
  if (WIFSIGNALED(status)) {
    const int number = WTERMSIG(status);
    return Message("was killed by signal {0} ({1})", number, ::strsignal(number));
  }
  return Message("ended with exit code {0}", WEXITSTATUS(status));
}

}  // namespace doorstroom
