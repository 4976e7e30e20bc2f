// Clients of the server that may not, or do not, do as the page does: each is told so with the
// status that says it, and the next good request is answered as before.

#include "tests/app/serve.hpp"

#include <gmock/gmock.h>

#include <deque>

namespace doorstroom::testing {
namespace {

using ::testing::HasSubstr;

class ServeHostile : public ServeTest {
 protected:
  /// Memory of the server itself, without its jobs [KiB].
  std::size_t memory() const {
    std::ifstream status("/proc/" + std::to_string(running_->process()) + "/status");
    for (std::string line; std::getline(status, line);)
      if (line.starts_with("VmRSS:")) return std::stoul(line.substr(6));
    return 0;
  }

  void expect_alive() const { EXPECT_EQ(get("/model").status, 200); }
};

TEST_F(ServeHostile, a_name_that_leads_here_from_elsewhere_is_refused) {
  serve();
  for (const char* name : {"evil.example", "evil.example:8080", "127.0.0.1", "localhost:1",
                           "127.0.0.1.evil.example", "[::1]:8080"})
    EXPECT_EQ(tell(request_text("GET", "/model", {}, token_line(), name)).status, 403) << name;
  EXPECT_EQ(tell(request_text("GET", "/", {}, "Host: evil.example\r\n")).status, 403)
      << "two names";
  EXPECT_EQ(tell("GET /model HTTP/1.1\r\n" + token_line() + "\r\n").status, 403) << "no name";
  EXPECT_EQ(
      tell(request_text("GET", "/model", {}, token_line(), "localhost:" + std::to_string(port_)))
          .status,
      200);
}

TEST_F(ServeHostile, who_has_no_token_gets_nothing_but_the_page) {
  serve();
  const HttpAnswer page = tell(request_text("GET", "/"));
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.body.find(token_), std::string::npos);
  for (const std::string& line :
       {std::string(), std::string("Authorization: Bearer \r\n"),
        "Authorization: " + token_ + "\r\n", "Authorization: Bearer " + token_.substr(1) + "\r\n",
        "Authorization: Bearer " + token_ + "0\r\n", "Cookie: token=" + token_ + "\r\n"})
    EXPECT_EQ(tell(request_text("GET", "/model", {}, line)).status, 401) << line;
  EXPECT_EQ(tell(request_text("GET", "/model?token=" + token_)).status, 401);
  EXPECT_EQ(tell(request_text("POST", "/run", "{}")).status, 401);
}

TEST_F(ServeHostile, another_page_may_not_ask_for_anything_that_is_done) {
  serve();
  const std::string body = Json{{"variant", variant("30")}, {"file", "x.yaml"}}.dump();
  for (const char* origin :
       {"https://evil.example", "null", "http://127.0.0.1", "http://localhost"})
    EXPECT_EQ(tell(request_text("POST", "/save", body, token_line() + "Origin: " + origin + "\r\n"))
                  .status,
              403)
        << origin;
  EXPECT_EQ(
      tell(request_text("POST", "/save", body, token_line() + "Origin: http://" + host() + "\r\n"))
          .status,
      200);
}

TEST_F(ServeHostile, headers_forbid_what_the_page_does_not_need) {
  serve();
  const HttpAnswer page = tell(request_text("GET", "/"));
  const std::string policy = page.headers.at("content-security-policy");
  for (const char* rule : {"default-src 'none'", "script-src 'self'", "connect-src 'self'",
                           "style-src 'nonce-", "frame-ancestors 'none'"})
    EXPECT_THAT(policy, HasSubstr(rule));
  EXPECT_EQ(policy.find("unsafe"), std::string::npos);
  const HttpAnswer model = get("/model");
  for (const HttpAnswer* answer : {&page, &model}) {
    EXPECT_EQ(answer->headers.at("x-content-type-options"), "nosniff");
    EXPECT_EQ(answer->headers.at("referrer-policy"), "no-referrer");
    EXPECT_EQ(answer->headers.at("cache-control"), "no-store");
    EXPECT_EQ(answer->headers.count("access-control-allow-origin"), 0U);
  }
}

TEST_F(ServeHostile, what_is_no_request_is_refused) {
  serve();
  EXPECT_EQ(tell("NONSENSE\r\n\r\n").status, 400);
  EXPECT_EQ(tell(std::string("\x16\x03\x01\x02\x00\x01\x00\x01", 8) + "\r\n\r\n").status, 400);
  EXPECT_EQ(get("/nothing").status, 404);
  EXPECT_EQ(get("/../../etc/passwd").status, 404);
  EXPECT_EQ(get("/%2e%2e/etc/passwd").status, 404);
  EXPECT_EQ(get("/run").status, 405);
  EXPECT_EQ(tell(request_text("DELETE", "/model", {}, token_line())).status, 405);
  EXPECT_EQ(
      tell(request_text("GET", "/model", {}, "X: " + std::string(20'000, 'x') + "\r\n")).status,
      431);
  EXPECT_EQ(get("/levers?extends=../region.yaml").status, 400);
  EXPECT_EQ(get("/levers?extends=%2Fetc%2Fpasswd").status, 400);
  for (const char* body :
       {"{", "[]", "{}", "null", "{\"variant\": 3}", "{\"variant\": {\"sets\": 7}}",
        "{\"variant\": {\"sets\": [7]}}", "{\"variant\": {\"name\": []}}",
        "{\"variant\": {}, \"replications\": -3}", "{\"variant\": {}, \"replications\": 1e99}"})
    EXPECT_EQ(tell(request_text("POST", "/run", body, token_line())).status, 400) << body;
  EXPECT_EQ(tell(request_text("POST", "/run", std::string(60'000, '['), token_line())).status, 400);
  expect_alive();
}

TEST_F(ServeHostile, a_body_of_a_hundred_megabytes_is_refused_unread) {
  serve();
  const std::size_t before = memory();
  {
    const Connection said(port_);
    said.send("POST /run HTTP/1.1\r\nHost: " + host() + "\r\n" + token_line() +
              "Content-Length: 104857600\r\n\r\n" + std::string(10'000, 'x'));
    EXPECT_EQ(read_answer(said.receive()).status, 413);
  }
  {
    const Connection unsaid(port_);
    unsaid.send("POST /run HTTP/1.1\r\nHost: " + host() + "\r\n" + token_line() +
                "Transfer-Encoding: chunked\r\n\r\n");
    const std::string chunk = "8000\r\n" + std::string(0x8000, 'x') + "\r\n";
    std::size_t sent = 0;
    while (sent < 100 << 20 && unsaid.send(chunk)) sent += chunk.size();
    EXPECT_LT(sent, 20U << 20);
    const HttpAnswer answer = read_answer(unsaid.receive());
    EXPECT_TRUE(answer.status == 413 || answer.status == 0) << answer.status;
  }
  EXPECT_LT(memory(), before + 4'000);
  expect_alive();
}

TEST_F(ServeHostile, clients_that_drip_keep_nobody_from_being_answered) {
  serve();
  std::deque<Connection> dripping;
  for (int i = 0; i < 8; ++i) {
    dripping.emplace_back(port_);
    dripping.back().send("GET /model HTTP/1.1\r\nHo");
  }
  expect_alive();
  for (const Connection& one : dripping) one.send("st");
  expect_alive();
}

TEST_F(ServeHostile, two_hundred_connections_are_told_or_answered) {
  serve();
  const std::size_t before = memory();
  {
    std::deque<Connection> idle;
    for (int i = 0; i < 200; ++i) idle.emplace_back(port_);
    const HttpAnswer answer = tell(request_text("GET", "/model?lang=en", {}, token_line()));
    EXPECT_EQ(answer.status, 503);
    EXPECT_THAT(answer.body, HasSubstr("too many connections"));
  }
  EXPECT_TRUE(running_->wait_until([&] { return get("/model").status == 200; }));
  EXPECT_LT(memory(), before + 20'000);
}

TEST_F(ServeHostile, a_client_that_closes_its_half_ends_its_run_and_nothing_else) {
  serve();
  Connection half(port_);
  half.send(request_text("POST", "/run", long_run().dump(), token_line()));
  ASSERT_TRUE(half.receive_until("\"begun\""));
  half.end_sending();
  half.receive();
  EXPECT_TRUE(running_->wait_until([&] { return processes_below().size() == 1; }));
  expect_alive();
}

TEST_F(ServeHostile, more_simulations_than_may_wait_are_turned_away) {
  serve();
  std::deque<Connection> asked;
  const std::string text = request_text("POST", "/run?lang=en", long_run().dump(), token_line());
  for (int i = 0; i < 40; ++i) {
    asked.emplace_back(port_);
    asked.back().send(text);
  }
  EXPECT_EQ(tell(text).status, 429);
  expect_alive();
  asked.clear();
  EXPECT_TRUE(running_->wait_until([&] { return processes_below().size() == 1; }));
  EXPECT_EQ(post("/run", {{"variant", variant("30")}}).lines().back()["kind"], "end");
}

TEST_F(ServeHostile, a_forged_header_makes_nobody_another_client_without_a_proxy) {
  serve({"--per-client", "2"});
  std::deque<Connection> asked;
  const auto ask = [&](int i) {
    asked.emplace_back(port_);
    asked.back().send(request_text("POST", "/run?lang=en", long_run().dump(),
                                   token_line() + fmt::format("X-Forwarded-For: 192.0.2.{}\r\n"
                                                              "Forwarded: for=192.0.2.{}\r\n",
                                                              i, i)));
  };
  for (int i = 0; i < 3; ++i) {
    ask(i);
    if (i < 2) {
      ASSERT_TRUE(asked.back().receive_until("\"begun\"")) << i;
    }
  }
  const HttpAnswer third = read_answer(asked.back().receive());
  EXPECT_EQ(third.status, 429);
  EXPECT_THAT(third.body, HasSubstr("of your simulations"));
  expect_alive();
  asked.clear();
  EXPECT_TRUE(running_->wait_until([&] { return processes_below().size() == 1; }));
  EXPECT_EQ(post("/run", {{"variant", variant("30")}}).lines().back()["kind"], "end")
      << "who has left has left room";
}

TEST_F(ServeHostile, behind_a_proxy_each_client_has_its_own_share_whatever_it_writes_before) {
  serve({"--per-client", "1", "--public-url", "https://region.example/doorstroom/"});
  std::deque<Connection> asked;
  const auto status = [&](const std::string& headers) {
    asked.emplace_back(port_);
    asked.back().send(request_text("POST", "/run?lang=en", long_run().dump(),
                                   token_line() + headers, "region.example"));
    if (!asked.back().receive_until("\r\n\r\n")) return 0;
    return read_answer(asked.back().received()).status;
  };
  EXPECT_EQ(status("X-Forwarded-For: 192.0.2.1\r\n"), 200);
  EXPECT_EQ(status("X-Forwarded-For: 192.0.2.1\r\n"), 429);
  EXPECT_EQ(status("X-Forwarded-For: 198.51.100.9, 192.0.2.1\r\n"), 429);
  EXPECT_EQ(status("X-Forwarded-For: 198.51.100.9\r\nX-Forwarded-For: 192.0.2.1\r\n"), 429);
  EXPECT_EQ(status("X-Forwarded-For: 192.0.2.2\r\n"), 200);
  asked.clear();
  EXPECT_TRUE(running_->wait_until([&] { return processes_below().size() == 1; }));
  EXPECT_EQ(status(""), 200) << "the proxy itself";
  EXPECT_EQ(status("X-Forwarded-For: nonsense\r\n"), 429) << "who is nobody is the proxy";
}

}  // namespace
}  // namespace doorstroom::testing
