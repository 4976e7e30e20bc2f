#pragma once
/// The addresses of the server.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "results/what_if/request.hpp"

namespace doorstroom {

enum class RouteKind : std::uint8_t {
  page,
  script,
  question,  ///< answered by a job
};

struct HttpRoute {
  std::string_view path;
  std::string_view method;
  RouteKind kind = RouteKind::question;
  WhatIfQuestion question = WhatIfQuestion::model;
};

/// @param path  without what stands behind the question mark; null: there is nothing
const HttpRoute* route_of(std::string_view path);

/// The page and its script hold nothing of the scenario, so that a browser can fetch them without
/// the token.
inline bool is_open_to_all(const HttpRoute& route) {
  return route.kind == RouteKind::page || route.kind == RouteKind::script;
}

/// What a job is asked, as one text, and back.
std::string packed_request(const RawRequest& request);
RawRequest unpacked_request(std::string_view text);

}  // namespace doorstroom
