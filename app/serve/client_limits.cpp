#include "app/serve/client_limits.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <boost/algorithm/string/trim.hpp>

#include "engine/error.hpp"

namespace doorstroom {
namespace {

/// An address in one way of writing; none: it is none.
std::optional<std::string> address_in(std::string_view text) {
  const std::string word = boost::trim_copy(std::string(text));
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  std::array<char, INET6_ADDRSTRLEN> plain{};
  if (inet_pton(AF_INET, word.c_str(), bytes.data()) == 1)
    return inet_ntop(AF_INET, bytes.data(), plain.data(), plain.size());
  if (inet_pton(AF_INET6, word.c_str(), bytes.data()) != 1) return std::nullopt;
  in6_addr whole{};
  std::copy(bytes.begin(), bytes.end(), static_cast<unsigned char*>(whole.s6_addr));
  constexpr std::size_t mapped = 12;  ///< bytes before an IPv4 address
  if (IN6_IS_ADDR_V4MAPPED(&whole))
    return inet_ntop(AF_INET, bytes.data() + mapped, plain.data(), plain.size());
  constexpr std::size_t network = 8;
  std::fill(bytes.begin() + network, bytes.end(), static_cast<unsigned char>(0));
  return inet_ntop(AF_INET6, bytes.data(), plain.data(), plain.size());
}

}  // namespace

std::string client_name(std::string_view peer, std::optional<std::string_view> forwarded) {
  if (forwarded) {
    const std::string_view last = forwarded->substr(forwarded->find_last_of(',') + 1);
    if (const auto address = address_in(last)) return *address;
  }
  return address_in(peer).value_or(std::string(peer));
}

bool ClientLimits::enter(const std::string& client) {
  std::size_t& going = going_[client];
  if (most_ && going >= *most_) return false;
  ++going;
  return true;
}

void ClientLimits::leave(const std::string& client) {
  const auto found = going_.find(client);
  DOORSTROOM_EXPECT(found != going_.end());
  if (--found->second == 0) going_.erase(found);
}

}  // namespace doorstroom
