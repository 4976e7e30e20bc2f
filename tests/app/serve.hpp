#pragma once
/// `doorstroom serve` as it is started, and a client that says just what it is told to, right or
/// wrong.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "tests/app/program.hpp"

namespace doorstroom::testing {

using Json = nlohmann::json;

struct HttpAnswer {
  int status = 0;                              ///< 0: nothing came
  std::map<std::string, std::string> headers;  ///< names in small letters
  std::string body;                            ///< chunks put together

  Json json() const { return Json::parse(body); }
  /// Of an answer in lines.
  std::vector<Json> lines() const {
    std::vector<Json> all;
    std::istringstream text(body);
    for (std::string line; std::getline(text, line);)
      if (!line.empty()) all.push_back(Json::parse(line));
    return all;
  }
};

/// One connection.
class Connection {
 public:
  explicit Connection(unsigned short port)
      : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    open_ = connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  ~Connection() { close(socket_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  bool is_open() const { return open_; }
  /// @return whether all of it was taken
  bool send(std::string_view text) const {
    while (!text.empty()) {
      const ssize_t sent = ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      text.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }
  void end_sending() const { shutdown(socket_, SHUT_WR); }
  /// All until the other side closes, or a time without anything.
  std::string receive(seconds patience = seconds(30)) const {
    std::string text;
    char room[4096];
    pollfd ready{socket_, POLLIN, 0};
    const auto wait = static_cast<int>(milliseconds(patience * slower).count());
    while (poll(&ready, 1, wait) > 0) {
      const ssize_t got = recv(socket_, room, sizeof room, 0);
      if (got <= 0) break;
      text.append(room, static_cast<std::size_t>(got));
    }
    return text;
  }
  /// Until this has come. @return whether it has
  bool receive_until(std::string_view what, seconds patience = seconds(30)) {
    char room[4096];
    pollfd ready{socket_, POLLIN, 0};
    const auto wait = static_cast<int>(milliseconds(patience * slower).count());
    while (received_.find(what) == std::string::npos) {
      if (poll(&ready, 1, wait) <= 0) return false;
      const ssize_t got = recv(socket_, room, sizeof room, 0);
      if (got <= 0) return false;
      received_.append(room, static_cast<std::size_t>(got));
    }
    return true;
  }
  const std::string& received() const { return received_; }

 private:
  int socket_;
  bool open_ = false;
  std::string received_;
};

inline std::string without_chunks(std::string_view body) {
  std::string whole;
  while (!body.empty()) {
    const std::size_t end = body.find("\r\n");
    const std::size_t size = std::stoul(std::string(body.substr(0, end)), nullptr, 16);
    if (size == 0) break;
    whole += body.substr(end + 2, size);
    body.remove_prefix(std::min(body.size(), end + 2 + size + 2));
  }
  return whole;
}

inline HttpAnswer read_answer(const std::string& text) {
  HttpAnswer answer;
  const std::size_t end = text.find("\r\n\r\n");
  if (!text.starts_with("HTTP/1.") || end == std::string::npos) return answer;
  answer.status = std::stoi(text.substr(9, 3));
  std::istringstream head(text.substr(0, end));
  std::string line;
  std::getline(head, line);
  while (std::getline(head, line)) {
    if (line.ends_with('\r')) line.pop_back();
    const std::size_t colon = line.find(": ");
    std::string name = line.substr(0, colon);
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
    answer.headers[name] = line.substr(colon + 2);
  }
  const std::string body = text.substr(end + 4);
  answer.body = answer.headers["transfer-encoding"] == "chunked" ? without_chunks(body) : body;
  return answer;
}

/// A server that runs in a folder of its own, with a small scenario, region.yaml.
class ServeTest : public ::testing::Test {
 protected:
  void SetUp() override { fs::copy_file(minimal, scratch_ / "region.yaml"); }

  /// @param most_data  private memory of each of its processes [byte]
  void serve(Words more = {}, Words environment = {}, rlim_t most_data = RLIM_INFINITY) {
    Words words{"serve", "region.yaml", "--port", "0", "--replications", "20"};
    words.insert(words.end(), more.begin(), more.end());
    running_.emplace(Launch{.words = words,
                            .folder = scratch_.path(),
                            .environment = std::move(environment),
                            .most_data = most_data});
    ASSERT_TRUE(running_->wait_until([&] { return !link().empty(); })) << running_->err();
    const std::string found = link();
    const std::size_t colon = found.rfind(':');
    port_ = static_cast<unsigned short>(std::stoi(found.substr(colon + 1)));
    token_ = found.substr(found.find("#token=") + 7);
  }

  /// The link that was printed; empty: none yet.
  std::string link() const {
    const std::string out = running_->out();
    const std::size_t begin = out.find("http://127.0.0.1:");
    const std::size_t end = begin == std::string::npos ? begin : out.find('\n', begin);
    return end == std::string::npos ? "" : out.substr(begin, end - begin);
  }

  std::string host() const { return "127.0.0.1:" + std::to_string(port_); }

  /// @param headers  lines, beside Host and Content-Length
  std::string request_text(const std::string& method, const std::string& target,
                           const std::string& body = {}, const std::string& headers = {},
                           const std::string& named = {}) const {
    std::string text = method + " " + target +
                       " HTTP/1.1\r\nHost: " + (named.empty() ? host() : named) + "\r\n" + headers;
    if (!body.empty()) text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    return text + "\r\n" + body;
  }
  std::string token_line() const { return "Authorization: Bearer " + token_ + "\r\n"; }

  HttpAnswer tell(const std::string& text) const {
    const Connection connection(port_);
    connection.send(text);
    return read_answer(connection.receive());
  }
  HttpAnswer get(const std::string& target) const {
    return tell(request_text("GET", target, {}, token_line()));
  }
  HttpAnswer post(const std::string& target, const Json& body) const {
    return tell(request_text("POST", target, body.dump(), token_line()));
  }

  /// plan.yaml, an overlay with an intervention `extra` that makes places.
  /// @param timing  its lines besides `from`
  void write_plan(const std::string& timing = {}) const {
    scratch_.write("plan.yaml",
                   "doorstroom: 1\nextends: region.yaml\ninterventions:\n  extra:\n"
                   "    from: 2026-08-01\n" +
                       timing +
                       "    effects:\n      more: {change: arrangements.oza.places, add: 8}\n");
  }
  /// Variants of the scenario, as `compare` with so many replications as the server has tells them.
  Json compared(const Words& files) const {
    Words words{"compare", "region.yaml"};
    words.insert(words.end(), files.begin(), files.end());
    words.insert(words.end(), {"--replications", "20", "--json"});
    const Ended ended = doorstroom({.words = words, .folder = scratch_.path()});
    EXPECT_EQ(ended.code, 0) << ended.err;
    return ended.code == 0 ? Json::parse(ended.out)["variants"] : Json();
  }

  static Json variant(const std::string& places) {
    return {{"name", "More places"},
            {"extends", ""},
            {"sets", Json::array({Json{{"path", "arrangements.oza.places"}, {"value", places}}})}};
  }
  /// A variant as somebody typed it.
  static Json typed(const std::string& text) { return {{"name", "Typed"}, {"text", text}}; }
  /// What a run of many replications is asked with, which takes a while.
  static Json long_run() { return {{"variant", variant("30")}, {"replications", 1000}}; }

  /// All processes below the server: the zygote, jobs and their workers.
  std::vector<pid_t> processes_below() const {
    std::vector<pid_t> all = children_of(running_->process());
    for (std::size_t i = 0; i < all.size(); ++i)
      for (const pid_t child : children_of(all[i])) all.push_back(child);
    return all;
  }

  Scratch scratch_;
  std::optional<Running> running_;
  unsigned short port_ = 0;
  std::string token_;
};

}  // namespace doorstroom::testing
