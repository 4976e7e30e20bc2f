#include "app/serve/http_response.hpp"

#include <fmt/format.h>

#include <utility>

namespace doorstroom {
namespace {

namespace http = boost::beast::http;

boost::beast::string_view as_field(std::string_view text) {
  return {text.data(), text.size()};
}

}  // namespace

void begin_response(http::fields& fields, std::string_view type, std::string_view nonce) {
  const std::string policy =
      nonce.empty() ? "default-src 'none'; frame-ancestors 'none'"
                    : fmt::format(
                          "default-src 'none'; script-src 'self'; style-src 'nonce-{}'; "
                          "connect-src 'self'; img-src data:; base-uri 'none'; form-action "
                          "'none'; frame-ancestors 'none'",
                          nonce);
  fields.set(http::field::content_type, as_field(type));
  fields.set("Content-Security-Policy", policy);
  fields.set("X-Content-Type-Options", "nosniff");
  fields.set("Referrer-Policy", "no-referrer");
  fields.set("Cross-Origin-Resource-Policy", "same-origin");
  fields.set("Cross-Origin-Opener-Policy", "same-origin");
  fields.set(http::field::cache_control, "no-store");
  fields.set("X-Accel-Buffering", "no");  // a proxy hands on what grows as it grows
}

http::response<http::string_body> whole_response(int status, std::string_view type,
                                                 std::string body, std::string_view allowed) {
  http::response<http::string_body> response;
  response.result(static_cast<unsigned>(status));
  begin_response(response, type);
  if (response.result() == http::status::unauthorized)
    response.set(http::field::www_authenticate, "Bearer");
  if (response.result() == http::status::method_not_allowed)
    response.set(http::field::allow, as_field(allowed));
  if (response.result() == http::status::too_many_requests ||
      response.result() == http::status::service_unavailable)
    response.set(http::field::retry_after, "1");
  response.body() = std::move(body);
  return response;
}

}  // namespace doorstroom
