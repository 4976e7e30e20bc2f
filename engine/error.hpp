#pragma once
/// Three failures, three voices.
///   InputError     the user's file or argument is wrong: what, where, how to mend it (exit code 2)
///   RunError       the world failed: disk full, a worker died (exit code 1)
///   ContractError  our own fault: a condition that must hold did not (exit code 3)

#include <stdexcept>
#include <string>

namespace doorstroom {

/// The message is complete: every problem, each with its place, ready to be printed.
struct InputError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct RunError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct ContractError : std::logic_error {
  using std::logic_error::logic_error;
};

[[noreturn]] void contract_broken(const char* condition, const char* file, int line);

}  // namespace doorstroom

/// What must hold if we made no mistake. Always on: a wrong number costs more than a branch.
#define DOORSTROOM_EXPECT(condition) \
  ((condition) ? void(0) : ::doorstroom::contract_broken(#condition, __FILE__, __LINE__))
