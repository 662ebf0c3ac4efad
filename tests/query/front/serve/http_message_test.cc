// SPDX-License-Identifier: GPL-2.0-or-later
// Claims: every reply tells its length and carries the headers that keep a browser safe.
#include "query/front/serve/http_message.h"

#include <gtest/gtest.h>

namespace timbao {
namespace {

TEST(HeadText, SaysWhatTheReplyIs) {
  const Reply reply{200, "text/plain", {{"Allow", "GET"}}, "ok"};
  const std::string text = head_text(reply, BodyLength::known, Connected::keep);
  EXPECT_EQ(text.find("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nConnection: keep-alive\r\n"),
            0U);
  EXPECT_NE(text.find("\r\nAllow: GET\r\n\r\n"), std::string::npos);
  EXPECT_NE(head_text(reply, BodyLength::chunked, Connected::keep).find("\r\nTransfer-Encoding: chunked\r\n"),
            std::string::npos);
  const std::string to_end = head_text(reply, BodyLength::to_end, Connected::close);
  EXPECT_EQ(to_end.find("Content-Length"), std::string::npos);
  EXPECT_NE(to_end.find("\r\nConnection: close\r\n"), std::string::npos);
}

TEST(HeadText, KeepsABrowserSafe) {
  for (const int status : {200, 303, 400, 404, 503}) {
    const std::string text = head_text({status}, BodyLength::known, Connected::close);
    for (const std::string line : {"Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "
                                   "img-src 'self' data:; connect-src "
                                   "'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
                                   "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer"})
      EXPECT_NE(text.find("\r\n" + line + "\r\n"), std::string::npos) << status;
  }
}

TEST(ErrorReply, IsOneLineOfJson) {
  EXPECT_EQ(error_reply(404, "there is\nno \"page\"\u2028").body,
            "{\"error\":{\"status\":404,\"message\":\"there is no \\\"page\\\" \"}}\n");
}

TEST(ValuesOf, FindsHeadersWhateverTheirCase) {
  HttpRequest request;
  request.headers = {{"HOST", "a"}, {"X", "b"}, {"host", "c"}};
  EXPECT_EQ(values_of(request, "host"), (std::vector<std::string_view>{"a", "c"}));
}

}  // namespace
}  // namespace timbao
