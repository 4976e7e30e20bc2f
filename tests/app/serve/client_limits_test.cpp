#include "app/serve/client_limits.hpp"

#include <gmock/gmock.h>

namespace doorstroom {
namespace {

TEST(ClientLimits, a_client_is_its_peer_where_no_proxy_is_trusted) {
  EXPECT_EQ(client_name("192.0.2.7", std::nullopt), "192.0.2.7");
  EXPECT_EQ(client_name("", std::nullopt), "");
}

TEST(ClientLimits, behind_a_proxy_the_last_address_counts_and_what_is_none_does_not) {
  EXPECT_EQ(client_name("127.0.0.1", "198.51.100.1, 192.0.2.7"), "192.0.2.7");
  EXPECT_EQ(client_name("127.0.0.1", " 192.0.2.7 "), "192.0.2.7");
  for (const char* none : {"", ",", "192.0.2.7,", "192.0.2.7, unknown", "1.2.3", "a\0b",
                           "localhost", "192.0.2.7 198.51.100.1"})
    EXPECT_EQ(client_name("127.0.0.1", none), "127.0.0.1") << none;
  EXPECT_EQ(client_name("127.0.0.1", std::string(60'000, ',')), "127.0.0.1");
}

TEST(ClientLimits, one_network_of_ipv6_is_one_client) {
  EXPECT_EQ(client_name("::1", "2001:db8:1:2:3:4:5:6"), client_name("::1", "2001:db8:1:2::1"));
  EXPECT_NE(client_name("::1", "2001:db8:1:2::1"), client_name("::1", "2001:db8:1:3::1"));
  EXPECT_EQ(client_name("::1", "::ffff:192.0.2.7"), "192.0.2.7");
}

TEST(ClientLimits, each_client_has_so_many_and_no_more) {
  ClientLimits limits(2);
  EXPECT_TRUE(limits.enter("a"));
  EXPECT_TRUE(limits.enter("a"));
  EXPECT_FALSE(limits.enter("a"));
  EXPECT_TRUE(limits.enter("b"));
  limits.leave("a");
  EXPECT_TRUE(limits.enter("a"));
  EXPECT_FALSE(limits.enter("a"));
  ClientLimits none(std::nullopt);
  for (int i = 0; i < 100; ++i) EXPECT_TRUE(none.enter("a"));
}

}  // namespace
}  // namespace doorstroom
