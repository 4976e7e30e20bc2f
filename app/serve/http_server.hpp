#pragma once
/// The server of the what-if page: HTTP/1.1 on a port of this machine, in one thread.
///
/// Every request has a connection of its own, which is closed behind the answer, and one deadline
/// for its arrival, however slowly it drips in. Header, body, connections and jobs are bounded;
/// what is beyond is told so. An answer that grows (`/run`) is sent as it grows; when its reader
/// goes away, its job is killed.

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "app/serve/access.hpp"
#include "app/serve/listening.hpp"
#include "app/serve/zygote.hpp"
#include "models/messages/language.hpp"

namespace doorstroom {

struct HttpServerSetup {
  Access access;
  /// The page. @param nonce  what styles in it must bear
  std::function<std::string(Language language, std::string_view nonce)> page;
  std::string script;                           ///< of the page
  Language language;                            ///< of messages, where a request names none
  std::optional<std::size_t> most_of_client{};  ///< simulations at once; none: any number
};

/// Serves until `stop` is true, or the zygote is gone.
/// @throws RunError when the zygote is gone
void serve_http(Listening listening, HttpServerSetup setup, Zygote& zygote,
                const std::atomic<bool>& stop);

}  // namespace doorstroom
