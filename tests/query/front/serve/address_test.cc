// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: the value of --serve names a host and a port, and anything else is refused in one line.
#include "query/front/serve/address.h"

#include <gtest/gtest.h>

#include "common/base/error.h"

namespace timbao {
namespace {

TEST(ParseServeAddress, TakesHostsAndPorts) {
  const struct {
    std::string typed, expected;
  } kCases[] = {
      {"true", "127.0.0.1:8042"}, {":9000", "127.0.0.1:9000"},     {"9000", "127.0.0.1:9000"},
      {":0", "127.0.0.1:0"},      {"localhost", "localhost:8042"}, {"0.0.0.0:80", "0.0.0.0:80"},
      {"[::1]", "[::1]:8042"},    {"[::1]:65535", "[::1]:65535"},  {"may-chu.example:1", "may-chu.example:1"},
  };
  for (const auto& one : kCases)
    EXPECT_EQ(written(parse_serve_address({"serve", one.typed})), one.expected) << one.typed;
}

TEST(ParseServeAddress, RefusesEverythingElse) {
  for (const std::string typed : {"", ":", "a:", "a:b", "a:70000", ":-1", "[::1", "[::1]x", "::1", "a b", "http://a/",
                                  "a:1:2", "127.0.0.1:80 ", "99999999999999999999"})
    EXPECT_THROW(parse_serve_address({"serve", typed}), Error) << typed;
}

}  // namespace
}  // namespace timbao
