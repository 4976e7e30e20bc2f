#include "app/serve/access.hpp"

#include <fmt/format.h>
#include <openssl/crypto.h>
#include <sys/random.h>

#include <algorithm>
#include <array>
#include <boost/algorithm/string/case_conv.hpp>
#include <cerrno>
#include <regex>
#include <utility>

#include "engine/system_error.hpp"
#include "models/messages/message.hpp"
#include "results/file/digest.hpp"

namespace doorstroom {

PublicUrl read_public_url(const std::string& text) {
  static const std::regex form(R"((https?)://([A-Za-z0-9.-]+(:[0-9]{1,5})?)(/[A-Za-z0-9._~/-]*)?)");
  std::smatch parts;
  if (text.size() > 300 || !std::regex_match(text, parts, form))
    throw input_error(
        message("--public-url {0} is no address of a page\n  write it as people type it, such as "
                "https://region.example/doorstroom/",
                text));
  PublicUrl url;
  const std::string scheme = parts[1];
  url.host = boost::to_lower_copy(parts[2].str());
  const std::string customary = scheme == "https" ? ":443" : ":80";
  if (url.host.ends_with(customary)) url.host.resize(url.host.size() - customary.size());
  url.origin = scheme + "://" + url.host;
  url.whole = url.origin + parts[4].str();
  if (!url.whole.ends_with('/')) url.whole += '/';
  return url;
}

Access::Access(unsigned short port, std::optional<PublicUrl> known_as, std::string token)
    : local_(fmt::format("127.0.0.1:{}", port)),
      hosts_{local_, fmt::format("localhost:{}", port)},
      known_as_(std::move(known_as)),
      token_(std::move(token)) {
  for (const std::string& host : hosts_) origins_.push_back("http://" + host);
  if (!known_as_) return;
  hosts_.push_back(known_as_->host);
  origins_.push_back(known_as_->origin);
}

bool Access::is_known_host(std::string_view host) const {
  return std::ranges::find(hosts_, host) != hosts_.end();
}

bool Access::is_own_origin(std::string_view origin) const {
  return std::ranges::find(origins_, origin) != origins_.end();
}

bool Access::has_token(std::string_view authorization) const {
  constexpr std::string_view scheme = "Bearer ";
  const bool is_bearer = authorization.starts_with(scheme);
  if (is_bearer) authorization.remove_prefix(scheme.size());
  const std::string given = sha256(authorization);
  const std::string own = sha256(token_);
  return CRYPTO_memcmp(given.data(), own.data(), own.size()) == 0 && is_bearer;
}

std::string Access::link() const {
  return fmt::format("http://{}/#token={}", local_, token_);
}

std::string Access::public_link() const {
  return known_as_ ? known_as_->whole + "#token=" + token_ : "";
}

std::string new_token() {
  std::array<unsigned char, 24> bytes{};
  if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    throw run_error(message("the system gives no random bytes: {0}", system_error(errno)));
  std::string token;
  for (const unsigned char byte : bytes) token += fmt::format("{:02x}", byte);
  return token;
}

}  // namespace doorstroom
