#pragma once
/// How the server's responses begin: with what a browser may do with them.

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <string>
#include <string_view>

namespace doorstroom {

inline constexpr std::string_view html_response = "text/html; charset=utf-8";
inline constexpr std::string_view script_response = "text/javascript; charset=utf-8";
inline constexpr std::string_view json_response = "application/json";
inline constexpr std::string_view lines_response = "application/x-ndjson";

/// Writes status and headers. Nothing of it may be kept, guessed at, framed or read by other pages.
/// @param nonce  of styles in a page; empty: it is no page
void begin_response(boost::beast::http::fields& fields, std::string_view type,
                    std::string_view nonce = {});

/// A whole response. @param allowed  the method of an address that was asked with another
boost::beast::http::response<boost::beast::http::string_body> whole_response(
    int status, std::string_view type, std::string body, std::string_view allowed = {});

}  // namespace doorstroom
