#pragma once
/// SHA-256 in hexadecimal. Equal digests show that two files hold the same scenario, and that a
/// file holds what was written.

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace doorstroom {

std::string sha256(std::string_view text);
/// The same in base64, as pages name what they allow to run.
std::string sha256_base64(std::string_view text);

/// The digest of what arrives piece by piece.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::span<const std::byte> piece);
  /// Of all pieces. Call it once, last.
  std::string hexadecimal();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace doorstroom
