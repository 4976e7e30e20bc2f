#include "results/file/digest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <openssl/evp.h>

#include <array>
#include <new>

#include "engine/error.hpp"

namespace doorstroom {

namespace {

constexpr std::size_t digest_bytes = 32;

/// The library fails at this for want of memory alone.
void expect_digested(int result) {
  if (result != 1) throw std::bad_alloc();
}

std::array<unsigned char, digest_bytes> digest_of(std::string_view text) {
  std::array<unsigned char, digest_bytes> digest;
  unsigned size = 0;
  expect_digested(
      EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr));
  DOORSTROOM_EXPECT(size == digest.size());
  return digest;
}

}  // namespace

struct Sha256::State {
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(),
                                                                  &EVP_MD_CTX_free};
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
  if (state_->context == nullptr) throw std::bad_alloc();
  expect_digested(EVP_DigestInit_ex(state_->context.get(), EVP_sha256(), nullptr));
}

Sha256::~Sha256() = default;

void Sha256::add(std::span<const std::byte> piece) {
  expect_digested(EVP_DigestUpdate(state_->context.get(), piece.data(), piece.size()));
}

std::string Sha256::hexadecimal() {
  std::array<unsigned char, digest_bytes> digest;
  expect_digested(EVP_DigestFinal_ex(state_->context.get(), digest.data(), nullptr));
  return fmt::format("{:02x}", fmt::join(digest, ""));
}

std::string sha256(std::string_view text) {
  return fmt::format("{:02x}", fmt::join(digest_of(text), ""));
}

std::string sha256_base64(std::string_view text) {
  const auto digest = digest_of(text);
  constexpr std::size_t base64_size = (digest_bytes + 2) / 3 * 4;
  std::string encoded(base64_size + 1, '\0');  // OpenSSL ends it with a zero
  EVP_EncodeBlock(reinterpret_cast<unsigned char*>(encoded.data()), digest.data(),
                  static_cast<int>(digest.size()));
  encoded.pop_back();
  return encoded;
}

}  // namespace doorstroom
