#pragma once
/// How many simulations one client has at once, so that nobody takes all of them. Behind a proxy
/// all connections come from the proxy, which says at the end of a header who asked it; without one
/// such a header is what anybody may write, and counts for nothing.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace doorstroom {

/// Who asks. Of IPv6 the network (/64) counts, as one client has all addresses in it.
/// @param peer       address of the other end of the connection
/// @param forwarded  the header X-Forwarded-For, where a proxy is trusted; none: it is not, or it
///                   says nothing
std::string client_name(std::string_view peer, std::optional<std::string_view> forwarded);

class ClientLimits {
 public:
  /// @param most  simulations of one client, waiting ones included; none: any number
  explicit ClientLimits(std::optional<std::size_t> most) : most_(most) {}

  /// @return false when it has as many already
  bool enter(const std::string& client);
  /// @pre it entered
  void leave(const std::string& client);

 private:
  std::optional<std::size_t> most_;
  std::map<std::string, std::size_t> going_;  ///< by client; none of them nil
};

}  // namespace doorstroom
