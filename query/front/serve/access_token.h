// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "query/front/serve/http_message.h"
#include "query/front/serve/target.h"

namespace timbao {

/// The secret that lets clients in.
///
///   const AccessToken token = read_access_token("token.txt");     --token token.txt
///   if (const auto reply = token.refusal_of(request, target)) …
///
/// Source   docs/serve.md, "Beyond this machine". Covered by access_token_test.
class AccessToken {
 public:
  /// Takes    the secret, of at least kLeastBytes printing characters of ASCII without spaces.
  explicit AccessToken(std::string secret) : secret_(std::move(secret)) {}

  /// The reply to a request that does not have the token in its cookie: where its parameter `token` has it, a redirection
  /// to the same address without it, which sets the cookie; else status 401. Nothing where the cookie has it and the
  /// address has not.
  [[nodiscard]] std::optional<Reply> refusal_of(const HttpRequest& request, const Target& target) const;

  static constexpr std::size_t kLeastBytes = 16;
  static constexpr std::size_t kMostBytes = 1024;

 private:
  std::string secret_;
};

/// Reads the token from a file of one line.
///
/// Errors   Error(usage) where the file has more lines, or its line is too short, too long, or holds other characters;
///          Error(io_failed) where it cannot be read.
AccessToken read_access_token(const std::string& path);

/// Whether two texts are equal, in a time that does not tell where they differ.
bool equal_in_constant_time(std::string_view a, std::string_view b);

/// The values that the Cookie headers of a request have for a name.
///
///   cookies_of(request, "timbao-token")
std::vector<std::string_view> cookies_of(const HttpRequest& request, std::string_view name);

}  // namespace timbao
