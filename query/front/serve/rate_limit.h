// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>

namespace timbao {

/// How often an address may ask: so many requests at once, and so many a second on average.
///
///   RateLimit limit;
///   if (!limit.takes("192.0.2.7", now_ms)) return error_reply(429, …);
///
/// An address of IPv6 counts with its 64 bits of the network, since a client has all others of it.
///
/// Errors   none. It remembers at most kMostClients addresses, and forgets all of them where there are more.
/// Source   a token bucket a client. Covered by rate_limit_test.
/// Threads  one thread at a time.
class RateLimit {
 public:
  static constexpr double kAtOnce = 200, kASecond = 50;
  static constexpr std::size_t kMostClients = 10'000;

  /// Whether a request of an address, in digits, may be answered now.
  ///
  /// Takes    milliseconds of a clock that never goes back.
  bool takes(const std::string& address, double now_ms);

 private:
  struct Client {
    double left = kAtOnce;
    double last_ms = 0;
  };
  std::unordered_map<std::string, Client> clients_;
};

}  // namespace timbao
