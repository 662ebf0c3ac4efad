// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: a server answers only requests that call it by its own names and come from its own pages.
#include "query/front/serve/host_check.h"

#include <gtest/gtest.h>

namespace timbao {
namespace {

int status_of(const HostCheck& check, const std::string& target, std::vector<HttpHeader> headers) {
  HttpRequest request;
  request.target = target;
  request.headers = std::move(headers);
  const std::optional<Reply> refusal = check.refusal_of(request, *parse_target(target));
  return refusal ? refusal->status : 200;
}

TEST(HostCheck, AllowsTheServersOwnNames) {
  const HostCheck check({"127.0.0.1", 8042}, "Archive");
  for (const char* host :
       {"127.0.0.1:8042", "localhost:8042", "LOCALHOST:8042", "[::1]:8042", "archive:8042", "127.0.0.2:8042"})
    EXPECT_TRUE(check.allows(host)) << host;
  for (const char* host : {"", "localhost", "localhost:8043", "evil.example:8042", "evil.example",
                           "localhost.evil.example:8042", "192.0.2.1:8042", "localhost:80428042", "a@localhost:8042",
                           "[localhost]:8042", "::1:8042", "127.0.0.1.evil.example:8042", "[::1].evil:8042"})
    EXPECT_FALSE(check.allows(host)) << host;
}

TEST(HostCheck, LeavesOutTheUsualPort) {
  const HostCheck check({"127.0.0.1", 80}, "127.0.0.1");
  EXPECT_TRUE(check.allows("localhost"));
  EXPECT_TRUE(check.allows("localhost:80"));
  EXPECT_FALSE(check.allows("localhost:8042"));
}

TEST(HostCheck, AllowsAnyAddressInDigitsWhereEveryOneIsListenedTo) {
  const HostCheck check({"0.0.0.0", 8042}, "0.0.0.0");
  EXPECT_TRUE(check.allows("192.0.2.1:8042"));
  EXPECT_TRUE(check.allows("[2001:db8::1]:8042"));
  EXPECT_FALSE(check.allows("evil.example:8042"));
}

TEST(HostCheck, RefusesRequestsFromElsewhere) {
  const HostCheck check({"127.0.0.1", 8042}, "127.0.0.1");
  const HttpHeader host{"Host", "localhost:8042"};
  EXPECT_EQ(status_of(check, "/", {host}), 200);
  EXPECT_EQ(status_of(check, "/", {}), 400);
  EXPECT_EQ(status_of(check, "/", {host, host}), 400);
  EXPECT_EQ(status_of(check, "/", {{"Host", "evil.example:8042"}}), 421);
  EXPECT_EQ(status_of(check, "/api/search", {host, {"Origin", "http://localhost:8042"}}), 200);
  EXPECT_EQ(status_of(check, "/api/search", {host, {"Origin", "http://127.0.0.1:8042"}}), 403);
  EXPECT_EQ(status_of(check, "/api/search", {host, {"Origin", "null"}}), 403);
  EXPECT_EQ(status_of(check, "/api/search", {host, {"Sec-Fetch-Site", "same-origin"}}), 200);
  EXPECT_EQ(status_of(check, "/api/search", {host, {"Sec-Fetch-Site", "none"}}), 200);
  EXPECT_EQ(status_of(check, "/api/search", {host, {"Sec-Fetch-Site", "cross-site"}}), 403);
  EXPECT_EQ(status_of(check, "/api/search", {host, {"Sec-Fetch-Site", "same-site"}}), 403);
  EXPECT_EQ(status_of(check, "/article", {host, {"Sec-Fetch-Site", "cross-site"}}), 200)
      << "links from elsewhere open the page";
}

TEST(IsLoopback, KnowsTheMachineItself) {
  for (const char* address : {"127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"})
    EXPECT_TRUE(is_loopback(address)) << address;
  for (const char* address : {"", "0.0.0.0", "::", "192.0.2.1", "127.evil.example", "::2"})
    EXPECT_FALSE(is_loopback(address)) << address;
}

}  // namespace
}  // namespace timbao
