// A library for LD_PRELOAD that lets the n-th call of one kind fail, in a program and all that it
// forks. The calls are counted together, in a file that all of them map.
//
//     DOORSTROOM_FAULT="write 12 28 /tmp/board" LD_PRELOAD=... doorstroom run ...
//
// The kinds are those of faults.hpp. 28 is the errno that the call gives (ENOSPC); 0 makes a write,
// send or read of more than one byte do half of what it was asked. A "+" behind the kind lets all
// calls from the n-th on fail but those on the standard streams, as a disk does that is full.
//
// System calls are caught by the kernel (seccomp), not by name: the C library's own ones, behind
// fwrite() and malloc(), are counted as well. fork() and malloc() are caught by their names.

#include <dlfcn.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <ucontext.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "tests/faults/fault_board.hpp"

// The only place from which a call goes to the kernel uncaught.
asm(R"(
  .text
  .globl uncaught, behind_uncaught
  .hidden uncaught, behind_uncaught
  .type uncaught, @function
uncaught:
  mov %rdi, %rax
  mov %rsi, %rdi
  mov %rdx, %rsi
  mov %rcx, %rdx
  mov %r8, %r10
  mov %r9, %r8
  mov 8(%rsp), %r9
  syscall
behind_uncaught:
  ret
  .size uncaught, .-uncaught
)");
extern "C" {
long uncaught(long call, long a, long b, long c, long d, long e, long f)
    __attribute__((visibility("hidden")));
extern const char behind_uncaught[] __attribute__((visibility("hidden")));
void* __libc_malloc(size_t size);
void* __libc_calloc(size_t count, size_t size);
void* __libc_realloc(void* block, size_t size);
void* __libc_memalign(size_t alignment, size_t size);
}

namespace {

using doorstroom::testing::FaultBoard;

FaultBoard* board = nullptr;  // null: nothing is counted
char kind[16] = "";
std::uint64_t nth = 0;
int number = 0;
bool and_all_later = false;

struct Kind {
  const char* name;
  int calls[8];  // ends with a negative one
};
constexpr Kind kinds[] = {
    {"write", {SYS_write, SYS_pwrite64, SYS_writev, SYS_pwritev, -1}},
    {"fsync", {SYS_fsync, SYS_fdatasync, -1}},
    {"rename", {SYS_rename, SYS_renameat, SYS_renameat2, SYS_link, SYS_linkat, SYS_symlinkat, -1}},
    {"mmap", {SYS_mmap, SYS_mremap, SYS_brk, -1}},
    {"truncate", {SYS_ftruncate, SYS_truncate, -1}},
    {"open", {SYS_openat, SYS_open, -1}},
    {"read", {SYS_read, SYS_pread64, SYS_readv, -1}},
    {"send", {SYS_sendto, SYS_sendmsg, -1}},
    {"mkdir", {SYS_mkdir, SYS_mkdirat, -1}},
    {"unlink", {SYS_unlink, SYS_unlinkat, SYS_rmdir, -1}},
    {"lock", {SYS_fcntl, -1}},
};

/// Whether it is this call's turn.
bool fails(long call, long descriptor) {
  const std::uint64_t now = board->calls.fetch_add(1) + 1;
  const bool turn = now == nth || (and_all_later && now > nth && descriptor > STDERR_FILENO);
  if (turn && board->failed.fetch_add(1) == 0) {
    board->call = call;
    board->descriptor = descriptor;
    char name[32];
    std::snprintf(name, sizeof name, "/proc/self/fd/%ld", descriptor);
    if (uncaught(SYS_readlink, reinterpret_cast<long>(name), reinterpret_cast<long>(board->file),
                 sizeof board->file - 1, 0, 0, 0) < 0)
      board->file[0] = '\0';
  }
  return turn;
}

/// Half of what was asked, when that can be halved.
long half_of(long size) {
  return size > 1 ? size / 2 : size;
}

void on_call(int, siginfo_t* caught, void* context) {
  const int kept = errno;
  auto& registers = static_cast<ucontext_t*>(context)->uc_mcontext.gregs;
  const long call = caught->si_syscall;
  long a = registers[REG_RDI];
  long b = registers[REG_RSI];
  long c = registers[REG_RDX];
  long result = 0;
  const bool has_descriptor = call != SYS_mmap && call != SYS_mremap && call != SYS_brk;
  const bool is_open = call == SYS_openat || call == SYS_open;
  const bool is_lock = call == SYS_fcntl && (b == F_OFD_SETLK || b == F_SETLK);
  const bool counts = board != nullptr && (call != SYS_fcntl || is_lock);
  if (counts && fails(call, has_descriptor && !is_open ? a : -1)) {
    if (number != 0) {
      // brk tells where the heap ends, and no error.
      result = call == SYS_brk ? uncaught(call, 0, 0, 0, 0, 0, 0) : -number;
      registers[REG_RAX] = result;
      errno = kept;
      return;
    }
    iovec first{};
    if (call == SYS_writev || call == SYS_readv) {
      std::memcpy(&first, reinterpret_cast<const void*>(b), sizeof first);
      first.iov_len = static_cast<size_t>(half_of(static_cast<long>(first.iov_len)));
      b = reinterpret_cast<long>(&first);
      c = 1;
    } else {
      c = half_of(c);
    }
    result = uncaught(call, a, b, c, registers[REG_R10], registers[REG_R8], registers[REG_R9]);
  } else {
    result = uncaught(call, a, b, c, registers[REG_R10], registers[REG_R8], registers[REG_R9]);
  }
  registers[REG_RAX] = result;
  errno = kept;
}

/// Has the kernel tell of the calls, unless they come from uncaught().
void catch_calls(const int* calls) {
  struct sigaction action {};
  action.sa_sigaction = on_call;
  action.sa_flags = SA_SIGINFO | SA_NODEFER | SA_ONSTACK;
  sigaction(SIGSYS, &action, nullptr);
  const auto from = reinterpret_cast<std::uintptr_t>(behind_uncaught);
  const auto load = [](std::size_t where) {
    return sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(where));
  };
  const auto equals = [](std::uint32_t value, std::uint8_t then, std::uint8_t otherwise) {
    return sock_filter BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, then, otherwise);
  };
  const auto end = [](std::uint32_t what) { return sock_filter BPF_STMT(BPF_RET | BPF_K, what); };
  sock_filter rules[24];
  unsigned short size = 0;
  rules[size++] = load(offsetof(seccomp_data, instruction_pointer));
  rules[size++] = equals(static_cast<std::uint32_t>(from), 0, 3);
  rules[size++] = load(offsetof(seccomp_data, instruction_pointer) + 4);
  rules[size++] = equals(static_cast<std::uint32_t>(from >> 32), 0, 1);
  rules[size++] = end(SECCOMP_RET_ALLOW);
  rules[size++] = load(offsetof(seccomp_data, nr));
  for (; *calls >= 0; ++calls) {
    rules[size++] = equals(static_cast<std::uint32_t>(*calls), 0, 1);
    rules[size++] = end(SECCOMP_RET_TRAP);
  }
  rules[size++] = end(SECCOMP_RET_ALLOW);
  sock_fprog filter{size, rules};
  if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) != 0 &&
      (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
       prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) != 0))
    _exit(125);
}

