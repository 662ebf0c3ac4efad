// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/front/serve/rate_limit.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace timbao {
namespace {

constexpr double kMillisecondsASecond = 1000;
constexpr std::size_t kNetworkBytes = 8;

/// What of an address stands for its client.
std::string client_of(const std::string& address) {
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  if (::inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) return address;
  return {bytes.begin(), bytes.begin() + kNetworkBytes};
}

}  // namespace

bool RateLimit::takes(const std::string& address, double now_ms) {
  if (clients_.size() >= kMostClients) clients_.clear();
  const auto [at, is_new] = clients_.try_emplace(client_of(address));
  Client& client = at->second;
  if (!is_new)
    client.left = std::min(kAtOnce, client.left + (now_ms - client.last_ms) * kASecond / kMillisecondsASecond);
  client.last_ms = now_ms;
  if (client.left < 1) return false;
  client.left -= 1;
  return true;
}

}  // namespace timbao
