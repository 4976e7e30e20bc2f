#pragma once
/// Who may ask what. Three things keep others out: the name under which the server was reached (a
/// page elsewhere cannot make a browser use another one, so a name that leads here by DNS is
/// refused), the page that a writing request comes from, and a token that stands in the link which
/// the program prints, and nowhere else.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace doorstroom {

/// The address under which a server behind a proxy is known, taken apart.
struct PublicUrl {
  std::string origin;  ///< "https://region.example"
  std::string host;    ///< as in the header Host: "region.example"
  std::string whole;   ///< with its path, ending in a slash
};

/// @throws InputError when it is no http or https address
PublicUrl read_public_url(const std::string& text);

class Access {
 public:
  /// @param port  on this machine
  Access(unsigned short port, std::optional<PublicUrl> known_as, std::string token);

  bool is_known_host(std::string_view host) const;
  bool is_own_origin(std::string_view origin) const;
  /// @param authorization  the header: "Bearer TOKEN". Takes as long whatever is wrong with it
  bool has_token(std::string_view authorization) const;

  /// Whether connections come through a proxy, whose word on who asks is taken.
  bool is_behind_proxy() const { return known_as_.has_value(); }

  /// The link to the page, with the token.
  std::string link() const;
  /// The same, through the proxy; empty: there is none.
  std::string public_link() const;

 private:
  std::string local_;  ///< "127.0.0.1:8080"
  std::vector<std::string> hosts_;
  std::vector<std::string> origins_;
  std::optional<PublicUrl> known_as_;
  std::string token_;
};

/// A token that nobody guesses. @throws RunError when the system gives no random bytes
std::string new_token();

}  // namespace doorstroom