/// Called just before main(): what the loader and the constructors of libraries do is not counted.
void begin() {
  const char* const order = std::getenv("DOORSTROOM_FAULT");
  char path[256] = "";
  if (order == nullptr || std::sscanf(order, "%15s %lu %d %255s", kind, &nth, &number, path) != 4)
    return;
  and_all_later = kind[std::strlen(kind) - 1] == '+';
  if (and_all_later) kind[std::strlen(kind) - 1] = '\0';
  const int file = open(path, O_RDWR | O_CLOEXEC);
  void* const mapped =
      mmap(nullptr, sizeof(FaultBoard), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (file < 0 || mapped == MAP_FAILED) _exit(125);
  close(file);
  for (const Kind& one : kinds)
    if (std::strcmp(one.name, kind) == 0) catch_calls(one.calls);
  board = static_cast<FaultBoard*>(mapped);
}

bool is_turn_of(const char* which) {
  return board != nullptr && std::strcmp(kind, which) == 0 && fails(-1, -1);
}

bool no_memory() {
  if (!is_turn_of("malloc")) return false;
  errno = ENOMEM;
  return true;
}

template <class Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

using Main = int (*)(int, char**, char**);
Main program_main = nullptr;

int main_after_begin(int argc, char** argv, char** environment) {
  begin();
  return program_main(argc, argv, environment);
}

}  // namespace

extern "C" {

int __libc_start_main(Main main, int argc, char** argv, void (*init)(), void (*fini)(),
                      void (*rtld_fini)(), void* stack_end) {
  program_main = main;
  using Start = int (*)(Main, int, char**, void (*)(), void (*)(), void (*)(), void*);
  return real<Start>("__libc_start_main")(main_after_begin, argc, argv, init, fini, rtld_fini,
                                          stack_end);
}

pid_t fork() {
  if (is_turn_of("fork")) {
    errno = number;
    return -1;
  }
  static const auto forward = real<pid_t (*)()>("fork");
  return forward();
}

int posix_spawnp(pid_t* process, const char* file, const posix_spawn_file_actions_t* actions,
                 const posix_spawnattr_t* attributes, char* const* arguments,
                 char* const* environment) {
  if (is_turn_of("fork")) return number;
  static const auto forward = real<decltype(&posix_spawnp)>("posix_spawnp");
  return forward(process, file, actions, attributes, arguments, environment);
}

void* malloc(size_t size) {
  return no_memory() ? nullptr : __libc_malloc(size);
}

void* calloc(size_t count, size_t size) {
  return no_memory() ? nullptr : __libc_calloc(count, size);
}

void* realloc(void* block, size_t size) {
  return no_memory() ? nullptr : __libc_realloc(block, size);
}

void* aligned_alloc(size_t alignment, size_t size) {
  return no_memory() ? nullptr : __libc_memalign(alignment, size);
}

int posix_memalign(void** block, size_t alignment, size_t size) {
  if (no_memory()) return ENOMEM;
  *block = __libc_memalign(alignment, size);
  return *block == nullptr ? ENOMEM : 0;
}

}  // extern "C"
