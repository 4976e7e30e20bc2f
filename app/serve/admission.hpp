#pragma once
/// Whether a request may be asked: looked at as soon as its header has come, before any of its body
/// is read.

#include <optional>
#include <string_view>

#include "app/serve/access.hpp"
#include "app/serve/routes.hpp"
#include "models/messages/message.hpp"

namespace doorstroom {

/// What a header says; the server owns the texts.
struct RequestHead {
  std::string_view method;
  std::string_view path;           ///< without what stands behind the question mark
  std::string_view host;           ///< empty: none, or several
  std::string_view authorization;  ///< empty: none
  std::optional<std::string_view> origin{};
};

struct HttpRefusal {
  int status = 0;  ///< of HTTP
  LocalizedText why;
};

/// @return none when it may be asked; then there is a route
std::optional<HttpRefusal> refusal_of(const RequestHead& head, const Access& access);

}  // namespace doorstroom
