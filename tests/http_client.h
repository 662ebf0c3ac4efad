// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "common/base/ascii_text.h"

namespace timbao::test {

/// A reply as a client sees it. Status 0: the connection was closed before a whole head came.
struct HttpReply {
  int status = 0;
  std::map<std::string, std::string> headers;  ///< by their names in lower case
  std::string body;                            ///< chunks are joined
  bool is_whole = false;                       ///< the body has the length that the head says
};

/// A connection to a server on this machine, by bare sockets: it sends what no proper client would.
///
///   HttpClient client(port);
///   client.send("GET / HTTP/1.1\r\nHost: localhost:8042\r\n\r\n");
///   client.read_reply().status
class HttpClient {
 public:
  explicit HttpClient(std::uint16_t port) : port_(port), socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    is_open_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  ~HttpClient() { ::close(socket_); }
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  /// Sends bytes, as far as the server takes them.
  void send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }

  void get(const std::string& target, const std::string& headers = {}, const std::string& method = "GET") {
    send(method + " " + target + " HTTP/1.1\r\nHost: localhost:" + std::to_string(port_) + "\r\n" + headers + "\r\n");
  }

  /// The next reply. Of one to HEAD, which has no body, `without_body` is true.
  HttpReply read_reply(bool without_body = false) {
    HttpReply reply;
    if (!read_to("\r\n\r\n")) return reply;
    read_head(take_to("\r\n\r\n"), reply);
    reply.is_whole = true;
    if (without_body) return reply;
    if (reply.headers.count("content-length") > 0)
      reply.is_whole = read_sized(std::stoul(reply.headers["content-length"]), reply.body);
    else if (reply.headers.count("transfer-encoding") > 0)
      reply.is_whole = read_chunks(reply.body);
    else
      while (read_more()) {
      }
    if (reply.body.empty() && reply.headers.count("content-length") + reply.headers.count("transfer-encoding") == 0)
      reply.body.swap(read_);
    return reply;
  }

  /// Whether the server closes the connection, within a time.
  bool is_closed_within(std::chrono::milliseconds longest) {
    const auto end = std::chrono::steady_clock::now() + longest;
    while (std::chrono::steady_clock::now() < end)
      if (!read_more(100) && is_at_end_) return true;
    return false;
  }

  /// Says that nothing more is sent.
  void end_sending() const { ::shutdown(socket_, SHUT_WR); }

 private:
  static void read_head(const std::string& head, HttpReply& reply) {
    std::size_t at = head.find(' ');
    reply.status = at == std::string::npos ? 0 : std::atoi(head.c_str() + at + 1);
    while ((at = head.find("\r\n", at)) != std::string::npos) {
      at += 2;
      const std::size_t colon = head.find(": ", at);
      if (colon == std::string::npos) return;
      reply.headers[ascii_lower(head.substr(at, colon - at))] =
          head.substr(colon + 2, head.find("\r\n", colon) - colon - 2);
    }
  }

  bool read_more(int wait_ms = 20'000) {
    pollfd polled{socket_, POLLIN, 0};
    if (is_at_end_ || ::poll(&polled, 1, wait_ms) <= 0) return false;
    std::array<char, 65'536> bytes{};
    const ssize_t got = ::recv(socket_, bytes.data(), bytes.size(), 0);
    is_at_end_ = got <= 0;
    if (!is_at_end_) read_.append(bytes.data(), static_cast<std::size_t>(got));
    return !is_at_end_;
  }

  bool read_to(std::string_view end) {
    while (read_.find(end) == std::string::npos)
      if (!read_more()) return false;
    return true;
  }

  /// Takes what was read, up to a mark and with it.
  std::string take_to(std::string_view end) {
    const std::size_t size = read_.find(end) + end.size();
    std::string taken = read_.substr(0, size);
    read_.erase(0, size);
    return taken;
  }

  bool read_sized(std::size_t bytes, std::string& body) {
    while (read_.size() < bytes)
      if (!read_more()) break;
    const std::size_t taken = std::min(bytes, read_.size());
    body += read_.substr(0, taken);
    read_.erase(0, taken);
    return taken == bytes;
  }

  bool read_chunks(std::string& body) {
    for (;;) {
      if (!read_to("\r\n")) return false;
      const std::size_t bytes = std::stoul(take_to("\r\n"), nullptr, 16);
      if (!read_sized(bytes, body) || !read_to("\r\n")) return false;
      take_to("\r\n");
      if (bytes == 0) return true;
    }
  }

  std::uint16_t port_;
  int socket_;
  bool is_open_ = false, is_at_end_ = false;
  std::string read_;
};

/// One request on a connection of its own.
inline HttpReply get(std::uint16_t port, const std::string& target, const std::string& headers = {}) {
  HttpClient client(port);
  client.get(target, headers);
  return client.read_reply();
}

}  // namespace timbao::test
