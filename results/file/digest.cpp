#include "results/file/digest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <openssl/evp.h>

#include <array>

#include "engine/error.hpp"

namespace doorstroom {

namespace {

constexpr std::size_t digest_bytes = 32;

std::array<unsigned char, digest_bytes> digest_of(std::string_view text) {
  std::array<unsigned char, digest_bytes> digest;
  unsigned size = 0;
  DOORSTROOM_EXPECT(
      EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr) == 1);
  DOORSTROOM_EXPECT(size == digest.size());
  return digest;
}

}  // namespace

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
