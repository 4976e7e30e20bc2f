#include "app/serve/routes.hpp"

#include <algorithm>
#include <array>

namespace doorstroom {
namespace {

constexpr std::array routes{
    HttpRoute{"/", "GET", RouteKind::page},
    HttpRoute{"/what-if.js", "GET", RouteKind::script},
    HttpRoute{"/model", "GET", RouteKind::question, WhatIfQuestion::model},
    HttpRoute{"/levers", "GET", RouteKind::question, WhatIfQuestion::levers},
    HttpRoute{"/schema", "GET", RouteKind::question, WhatIfQuestion::schema},
    HttpRoute{"/text", "GET", RouteKind::question, WhatIfQuestion::text},
    HttpRoute{"/check", "POST", RouteKind::question, WhatIfQuestion::check},
    HttpRoute{"/run", "POST", RouteKind::question, WhatIfQuestion::run},
    HttpRoute{"/seek", "POST", RouteKind::question, WhatIfQuestion::seek},
    HttpRoute{"/bottlenecks", "POST", RouteKind::question, WhatIfQuestion::bottlenecks},
    HttpRoute{"/save", "POST", RouteKind::question, WhatIfQuestion::save},
    HttpRoute{"/report", "POST", RouteKind::question, WhatIfQuestion::report},
};

}  // namespace

const HttpRoute* route_of(std::string_view path) {
  const auto* const found = std::ranges::find(routes, path, &HttpRoute::path);
  return found == routes.end() ? nullptr : found;
}

std::string packed_request(const RawRequest& request) {
  const char question = static_cast<char>('0' + static_cast<int>(request.question));
  return std::string(1, question) + request.query + '\n' + request.body;
}

RawRequest unpacked_request(std::string_view text) {
  RawRequest request;
  if (text.empty()) return request;
  request.question = static_cast<WhatIfQuestion>(text.front() - '0');
  text.remove_prefix(1);
  const std::size_t end = std::min(text.find('\n'), text.size());
  request.query = text.substr(0, end);
  request.body = text.substr(std::min(end + 1, text.size()));
  return request;
}

}  // namespace doorstroom
