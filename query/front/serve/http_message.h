// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/json.h"

namespace timbao {

/// The statuses that replies have beside 200, by their meaning in RFC 9110.
namespace http_status {
inline constexpr int kSeeOther = 303, kBadRequest = 400, kUnauthorized = 401, kForbidden = 403, kNotFound = 404,
                     kNoMethod = 405, kTooLarge = 413, kTargetTooLong = 414, kMisdirected = 421, kTooMany = 429,
                     kHeadTooLarge = 431, kFailed = 500, kUnavailable = 503, kNoVersion = 505;
}  // namespace http_status

/// A line of the head of a request or a reply: {"Host", "localhost:8042"}.
struct HttpHeader {
  std::string name, value;
};

/// What a request wants: only these two are answered. A reply to `head` is that of `get` without its body.
enum class HttpMethod : std::uint8_t { get, head };

/// The head of a request, read; no request that is answered has a body.
///
///   HttpRequest{HttpMethod::get, "/api/search?q=dang", {{"Host", "localhost:8042"}}, "127.0.0.1"}
struct HttpRequest {
  HttpMethod method = HttpMethod::get;
  std::string target;               ///< as it was sent: path, "?" and parameters
  std::vector<HttpHeader> headers;  ///< as they were sent
  std::string client;               ///< the address that it came from, without the port
};

/// The values that a request has for a header, in their order.
///
///   values_of(request, "host")     {"localhost:8042"}
///
/// Takes    the name in lower case; names of the request may be written in any case.
/// Errors   none.
std::vector<std::string_view> values_of(const HttpRequest& request, std::string_view name);

/// What is answered, but for what every reply has: its length, its date, and the headers that keep a browser safe.
///
///   Reply{200, "text/plain; charset=utf-8", {}, "ok\n"}
struct Reply {
  int status = 200;
  std::string type = "application/json; charset=utf-8";
  std::vector<HttpHeader> headers = {};
  std::string body = {};
};

/// How the body of a reply is sent, and whether another request may follow on the connection.
enum class BodyLength : std::uint8_t {
  known,    ///< Content-Length
  chunked,  ///< chunks, each with its length
  to_end,   ///< until the connection is closed: for clients of HTTP/1.0
};
enum class Connected : std::uint8_t { keep, close };

/// The head of a reply as it is sent, with its last empty line.
///
///   head_text(reply, BodyLength::known, Connected::keep)     "HTTP/1.1 200 OK\r\nContent-Type: …\r\n…\r\n\r\n"
///
/// Takes    a reply whose headers hold no line ends.
/// Returns  also the headers that every reply has: docs/serve.md, "Safety".
/// Errors   none.
/// Source   RFC 9112. Covered by http_message_test.
std::string head_text(const Reply& reply, BodyLength length, Connected connected);

/// An object as one line of JSON.
///
///   json_reply({{"articles", 7}}).body == "{\"articles\":7}\n"
///
/// Errors   none.
Reply json_reply(const Json& object);

/// An error as every endpoint gives it: {"error":{"status":404,"message":"there is no such page"}}.
///
/// Takes    the status, and one sentence.
/// Errors   none.
Reply error_reply(int status, std::string_view message);

}  // namespace timbao
