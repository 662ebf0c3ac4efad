// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: a client may ask often for a moment and at a steady pace for ever, one client does not slow another down, and
// what is remembered of clients is bounded.
#include "query/front/serve/rate_limit.h"

#include <gtest/gtest.h>

namespace timbao {
namespace {

int taken(RateLimit& limit, const std::string& address, int requests, double now_ms) {
  int count = 0;
  for (int i = 0; i < requests; ++i) count += limit.takes(address, now_ms) ? 1 : 0;
  return count;
}

TEST(RateLimit, TakesABurstAndThenASteadyPace) {
  RateLimit limit;
  EXPECT_EQ(taken(limit, "192.0.2.1", 1000, 0), RateLimit::kAtOnce);
  EXPECT_EQ(taken(limit, "192.0.2.1", 1000, 1000), RateLimit::kASecond);
  EXPECT_EQ(taken(limit, "192.0.2.1", 1000, 3'600'000), RateLimit::kAtOnce) << "patience is not saved up";
  EXPECT_EQ(taken(limit, "192.0.2.2", 10, 1000), 10) << "another client";
}

TEST(RateLimit, CountsANetworkOfIpv6AsOneClient) {
  RateLimit limit;
  EXPECT_EQ(taken(limit, "2001:db8:0:1::1", 1000, 0), RateLimit::kAtOnce);
  EXPECT_FALSE(limit.takes("2001:db8:0:1:ffff::2", 0));
  EXPECT_TRUE(limit.takes("2001:db8:0:2::1", 0));
}

TEST(RateLimit, ForgetsClientsWhereThereAreTooMany) {
  RateLimit limit;
  EXPECT_EQ(taken(limit, "192.0.2.1", 1000, 0), RateLimit::kAtOnce);
  for (std::size_t i = 0; i < RateLimit::kMostClients; ++i) EXPECT_TRUE(limit.takes("client " + std::to_string(i), 0));
  EXPECT_TRUE(limit.takes("192.0.2.1", 0));
}

}  // namespace
}  // namespace timbao
