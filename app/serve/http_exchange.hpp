#pragma once
/// One connection, from its request to its end. Whatever is answered whole is answered here;
/// what a job answers, in http_session.cpp.

#include <array>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "app/serve/admission.hpp"
#include "app/serve/http_session.hpp"
#include "app/serve/routes.hpp"
#include "models/messages/message.hpp"

namespace doorstroom {

/// How long a client may take to read an answer, or a part of one that grows.
inline constexpr std::chrono::seconds to_be_read{60};

class HttpExchange : public std::enable_shared_from_this<HttpExchange> {
 public:
  HttpExchange(boost::asio::ip::tcp::socket socket, HttpShared& shared);
  virtual ~HttpExchange();
  HttpExchange(const HttpExchange&) = delete;
  HttpExchange& operator=(const HttpExchange&) = delete;

  /// Reads the request, and answers it.
  void begin();
  /// Answers that there are too many connections.
  void turn_away();

 protected:
  using Request = boost::beast::http::request<boost::beast::http::string_body>;

  /// A question has come that a job is to answer.
  virtual void ask() = 0;

  const Request& request() const { return parser_.get(); }
  const HttpRoute& route() const { return *route_; }
  std::string_view query() const { return query_; }
  /// Who asks (client_limits.hpp).
  std::string client() const;
  /// 10 or 11, as it was asked with.
  unsigned version() const { return request().version() < 11 ? 10 : 11; }
  Language language() const { return language_; }
  HttpShared& shared() { return shared_; }
  boost::beast::tcp_stream& stream() { return stream_; }
  /// For what is read while nothing is answered yet.
  std::array<char, 16'384>& room() { return room_; }

  /// Answers, and ends the connection.
  void respond(int status, std::string_view type, std::string body);
  void refuse(int status, const LocalizedText& why);
  /// Ends our side, and lets what is on its way arrive: who still sends would else not see the
  /// answer.
  void finish();

 private:
  std::string_view header(boost::beast::http::field name) const;
  RequestHead head() const;
  void on_header();
  void on_request();
  void choose_language();
  void refuse_unread(const boost::system::error_code& error);
  void send_page();
  void send_whole();
  void drain();

  boost::beast::tcp_stream stream_;
  HttpShared& shared_;
  Language language_;
  boost::beast::flat_buffer buffer_;
  boost::beast::http::request_parser<boost::beast::http::string_body> parser_;
  std::string_view path_;
  std::string_view query_;
  const HttpRoute* route_ = nullptr;
  boost::beast::http::response<boost::beast::http::string_body> whole_;
  std::array<char, 16'384> room_{};
  std::size_t drained_ = 0;  ///< read after the answer [byte]
};

}  // namespace doorstroom
