// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: only who has the token is let in; given once in an address, it is kept in a cookie and vanishes from the
// address.
#include "query/front/serve/access_token.h"

#include <gtest/gtest.h>

#include <fstream>

#include "common/base/error.h"
#include "tests/temp_directory.h"

namespace timbao {
namespace {

const std::string kSecret = "0123456789abcdef";

Reply reply_to(const std::string& target, const std::vector<std::string>& cookies = {}) {
  HttpRequest request;
  for (const std::string& cookie : cookies) request.headers.push_back({"Cookie", cookie});
  return AccessToken(kSecret).refusal_of(request, *parse_target(target)).value_or(Reply{});
}

TEST(AccessToken, LetsInWhoHasTheCookie) {
  EXPECT_EQ(reply_to("/").status, 401);
  EXPECT_EQ(reply_to("/", {"timbao-token=" + kSecret}).status, 200);
  EXPECT_EQ(reply_to("/", {"a=b; timbao-token=" + kSecret + "; c=d"}).status, 200);
  EXPECT_EQ(reply_to("/", {"a=b", "timbao-token=x;timbao-token=" + kSecret}).status, 200);
  for (const std::string cookie : {"timbao-token=", "timbao-token=0123456789abcdeF", "timbao-token=0123456789abcde",
                                   "timbao-token=0123456789abcdef0", "x-timbao-token=0123456789abcdef", "timbao-token"})
    EXPECT_EQ(reply_to("/", {cookie}).status, 401) << cookie;
}

TEST(AccessToken, KeepsTheTokenOfAnAddressInACookie) {
  const Reply reply = reply_to("/article?id=a%20b&token=" + kSecret + "&q=d%C3%A2n");
  EXPECT_EQ(reply.status, 303);
  ASSERT_EQ(reply.headers.size(), 2U);
  EXPECT_EQ(reply.headers[0].value, "/article?id=a%20b&q=d%C3%A2n");
  EXPECT_EQ(reply.headers[1].value, "timbao-token=" + kSecret + "; Path=/; HttpOnly; SameSite=Strict");
  EXPECT_EQ(reply_to("/?token=wrong-wrong-wrong").status, 401);
  EXPECT_EQ(reply_to("/?token=wrong-wrong-wrong", {"timbao-token=" + kSecret}).status, 401);
}

TEST(AccessToken, RedirectsToThisServerAlone) {
  EXPECT_EQ(reply_to("//evil.example/?token=" + kSecret).headers.at(0).value, "/")
      << "a path that begins with // would be another host";
}

TEST(EqualInConstantTime, IsEquality) {
  for (const std::string a : {"", "a", "ab", "abab"})
    for (const std::string b : {"", "a", "ab", "abab", "b"})
      EXPECT_EQ(equal_in_constant_time(a, b), a == b) << a << " " << b;
}

TEST(ReadAccessToken, TakesAFileOfOneLine) {
  const test::TempDirectory directory;
  const std::string path = directory / "token";
  const auto is_taken = [&](const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
    try {
      read_access_token(path);
      return true;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::usage);
      return false;
    }
  };
  for (const std::string& text : {kSecret, kSecret + "\n", kSecret + "\r\n", std::string(1024, 'a') + "\n"})
    EXPECT_TRUE(is_taken(text));
  for (const std::string& text :
       {std::string(), std::string("short\n"), kSecret + "\n" + kSecret, kSecret + " x", kSecret + ";",
        std::string("mật khẩu mật khẩu"), std::string(1025, 'a'), std::string(100'000, 'a')})
    EXPECT_FALSE(is_taken(text)) << text.substr(0, 40);
  EXPECT_THROW(read_access_token(directory / "missing"), Error);
}

}  // namespace
}  // namespace timbao
