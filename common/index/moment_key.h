// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace timbao {

/// How many bytes of the value slots kOldest and kNewest are the moment; the article's id follows them.
inline constexpr std::size_t kMomentKeyBytes = 8;

/// A moment as the bytes with which slot kOldest begins: compared as bytes, an earlier moment comes first.
///
///   moment_key(0) == "\x80\0\0\0\0\0\0\0"     moment_key(-1) < moment_key(0)
///
/// Takes    seconds since 1970-01-01T00:00:00Z; none, for an article without a date, gives the greatest key of all.
/// Returns  kMomentKeyBytes bytes: the number with its sign bit turned, the highest byte first.
/// Errors   none.
/// Source   docs/index-format.md, "Value slots". Covered by moment_key_test and sort_keys_test.
std::string moment_key(std::optional<std::int64_t> seconds);

/// The same for slot kNewest: a later moment comes first, and an article without a date comes last here too.
std::string newest_moment_key(std::optional<std::int64_t> seconds);

/// The moment with which a value of slot kOldest begins; nothing for an article without a date, or where fewer than
/// kMomentKeyBytes bytes are given.
///
///   moment_of_key(moment_key(1517360460) + "id") == 1517360460
std::optional<std::int64_t> moment_of_key(std::string_view oldest_key);

}  // namespace timbao
