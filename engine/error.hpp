#pragma once
/// Three failures, three voices.
///   InputError     the user's file or argument is wrong: what, where, how to mend it (exit code 2)
///   RunError       the world failed: disk full, a worker died (exit code 1)
///   ContractError  our own fault: a condition that must hold did not (exit code 3)
///
/// Users read the first two, so they carry a message: a pattern and the arguments that fill it
/// (engine/message.hpp), which is read in the language of the user (models/messages/message.hpp).
/// What is written down for programs and logs is what(), the English.

#include <stdexcept>
#include <string>

#include "engine/message.hpp"

namespace doorstroom {

/// The message is complete: every problem, each with its place, ready to be printed.
class Failure : public std::runtime_error {
 public:
  /// Words that are alike in every language.
  explicit Failure(const std::string& verbatim) : Failure(Message(verbatim)) {}
  explicit Failure(Message message);

  const Message& message() const noexcept { return message_; }

 private:
  Message message_;
};

struct InputError : Failure {
  using Failure::Failure;
};

struct RunError : Failure {
  using Failure::Failure;
};

struct ContractError : std::logic_error {
  using std::logic_error::logic_error;
};

[[noreturn]] void contract_broken(const char* condition, const char* file, int line);

}  // namespace doorstroom

/// What must hold if we made no mistake. Always on: a wrong number costs more than a branch.
#define DOORSTROOM_EXPECT(condition) \
  ((condition) ? void(0) : ::doorstroom::contract_broken(#condition, __FILE__, __LINE__))
