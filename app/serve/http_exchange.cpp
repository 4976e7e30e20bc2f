#include "app/serve/http_exchange.hpp"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "app/serve/http_response.hpp"

namespace doorstroom {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::seconds;

constexpr std::uint32_t largest_header = 16'384;  ///< [byte]
constexpr std::uint64_t largest_body = 65'536;    ///< [byte]
constexpr seconds to_arrive{10};                  ///< for a whole request, however slowly it drips
constexpr seconds to_linger{2};  ///< for what is still on its way when we have answered

}  // namespace

HttpExchange::HttpExchange(tcp::socket socket, HttpShared& shared)
    : stream_(std::move(socket)),
      shared_(shared),
      language_(shared.setup.language),
      buffer_(largest_header + largest_body) {
  ++shared_.connections;
  parser_.header_limit(largest_header);
  parser_.body_limit(largest_body);
}

HttpExchange::~HttpExchange() {
  --shared_.connections;
}

void HttpExchange::begin() {
  stream_.expires_after(to_arrive);
  http::async_read_header(stream_, buffer_, parser_,
                          [self = shared_from_this()](const error_code& error, std::size_t) {
                            if (error) return self->refuse_unread(error);
                            self->on_header();
                          });
}

void HttpExchange::turn_away() {
  refuse(503, message("too many connections are open\n  close some tabs, and try again"));
}

std::string_view HttpExchange::header(http::field name) const {
  const auto value = request()[name];
  return {value.data(), value.size()};
}

std::string HttpExchange::client() const {
  error_code unknown;
  const auto peer = stream_.socket().remote_endpoint(unknown);
  const std::string address = unknown ? "" : peer.address().to_string();
  std::optional<std::string_view> forwarded;
  if (shared_.setup.access.is_behind_proxy()) {
    constexpr auto name = "X-Forwarded-For";  // a proxy writes behind what it was told, if at all
    const auto told = request().equal_range(name);
    for (auto each = told.first; each != told.second; ++each)
      forwarded = std::string_view(each->value().data(), each->value().size());
  }
  return client_name(address, forwarded);
}

void HttpExchange::on_header() {
  const auto target = request().target();
  const std::string_view whole(target.data(), target.size());
  path_ = whole.substr(0, whole.find('?'));
  query_ = whole.substr(std::min(whole.size(), path_.size() + 1));
  choose_language();
  route_ = route_of(path_);
  if (const auto refusal = refusal_of(head(), shared_.setup.access))
    return refuse(refusal->status, refusal->why);
  if (request().method() == http::verb::get) return on_request();
  http::async_read(stream_, buffer_, parser_,
                   [self = shared_from_this()](const error_code& error, std::size_t) {
                     if (error) return self->refuse_unread(error);
                     self->on_request();
                   });
}

void HttpExchange::choose_language() {
  const auto fields = query_fields(query_);
  const auto named = fields.find("lang");
  const std::string_view accepted = header(http::field::accept_language).substr(0, 2);
  const std::string_view code = named != fields.end() ? std::string_view(named->second) : accepted;
  language_ = Language::of_code(code).value_or(shared_.setup.language);
}

RequestHead HttpExchange::head() const {
  const auto method = request().method_string();
  const auto hosts = request().equal_range(http::field::host);
  RequestHead head{.method = {method.data(), method.size()},
                   .path = path_,
                   .host = {},
                   .authorization = header(http::field::authorization)};
  if (std::distance(hosts.first, hosts.second) == 1) head.host = header(http::field::host);
  if (request().find(http::field::origin) != request().end())
    head.origin = header(http::field::origin);
  return head;
}

void HttpExchange::refuse_unread(const error_code& error) {
  if (error == http::error::header_limit)
    refuse(431, message("the request is too long"));
  else if (error == http::error::body_limit)
    refuse(413, message("a request is at most {0} KiB", largest_body / 1024));
  else if (error.category() == make_error_code(http::error::bad_method).category() &&
           error != http::error::end_of_stream && error != http::error::partial_message)
    refuse(400, message("this is no request that a server understands"));
  // else nobody is there, or it took too long
}

void HttpExchange::on_request() {
  switch (route_->kind) {
    case RouteKind::page:
      return send_page();
    case RouteKind::script:
      return respond(200, script_response, shared_.setup.script);
    case RouteKind::question:
      return ask();
  }
}

void HttpExchange::send_page() {
  const std::string nonce = new_token();
  whole_ = whole_response(200, html_response, shared_.setup.page(language_, nonce));
  begin_response(whole_, html_response, nonce);
  send_whole();
}

void HttpExchange::respond(int status, std::string_view type, std::string body) {
  whole_ = whole_response(status, type, std::move(body),
                          route_ == nullptr ? std::string_view() : route_->method);
  send_whole();
}

void HttpExchange::refuse(int status, const LocalizedText& why) {
  const nlohmann::json error{{"error", why.in(language_)}};
  respond(status, json_response,
          error.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

void HttpExchange::send_whole() {
  whole_.version(version());
  whole_.keep_alive(false);
  whole_.prepare_payload();
  stream_.expires_after(to_be_read);
  http::async_write(stream_, whole_,
                    [self = shared_from_this()](const error_code& error, std::size_t) {
                      if (!error) self->finish();
                    });
}

void HttpExchange::finish() {
  error_code ignored;
  ignored = stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
  stream_.expires_after(to_linger);
  drain();
}

void HttpExchange::drain() {
  stream_.async_read_some(asio::buffer(room_),
                          [self = shared_from_this()](const error_code& error, std::size_t got) {
                            self->drained_ += got;
                            constexpr std::size_t enough = std::size_t{1} << 20;
                            if (!error && self->drained_ < enough) self->drain();
                          });
}

}  // namespace doorstroom
