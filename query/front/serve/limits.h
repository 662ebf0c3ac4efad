// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>

namespace timbao {

/// The bytes of a reply that are sent at once.
inline constexpr std::size_t kPieceBytes = std::size_t{64} << 10U;

/// What a server takes of its clients.
///
/// Source   docs/serve.md, "Limits", lists these figures.
struct ServerLimits {
  std::chrono::milliseconds reading{10'000};  ///< the head of a request, from its first byte to its last
  std::chrono::milliseconds idle{30'000};     ///< without a request on an open connection
  std::chrono::milliseconds writing{30'000};  ///< a piece of a reply, of at most kPieceBytes
  std::chrono::milliseconds stopping{5'000};  ///< the replies that are not finished when the server is stopped
  std::size_t connections = 256;              ///< open at once
  std::size_t head_bytes = 16 * std::size_t{1024};
  std::size_t target_bytes = 8 * std::size_t{1024};
  std::size_t headers = 64;
};

}  // namespace timbao
