#include "app/serve/admission.hpp"

#include <string>

namespace doorstroom {
namespace {

enum Status { unauthorized = 401, forbidden = 403, not_found = 404, other_method = 405 };

}  // namespace

std::optional<HttpRefusal> refusal_of(const RequestHead& head, const Access& access) {
  if (!access.is_known_host(head.host))
    return HttpRefusal{forbidden,
                       message("this server is not known by that name\n  open the link that "
                               "`doorstroom serve` printed; behind a proxy, start it with "
                               "--public-url")};
  const HttpRoute* const route = route_of(head.path);
  if (route == nullptr) return HttpRefusal{not_found, message("there is no such page here")};
  if (route->method != head.method)
    return HttpRefusal{other_method, message("{0} is asked for with {1}", std::string(head.path),
                                             std::string(route->method))};
  if (is_open_to_all(*route)) return std::nullopt;
  if (!access.has_token(head.authorization))
    return HttpRefusal{unauthorized,
                       message("the link of this page is not valid any more\n  open the one that "
                               "`doorstroom serve` printed when it was started")};
  if (route->method == "POST" && head.origin && !access.is_own_origin(*head.origin))
    return HttpRefusal{forbidden, message("another page may not ask that")};
  return std::nullopt;
}

}  // namespace doorstroom
