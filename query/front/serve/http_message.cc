// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/serve/http_message.h"

#include <algorithm>
#include <array>

#include "common/base/ascii_text.h"
#include "common/base/error.h"

namespace timbao {
namespace {

struct StatusRow {
  int status;
  std::string_view reason;
};
constexpr std::array<StatusRow, 17> kStatuses{{
    {200, "OK"},
    {303, "See Other"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {421, "Misdirected Request"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
}};

/// What every reply has. Scripts, styles and requests of a page come from the server itself alone, and no other page
/// may show it in a frame or read what it answers.
constexpr std::string_view kSafety =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cache-Control: no-store\r\n";

std::string_view reason_of(int status) {
  const auto row =
      std::find_if(kStatuses.begin(), kStatuses.end(), [&](const auto& each) { return each.status == status; });
  return row == kStatuses.end() ? std::string_view("Other") : row->reason;
}

std::string length_line(BodyLength length, std::size_t bytes) {
  if (length == BodyLength::chunked) return "Transfer-Encoding: chunked\r\n";
  return length == BodyLength::to_end ? "" : "Content-Length: " + std::to_string(bytes) + "\r\n";
}

}  // namespace

std::vector<std::string_view> values_of(const HttpRequest& request, std::string_view name) {
  std::vector<std::string_view> values;
  for (const HttpHeader& header : request.headers)
    if (ascii_lower(header.name) == name) values.emplace_back(header.value);
  return values;
}

std::string head_text(const Reply& reply, BodyLength length, Connected connected) {
  std::string text = "HTTP/1.1 " + std::to_string(reply.status) + ' ' + std::string(reason_of(reply.status)) + "\r\n";
  text += "Content-Type: " + reply.type + "\r\n" + length_line(length, reply.body.size());
  text += connected == Connected::keep ? "Connection: keep-alive\r\n" : "Connection: close\r\n";
  text += kSafety;
  for (const HttpHeader& header : reply.headers) text += header.name + ": " + header.value + "\r\n";
  return text + "\r\n";
}

Reply json_reply(const Json& object) {
  Reply reply;
  reply.body = to_line(object) + "\n";
  return reply;
}

Reply error_reply(int status, std::string_view message) {
  Reply reply = json_reply({{"error", {{"status", status}, {"message", on_one_line(message)}}}});
  reply.status = status;
  return reply;
}

}  // namespace timbao
