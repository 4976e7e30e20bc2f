#include "app/serve/admission.hpp"

#include <gmock/gmock.h>

namespace doorstroom {
namespace {

const std::string token = "0123456789abcdef";
const std::string bearer = "Bearer " + token;

Access local() {
  return Access(8080, std::nullopt, token);
}
Access behind_proxy() {
  return Access(8080, read_public_url("https://Region.Example/doorstroom"), token);
}

/// The status with which a request is refused; 0: it is not.
int status_of(const RequestHead& head, const Access& access = local()) {
  const auto refusal = refusal_of(head, access);
  return refusal ? refusal->status : 0;
}

RequestHead asking(std::string_view method, std::string_view path) {
  return {.method = method, .path = path, .host = "127.0.0.1:8080", .authorization = bearer};
}

TEST(Admission, the_page_needs_no_token_and_all_else_does) {
  for (const char* path : {"/", "/what-if.js"}) {
    RequestHead head = asking("GET", path);
    head.authorization = {};
    EXPECT_EQ(status_of(head), 0) << path;
  }
  for (const auto& [method, path] :
       std::vector<std::pair<const char*, const char*>>{{"GET", "/model"},
                                                        {"GET", "/levers"},
                                                        {"POST", "/run"},
                                                        {"POST", "/save"},
                                                        {"POST", "/report"}}) {
    RequestHead head = asking(method, path);
    EXPECT_EQ(status_of(head), 0) << path;
    for (const std::string& wrong :
         {std::string(), token, "Basic " + token, "Bearer " + token + " ", "bearer " + token}) {
      head.authorization = wrong;
      EXPECT_EQ(status_of(head), 401) << path << wrong;
    }
  }
}

TEST(Admission, a_name_is_asked_for_before_all_else) {
  RequestHead head = asking("GET", "/nowhere");
  EXPECT_EQ(status_of(head), 404);
  for (const char* host :
       {"", "127.0.0.1", "127.0.0.1:80", "LOCALHOST:8080", "evil.example:8080"}) {
    head.host = host;
    EXPECT_EQ(status_of(head), 403) << host;
  }
}

TEST(Admission, a_proxy_adds_one_name_and_one_origin) {
  RequestHead head = asking("POST", "/save");
  head.host = "region.example";
  head.origin = "https://region.example";
  EXPECT_EQ(status_of(head), 403);
  EXPECT_EQ(status_of(head, behind_proxy()), 0);
  for (const char* origin : {"http://region.example", "https://region.example:8443", "null",
                             "https://region.example.evil.example"}) {
    head.origin = origin;
    EXPECT_EQ(status_of(head, behind_proxy()), 403) << origin;
  }
  head.origin = "http://localhost:8080";
  EXPECT_EQ(status_of(head, behind_proxy()), 0);
}

TEST(Admission, a_public_address_is_taken_apart) {
  EXPECT_EQ(read_public_url("https://a.example").whole, "https://a.example/");
  EXPECT_EQ(read_public_url("https://a.example:443/x").host, "a.example");
  EXPECT_EQ(read_public_url("http://a.example:8443/x/").origin, "http://a.example:8443");
  EXPECT_EQ(behind_proxy().public_link(), "https://region.example/doorstroom/#token=" + token);
  for (const char* text : {"", "a.example", "ftp://a.example", "https://", "https://a.example/?x",
                           "https://a.example/#x", "https://user@a.example", "https://a.example/\n",
                           "javascript:alert(1)", "https://a.example/\"><script>"})
    EXPECT_THROW(read_public_url(text), InputError) << text;
}

TEST(Admission, tokens_differ_and_are_long) {
  EXPECT_EQ(new_token().size(), 48U);
  EXPECT_NE(new_token(), new_token());
}

}  // namespace
}  // namespace doorstroom
